"""The peer of the public pages: pretalx, an event planner, with a schedule of similar size.

It is installed from the registry into an environment of its own (``build/peers/pretalx``), where it makes its own test
event; further talks are placed until the schedule has about seventy slots. It runs on SQLite with one worker. Its
cache, usually Redis, is the process's memory here, which only makes it quicker.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.web import cost, first_load, serving
from geleit.services.ports import port_to_use

VERSION = "2026.2.1"
FOLDER = Path(__file__).resolve().parents[2] / "build" / "peers" / "pretalx"
SLOTS = 70
PAGES = {
    "schedule page": "/democon/schedule/",
    "data of its schedule widget": "/democon/schedule/widgets/schedule.json",
    "schedule as a calendar": "/democon/schedule/export/schedule.ics",
}
SETTINGS = """\
from pretalx.settings import *  # noqa: F403 # Django settings build on each other
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
"""
CONFIG = """\
[filesystem]
data = {folder}/data
[site]
debug = False
url = http://127.0.0.1:{port}
[database]
backend = sqlite3
name = {folder}/data/db.sqlite3
"""
FILL = """\
import datetime as dt
from django.core.management import call_command
from pretalx.event.models import Event
from pretalx.person.models import User
from pretalx.schedule.domain.release import freeze_schedule
from pretalx.schedule.domain.slot import move_slot
from pretalx.schedule.models import Room
from pretalx.submission.domain.submission import set_submission_state
from pretalx.submission.models import Submission

User.objects.create_superuser(email="peer@example.org", password="only-for-the-benchmark")
call_command("create_test_event", stage="schedule", seed="1")
event = Event.objects.get(slug="democon")
placed = event.wip_schedule.talks.filter(start__isnull=False)
first, count = placed.order_by("start").first().start, placed.count()
rooms = [Room.objects.create(event=event, name=f"Room {number}") for number in range(4)]
waiting = Submission.objects.filter(event=event).exclude(state="confirmed")[: SLOTS - count]
for number, talk in enumerate(waiting):
    set_submission_state(talk, "accepted")
    set_submission_state(talk, "confirmed")
    slot = talk.slots.filter(schedule=event.wip_schedule).first()
    move_slot(slot, first + dt.timedelta(days=number % 3, hours=number // 12), room=rooms[number // 3 % 4])
freeze_schedule(event.wip_schedule, "v2.0")
"""


def pretalx_rows() -> Iterator[dict[str, Any]]:
    """Yield what the peer's pages cost, and what a browser loads of its schedule."""
    python = _install()
    port = port_to_use(host="127.0.0.1", port=0)
    settings = _prepare(python, port)
    command = [str(python), "-m", "gunicorn", "--workers", "1", "--bind", f"127.0.0.1:{port}", "pretalx.wsgi"]
    with serving(command, port, "/democon/schedule/", settings, FOLDER) as server:
        for name, address in PAGES.items():
            row = {"product": f"pretalx {VERSION}", "page": name, **cost(server, address)}
            yield row | (first_load(server, address) if name == "schedule page" else {})


def _install() -> Path:
    """Return the Python of the peer's environment, made at the first time."""
    python = FOLDER / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", FOLDER / "venv"], check=True)
    uv = Path(sys.executable).with_name("uv")
    wanted = [f"pretalx=={VERSION}", "gunicorn", "faker", "freezegun"]
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *wanted], check=True)
    return python


def _prepare(python: Path, port: int) -> Mapping[str, str]:
    """Return the environment in which the peer runs; its event is made at the first time."""
    (FOLDER / "data").mkdir(parents=True, exist_ok=True)
    (FOLDER / "peer_settings.py").write_text(SETTINGS, "utf-8")
    config = FOLDER / "pretalx.cfg"
    config.write_text(CONFIG.format(folder=FOLDER, port=port), "utf-8")
    settings = {
        "DJANGO_SETTINGS_MODULE": "peer_settings",
        "PYTHONPATH": str(FOLDER),
        "PRETALX_CONFIG_FILE": str(config),
    }
    done = FOLDER / "data" / "event-is-made"
    if not done.exists():
        _manage(python, settings, "migrate", "-v0")
        _manage(python, settings, "collectstatic", "--noinput", "-v0")
        told = f"SLOTS = {SLOTS}\n{FILL}"
        _manage(python, settings, "shell", "-v0", "--unsafe-disable-scopes", text=told)
        done.touch()
    return settings


def _manage(python: Path, settings: Mapping[str, str], *words: str, text: str = "") -> None:
    command = [str(python), "-m", "pretalx", *words]
    done = subprocess.run(
        command,
        env={**os.environ, **settings},
        cwd=FOLDER,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"pretalx {words[0]} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
