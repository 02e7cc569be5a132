"""Set the regions that applications may come from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from geleit.domain.applications.mix import FeatureKind
from geleit.domain.applications.terms import Region
from geleit.domain.text import Text
from geleit.services.applications_common import mix_of, selection_row, terms_of
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.set_selection import set_terms
from geleit.store.models import ApplicationRow, SelectionRow
from geleit.tripfile.fields.words import slug_of

REGIONS_MAX: Final = 40
REGION_MAX: Final = 80
"""Characters of a name."""


def set_regions(
    *, trip: str, regions: Sequence[tuple[str, Text]], by: Actor, now: datetime, expected_version: int | None
) -> SelectionRow:
    """Set the regions in their order; with none, applications are not asked where they come from.

    Parameters
    ----------
    regions
        Id and name each; an empty id makes a new region, whose id comes of its name.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When a name is missing, too long or there twice, when there are too many, or when one that is left out is
        named by applications or by a rule of the mix.
    OvertakenError
        When somebody else has changed the setup since.
    """
    _refuse_unfit(regions)
    with transaction.atomic():
        row = selection_row(find_trip_row(key=trip), is_locked=True)
        terms = terms_of(row)
        wanted = _with_ids(regions)
        kept = {region.id for region in wanted}
        for gone in (region for region in terms.regions if region.id not in kept):
            _refuse_used(row, gone)
        return set_terms(
            trip=trip,
            terms=replace(terms, regions=wanted),
            by=by,
            now=now,
            expected_version=expected_version,
        )


def _with_ids(regions: Sequence[tuple[str, Text]]) -> tuple[Region, ...]:
    taken = {own for own, _ in regions if own}
    found = []
    for number, (own, name) in enumerate(regions, start=1):
        key = own
        if not key:
            stem = slug_of(str(name))[:40] or f"region-{number}"
            key = next(each for each in (stem, *(f"{stem}-{n}" for n in range(2, 99))) if each not in taken)
        taken.add(key)
        found.append(Region(id=key, name=name))
    return tuple(found)


def _refuse_unfit(regions: Sequence[tuple[str, Text]]) -> None:
    if len(regions) > REGIONS_MAX:
        raise FaultError.of("regions_too_many", count=len(regions), most=REGIONS_MAX)
    seen: set[str] = set()
    for _, name in regions:
        shown = str(name).strip()
        if not shown:
            raise FaultError.of("region_unnamed")
        if any(len(wording) > REGION_MAX for wording in name.wordings()):
            raise FaultError.of("region_too_long", region=shown[:REGION_MAX], most=REGION_MAX)
        if shown.casefold() in seen:
            raise FaultError.of("region_twice", region=shown)
        seen.add(shown.casefold())


def _refuse_used(row: SelectionRow, region: Region) -> None:
    count = ApplicationRow.objects.filter(trip=row.trip_id, region=region.id).count()
    if count:
        raise FaultError.of("region_in_use", region=str(region.name), count=count)
    mix = mix_of(row)
    rules = mix.rules if mix else ()
    if any(rule.feature.kind is FeatureKind.REGION and rule.feature.value == region.id for rule in rules):
        raise FaultError.of("region_in_mix", region=str(region.name))
