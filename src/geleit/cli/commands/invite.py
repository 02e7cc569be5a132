"""The commands `invite` and `forget-factors`: how the first person gets in, and one who has lost phone and codes."""

from typing import Literal

import click

from geleit.cli.exit_codes import ExitCode


@click.command(short_help="Invite somebody to work on a trip of the application.")
@click.argument("key")
@click.argument("email")
@click.option(
    "--role",
    type=click.Choice(["owner", "organiser", "partner", "reader"]),
    default="owner",
    show_default=True,
    help="What the person may do with the trip.",
)
@click.option(
    "--language", type=click.Choice(["de", "en"]), default="de", show_default=True, help="Of the mail."
)
def invite(key: str, email: str, role: str, language: Literal["de", "en"]) -> ExitCode:
    """Invite EMAIL to the trip KEY of the application's store: mail a personal link, and print it.

    Whoever opens the link within 14 days chooses a password and is signed in. All others are invited by the
    owners in the application.
    """
    from geleit.cli.django_start import start_django

    start_django()
    from django.conf import settings
    from django.urls import reverse

    from geleit.services.guard import SYSTEM
    from geleit.services.invite_member import invite_member
    from geleit.services.machine_clock import machine_now
    from geleit.services.prepare_store import prepare_store
    from geleit.store.models import TripRoleKind

    prepare_store()
    url = invite_member(
        trip=key,
        email=email,
        role=TripRoleKind(role),
        language=language,
        link_to=lambda token: f"{settings.GELEIT.url}{reverse('organiser:invitation', args=[token])}",
        by=SYSTEM,
        now=machine_now(),
    )
    click.echo(f"Mailed to {email}: {url}")
    return ExitCode.DONE


@click.command("forget-factors", short_help="Remove somebody's second factors and passkeys.")
@click.argument("email")
def forget_factors(email: str) -> ExitCode:
    """Remove the one-time code, recovery codes and passkeys of the account EMAIL: its password alone signs in then.

    For somebody who has lost phone and recovery codes, and after a restore without the secret key.
    """
    from geleit.cli.django_start import start_django

    start_django()
    from geleit.services.forget_factors import forget_factors as forget
    from geleit.services.guard import SYSTEM
    from geleit.services.machine_clock import machine_now
    from geleit.services.prepare_store import prepare_store

    prepare_store()
    count = forget(email=email, by=SYSTEM, now=machine_now())
    click.echo(f"Removed from {email}: {count}")
    return ExitCode.DONE
