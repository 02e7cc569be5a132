"""The selection as integers: candidates, limits, and what a person has fixed."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from geleit.domain.applications.mix import Bound, Candidate, Measure, Mix, MixRule, Unit
from geleit.planner.selection.result import LimitKind

IntArray = NDArray[np.int64]


class SelectionError(ValueError):
    """A selection that contradicts itself before any search: an id twice, a pin for nobody."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The limit that a row of the matrix stands for."""

    kind: LimitKind
    rule: str = ""


@dataclass(frozen=True, kw_only=True)
class SelectionProblem:
    """Who can be chosen, and under which mix. Not slotted, so that the matrix is made once.

    Parameters
    ----------
    pinned_in, pinned_out
        Candidate ids that a person has fixed.

    Raises
    ------
    SelectionError
        When an id stands there twice, a pin names no candidate, or one is pinned both ways.
    """

    mix: Mix
    candidates: tuple[Candidate, ...]
    pinned_in: frozenset[str] = frozenset()
    pinned_out: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        twice = [key for key, count in Counter(c.id for c in self.candidates).items() if count > 1]
        if twice:
            raise SelectionError(f"candidates stand there twice: {', '.join(sorted(twice))}")
        rules = [key for key, count in Counter(rule.id for rule in self.mix.rules).items() if count > 1]
        if rules:
            raise SelectionError(f"rules have the same id: {', '.join(sorted(rules))}")
        unknown = (self.pinned_in | self.pinned_out) - self.by_id.keys()
        if unknown:
            raise SelectionError(f"pinned, but no candidates: {', '.join(sorted(unknown))}")
        both = self.pinned_in & self.pinned_out
        if both:
            raise SelectionError(f"pinned both in and out: {', '.join(sorted(both))}")

    @cached_property
    def by_id(self) -> dict[str, Candidate]:
        """Candidates by id."""
        return {candidate.id: candidate for candidate in self.candidates}

    @cached_property
    def rows(self) -> tuple[tuple[Owner, IntArray, int], ...]:
        """Limits as ``coefficients @ x <= right side``, x being 1 for the chosen."""
        people = np.array([c.people for c in self.candidates], dtype=np.int64)
        found = [
            (Owner(LimitKind.PLACES_MAX), people, self.mix.places_max),
            (Owner(LimitKind.PLACES_MIN), -people, -self.mix.places_min),
        ]
        found += [
            (Owner(LimitKind.COMPANY), row, self.mix.company_people_max) for row in self._crowds(people)
        ]
        found += [(Owner(LimitKind.RULE, rule.id), *self._rule_row(rule)) for rule in self.mix.rules]
        return tuple(found)

    def _crowds(self, people: IntArray) -> list[IntArray]:
        """Return a row for each company that could send more people than it may."""
        by_company: dict[str, list[int]] = {}
        for number, candidate in enumerate(self.candidates):
            by_company.setdefault(candidate.company, []).append(number)
        rows = []
        for numbers in by_company.values():
            if people[numbers].sum() > self.mix.company_people_max:
                row = np.zeros_like(people)
                row[numbers] = people[numbers]
                rows.append(row)
        return rows

    def _rule_row(self, rule: MixRule) -> tuple[IntArray, int]:
        row = self.count_row(rule)
        right = 0 if rule.unit is Unit.PERCENT else rule.amount
        return (-row, -right) if rule.bound is Bound.AT_LEAST else (row, right)

    def count_row(self, rule: MixRule) -> IntArray:
        """Return what each candidate adds to the count; in percent rules: 100 x count less amount x whole."""
        counts = [c.counts(rule.feature, rule.measure) for c in self.candidates]
        if rule.unit is Unit.PERCENT:
            counts = [
                100 * count - rule.amount * c.adds(rule.measure)
                for count, c in zip(counts, self.candidates, strict=True)
            ]
        return np.array(counts, dtype=np.int64)

    def whole_row(self, measure: Measure) -> IntArray:
        """Return what each candidate adds to the whole."""
        return np.array([c.adds(measure) for c in self.candidates], dtype=np.int64)

    @cached_property
    def worths(self) -> IntArray:
        """What each candidate is worth."""
        return np.array([c.worth for c in self.candidates], dtype=np.int64)

    @cached_property
    def bounds(self) -> tuple[IntArray, IntArray]:
        """Lower and upper bound of each x: 0 and 1, the same where pinned."""
        low = np.array([c.id in self.pinned_in for c in self.candidates], dtype=np.int64)
        high = np.array([c.id not in self.pinned_out for c in self.candidates], dtype=np.int64)
        return low, high
