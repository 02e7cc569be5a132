"""Whom to ask for what: as records for machines, and in words for people."""

from collections.abc import Iterator
from typing import Any

from geleit.documents.words.proposals import (
    ask_line,
    deadlines_line,
    else_line,
    heading_line,
    phrased,
    plan_b_cost,
    time_text,
)
from geleit.documents.words.sentences import named, separated
from geleit.domain.programme import OBJECTIVE_PER_POINT, Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.planner.propose.records import Alternate, SessionProposal
from geleit.planner.repair.records import Repair, RepairAnswer, Repairs
from geleit.planner.result import Infeasible, TimedOut
from geleit.services.propose_times import Asking


def asking_record(asking: Asking, trip: Trip, before: Programme) -> dict[str, Any]:
    """Return what to ask a host for as plain values; times are the station's local ones."""
    proposal = asking.proposal
    item = trip.item_by_id[proposal.item]
    zone = trip.zone_of(item.station)
    return {
        "item": proposal.item,
        "host": proposal.host,
        "status": proposal.status.value,
        "probability_percent": proposal.probability_percent,
        "people": proposal.people,
        "max_people": item.max_people,
        "sessions": [
            {
                "session": session.session,
                "start": local(session.start, zone).isoformat(),
                "end": local(session.end, zone).isoformat(),
                "people": len(session.attendees),
                "attendees": list(session.attendees),
                "alternates": [_alternate(each, zone) for each in session.alternates],
            }
            for session in proposal.sessions
        ],
        "decide_by": proposal.decide_by.isoformat() if proposal.decide_by else None,
        "name_list_due": proposal.list_due.isoformat() if proposal.list_due else None,
        "name_list_fields": list(proposal.list_fields),
        "plan_b": None if asking.plan_b is None else _plan_b(asking.plan_b, before),
    }


def _alternate(alternate: Alternate, zone: str) -> dict[str, Any]:
    return {
        "start": local(alternate.start, zone).isoformat(),
        "end": local(alternate.end, zone).isoformat(),
        "day": alternate.day.isoformat(),
        "part": alternate.part.value,
        "people": len(alternate.attendees),
        "attendees": list(alternate.attendees),
        "same_people": alternate.has_same_people,
    }


def _plan_b(answer: RepairAnswer, before: Programme) -> dict[str, Any]:
    match answer:
        case Repairs():
            return {"status": "repaired", "repairs": [_repair(each, before) for each in answer.repairs]}
        case Infeasible():
            return {"status": "infeasible", "repairs": []}
        case TimedOut():
            return {"status": "timed_out", "repairs": []}


def _repair(repair: Repair, before: Programme) -> dict[str, Any]:
    return {
        "kind": repair.kind.value,
        "people_affected": repair.differences.people_affected,
        "changes": repair.differences.changes,
        "value": repair.value.objective,
        "difference": repair.value.objective - _objective(before, repair),
        "proven": repair.proven,
    }


def _objective(before: Programme, repair: Repair) -> int:
    return before.value.objective if before.value is not None else repair.value.objective


def asking_lines(asking: Asking, trip: Trip, before: Programme, lang: Language) -> Iterator[str]:
    """Yield what to ask a host for, and what is done if it declines."""
    proposal = asking.proposal
    yield heading_line(trip, proposal.item, lang)
    for session in proposal.sessions:
        yield from (f"- {line}" for line in _session(session, proposal.item, trip, lang))
    deadlines = deadlines_line(proposal.decide_by, proposal.list_due, proposal.list_fields, lang)
    if deadlines:
        yield f"- {deadlines}"
    if asking.plan_b is not None:
        yield f"- {named(lang, phrased('plan_b', lang), _decline(asking.plan_b, before, lang))}"


def _session(session: SessionProposal, item: str, trip: Trip, lang: Language) -> Iterator[str]:
    yield ask_line(time_text(trip, item, (session.start, session.end), len(session.attendees), lang), lang)
    alternates = [
        (
            time_text(trip, item, (each.start, each.end), len(each.attendees), lang),
            None if each.has_same_people else len(each.attendees),
        )
        for each in session.alternates
    ]
    yield else_line(alternates, lang)


def _decline(answer: RepairAnswer, before: Programme, lang: Language) -> str:
    match answer:
        case Repairs():
            costs = [
                plan_b_cost(
                    each.differences.changes,
                    each.differences.people_affected,
                    (each.value.objective - _objective(before, each)) / OBJECTIVE_PER_POINT,
                    lang,
                )
                for each in answer.repairs
            ]
            best = [phrased("plan_b_best", lang, what=costs[-1])] if len(costs) > 1 else []
            return separated(lang, costs[0], *best)
        case Infeasible():
            return phrased("plan_b_infeasible", lang)
        case TimedOut():
            return phrased("plan_b_open", lang)
