"""The command `serve`."""

import click

from geleit.cli.exit_codes import ExitCode

DEFAULT_HOST = "127.0.0.1"


@click.command(short_help="Serve the application, with a worker for the slow work.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 for any free one.",
)
@click.option(
    "--host",
    default=DEFAULT_HOST,
    show_default=True,
    help="Address to listen on; 0.0.0.0 for all of this machine's.",
)
@click.option("--no-worker", is_flag=True, help="Leave the slow work to `geleit worker`, here or elsewhere.")
def serve(port: int, host: str, no_worker: bool) -> ExitCode:  # noqa: FBT001 # click hands flags over
    """Serve the application.

    Its settings are GELEIT_* variables. The database is made or renewed first. Ctrl-C ends everything.
    """
    from geleit.cli.django_start import start_django
    from geleit.services.ports import port_to_use

    port = port_to_use(host=host, port=port)
    start_django(GELEIT_URL=f"http://{DEFAULT_HOST}:{port}")
    return serve_prepared(host=host, port=port, with_worker=not no_worker)


def serve_prepared(*, host: str, port: int, with_worker: bool = True) -> ExitCode:
    """Serve with the settings that are loaded."""
    from contextlib import nullcontext

    from django.conf import settings
    from django.db import connections
    from django.urls import get_resolver

    from geleit.cli.serving import run_server, worker_beside
    from geleit.services.prepare_store import prepare_static_files, prepare_store

    get_resolver().url_patterns  # noqa: B018 # what is broken shows before anything starts, and forks need not load it
    prepare_store()
    if not settings.GELEIT.debug:
        prepare_static_files(folder=settings.STATIC_ROOT)
    connections.close_all()  # the server's processes open their own
    with worker_beside() if with_worker else nullcontext():
        run_server(host=host, port=port, url=settings.GELEIT.url)
    click.echo("Geleit has ended.", err=True)
    return ExitCode.DONE
