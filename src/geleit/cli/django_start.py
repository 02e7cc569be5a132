"""Start Django for those commands that work on the store. They name its settings; only Django loads them."""

import os

SETTINGS = "geleit.config.settings"


def start_django(**defaults: str) -> None:
    """Read the settings and load the store's models.

    Parameters
    ----------
    defaults
        ``GELEIT_*`` variables that count where the environment has none.

    Raises
    ------
    FaultError
        When a setting is wrong; every wrong one is named.
    """
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()
