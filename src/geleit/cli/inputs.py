"""A trip and its programme, as most commands begin."""

from pathlib import Path

import click

from geleit.cli.words import told
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.open_trip import open_trip
from geleit.services.read_programme import read_programme


def trip_and_programme(trip: Path, programme: Path, lang: Language) -> tuple[Trip, Programme]:
    """Return both; tell when the trip file is not the one the programme was made of.

    Raises
    ------
    TripFileError
        With everything that is wrong with the first of them that is.
    FaultError
        When a file cannot be read.
    """
    known = open_trip(path=trip).trip
    read = read_programme(trip=known, path=programme)
    if not read.is_of_this_trip_file:
        click.echo(told("trip_changed", lang), err=True)
    return known, read.programme
