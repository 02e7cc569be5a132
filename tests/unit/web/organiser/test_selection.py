"""Applications and selection on the screen: who may, what is shown, what is taken, and what it costs."""

import io
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from geleit.domain.applications.application import PaperKind
from geleit.domain.applications.mix import Bound, Mix, MixRule
from geleit.domain.trip import Trip
from geleit.services.compute_selection import newest_proposal
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import SYSTEM, Actor
from geleit.services.jobs.worker import work_once
from geleit.services.papers import keep_paper
from geleit.services.read_selection import read_setup
from geleit.services.score_application import score_application
from geleit.services.set_selection import set_criteria, set_mix
from geleit.services.start_application import start_application
from geleit.services.submit_application import submit_application
from geleit.store.models import Account, ApplicationRow, DecisionRow, OutboxMail, TripRole
from tests.applications import CRITERIA, NOW, feature, make_application, make_sheet, with_company
from tests.published import publish_trip, reviewer

pytestmark = pytest.mark.django_db(transaction=True)
WOMEN = MixRule(id="women", feature=feature("woman_on_board"), bound=Bound.AT_LEAST, amount=1)
ACTIONS = {
    "compute": (),
    "decide": (),
    "criteria": (),
    "mix": (),
    "score": ("one",),
    "examine": ("one",),
    "fee": ("one",),
    "substitute": ("one",),
}
PAGES = ("applications", "waiting", "criteria", "mix", "selection", "export")


@pytest.fixture
def trip() -> Trip:
    found = publish_trip()
    set_criteria(trip=found.id, criteria=CRITERIA, by=SYSTEM, now=NOW)
    set_mix(trip=found.id, mix=Mix(places_max=2), by=SYSTEM, now=NOW)
    return found


def account(trip: Trip, role: str) -> Account:
    found = Account.objects.create_user(email=f"{role}@agentur.example", name=role.title())
    if role != "nobody":
        TripRole.objects.create(trip=find_trip_row(key=trip.id), account=found, role=role)
    return found


@pytest.fixture
def organiser(trip: Trip, client: Client) -> Client:
    client.force_login(account(trip, "organiser"))
    client.cookies["geleit-lang"] = "en"
    return client


def applied(
    trip: Trip, number: int, *, points: int | None = None, by: Actor | None = None, board: bool = True
) -> str:
    application = make_application(number)
    people = tuple(replace(person, is_board_level=board) for person in application.people)
    application = with_company(replace(application, people=people), region="")
    begun = start_application(trip=trip.id, application=application, link_to=str, now=NOW)
    submit_application(reference=begun.reference, by=SYSTEM, now=NOW)
    if points is not None and by is not None:
        score_application(reference=begun.reference, sheet=make_sheet(points), by=by, now=NOW)
    return begun.reference


def address(name: str, trip: Trip, *args: str) -> str:
    return reverse(f"organiser:selection:{name}", args=[trip.id, *args])


def text(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, url: str, status: int, **data: str) -> str:
    response = client.post(url, {key.replace("__", "-"): value for key, value in data.items()})
    assert response.status_code == status
    return response.content.decode()


def computed(client: Client, trip: Trip) -> None:
    """Ask for a proposal and let a worker compute it."""
    post(client, address("compute", trip), 302)
    assert work_once(name="w")


def score_data(points: str = "3", reason: str = "because") -> dict[str, str]:
    return {
        "points__project": points,
        "reason__project": reason,
        "points__fit": points,
        "reason__fit": reason,
        "met__seat": "yes",
    }


# ---- who may


def test_who_is_not_signed_in_signs_in_first(trip: Trip, client: Client) -> None:
    reference = applied(trip, 1)

    for url in (*(address(page, trip) for page in PAGES), address("application", trip, reference)):
        response = client.get(url)
        assert response.status_code == 302
        assert "Muster" not in response.headers["Location"]


