"""The proposal in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from geleit.domain.applications.mix import Bound, Tally, Unit
from geleit.domain.applications.rule_words import RuleLanguage, rule_sentence
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.wording import format_percent
from geleit.planner.selection import Limit, LimitKind, WhyIn, WhyOut
from geleit.services.compute_selection import Proposal
from geleit.services.read_selection import ApplicationLine, SelectionChoice
from geleit.web.organiser.selection.pages import points_text, worth_text
from geleit.web.organiser.selection.words import WORDS

Outcome = Literal["none", "solved", "infeasible", "unfinished"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule of the mix with how the proposal stands to it.

    Parameters
    ----------
    is_tight
        One fewer, or one more, and it would be broken.
    cost
        What the best choice would be worth more without it, in points; empty where it costs nothing.
    joins, leaves
        Names of those who would come in and go out without it.
    """

    sentence: str
    standing: str
    is_tight: bool
    cost: str
    joins: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """One application on the table.

    Parameters
    ----------
    verdict
        What the proposal comes to; empty where it says nothing.
    """

    reference: str
    name: str
    status: ApplicationStatus
    is_sample: bool
    people: int
    points: str
    reasons: tuple[str, ...]
    is_pinned: bool
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """The proposal, ready to be shown.

    Parameters
    ----------
    is_stale
        Scores or applications have changed since it was computed.
    bound_gap
        Unfinished: how much better a choice might be, in points.
    """

    outcome: Outcome
    id: int = 0
    computed_at: datetime | None = None
    computed_by: str = ""
    candidates: int = 0
    people: int = 0
    companies: int = 0
    worth: str = ""
    mix_cost: str = ""
    bound_gap: str = ""
    is_stale: bool = False
    rules: tuple[RuleLine, ...] = ()
    clash: tuple[str, ...] = ()
    inside: tuple[ChoiceRow, ...] = ()
    outside: tuple[ChoiceRow, ...] = ()
    left_out: tuple[ChoiceRow, ...] = ()


def build_choice(found: SelectionChoice, lang: RuleLanguage) -> ChoiceView:
    """Return the newest proposal in words."""
    if found.proposal is None:
        return ChoiceView(outcome="none")
    return _Builder(found, found.proposal, lang).view()


