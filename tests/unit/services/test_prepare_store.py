"""The store is brought up to date, or refused when it comes from a newer version."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings

from geleit.services.faults import FaultError
from geleit.services.prepare_store import SIGNATURE_FILE, prepare_static_files, prepare_store

pytestmark = pytest.mark.django_db


def test_a_store_that_is_up_to_date_is_left_alone() -> None:
    before = set(connection.introspection.table_names())

    prepare_store()

    assert set(connection.introspection.table_names()) == before


def test_a_store_of_a_newer_version_is_refused() -> None:
    MigrationRecorder(connection).record_applied("store", "9999_from_the_future")

    with pytest.raises(FaultError, match=r"newer version of Geleit \(it has store\.9999_from_the_future\)"):
        prepare_store()


def test_the_models_have_their_migrations() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_static_files_are_collected_once(tmp_path: Path, settings: Settings) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    prepare_static_files(folder=settings.STATIC_ROOT)
    collected = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    os.utime(tmp_path / "static" / SIGNATURE_FILE, (0, 0))

    prepare_static_files(folder=settings.STATIC_ROOT)

    assert (tmp_path / "static" / SIGNATURE_FILE).stat().st_mtime == 0
    assert len(collected) > 1