@pytest.mark.parametrize("role", ["nobody", "partner"])
def test_strangers_and_partners_find_nothing(role: str, trip: Trip, client: Client) -> None:
    reference = applied(trip, 1)
    client.force_login(account(trip, role))

    for page in PAGES:
        assert "Muster 1" not in text(client, address(page, trip), 404)
    for page in ("application", "substitute"):
        assert "Muster 1" not in text(client, address(page, trip, reference), 404)
    for action, args in ACTIONS.items():
        post(client, address(action, trip, *(reference for _ in args)), 404)


def test_readers_see_and_change_nothing(trip: Trip, client: Client) -> None:
    reference = applied(trip, 1)
    client.force_login(account(trip, "reader"))

    assert "Muster 1 GmbH" in text(client, address("applications", trip))
    assert "Muster 1 GmbH" in text(client, address("application", trip, reference))
    for action, args in ACTIONS.items():
        post(client, address(action, trip, *(reference for _ in args)), 403)
    assert ApplicationRow.objects.get().status == "submitted"


def test_drafts_stay_with_the_company(trip: Trip, organiser: Client) -> None:
    application = with_company(make_application(7), region="")
    draft = start_application(trip=trip.id, application=application, link_to=str, now=NOW)

    assert "Muster 7" not in text(organiser, address("applications", trip))
    text(organiser, address("application", trip, draft.reference), 404)


def test_an_application_of_another_trip_is_not_found(trip: Trip, organiser: Client) -> None:
    text(organiser, address("application", trip, "NOSUCH12"), 404)
    text(organiser, reverse("organiser:selection:applications", args=["elsewhere"]), 404)


# ---- lists


def test_the_list_is_filtered_sorted_and_searched_by_address(trip: Trip, organiser: Client) -> None:
    by = reviewer()
    applied(trip, 1, points=2, by=by)
    applied(trip, 2, points=5, by=by)
    third = applied(trip, 3)
    url = address("applications", trip)

    sorted_page = text(organiser, f"{url}?sort=-points")
    assert (
        sorted_page.index("Muster 2 GmbH")
        < sorted_page.index("Muster 1 GmbH")
        < sorted_page.index("Muster 3 GmbH")
    )
    assert "Muster 3 GmbH" not in text(organiser, f"{url}?scored=yes")
    assert "Muster 1 GmbH" not in text(organiser, f"{url}?q=jena+{third.lower()}")
    assert "Nothing fits the filter" in text(organiser, f"{url}?status=admitted")
    assert "Nothing fits the filter" in text(organiser, f"{url}?size=%00%27--&status=<script>")


