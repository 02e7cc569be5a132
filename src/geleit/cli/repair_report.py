"""What came of a repair: as records for machines, and in words for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geleit.cli.exit_codes import ExitCode
from geleit.cli.plain import reason_records
from geleit.cli.why_report import clash_text, obstacle_records
from geleit.cli.words import told
from geleit.documents.words.reasons import reason_text
from geleit.documents.words.repairs import day_line, session_line, unique_days, worded
from geleit.documents.words.sentences import enumerated, named
from geleit.domain.programme import Programme, Reason
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_number, format_percent
from geleit.planner.repair.records import DayChange, Repair, RepairAnswer, RepairKind, Repairs
from geleit.planner.result import Infeasible, TimedOut


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairReport:
    """An answer to changes, and how it came about.

    Parameters
    ----------
    trip
        As it was before the changes.
    began_s
        Seconds from the start of the process to that of the search; added to all times told.
    """

    trip: Trip
    published: Programme
    answer: RepairAnswer
    lang: Language
    began_s: float = 0.0
    was_interrupted: bool = False

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command."""
        match self.answer:
            case Repairs():
                return ExitCode.INTERRUPTED if self.was_interrupted else ExitCode.DONE
            case Infeasible():
                return ExitCode.INFEASIBLE
            case TimedOut():
                return ExitCode.INTERRUPTED if self.was_interrupted else ExitCode.NOTHING_IN_TIME

    def record(self) -> dict[str, Any]:
        """Return everything for machines; the seconds count from the start of the process."""
        answer = self.answer
        found: dict[str, Any] = {
            "status": {Repairs: "repaired", Infeasible: "infeasible", TimedOut: "timed_out"}[type(answer)],
            "trip": self.trip.id,
            "first_seconds": None,
            "seconds": self._seconds(answer.seconds),
            "repairs": [],
            "missing": [],
            "clashes": [],
            "interrupted": self.was_interrupted,
        }
        match answer:
            case Repairs():
                found["first_seconds"] = self._seconds(answer.first_seconds)
                found["repairs"] = [self._repair(each) for each in answer.repairs]
            case Infeasible():
                found["clashes"] = [
                    {
                        "items": list(clash.items),
                        "reasons": reason_records(clash.reasons, self.trip, self.lang),
                        "obstacles": obstacle_records(clash.obstacles, self.trip, self.lang),
                    }
                    for clash in answer.clashes
                ]
            case TimedOut():
                found["missing"] = list(answer.missing)
        return found

    def _seconds(self, seconds: float) -> float:
        return round(self.began_s + seconds, 3)

    def _repair(self, repair: Repair) -> dict[str, Any]:
        changes, value = repair.differences, repair.value
        return {
            "kind": repair.kind.value,
            "people_affected": changes.people_affected,
            "changes": changes.changes,
            "unavoidable": repair.forced,
            "value": value.objective,
            "bound": value.bound,
            "gap": repair.gap,
            "proven": repair.proven,
            "seconds": self._seconds(repair.seconds),
            "items_lost": list(changes.items_lost),
            "items_gained": list(changes.items_gained),
            "lost_because": [
                {"item": item, "reasons": reason_records(reasons, self._after, self.lang)}
                for item, reasons in self._shut_out(repair)
            ],
            "sessions": [
                {
                    "session": each.session,
                    "item": each.item,
                    "was": each.was.isoformat() if each.was else None,
                    "start": each.start.isoformat() if each.start else None,
                }
                for each in changes.sessions
            ],
            "days": [
                {
                    "delegate": each.delegate,
                    "day": each.day.isoformat(),
                    "lost": list(each.lost),
                    "gained": list(each.gained),
                    "moved": list(each.moved),
                }
                for each in changes.days
            ],
        }

    def lines(self, files: tuple[Path, ...] = ()) -> Iterator[str]:
        """Yield the same in words.

        Parameters
        ----------
        files
            What has been written.
        """
        match self.answer:
            case Repairs():
                for number, repair in enumerate(self.answer.repairs):
                    yield from ([""] if number else [])
                    yield from self.repair_lines(repair)
                if files:
                    yield told("written", self.lang, files=", ".join(map(str, files)))
            case Infeasible():
                yield told("infeasible", self.lang, title=self.trip.title.get(self.lang))
                for clash in self.answer.clashes:
                    known = clash_text(clash, self.trip, self.lang)
                    if known is not None:
                        yield f"- {known}"
                        continue
                    names = ", ".join(
                        str(self.trip.item_by_id[item].title.get(self.lang)) for item in clash.items
                    )
                    for reason in clash.reasons:
                        text = reason_text(reason, self.trip, self.lang)
                        yield f"- {named(self.lang, names, text) if names else text}"
            case TimedOut():
                yield told("nothing_in_time", self.lang, title=self.trip.title.get(self.lang))
                for item in self.answer.missing:
                    yield f"- {self.trip.item_by_id[item].title.get(self.lang)} ({item})"

    def first_line(self, repair: Repair) -> str:
        """Return the first proposal in one line, with the seconds from the start of the process."""
        seconds = format_number(self._seconds(repair.seconds), self.lang, decimals=1)
        return told("first_proposal", self.lang, seconds=seconds, headline=self.headline(repair))

    @property
    def _after(self) -> Trip:
        """The trip after the changes, as far as there is an answer."""
        return self.answer.trip if isinstance(self.answer, Repairs) else self.trip

    def _shut_out(self, repair: Repair) -> Iterator[tuple[str, tuple[Reason, ...]]]:
        """Yield the items that have other times now and are lost, and why they cannot be placed then."""
        before, after = self.trip.item_by_id, self._after.item_by_id
        why = {each.item: each.reasons for each in repair.programme.unplaced}
        for item in repair.differences.items_lost:
            if item in after and after[item].windows != before[item].windows and why.get(item):
                yield item, why[item]

    def headline(self, repair: Repair) -> str:
        """Return a proposal and its price in one line."""
        lang, changes, value = self.lang, repair.differences, repair.value
        cost = "cost" if changes.people_affected > 1 else "cost_one" if changes.changes else "cost_none"
        parts = [worded(cost, lang, changes=changes.changes, people=changes.people_affected)]
        if repair.kind is RepairKind.LEAST_CHANGE:
            known = "least_proven" if repair.proven else "least_open" if repair.forced else "least_unknown"
            parts.append(worded(known, lang, forced=repair.forced))
        elif repair.proven:
            parts.append(worded("best_proven", lang))
        before = self.published.value.objective if self.published.value else value.objective
        difference = value.objective - before
        sign = "+" if difference > 0 else ""
        parts.append(
            worded(
                "value",
                lang,
                value=format_number(value.objective, lang),
                difference=f"{sign}{format_number(difference, lang)}",
            )
        )
        if repair.gap is not None:
            parts.append(worded("gap", lang, gap=format_percent(100 * repair.gap, lang)))
        return named(lang, worded(repair.kind.value, lang), enumerated(lang, *parts))

    def repair_lines(self, repair: Repair) -> Iterator[str]:
        """Yield a proposal: its price, the sessions that change, and whose day changes how."""
        yield self.headline(repair)
        for session in repair.differences.sessions:
            yield f"- {session_line(self.trip, session.item, session.was, session.start, self.lang)}"
        for item, reasons in self._shut_out(repair):
            title = str(self.trip.item_by_id[item].title.get(self.lang))
            yield f"- {named(self.lang, title, reason_text(reasons[0], self._after, self.lang))}"
        if repair.differences.days:
            yield worded("whose_day", self.lang)
        grouped = unique_days((each.day, each.delegate, _changes(each)) for each in repair.differences.days)
        for (day, changes), people in grouped.items():
            lost, gained, moved = changes
            yield f"- {day_line(self.trip, day, people, (lost, gained, moved), self.lang)}"


def _changes(day: DayChange) -> tuple[tuple[str, ...], ...]:
    return day.lost, day.gained, day.moved
