"""How often somebody asked, counted for all processes and machines together."""

from django.db import models


class AttemptCount(models.Model):
    """How often something was asked for within a span of time: one count for all processes and machines.

    Parameters
    ----------
    name
        What was asked for and by whom; whoever it is stands there as a hash.
    until_s
        End of the span, in seconds of the machine's clock; the row may go then.
    """

    name = models.CharField(max_length=160, unique=True)
    until_s = models.BigIntegerField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.count}"


class CacheEntry(models.Model):
    """The table of Django's own database cache, in which attempts to sign in are counted.

    Its columns are those that ``django.core.cache.backends.db`` wants.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