def test_an_empty_list_says_what_will_be_there(trip: Trip, organiser: Client) -> None:
    assert "No applications yet" in text(organiser, address("applications", trip))
    assert "Nobody admitted yet" in text(organiser, address("waiting", trip))


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_as_many_queries_whatever_their_length(
    count: int, trip: Trip, organiser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    by = reviewer()
    for number in range(count):
        applied(trip, number, points=3, by=by)
    computed(organiser, trip)

    for page, queries in (("applications", 21), ("waiting", 21), ("selection", 23)):
        organiser.get(address(page, trip))
        with django_assert_num_queries(queries):
            organiser.get(address(page, trip))


def test_the_workbook_is_a_download(trip: Trip, organiser: Client) -> None:
    applied(trip, 1)

    response = organiser.get(address("export", trip))

    assert response.headers["Content-Disposition"] == f'attachment; filename="applications-{trip.id}.xlsx"'
    assert load_workbook(io.BytesIO(response.content))["Applications"].max_row == 2


# ---- one application


def test_what_a_company_wrote_is_shown_as_text(trip: Trip, organiser: Client) -> None:
    application = with_company(make_application(1, aim="<script>alert(1)</script>"), region="")
    begun = start_application(trip=trip.id, application=application, link_to=str, now=NOW)
    submit_application(reference=begun.reference, by=SYSTEM, now=NOW)

    page = text(organiser, address("application", trip, begun.reference))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_scores_are_kept_and_shown_to_the_next_reviewer(trip: Trip, organiser: Client) -> None:
    reference = applied(trip, 1)

    post(organiser, address("score", trip, reference), 302, **score_data("4"))

    page = text(organiser, address("application", trip, reference))
    assert "80.0 of 100 points" in page
    assert "<summary>Organiser</summary>" in page


def test_a_score_without_reason_keeps_what_was_typed(trip: Trip, organiser: Client) -> None:
    reference = applied(trip, 1)
    data = {**score_data("4", reason=""), "reason__fit": "typed with care"}

    page = post(organiser, address("score", trip, reference), 400, **data)

    assert "typed with care" in page
    assert "The reason is missing." in page
    assert ApplicationRow.objects.get().points is None


def test_a_score_off_the_scale_is_refused(trip: Trip, organiser: Client) -> None:
    reference = applied(trip, 1)

    page = post(organiser, address("score", trip, reference), 400, **score_data("6"))

    assert "Please give a whole number from 0 to 5." in page


def test_what_is_missing_is_asked_for(trip: Trip, organiser: Client) -> None:
    reference = applied(trip, 1)
    url = address("examine", trip, reference)

    assert "Please say what is missing." in post(organiser, url, 400, **{"is": "incomplete", "missing": " "})
    post(organiser, url, 302, **{"is": "incomplete", "missing": "Der Registerauszug."})

    assert ApplicationRow.objects.get().status == "incomplete"
    mail = OutboxMail.objects.order_by("pk").last()
    assert mail is not None
    assert "Der Registerauszug." in mail.text


def test_the_fee_is_recorded(trip: Trip, organiser: Client) -> None:
    reference = applied(trip, 1)

    post(organiser, address("fee", trip, reference), 302, tier="1")
    post(organiser, address("fee", trip, reference), 400, tier="9")

    assert ApplicationRow.objects.get().fee_tier == 1


def test_a_paper_is_a_download_that_runs_nothing(trip: Trip, organiser: Client) -> None:
    begun = start_application(
        trip=trip.id, application=with_company(make_application(1), region=""), link_to=str, now=NOW
    )
    kept = keep_paper(
        reference=begun.reference,
        kind=PaperKind.OTHER,
        name="Profil.pdf",
        content=b"%PDF-1",
        by=SYSTEM,
        now=NOW,
    )
    submit_application(reference=begun.reference, by=SYSTEM, now=NOW)
    other = applied(trip, 2)

    response = organiser.get(address("paper", trip, begun.reference, kept.id))

    assert (response.content, response.headers["Content-Type"]) == (b"%PDF-1", "application/pdf")
    assert response.headers["Content-Disposition"] == 'attachment; filename="Profil.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    text(organiser, address("paper", trip, other, kept.id), 404)


# ---- criteria and mix


def criteria_data(**changes: str) -> dict[str, str]:
    return {
        "version": "3",
        "scale_max": "10",
        "further_person_percent": "0",
        "criterion__0__de": "Projekt",
        "criterion__0__weight": "70",
        "criterion__1__en": "Fit",
        "criterion__1__weight": "30",
        "must__0__de": "Sitz",
        **changes,
    }


def test_criteria_are_set_until_somebody_is_scored(trip: Trip, organiser: Client) -> None:
    url = address("criteria", trip)

    post(organiser, url, 302, **criteria_data())
    kept = read_setup(trip=trip.id).criteria
    applied(trip, 1, points=3, by=reviewer())
    page = text(organiser, url)
    refused = post(organiser, url, 400, **criteria_data(version="4"))

    assert kept is not None
    assert [(c.id, c.weight) for c in kept.criteria] == [("project", 70), ("fit", 30)]
    assert (kept.scale_max, [must.id for must in kept.musts]) == (10, ["seat"])
    assert "Closed since 3 March 2025" in page
    assert "fixed since the first score" in refused or "Closed since" in refused


def test_weights_that_do_not_add_up_are_named(trip: Trip, organiser: Client) -> None:
    page = post(organiser, address("criteria", trip), 400, **criteria_data(criterion__0__weight="60"))

    assert "The weights come to 90 percent instead of 100." in page


def test_two_tabs_do_not_write_over_each_other(trip: Trip, organiser: Client) -> None:
    post(organiser, address("criteria", trip), 302, **criteria_data())

    assert "Somebody else was quicker." in post(organiser, address("criteria", trip), 409, **criteria_data())


def mix_data(**changes: str) -> dict[str, str]:
    return {
        "version": "3",
        "places_min": "1",
        "places_max": "2",
        "company_people_max": "2",
        "rule__0__bound": "at_least",
        "rule__0__amount": "1",
        "rule__0__whole": "people:number",
        "rule__0__feature": "woman_on_board:",
        **changes,
    }


def test_the_mix_is_set_rule_by_rule(trip: Trip, organiser: Client) -> None:
    post(organiser, address("mix", trip), 302, **mix_data())

    kept = read_setup(trip=trip.id).mix
    assert kept is not None
    assert [(rule.feature, rule.bound, rule.amount) for rule in kept.rules] == [
        (feature("woman_on_board"), Bound.AT_LEAST, 1)
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"places_min": "3"}, "At least 3 is more than at most 2."),
        (
            {"rule__0__amount": "101", "rule__0__whole": "people:percent"},
            "Please give a whole number from 0 to 100.",
        ),
        ({"places_max": "viele"}, "Please give a whole number from 1 to 100000."),
        ({"rule__0__feature": "magic:"}, "magic:"),
    ],
)
def test_nonsense_in_the_mix_is_named(
    changes: dict[str, str], told: str, trip: Trip, organiser: Client
) -> None:
    assert told in post(organiser, address("mix", trip), 400, **mix_data(**changes))


