"""What came of a plan: as one record for machines, and in words for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geleit.cli.exit_codes import ExitCode
from geleit.cli.plain import reason_records, unplaced_records
from geleit.cli.why_report import clash_text, obstacle_records
from geleit.cli.words import told
from geleit.documents.words.reasons import reason_text
from geleit.domain.programme import Unplaced
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_number, format_percent
from geleit.planner.portfolio import PortfolioAnswer
from geleit.planner.result import Clash, Infeasible, Solved, TimedOut
from geleit.planner.solve import Progress
from geleit.services.plan_trip import Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReport:
    """An answer of the planner, and how it came about.

    Parameters
    ----------
    began_s
        Seconds from the start of the process to that of the search; added to all times told.
    curve
        The steps at which the first search's value or bound got better.
    """

    trip: Trip
    answer: PortfolioAnswer
    effort: Effort
    lang: Language
    began_s: float
    was_interrupted: bool
    curve: tuple[Progress, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command."""
        if self.was_interrupted:
            return ExitCode.INTERRUPTED
        match self.answer.result:
            case Solved():
                return ExitCode.DONE
            case Infeasible():
                return ExitCode.INFEASIBLE
            case TimedOut():
                return ExitCode.NOTHING_IN_TIME

    def _point(self, progress: Progress) -> dict[str, Any]:
        return {
            "seconds": round(self.began_s + progress.seconds, 3),
            "value": progress.objective,
            "bound": progress.bound,
            "gap": None if progress.gap is None else round(progress.gap, 5),
        }

    def record(self) -> dict[str, Any]:
        """Return everything for machines; the seconds count from the start of the process."""
        result = self.answer.result
        status = {Solved: "solved", Infeasible: "infeasible", TimedOut: "timed_out"}[type(result)]
        found: dict[str, Any] = {
            "status": status,
            "trip": self.trip.id,
            "value": None,
            "bound": None,
            "gap": None,
            "seconds": round(self.began_s + result.seconds, 3),
            "first_valid_seconds": None,
            "placed": [],
            "unplaced": [],
            "missing": list(result.missing) if isinstance(result, TimedOut) else [],
            "worst_share": None,
            "mean_share": None,
            "seed": self.answer.seed,
            "rounds": None,
            "workers": self.effort.workers,
            "lost_workers": len(self.answer.lost),
            "interrupted": self.was_interrupted,
            "clashes": [],
            "curve": [self._point(progress) for progress in self.curve],
        }
        if isinstance(result, Solved):
            found |= self._solved(result)
        if isinstance(result, TimedOut) and result.best is not None:
            found["unplaced"] = unplaced_records(result.best.unplaced, self.trip, self.lang)
        if isinstance(result, Infeasible):
            found["clashes"] = [
                {
                    "items": list(clash.items),
                    "reasons": reason_records(clash.reasons, self.trip, self.lang),
                    "obstacles": obstacle_records(clash.obstacles, self.trip, self.lang),
                }
                for clash in result.clashes
            ]
        return found

    def _solved(self, result: Solved) -> dict[str, Any]:
        programme, value = result.programme, result.programme.value
        placed = programme.sessions_of
        found = {
            "first_valid_seconds": round(self.began_s + result.first_valid_seconds, 3),
            "placed": [item.id for item in self.trip.items if item.id in placed],
            "unplaced": unplaced_records(programme.unplaced, self.trip, self.lang),
            "rounds": result.rounds,
        }
        if value is not None:
            found |= {
                "value": value.objective,
                "bound": value.bound,
                "gap": value.gap,
                "worst_share": value.worst_share,
                "mean_share": value.mean_share,
            }
        return found

    def losses(self) -> Iterator[str]:
        """Yield what was lost on the way, in words."""
        if self.answer.lost:
            yield self._told("lost", lost=len(self.answer.lost), workers=self.effort.workers)

    def lines(self, files: tuple[Path, ...]) -> Iterator[str]:
        """Yield the same in words.

        Parameters
        ----------
        files
            What has been written.
        """
        result = self.answer.result
        match result:
            case Solved():
                yield from self._solved_lines(result)
                yield self._told("written", files=", ".join(map(str, files)))
            case Infeasible():
                yield self._told("infeasible", title=self.trip.title.get(self.lang))
                yield from (f"- {line}" for clash in result.clashes for line in self._clash(clash))
            case TimedOut() if not self.was_interrupted:
                yield from self._timed_out_lines(result)
        if self.was_interrupted:
            yield self._told("interrupted_kept" if files else "interrupted_nothing")

    def _solved_lines(self, result: Solved) -> Iterator[str]:
        programme, value, lang = result.programme, result.programme.value, self.lang
        if value is not None:
            title = self.trip.title.get(lang)
            items = len(self.trip.items)
            yield self._told("placed", title=title, placed=value.placed, items=items)
            worst, mean = (format_percent(100 * share, lang, decimals=0) for share in
                           (value.worst_share, value.mean_share))  # fmt: skip # a pair in a line
            yield self._told("wishes", met=value.wishes_met, wishes=value.wishes, mean=mean, worst=worst)
            gap = self._told("gap_unknown") if value.gap is None else format_percent(100 * value.gap, lang)
            yield self._told("value", value=format_number(value.objective, lang), gap=gap)
        yield self._told(
            "searched",
            first=format_number(self.began_s + result.first_valid_seconds, lang, decimals=1),
            seconds=format_number(self.began_s + result.seconds, lang, decimals=1),
            rounds=result.rounds,
            seed=self.answer.seed,
        )
        if programme.unplaced:
            yield self._told("unplaced", count=len(programme.unplaced))
            yield from map(self._unplaced, programme.unplaced)

    def _timed_out_lines(self, result: TimedOut) -> Iterator[str]:
        yield self._told("nothing_in_time", title=self.trip.title.get(self.lang))
        if not result.missing:
            return
        yield self._told("missing")
        known = {each.item: each for each in (result.best.unplaced if result.best else ())}
        for item in result.missing:
            yield self._unplaced(known.get(item) or Unplaced(item=item, reasons=()))

    def _clash(self, clash: Clash) -> Iterator[str]:
        known = clash_text(clash, self.trip, self.lang)
        if known is not None:
            yield known
            return
        names = ", ".join(str(self.trip.item_by_id[item].title.get(self.lang)) for item in clash.items)
        for reason in clash.reasons:
            text = reason_text(reason, self.trip, self.lang)
            yield f"{names}: {text}" if names else text

    def _unplaced(self, unplaced: Unplaced) -> str:
        title = self.trip.item_by_id[unplaced.item].title.get(self.lang)
        reasons = [reason_text(reason, self.trip, self.lang) for reason in unplaced.reasons]
        return f"- {title} ({unplaced.item}): {' '.join(reasons) or self._told('no_reason')}"

    def _told(self, key: str, **values: object) -> str:
        return told(key, self.lang, **values)
