"""The command `worker`."""

import signal
import threading
from types import FrameType

import click

from geleit.cli.exit_codes import ExitCode


@click.command(short_help="Do the application's slow work: planning, documents, mail.")
@click.option("--with-starter", is_flag=True, hidden=True, help="End when standard input is closed.")
def worker(with_starter: bool) -> ExitCode:  # noqa: FBT001 # click hands flags over
    """Do the application's slow work until a signal ends it.

    `geleit serve` starts one by itself. On PostgreSQL any number may run, on any machine with the same settings.
    Ctrl-C or SIGTERM lets the work in hand finish; a second one ends at once, and another worker takes it up.
    """
    from geleit.cli.django_start import start_django
    from geleit.cli.serving import end_with_starter

    over = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        if over.is_set():
            raise KeyboardInterrupt
        over.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    if with_starter:
        end_with_starter()
    start_django()
    from geleit.services.jobs.worker import work
    from geleit.services.machine_clock import machine_now
    from geleit.services.send_outbox import send_outbox

    work(is_over=over.is_set, chores=lambda: send_outbox(machine_now=machine_now()), wait=over.wait)
    return ExitCode.DONE