# ---- proposal, decision, substitution


def test_a_proposal_says_why_and_the_decision_is_logged(trip: Trip, organiser: Client) -> None:
    by = reviewer()
    set_mix(trip=trip.id, mix=Mix(places_max=1, rules=(WOMEN,)), by=SYSTEM, now=NOW)
    better, woman = applied(trip, 1, points=5, by=by, board=False), applied(trip, 2, points=2, by=by)
    computed(organiser, trip)
    proposal = newest_proposal(trip=trip.id)
    assert proposal is not None

    page = text(organiser, address("selection", trip))
    assert "would be in without: At least 1 applications: with women on board level" in page
    assert "proven: no other choice" in page

    data = {"proposal": str(proposal.id), f"verdict__{better}": "admitted", f"verdict__{woman}": "waiting"}
    refused = post(organiser, address("decide", trip), 400, **data)
    assert "2 decisions depart from the proposal without a reason." in refused
    reasons = {f"reason__{better}": "Kabinett", f"reason__{woman}": "Kabinett"}
    post(organiser, address("decide", trip), 302, **data, **reasons)

    assert dict(ApplicationRow.objects.values_list("reference", "status")) == {
        better: "admitted",
        woman: "waiting",
    }
    assert set(DecisionRow.objects.values_list("decided_by", "follows", "reason")) == {
        ("organiser@agentur.example", False, "Kabinett")
    }
    assert "1 of 1 places given away" in text(organiser, address("waiting", trip))


def test_an_impossible_mix_names_the_rules_that_clash(trip: Trip, organiser: Client) -> None:
    applied(trip, 1, points=3, by=reviewer(), board=False)
    set_mix(trip=trip.id, mix=Mix(places_max=1, rules=(WOMEN,)), by=SYSTEM, now=NOW)

    computed(organiser, trip)

    page = text(organiser, address("selection", trip))
    assert "No choice keeps all rules" in page
    assert "At least 1 applications: with women on board level. What can be reached is 0" in page


def test_more_than_there_are_places_is_refused_whole(trip: Trip, organiser: Client) -> None:
    by = reviewer()
    references = [applied(trip, number, points=4, by=by) for number in range(3)]

    page = post(
        organiser, address("decide", trip), 400, **{f"verdict__{key}": "admitted" for key in references}
    )

    assert "3 places are needed, 2 are left" in page
    assert set(ApplicationRow.objects.values_list("status", flat=True)) == {"submitted"}


