"""How a choice stands to the mix."""

from geleit.domain.applications.application import Applicant, Gender
from geleit.domain.applications.mix import Bound, Measure, MixRule, Unit, features_of, report_mix, tally
from tests.applications import candidate, feature, make_application, mix, with_company


def rule(
    bound: Bound, amount: int, unit: Unit = Unit.NUMBER, measure: Measure = Measure.COMPANIES
) -> MixRule:
    return MixRule(id="r", feature=feature("sme"), bound=bound, amount=amount, unit=unit, measure=measure)


def test_percent_of_companies_is_rounded_against_the_choice() -> None:
    chosen = [candidate("a", 1, "sme"), candidate("b", 1, "sme"), candidate("c", 1)]

    at_least = tally(rule(Bound.AT_LEAST, 67, Unit.PERCENT), chosen)
    at_most = tally(rule(Bound.AT_MOST, 66, Unit.PERCENT), chosen)

    assert (at_least.count, at_least.limit, at_least.is_kept) == (2, 3, False)
    assert (at_most.count, at_most.limit, at_most.is_kept) == (2, 1, False)


def test_exactly_the_share_is_enough() -> None:
    chosen = [candidate("a", 1, "sme"), candidate("b", 1)]

    assert tally(rule(Bound.AT_LEAST, 50, Unit.PERCENT), chosen).is_kept
    assert tally(rule(Bound.AT_MOST, 50, Unit.PERCENT), chosen).is_kept


def test_people_are_counted_one_by_one() -> None:
    chosen = [candidate("a", 1, "sme", people=2), candidate("b", 1, people=2)]

    assert tally(rule(Bound.AT_LEAST, 2, measure=Measure.PEOPLE), chosen).count == 2
    assert tally(rule(Bound.AT_LEAST, 2), chosen).count == 1


def test_a_report_names_everything_that_is_broken() -> None:
    chosen = [candidate("a", 5, people=2, company="x"), candidate("b", 7, company="x")]

    report = report_mix(mix(2, rule(Bound.AT_LEAST, 1), places_min=4), chosen)

    assert (report.people, report.companies, report.worth) == (3, 1, 12)
    assert (report.has_room, report.has_enough, report.crowded, report.is_kept) == (
        False,
        False,
        ("x",),
        False,
    )
    assert report.tallies[0].slack == -1


def test_an_empty_choice_keeps_every_share() -> None:
    assert report_mix(mix(3, rule(Bound.AT_LEAST, 80, Unit.PERCENT)), []).is_kept


def test_features_of_an_application() -> None:
    application = with_company(make_application(people=1), is_first_timer=True, sectors=frozenset({"optics"}))
    both = (*application.people, Applicant(name="Jens Muster", gender=Gender.MAN, is_board_level=True))

    found = features_of(make_application(people=2))
    mixed = features_of(with_company(make_application(people=1), is_first_timer=True))

    assert found == {
        feature("kind", "company"): 2,
        feature("size", "small"): 2,
        feature("sme"): 2,
        feature("region", "ost"): 2,
        feature("woman"): 2,
        feature("woman_on_board"): 2,
    }
    assert mixed[feature("first_timer")] == 1
    assert len(both) == 2
