"""Attempts are counted together, whichever process or connection sees them."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core.cache.backends.db import DatabaseCache

from geleit.services.count_attempts import Attempts, count_attempt
from geleit.store.models import AttemptCount
from tests.integration.test_at_once import THREADS, at_once

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2025, 3, 3, 9, 40, tzinfo=UTC)
HOUR_S = 3600
SCRIPT = """
import django
django.setup()
import sys
from django.core.management import call_command
if sys.argv[1] == "first":
    call_command("migrate", verbosity=0)
from datetime import UTC, datetime
from geleit.services.count_attempts import count_attempt
now = datetime(2025, 3, 3, 9, 40, tzinfo=UTC)
print([count_attempt(name="link:address:x", span_s=3600, machine_now=now).count for _ in range(3)])
"""


def count(name: str = "link:address:x", *, later: timedelta = timedelta()) -> Attempts:
    return count_attempt(name=name, span_s=HOUR_S, machine_now=NOW + later)


def test_several_connections_count_together_and_no_number_is_given_twice() -> None:
    outcomes = at_once(lambda _: [count().count for _ in range(5)])

    assert all(isinstance(each, list) for each in outcomes), outcomes
    numbers = [number for each in outcomes if isinstance(each, list) for number in each]
    assert sorted(numbers) == list(range(1, 5 * THREADS + 1))


def test_two_processes_count_together(tmp_path: object) -> None:
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        environment = {"GELEIT_DATA": str(tmp_path), "GELEIT_LOG": "error"}
        counted = [run(which, environment) for which in ("first", "second")]
        assert counted == ["[1, 2, 3]", "[4, 5, 6]"]
    else:  # threads with connections of their own are as far apart on PostgreSQL as processes are
        assert [each.count for each in (count(), count())] == [1, 2]


def run(which: str, environment: dict[str, str]) -> str:
    """Count in a process of its own, on a data folder that the first makes."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, which],
        env={"PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "geleit.config.settings", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_each_span_and_each_name_has_its_own_count() -> None:
    first, second = count(), count()
    other, after = count("link:browser:x"), count(later=timedelta(minutes=20))

    assert [first, second] == [Attempts(1, 1200), Attempts(2, 1200)]
    assert [other, after] == [Attempts(1, 1200), Attempts(1, HOUR_S)]


def test_what_is_over_goes() -> None:
    count()
    for number in range(200):
        count(f"n{number}", later=timedelta(hours=2))

    assert not AttemptCount.objects.filter(until_s__lt=int((NOW + timedelta(hours=1)).timestamp())).exists()


def test_attempts_to_sign_in_are_kept_in_the_database() -> None:
    one, other = DatabaseCache("store_cacheentry", {}), DatabaseCache("store_cacheentry", {})

    one.set("login:anna", [1.0, 2.0], 60)

    assert other.get("login:anna") == [1.0, 2.0]
