"""The commands `import`, `export`, `backup` and `restore`: between files and the application's store."""

from pathlib import Path

import click

from geleit.cli.commands.arguments import PATH, trip_argument
from geleit.cli.exit_codes import ExitCode


@click.command("import", short_help="Take a trip into the application.")
@trip_argument
@click.option("--replace", is_flag=True, help="Replace a trip of the same id; its published programmes stay.")
def import_(trip: Path, replace: bool) -> ExitCode:  # noqa: FBT001 # click hands flags over
    """Take TRIP into the application's store, with everything that is in it."""
    from geleit.cli.django_start import start_django
    from geleit.services.open_trip import open_trip

    known = open_trip(path=trip).trip
    start_django()
    from geleit.services.guard import SYSTEM
    from geleit.services.import_trip import import_trip
    from geleit.services.machine_clock import machine_now
    from geleit.services.prepare_store import prepare_store

    prepare_store()
    row = import_trip(trip=known, by=SYSTEM, now=machine_now(), replace=replace)
    click.echo(f"In the store: {row.key}")
    return ExitCode.DONE


@click.command(short_help="Write a trip of the application as a trip file.")
@click.argument("key")
@click.argument("folder", type=PATH)
def export(key: str, folder: Path) -> ExitCode:
    """Write the trip KEY of the application's store into FOLDER, as `geleit plan` and all other commands read it."""
    from geleit.cli.django_start import start_django

    start_django()
    from geleit.services.export_trip import export_trip
    from geleit.services.prepare_store import prepare_store

    prepare_store()
    click.echo(f"Written: {export_trip(key=key, folder=folder)}")
    return ExitCode.DONE


@click.command(short_help="Back up the application's store and files.")
@click.argument("archive", type=PATH)
def backup(archive: Path) -> ExitCode:
    """Write everything the application keeps into ARCHIVE, a zip file; the application may run meanwhile."""
    from geleit.cli.django_start import start_django

    start_django()
    from django.conf import settings

    from geleit.services.backup import make_backup
    from geleit.services.machine_clock import machine_now

    database, files = settings.GELEIT.database.path, settings.MEDIA_ROOT
    made = make_backup(database=database, files=files, archive=archive, now=machine_now())
    click.echo(f"Written: {made}")
    return ExitCode.DONE


@click.command(short_help="Bring a backup back.")
@click.argument("archive", type=PATH)
def restore(archive: Path) -> ExitCode:
    """Bring back what `geleit backup` wrote into ARCHIVE, into a data folder without a database."""
    from geleit.cli.django_start import start_django

    start_django()
    from django.conf import settings

    from geleit.services.backup import restore_backup
    from geleit.services.prepare_store import prepare_store

    restore_backup(archive=archive, database=settings.GELEIT.database.path, files=settings.MEDIA_ROOT)
    prepare_store()
    click.echo(f"Restored into {settings.GELEIT.data}")
    return ExitCode.DONE