class _Builder:
    def __init__(self, found: SelectionChoice, proposal: Proposal, lang: RuleLanguage) -> None:
        self.found, self.proposal, self.lang = found, proposal, lang
        self.outcome, self.question = proposal.outcome, proposal.question
        self.lines = {line.application.reference: line for line in found.lines}
        self.names = {record.id: record.name for record in self.question.candidates}
        setup = found.setup
        self.rules = {
            rule.id: rule_sentence(rule, setup.trip, setup.terms, lang) for rule in self.question.mix.rules
        }

    def say(self, key: str, *values: object) -> str:
        return WORDS.say(key, self.lang, *values)

    def view(self) -> ChoiceView:
        outcome, report = self.outcome, None
        if outcome.solved:
            report = outcome.solved.report
        elif outcome.unfinished:
            report = outcome.unfinished.report
        chosen = set(outcome.chosen)
        gap = outcome.unfinished.bound - (report.worth if report else 0) if outcome.unfinished else 0
        why = outcome.explanation
        return ChoiceView(
            outcome="solved" if outcome.solved else "infeasible" if outcome.infeasible else "unfinished",
            id=self.proposal.id,
            computed_at=self.proposal.computed_at,
            computed_by=self.proposal.computed_by,
            candidates=len(self.question.candidates),
            people=report.people if report else 0,
            companies=report.companies if report else 0,
            worth=worth_text(report.worth, self.lang) if report else "",
            mix_cost=worth_text(why.mix_cost.worth, self.lang) if why and why.mix_cost.worth else "",
            bound_gap=worth_text(gap, self.lang),
            is_stale=self._is_stale(),
            rules=tuple(self._rule(tally) for tally in report.tallies) if report else (),
            clash=tuple(self._limit(limit) for limit in outcome.infeasible.clash)
            if outcome.infeasible
            else (),
            inside=self._ordered(key for key in self.names if key in chosen),
            outside=self._ordered(key for key in self.names if key not in chosen),
            left_out=tuple(
                self._row(key, (self.say(f"se_left_out_{reason}"),), "")
                for key, reason in self.question.left_out.items()
                if key in self.lines
            ),
        )

    def _is_stale(self) -> bool:
        """Whether what is on the table is no longer what was asked about."""
        asked = {record.id: record.points for record in self.question.candidates}
        now = {key: self.lines[key].points if key in self.lines else None for key in asked}
        gone = any(key in self.lines and not self.lines[key].application.status.is_live for key in asked)
        return asked != now or gone or self.question.mix != self.found.setup.mix

    def _ordered(self, keys: Iterable[str]) -> tuple[ChoiceRow, ...]:
        records = {record.id: record for record in self.question.candidates}
        order = sorted(keys, key=lambda key: (-records[key].points, key))
        chosen = set(self.outcome.chosen)
        decides = self.outcome.infeasible is None
        rows = []
        for key in order:
            verdict = ("admitted" if key in chosen else "waiting") if decides else ""
            rows.append(self._row(key, self._reasons(key), verdict))
        return tuple(rows)

    def _row(self, key: str, reasons: tuple[str, ...], verdict: str) -> ChoiceRow:
        line: ApplicationLine | None = self.lines.get(key)
        question = self.question
        return ChoiceRow(
            reference=key,
            name=line.application.company.name if line else self.names.get(key, key),
            status=line.application.status if line else ApplicationStatus.WITHDRAWN,
            is_sample=bool(line and line.application.sample),
            people=line.application.people_count if line else 0,
            points=points_text(line.points if line else None, self.lang),
            reasons=reasons,
            is_pinned=key in question.pinned_in or key in question.pinned_out,
            verdict=verdict if line and line.application.status.is_live else "",
        )

    def _reasons(self, key: str) -> tuple[str, ...]:
        why = self.outcome.explanation
        if why is None:
            return ()
        if key in why.chosen:
            return tuple(self._why_in(key, why.chosen[key]))
        return tuple(self._why_out(why.others[key])) if key in why.others else ()

    def _why_in(self, key: str, why: WhyIn) -> list[str]:
        if why.is_pinned:
            return [self.say("se_in_pinned")]
        told = [self.say("se_in_by_points")] if why.by_worth and not why.lifted_by else []
        told += [self.say("se_in_lifted", self.rules[rule]) for rule in why.lifted_by if rule in self.rules]
        role = self.outcome.roles.get(key)
        if role:
            carried = [rule for rule in role.carries if rule not in why.lifted_by and self._serves(key, rule)]
            told += [self.say("se_in_carries", self.rules[rule]) for rule in carried]
        if why.margin is None:
            told.append(self.say("se_in_needed"))
        return told or [self.say("se_in_with_mix")]

    def _serves(self, key: str, rule_id: str) -> bool:
        """Whether a rule asks for a feature that the application has; that it also dilutes others is left unsaid."""
        rule = next((rule for rule in self.question.mix.rules if rule.id == rule_id), None)
        record = next(record for record in self.question.candidates if record.id == key)
        has = {each.feature for each in record.features}
        return rule is not None and rule.bound is Bound.AT_LEAST and rule.feature in has

    def _why_out(self, why: WhyOut) -> list[str]:
        if why.is_pinned:
            return [self.say("se_out_pinned")]
        told = [
            self.say("se_out_displaced", self.rules[rule]) for rule in why.displaced_by if rule in self.rules
        ]
        if not told and why.by_worth:
            told.append(self.say("se_out_by_mix"))
        if why.margin is None:
            return [*told, self.say("se_out_impossible")]
        if not why.margin.worth:
            return [*told, self.say("se_out_level" if why.margin.is_exact else "se_out_close")]
        key = "se_out_short" if why.margin.is_exact else "se_out_short_least"
        return [*told, self.say(key, worth_text(why.margin.worth, self.lang))]

    def _rule(self, tally: Tally) -> RuleLine:
        why = self.outcome.explanation
        cost = next((each for each in why.rules if each.rule == tally.rule.id), None) if why else None
        percent = ""
        if tally.rule.unit is Unit.PERCENT and tally.whole:
            share = format_percent(100 * tally.count / tally.whole, self.lang, decimals=0)
            percent = f" ({share})".replace(" %", "\u00a0%")
        return RuleLine(
            sentence=self.rules[tally.rule.id],
            standing=self.say(f"se_standing_{tally.rule.bound}", tally.count, tally.limit) + percent,
            is_tight=tally.slack == 0,
            cost=worth_text(cost.cost.worth, self.lang) if cost and cost.cost.worth else "",
            joins=tuple(self.names[key] for key in cost.would_join) if cost else (),
            leaves=tuple(self.names[key] for key in cost.would_leave) if cost else (),
        )

    def _limit(self, limit: Limit) -> str:
        is_rule = limit.kind is LimitKind.RULE
        told = self.rules[limit.rule] if is_rule else self.say(f"se_limit_{limit.kind}", limit.wanted)
        return told if limit.reachable is None else f"{told}. {self.say('se_limit_reach', limit.reachable)}"
