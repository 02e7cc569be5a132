"""Bring the store and the static files to the state that this version of Geleit needs."""

import hashlib
import logging
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from geleit.services.faults import FaultError, file_faults

SIGNATURE_FILE = ".collected"


def prepare_store() -> None:
    """Make or renew the database's tables.

    Raises
    ------
    FaultError
        When the database does not answer, or was made by a newer version of Geleit.
    """
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise _unreachable(error) from error
    known = set(executor.loader.disk_migrations)
    ahead = sorted(".".join(name) for name in executor.loader.applied_migrations if name not in known)
    if ahead:
        raise FaultError(
            f"The database was made by a newer version of Geleit (it has {ahead[-1]})",
            holds="It is unchanged",
            advice="Install that version, or restore a backup",
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def prepare_static_files(*, folder: Path) -> None:
    """Collect and compress the static files if they have changed since the last time.

    Raises
    ------
    FaultError
        When they cannot be written.
    """
    signature, mark = _signature(), folder / SIGNATURE_FILE
    if mark.is_file() and mark.read_text("ascii") == signature:
        return
    with file_faults(folder, done="written"):
        folder.mkdir(parents=True, exist_ok=True)
        mark.unlink(missing_ok=True)
        logging.getLogger("geleit").info("Collecting static files")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        mark.write_text(signature, "ascii")


def _signature() -> str:
    """Return what identifies the static files: their names, sizes and times."""
    seen = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            seen.append(f"{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(seen)).encode()).hexdigest()


def _unreachable(error: OperationalError) -> FaultError:
    said = str(error).strip().partition("\n")[0]
    return FaultError(
        f"The database does not answer: {said}",
        advice="See GELEIT_DATABASE and GELEIT_DATA in docs/reference/settings.md",
    )