def test_nothing_decided_is_said(trip: Trip, organiser: Client) -> None:
    assert "You have not decided anything yet." in post(
        organiser, address("decide", trip), 400, verdict__X="magic"
    )


def test_a_changed_score_makes_the_proposal_stale(trip: Trip, organiser: Client) -> None:
    by = reviewer()
    reference = applied(trip, 1, points=3, by=by)
    computed(organiser, trip)
    fresh = text(organiser, address("selection", trip))

    score_application(reference=reference, sheet=make_sheet(5), by=by, now=NOW)

    assert "Something has changed since" not in fresh
    assert "Something has changed since" in text(organiser, address("selection", trip))


def test_without_scores_a_proposal_says_what_is_missing(trip: Trip, organiser: Client) -> None:
    assert "No proposal yet" in text(organiser, address("selection", trip))
    assert "No application can be chosen yet" in post(organiser, address("compute", trip), 400)


def test_one_who_drops_out_is_replaced_by_role(trip: Trip, organiser: Client) -> None:
    by = reviewer()
    set_mix(trip=trip.id, mix=Mix(places_max=1, rules=(WOMEN,)), by=SYSTEM, now=NOW)
    leaving, plain, woman = (
        applied(trip, 1, points=5, by=by),
        applied(trip, 2, points=4, by=by, board=False),
        applied(trip, 3, points=2, by=by),
    )
    data = {f"verdict__{leaving}": "admitted", f"verdict__{plain}": "waiting", f"verdict__{woman}": "waiting"}
    post(organiser, address("decide", trip), 302, **data)
    url = address("substitute", trip, leaving)

    page = text(organiser, url)
    assert "Who moves up when Muster 1 GmbH drops out?" in page
    assert page.index("Muster 3 GmbH") < page.index("Muster 2 GmbH")
    assert "fills the role: At least 1 applications: with women on board level" in page
    assert "The reason is missing." in post(organiser, url, 400, joins=woman, leaves="now")
    post(organiser, url, 302, joins=woman, leaves="now", reason="Absage am Telefon")

    assert dict(ApplicationRow.objects.values_list("reference", "status")) == {
        leaving: "substituted",
        plain: "waiting",
        woman: "admitted",
    }


def test_pages_exist_in_german(trip: Trip, organiser: Client) -> None:
    by = reviewer()
    reference = applied(trip, 1, points=3, by=by)
    organiser.cookies["geleit-lang"] = "de"
    computed(organiser, trip)

    assert "nach Punkten dabei" in text(organiser, address("selection", trip))
    assert "60,0 von 100 Punkten" in text(organiser, address("application", trip, reference))
    for page in ("applications", "waiting", "criteria", "mix"):
        text(organiser, address(page, trip))


def test_a_proposal_is_computed_in_the_background_and_once(trip: Trip, organiser: Client) -> None:
    applied(trip, 1, points=3, by=reviewer())

    post(organiser, address("compute", trip), 302)
    post(organiser, address("compute", trip), 302)

    waiting = text(organiser, address("selection", trip))
    assert "The proposal is being computed" in waiting
    assert "htmx" in waiting
    assert "The proposal is being computed" in text(organiser, address("progress", trip))
    assert (work_once(name="w"), work_once(name="w")) == (True, False)
    assert "The new proposal is there" in text(organiser, address("progress", trip))
    done = text(organiser, address("selection", trip))
    assert "Muster 1 GmbH" in done
    assert "being computed" not in done


def test_characters_that_no_database_keeps_are_left_out(trip: Trip, organiser: Client) -> None:
    reference = applied(trip, 1, points=3, by=reviewer())
    data = {f"verdict__{reference}": "rejected", f"reason__{reference}": "a\0b", "verdict__\0": "admitted"}

    post(organiser, address("decide", trip), 302, **data)

    assert DecisionRow.objects.get().reason == "ab"
