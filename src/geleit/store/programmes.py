"""Programmes and their trips as domain values, from drafts and versions."""

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.store.models import Draft, ProgrammeVersion
from geleit.store.plain import from_json


def programme_of(row: Draft | ProgrammeVersion) -> Programme:
    """Return the programme that a draft or a version holds."""
    return from_json(Programme, row.programme)


def trip_of(row: Draft | ProgrammeVersion) -> Trip:
    """Return the trip that a draft's or a version's programme was made of."""
    return from_json(Trip, row.snapshot.data)
