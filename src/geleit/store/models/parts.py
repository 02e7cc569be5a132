"""The parts of a trip, a row each.

What is filtered, sorted or constrained has a column, references between parts are foreign keys; everything else of
the domain's value stands as JSON in ``data``. ``store.convert`` knows which is which and loses nothing.
"""

from typing import ClassVar

from django.db import models

from geleit.domain.items import PinKind, RuleKind
from geleit.domain.kinds import HostKind, ItemKind, LegMode, Role
from geleit.domain.status import Announcement, Publication, RequestStatus, StationStatus


class PartRow(models.Model):
    """What all parts have in common.

    Parameters
    ----------
    key
        The domain's id, unique within the trip.
    position
        Place in the trip's order.
    label
        The name in German, or whatever language there is: for lists to sort and search by.
    version
        Grows with every change; who changes a row says which version it was based on.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="%(class)ss")
    key = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    label = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    data = models.JSONField(default=dict)

    class Meta:
        abstract = True
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["trip", "key"], name="%(class)s_key_once"),
            models.CheckConstraint(condition=~models.Q(key=""), name="%(class)s_has_key"),
        ]

    def __str__(self) -> str:
        return self.key


class SectorRow(PartRow):
    """A target industry."""


class PlaceRow(PartRow):
    """A place on earth."""

    lat = models.FloatField()
    lon = models.FloatField()
    zone = models.CharField(max_length=80)
    country = models.CharField(max_length=2)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
                name="place_on_earth",
            ),
        ]


class StationRow(PartRow):
    """A place where the delegation is based for some days."""

    base = models.ForeignKey(PlaceRow, models.RESTRICT, related_name="stations")
    status = models.CharField(max_length=20)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(status__in=[each.value for each in StationStatus]),
                name="station_status_known",
            ),
        ]


class LegRow(PartRow):
    """The move of the whole delegation from one station to the next."""

    origin = models.ForeignKey(StationRow, models.RESTRICT, related_name="legs_from", null=True)
    destination = models.ForeignKey(StationRow, models.RESTRICT, related_name="legs_to", null=True)
    mode = models.CharField(max_length=20)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(mode__in=[each.value for each in LegMode]), name="leg_mode_known"
            ),
        ]


class GroupRow(PartRow):
    """People who move together for one day part."""

    seats = models.IntegerField()


class HostRow(PartRow):
    """An organisation that receives the delegation."""

    kind = models.CharField(max_length=40)
    place = models.ForeignKey(PlaceRow, models.RESTRICT, related_name="hosts", null=True)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in HostKind]), name="host_kind_known"
            ),
        ]


class ItemRow(PartRow):
    """A programme item, with the request to its host.

    ``request_status`` and ``decide_by`` are those of the domain's ``item.request``.
    """

    kind = models.CharField(max_length=40)
    station = models.ForeignKey(StationRow, models.RESTRICT, related_name="items")
    place = models.ForeignKey(PlaceRow, models.RESTRICT, related_name="items")
    host = models.ForeignKey(HostRow, models.RESTRICT, related_name="items", null=True)
    must = models.BooleanField(default=False)
    weight = models.IntegerField()
    publication = models.CharField(max_length=40)
    announced = models.CharField(max_length=20, null=True)  # null is no announcement, as in the domain
    request_status = models.CharField(max_length=20)
    decide_by = models.DateField(null=True)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in ItemKind]), name="item_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(publication__in=[each.value for each in Publication]),
                name="item_publication_known",
            ),
            models.CheckConstraint(
                condition=models.Q(announced__isnull=True)
                | models.Q(announced__in=[each.value for each in Announcement]),
                name="item_announced_known",
            ),
            models.CheckConstraint(
                condition=models.Q(request_status__in=[each.value for each in RequestStatus]),
                name="item_request_status_known",
            ),
        ]


class OrganisationRow(PartRow):
    """A company or institution that delegates come from."""

    town = models.TextField(blank=True)
    employees = models.IntegerField(null=True)


class DelegateRow(PartRow):
    """One person who travels; ``label`` is the name as the person writes it."""

    role = models.CharField(max_length=20)
    organisation = models.ForeignKey(OrganisationRow, models.RESTRICT, related_name="delegates", null=True)
    rank = models.IntegerField(null=True)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(role__in=[each.value for each in Role]), name="delegate_role_known"
            ),
        ]


class WishRow(models.Model):
    """A delegate's wish for an item."""

    delegate = models.ForeignKey(DelegateRow, models.CASCADE, related_name="wishes")
    item = models.ForeignKey(ItemRow, models.CASCADE, related_name="wishes")
    strength = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["delegate", "item"], name="wish_once"),
            models.CheckConstraint(
                condition=models.Q(strength__gte=1, strength__lte=5), name="wish_strength_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.strength}"


class RuleRow(PartRow):
    """A rule between items; its key is its number, as the domain gives rules no id."""

    kind = models.CharField(max_length=20)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in RuleKind]), name="rule_kind_known"
            ),
        ]


class PinRow(PartRow):
    """What the planner may not change; its key is its number, as the domain gives pins no id."""

    kind = models.CharField(max_length=20)
    item = models.ForeignKey(ItemRow, models.RESTRICT, related_name="pins")
    delegate = models.ForeignKey(DelegateRow, models.RESTRICT, related_name="pins", null=True)
    group = models.ForeignKey(GroupRow, models.RESTRICT, related_name="pins", null=True)

    class Meta(PartRow.Meta):
        constraints: ClassVar = [
            *PartRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in PinKind]), name="pin_kind_known"
            ),
        ]
