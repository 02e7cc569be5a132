"""What is erased is gone from the database's file, not only from its tables."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import django
django.setup()
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from django.core.management import call_command
from geleit.services.erase_personal_data import erase_personal_data
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from tests.factories import make_delegate, make_trip

data = Path(sys.argv[1])
count = lambda: sum(file.read_bytes().count(b"Quittenbaum") for file in data.glob("geleit.sqlite3*"))
call_command("migrate", verbosity=0)
people = tuple(make_delegate(f"d-{n}", name=f"Zacharias Quittenbaum {n}") for n in range(300))
import_trip(trip=replace(make_trip(), delegates=people), by=SYSTEM, now=datetime(2025, 3, 3, tzinfo=UTC))
before = count()
erase_personal_data(trip="tiny", confirmed="tiny", by=SYSTEM, now=datetime(2025, 6, 2, tzinfo=UTC))
print(before >= 300, count())
"""


def test_no_name_is_left_in_the_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "geleit.config.settings",
            "GELEIT_DATA": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.stdout, done.returncode) == ("True 0\n", 0), done.stderr
