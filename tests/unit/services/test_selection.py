"""Scores, proposal, decision, substitution; the last place is given once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import IntegrityError, connections, transaction

from geleit.domain.applications.criteria import Mark, ScoreSheet
from geleit.domain.applications.mix import Bound, Mix, MixRule
from geleit.domain.applications.setup_check import SetupProblemCode
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.trip import Trip
from geleit.services.add_sample_applications import add_sample_applications
from geleit.services.applications_common import NoPlaceError
from geleit.services.compute_selection import Proposal, compute_selection, newest_proposal
from geleit.services.decide_selection import DepartureError, Verdict, decide_selection
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.guard import SYSTEM, Actor
from geleit.services.read_selection import list_applications, read_setup, review_application
from geleit.services.record_fee import record_fee
from geleit.services.score_application import ScoreError, score_application
from geleit.services.set_selection import SetupError, set_criteria, set_mix
from geleit.services.start_application import start_application
from geleit.services.submit_application import submit_application
from geleit.services.substitute_application import find_substitutes, substitute_application
from geleit.services.withdraw_application import withdraw_application
from geleit.store.models import ApplicationRow, DecisionRow, OutboxMail, SelectionRow
from tests.applications import CRITERIA, NOW, feature, make_application, make_sheet, with_company
from tests.published import publish_trip, reviewer

pytestmark = pytest.mark.django_db
S = ApplicationStatus
ADMIT, WAIT, REJECT = Verdict(status=S.ADMITTED), Verdict(status=S.WAITING), Verdict(status=S.REJECTED)
WOMEN = MixRule(id="women", feature=feature("woman_on_board"), bound=Bound.AT_LEAST, amount=1)


@pytest.fixture
def trip() -> Trip:
    return set_up()


def set_up(places: int = 2) -> Trip:
    found = publish_trip()
    set_criteria(trip=found.id, criteria=CRITERIA, by=SYSTEM, now=NOW)
    set_mix(trip=found.id, mix=Mix(places_max=places), by=SYSTEM, now=NOW)
    return found


def applied(trip: Trip, number: int, people: int = 1, *, board: bool = False) -> str:
    application = make_application(number, people=people)
    persons = tuple(replace(person, is_board_level=board) for person in application.people)
    application = with_company(replace(application, people=persons), region="")
    begun = start_application(trip=trip.id, application=application, link_to=str, now=NOW)
    submit_application(reference=begun.reference, by=SYSTEM, now=NOW)
    return begun.reference


def scored(trip: Trip, number: int, points: int, by: Actor, people: int = 1, *, board: bool = False) -> str:
    reference = applied(trip, number, people, board=board)
    score_application(reference=reference, sheet=make_sheet(points), by=by, now=NOW)
    return reference


def statuses() -> dict[str, str]:
    return dict(ApplicationRow.objects.values_list("reference", "status"))


def propose(trip: Trip) -> Proposal:
    return compute_selection(trip=trip.id, by=SYSTEM, now=NOW)


def test_the_first_score_fixes_the_criteria(trip: Trip) -> None:
    set_criteria(trip=trip.id, criteria=replace(CRITERIA, scale_max=5), by=SYSTEM, now=NOW)
    scored(trip, 1, 4, reviewer())

    with pytest.raises(FaultError, match="fixed since the first score on 3 March 2025"):
        set_criteria(trip=trip.id, criteria=replace(CRITERIA, scale_max=10), by=SYSTEM, now=NOW)

    assert read_setup(trip=trip.id).criteria == CRITERIA


def test_wrong_criteria_and_mixes_are_refused(trip: Trip) -> None:
    with pytest.raises(SetupError) as caught:
        set_criteria(trip=trip.id, criteria=replace(CRITERIA, criteria=()), by=SYSTEM, now=NOW)
    with pytest.raises(SetupError):
        set_mix(trip=trip.id, mix=Mix(places_max=1, places_min=2), by=SYSTEM, now=NOW)
    with pytest.raises(OvertakenError):
        set_mix(trip=trip.id, mix=Mix(places_max=1), by=SYSTEM, now=NOW, expected_version=1)

    assert [problem.code for problem in caught.value.problems] == [SetupProblemCode.NO_CRITERIA]


def test_scores_need_a_reason_and_lie_on_the_scale(trip: Trip) -> None:
    reference, by = applied(trip, 1), reviewer()
    sheet = ScoreSheet(
        reviewer="",
        marks={
            "project": Mark(points=6, reason="x"),
            "fit": Mark(points=1, reason=" "),
            "other": Mark(points=1, reason="x"),
        },
    )

    with pytest.raises(ScoreError) as caught:
        score_application(reference=reference, sheet=sheet, by=by, now=NOW)

    assert caught.value.fields == {"project": "scale", "fit": "reason", "other": "unknown"}
    assert read_setup(trip=trip.id).criteria_frozen_at is None


def test_two_reviewers_and_one_who_thinks_again(trip: Trip) -> None:
    reference, rita, rolf = applied(trip, 1), reviewer("Rita Muster"), reviewer("Rolf Muster")
    score_application(reference=reference, sheet=make_sheet(5), by=rita, now=NOW)
    score_application(reference=reference, sheet=make_sheet(1), by=rolf, now=NOW)

    result = score_application(reference=reference, sheet=make_sheet(3), by=rolf, now=NOW)

    seen = review_application(trip=trip.id, reference=reference, account=rita.account)
    assert (result.points, result.spread) == (800, 2)
    assert set(seen.sheets) == {"Rita Muster", "Rolf Muster"}
    assert seen.own.marks == make_sheet(5).marks
    assert seen.stored.points == 800


def test_the_best_are_proposed_and_the_proposal_is_kept(trip: Trip) -> None:
    by = reviewer()
    low, high, middle = scored(trip, 1, 1, by), scored(trip, 2, 5, by), scored(trip, 3, 3, by)
    unscored = applied(trip, 4)
    failed = applied(trip, 5)
    score_application(reference=failed, sheet=make_sheet(5, is_met=False), by=by, now=NOW)

    made = propose(trip)

    kept = newest_proposal(trip=trip.id)
    assert kept == made
    assert made.outcome.chosen == (high, middle)
    assert made.question.left_out == {unscored: "unscored", failed: "failed"}
    assert made.outcome.explanation is not None
    assert set(made.outcome.explanation.others) == {low}
    assert statuses()[high] == "submitted"


def test_an_impossible_mix_is_kept_as_such(trip: Trip) -> None:
    scored(trip, 1, 3, reviewer())
    set_mix(trip=trip.id, mix=Mix(places_max=2, rules=(WOMEN,)), by=SYSTEM, now=NOW)

    made = propose(trip)

    assert made.outcome.solved is None
    assert made.outcome.infeasible is not None
    assert [(limit.rule, limit.wanted, limit.reachable) for limit in made.outcome.infeasible.clash] == [
        ("women", 1, 0)
    ]
    assert newest_proposal(trip=trip.id) == made


def test_without_criteria_or_scores_nothing_is_proposed() -> None:
    trip = publish_trip()

    with pytest.raises(FaultError, match="no criteria yet"):
        propose(trip)
    set_criteria(trip=trip.id, criteria=CRITERIA, by=SYSTEM, now=NOW)
    with pytest.raises(FaultError, match="no mix yet"):
        propose(trip)
    set_mix(trip=trip.id, mix=Mix(places_max=1), by=SYSTEM, now=NOW)
    with pytest.raises(FaultError, match="can be chosen yet"):
        propose(trip)


def test_a_decision_writes_to_each_and_ranks_those_who_wait(trip: Trip) -> None:
    by = reviewer()
    one, two, three, four = (scored(trip, number, 6 - number, by) for number in (1, 2, 3, 4))
    made = propose(trip)
    OutboxMail.objects.all().delete()

    decide_selection(
        trip=trip.id,
        verdicts={one: ADMIT, two: ADMIT, four: WAIT, three: WAIT},
        proposal=made.id,
        by=by,
        now=NOW,
    )

    ranks = {line.application.reference: line.waiting_rank for line in list_applications(trip=trip.id)}
    assert ranks == {one: None, two: None, four: 1, three: 2}
    assert [mail.subject.split(":")[0] for mail in OutboxMail.objects.order_by("pk")] == [
        "Zusage",
        "Zusage",
        "Warteliste",
        "Warteliste",
    ]
    assert SelectionRow.objects.get().places_taken == 2


def test_a_departure_from_the_proposal_needs_a_reason_and_is_logged(trip: Trip) -> None:
    by = reviewer()
    good, bad = scored(trip, 1, 5, by, people=2), scored(trip, 2, 1, by)
    made = propose(trip)

    with pytest.raises(DepartureError) as caught:
        decide_selection(trip=trip.id, verdicts={good: REJECT, bad: ADMIT}, proposal=made.id, by=by, now=NOW)
    decide_selection(
        trip=trip.id,
        verdicts={
            good: Verdict(status=S.REJECTED, reason="Insolvenz"),
            bad: Verdict(status=S.ADMITTED, reason="rückt nach"),
        },
        proposal=made.id,
        by=by,
        now=NOW,
    )

    assert caught.value.references == (good, bad)
    assert set(
        DecisionRow.objects.values_list("application__reference", "follows", "reason", "decided_by")
    ) == {
        (good, False, "Insolvenz", "rita@agentur.example"),
        (bad, False, "rückt nach", "rita@agentur.example"),
    }


def test_never_more_than_there_are_places_and_all_or_nothing(trip: Trip) -> None:
    by = reviewer()
    one, two = scored(trip, 1, 5, by), scored(trip, 2, 4, by, people=2)

    with pytest.raises(NoPlaceError) as caught:
        decide_selection(trip=trip.id, verdicts={one: ADMIT, two: ADMIT}, by=by, now=NOW)

    assert (caught.value.wanted, caught.value.left) == (3, 2)
    assert statuses() == {one: "submitted", two: "submitted"}
    with pytest.raises(IntegrityError), transaction.atomic():
        SelectionRow.objects.update(places_taken=3)


def test_fewer_places_than_are_given_away_cannot_be_set(trip: Trip) -> None:
    by = reviewer()
    decide_selection(trip=trip.id, verdicts={scored(trip, 1, 5, by, people=2): ADMIT}, by=by, now=NOW)

    with pytest.raises(FaultError, match="1 places are fewer than the 2"):
        set_mix(trip=trip.id, mix=Mix(places_max=1), by=by, now=NOW)


def test_deciding_on_an_old_proposal_is_refused(trip: Trip) -> None:
    by = reviewer()
    one = scored(trip, 1, 5, by)
    old = propose(trip)
    propose(trip)

    with pytest.raises(OvertakenError):
        decide_selection(trip=trip.id, verdicts={one: ADMIT}, proposal=old.id, by=by, now=NOW)
    with pytest.raises(NotFoundError):
        decide_selection(trip=trip.id, verdicts={"NOSUCH12": ADMIT}, by=by, now=NOW)
    with pytest.raises(FaultError, match="cannot be decided"):
        decide_selection(trip=trip.id, verdicts={one: Verdict(status=S.TRAVELLED)}, by=by, now=NOW)


def test_who_cancels_is_followed_by_who_fills_the_role(trip: Trip) -> None:
    by = reviewer()
    set_mix(trip=trip.id, mix=Mix(places_max=2, rules=(WOMEN,)), by=SYSTEM, now=NOW)
    plain, woman = scored(trip, 1, 5, by), scored(trip, 2, 3, by, board=True)
    better, same_role = scored(trip, 3, 4, by), scored(trip, 4, 2, by, board=True)
    decide_selection(
        trip=trip.id, verdicts={plain: ADMIT, woman: ADMIT, better: WAIT, same_role: WAIT}, by=by, now=NOW
    )

    before = find_substitutes(reference=woman)
    withdraw_application(reference=woman, by=SYSTEM, now=NOW)
    after = find_substitutes(reference=woman)

    assert before.role.carries == ("women",)
    assert [option.joins for option in before.options] == [(same_role,), (better,)]
    assert (after.role, after.options) == (before.role, before.options)

    OutboxMail.objects.all().delete()
    substitute_application(trip=trip.id, leaving=None, joining=(same_role,), reason="Rolle", by=by, now=NOW)

    assert statuses() == {plain: "admitted", woman: "cancelled", better: "waiting", same_role: "admitted"}
    assert [mail.subject.split(":")[0] for mail in OutboxMail.objects.all()] == ["Ein Platz ist frei"]
    assert SelectionRow.objects.get().places_taken == 2


def test_a_substitution_is_all_or_nothing(trip: Trip) -> None:
    by = reviewer()
    one, pair = scored(trip, 1, 5, by), scored(trip, 2, 4, by, people=2)
    other = scored(trip, 3, 4, by)
    decide_selection(trip=trip.id, verdicts={one: ADMIT, other: ADMIT, pair: WAIT}, by=by, now=NOW)

    with pytest.raises(NoPlaceError):
        substitute_application(trip=trip.id, leaving=one, joining=(pair,), reason="x", by=by, now=NOW)
    with pytest.raises(FaultError, match="needs a reason"):
        substitute_application(trip=trip.id, leaving=one, joining=(pair,), reason=" ", by=by, now=NOW)

    assert statuses() == {one: "admitted", other: "admitted", pair: "waiting"}
    assert SelectionRow.objects.get().places_taken == 2


def test_a_fee_is_recorded_if_the_trip_has_it(trip: Trip) -> None:
    reference = applied(trip, 1)

    assert record_fee(reference=reference, tier=1, by=SYSTEM, now=NOW).application.fee_tier == 1
    with pytest.raises(FaultError, match="none numbered 3"):
        record_fee(reference=reference, tier=2, by=SYSTEM, now=NOW)


def test_sample_applications_make_a_selection_that_can_be_computed() -> None:
    trip, by = publish_trip(), reviewer()

    added = add_sample_applications(trip=trip.id, reviewers=(by.account or 0,), by=SYSTEM, now=NOW)
    again = add_sample_applications(trip=trip.id, reviewers=(), by=SYSTEM, now=NOW)

    lines = list_applications(trip=trip.id)
    assert (added, again, len(lines)) == (90, 0, 90)
    assert all(line.application.sample for line in lines)
    assert all(line.application.company.name.startswith(("Muster ", "Beispiel ", "Probe ")) for line in lines)
    assert all(line.application.contact.email.endswith(".example") for line in lines)
    assert OutboxMail.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_last_place_asked_for_twenty_times_at_once_is_given_once() -> None:
    trip, by = set_up(places=3), reviewer()
    first = applied(trip, 0, people=2)
    rest = [applied(trip, number) for number in range(1, 21)]
    decide_selection(trip=trip.id, verdicts={first: ADMIT}, by=by, now=NOW)

    def admit(reference: str) -> str:
        try:
            decide_selection(trip=trip.id, verdicts={reference: ADMIT}, by=by, now=NOW)
        except NoPlaceError as error:
            return f"{error.wanted} wanted, {error.left} left"
        finally:
            connections.close_all()
        return "admitted"

    with ThreadPoolExecutor(20) as pool:
        answers = sorted(pool.map(admit, rest))

    assert answers == ["1 wanted, 0 left"] * 19 + ["admitted"]
    admitted = ApplicationRow.objects.filter(status="admitted")
    assert sum(row.people for row in admitted) == SelectionRow.objects.get().places_taken == 3
