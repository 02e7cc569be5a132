"""The command `render`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import LANGUAGES, PATH, programme_argument, quiet_option, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.documents.bundle.plan import Sort
    from geleit.domain.text import Language

SORTS = ("agendas", "booklet", "calendar", "html", "workbook")
"""As the bundle's own, which are not imported for the sake of a help text; a test compares them."""


@click.command(short_help="Write the documents of a programme.")
@trip_argument
@programme_argument
@click.option("--out", "folder", type=PATH, required=True, help="Folder for the documents.")
@click.option(
    "--lang",
    "languages",
    type=LANGUAGES,
    multiple=True,
    help="Only in this language; may be repeated. By default in all of the trip.",
)
@click.option(
    "--only", type=click.Choice(SORTS), multiple=True, help="Only documents of this sort; may be repeated."
)
@quiet_option
def render(  # noqa: PLR0917 # one parameter per option, all passed by name
    trip: Path,
    programme: Path,
    folder: Path,
    languages: tuple["Language", ...],
    only: tuple["Sort", ...],
    quiet: bool,  # noqa: FBT001 # click hands flags over
) -> ExitCode:
    """Write all documents of PROGRAMME: booklets and agendas (PDF), calendars (ICS), pages (HTML), workbook (XLSX).

    index.html leads to all of them. Files of the same names are replaced, others left alone.
    """
    import time
    from datetime import UTC, datetime

    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.progress import display
    from geleit.services.render_documents import RenderProgress, render_documents

    known, made = trip_and_programme(trip, programme, languages[0] if languages else "en")
    began_s = time.monotonic()
    with display(quiet=quiet) as shown:

        def show(progress: RenderProgress) -> None:
            shown.show(known.id, done=progress.done, total=progress.total, words="writing documents")

        files = render_documents(
            trip=known,
            programme=made,
            folder=folder,
            now=datetime.now(UTC),
            languages=languages,
            only=only,
            on_progress=show,
        )
    if not quiet:
        seconds = time.monotonic() - began_s
        click.echo(
            f"Written: {len(files)} documents in {seconds:.1f} s; {folder / 'index.html'} leads to them."
        )
    return ExitCode.DONE
