"""The board's pages: what is on them, who may what, and what they say when something goes wrong."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client
from markupsafe import escape
from pytest_django import DjangoAssertNumQueries

from geleit.domain.hosts import HostRequest
from geleit.domain.status import RequestStatus
from geleit.services.board_read import read_board
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.jobs.worker import work_once
from geleit.services.machine_clock import machine_now
from geleit.services.plan_stored_trip import plan_stored_trip
from geleit.services.plan_trip import Effort
from geleit.services.save_part import save_part
from geleit.store.models import Draft, ItemRow, Job, JobState, ProgrammeVersion
from geleit.web.organiser.board.drawing import curve
from tests.factories import change_item, make_trip
from tests.unit.web.organiser.people import NOW, member
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
BOARD = "/organise/tiny/board/"
TALK = {
    "session": "talk-1",
    "item": "talk",
    "day": "2025-05-20",
    "time": "10:15",
    "groups": "1",
    "do": "move",
}
CLASH = {
    "session": "acme-1",
    "item": "acme",
    "day": "2025-05-19",
    "time": "15:00",
    "groups": "1",
    "do": "move",
}
SCRIPT = {"X-Board": "1"}


def enter(client: Client, role: str = "organiser") -> None:
    """Publish the tiny trip and sign in."""
    publish()
    client.force_login(member(find_trip_row(key="tiny"), role))
    client.cookies["geleit-lang"] = "en"


def at() -> str:
    return str(read_board(row=find_trip_row(key="tiny")).stand)


def send(client: Client, address: str, **fields: object) -> HttpResponse:
    answer = client.post(f"{BOARD}{address}/", {"at": at(), **fields})
    assert isinstance(answer, HttpResponse)
    return answer


def text_of(client: Client, address: str = "") -> str:
    return client.get(BOARD + address).content.decode()


def test_every_day_and_group_is_on_the_board(client: Client) -> None:
    enter(client)

    week = text_of(client, "?zoom=week")

    assert re.findall(r'data-date="([^"]+)"', week) == [f"2025-05-{day}" for day in range(18, 23)]
    assert sorted(set(re.findall(r'data-session="([^"]+)"', week))) == [
        "acme-1", "acme-2", "beta-1", "beta-2", "briefing-1", "talk-1", "university-1", "welcome-1",
    ]  # fmt: skip # as one reads them


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("?day=2025-05-20", ["2025-05-20"]),
        ("?zoom=station&day=2025-05-19", ["2025-05-18", "2025-05-19", "2025-05-20"]),
    ],
)
def test_a_zoom_shows_its_days(client: Client, address: str, days: list[str]) -> None:
    enter(client)

    assert re.findall(r'data-date="([^"]+)"', text_of(client, address)) == days


def test_what_has_no_place_says_why(client: Client) -> None:
    enter(client)

    tray = text_of(client).partition('class="bd-tray"')[2].partition("</aside>")[0]

    assert re.findall(r'data-item="([^"]+)"', tray) == ["gamma"]
    assert "Why not:" in tray


@pytest.mark.parametrize(
    ("role", "status"), [("owner", 200), ("organiser", 200), ("reader", 200), ("partner", 404)]
)
def test_who_sees_the_board(client: Client, role: str, status: int) -> None:
    enter(client, role)

    assert client.get(BOARD).status_code == status


@pytest.mark.parametrize("address", ["move", "undo", "adopt", "plan", "cancel", "repair", "take", "publish"])
def test_a_reader_changes_nothing(client: Client, address: str) -> None:
    enter(client, "reader")

    assert send(client, address, **TALK).status_code == 403
    assert (Draft.objects.filter(published_as=None).count(), Job.objects.count()) == (0, 0)


def test_a_reader_is_offered_no_button(client: Client) -> None:
    enter(client, "reader")

    page = text_of(client).partition('id="board"')[2].partition("<template")[0]

    assert re.findall(r'<form[^>]* method="post"[^>]*>', page) == []
    assert "data-edit" not in page


def test_the_checker_answers_a_card_in_the_hand(client: Client) -> None:
    enter(client)

    answers = [
        client.get(f"{BOARD}check/?{urlencode({**fields, 'at': at()})}").json() for fields in (TALK, CLASH)
    ]

    assert answers[0] == {
        "text": "Talk, group 1, Tue 20, 10:15 am–11:15 am, no conflict",
        "result": "no conflict",
        "broken": [],
        "causes": 0,
        "mended": 0,
        "people": 3,
        "ok": True,
    }
    assert (answers[1]["ok"], answers[1]["causes"]) == (
        False,
        len(answers[1]["broken"]) - _followers(answers[1]),
    )
    assert Draft.objects.filter(published_as=None).count() == 0


def _followers(answer: dict[str, object]) -> int:
    broken, causes = answer["broken"], answer["causes"]
    assert isinstance(broken, list)
    assert isinstance(causes, int)
    return len(broken) - causes


def test_a_form_moves_and_pins_without_a_script(client: Client) -> None:
    enter(client)

    answer = send(client, "move", **TALK)

    assert (answer.status_code, answer["Location"]) == (302, f"{BOARD}?day=2025-05-20&focus=talk-1")
    page = text_of(client, "?day=2025-05-20")
    assert re.findall(r'data-start="(\d+)"[^>]*data-pinned', page) == [str(10 * 60 + 15)]


def test_the_script_is_told_where_the_card_is(client: Client) -> None:
    enter(client)

    answer = client.post(f"{BOARD}move/", {"at": at(), "zoom": "week", **TALK}, headers=SCRIPT)

    assert answer.json() == {"href": f"{BOARD}?zoom=week&day=2025-05-20&focus=talk-1"}


def test_a_card_page_checks_first(client: Client) -> None:
    enter(client)

    page = text_of(client, f"session/acme-1/?{urlencode({**CLASH, 'check': 1})}")

    assert "This would break:" in page
    assert '<option value="2025-05-19" selected>' in page
    assert 'value="15:00"' in page


def test_an_item_without_a_place_is_put_somewhere(client: Client) -> None:
    enter(client)
    assert "Place on …" in text_of(client, "item/gamma/")

    send(client, "move", item="gamma", session="", day="2025-05-20", time="10:00", groups="2", do="move")

    assert 'data-session="gamma-1"' in text_of(client, "?day=2025-05-20")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"day": "31 June"}, 400),
        ({"time": "25:00"}, 400),
        ({"groups": "9"}, 404),
        ({"session": "talk-9"}, 404),
        ({"at": "nonsense"}, 404),
        ({"do": "burn"}, 404),
    ],
)
def test_what_cannot_be_is_said_in_three_parts(client: Client, fields: dict[str, str], status: int) -> None:
    enter(client)

    answer = client.post(f"{BOARD}move/", {"at": at(), **TALK, **fields}, headers=SCRIPT)

    assert answer.status_code == status
    assert sorted(answer.json()) == ["advice", "happened", "holds"]
    assert Draft.objects.filter(published_as=None).count() == 0


def test_the_second_of_two_organisers_keeps_what_was_typed(client: Client) -> None:
    enter(client)
    seen = at()
    send(client, "move", **TALK)

    answer = client.post(f"{BOARD}move/", {**CLASH, "at": seen})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else has changed the programme in the meantime" in page
    assert ('value="15:00"' in page, f'name="at" value="{at()}"' in page) == (True, True)


def test_the_script_of_the_second_is_told_too(client: Client) -> None:
    enter(client)
    seen = at()
    send(client, "move", **TALK)

    moved = client.post(f"{BOARD}move/", {**CLASH, "at": seen}, headers=SCRIPT)
    checked = client.get(f"{BOARD}check/?{urlencode({**CLASH, 'at': seen})}")

    assert (moved.status_code, checked.status_code) == (409, 409)
    assert moved.json() == checked.json()


def test_pinning_taking_off_and_undo(client: Client) -> None:
    enter(client)

    send(client, "move", session="talk-1", do="pin")
    pinned = "data-pinned" in text_of(client, "?day=2025-05-20")
    send(client, "move", session="talk-1", do="unpin")
    unpinned = "data-pinned" not in text_of(client, "?day=2025-05-20")
    send(client, "move", session="talk-1", do="remove")
    gone = 'data-session="talk-1"' not in text_of(client, "?day=2025-05-20")
    send(client, "undo")
    back = 'data-session="talk-1"' in text_of(client, "?day=2025-05-20")

    assert (pinned, unpinned, gone, back) == (True, True, True, True)


def test_undo_with_nothing_to_undo_says_so(client: Client) -> None:
    enter(client)

    answer = send(client, "undo")

    assert answer.status_code == 404
    assert "There is nothing to undo" in answer.content.decode()


def test_planning_runs_behind_the_board_and_changes_nothing_on_it(client: Client) -> None:
    enter(client)
    before = re.findall(r"data-session=[^>]+", text_of(client, "?zoom=week"))

    send(client, "plan")
    waiting = text_of(client, "?zoom=week")
    job = Job.objects.get()

    assert ("Planning waits for a worker" in waiting, "data-live" in waiting) == (True, True)
    assert re.findall(r"data-session=[^>]+", waiting) == before
    send(client, "cancel", job=str(job.pk))
    assert "Planning stopped, no result" in text_of(client)


def test_a_finished_plan_is_offered_and_not_taken(client: Client) -> None:
    enter(client)
    send(client, "move", **TALK)
    mine = at()
    send(client, "plan")

    Job.objects.update(
        state=JobState.DONE,
        result={"outcome": "solved", "draft": Draft.objects.create(**_copy_of_draft()).pk, "trip_version": 1},
        progress={"curve": [[0.1, 100, 900], [1.0, 400, 700], [2.0, 500, 600]], "gap": 0.1},
    )

    page = text_of(client, f"?show=d{mine[1:].split('.', maxsplit=1)[0]}")
    assert "A new plan is ready" in page
    assert "The trip was changed during planning" in page
    assert 'class="bd-spark"' in page


def test_a_computed_plan_is_an_offer_until_somebody_goes_on_with_it(client: Client) -> None:
    enter(client)
    plan_stored_trip(key="tiny", effort=Effort(rounds=1, prove=False), by=SYSTEM, now=NOW)
    work_once(name="t")
    draft = Draft.objects.get(published_as=None)
    before = at()
    offer = f"d{draft.pk}.{draft.version}"

    page = text_of(client, f"?show=d{draft.pk}")
    answer = client.post(f"{BOARD}adopt/", {"at": offer})

    assert (before, "This draft is an offer." in page, answer.status_code) == ("v1", True, 302)
    assert at() == f"d{draft.pk}.{draft.version + 1}"


def _copy_of_draft() -> dict[str, object]:
    draft = Draft.objects.filter(published_as=None).get()
    fields = ("trip_id", "based_on_id", "snapshot_id", "programme", "created_at", "changed_at")
    return {name: getattr(draft, name) for name in fields}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": JobState.FAILED}, "Planning broke off"),
        (
            {"state": JobState.WAITING, "queued_at": machine_now() - timedelta(minutes=5)},
            "Planning stands still",
        ),
        (
            {
                "state": JobState.RUNNING,
                "seen_at": machine_now() - timedelta(minutes=5),
                "started_at": machine_now(),
            },
            "Planning stands still",
        ),
        ({"state": JobState.DONE, "result": {"outcome": "infeasible", "clashes": []}}, "No plan is possible"),
    ],
)
def test_a_worker_that_dies_is_said_and_the_board_holds(
    client: Client, changes: dict[str, object], said: str
) -> None:
    enter(client)
    send(client, "plan")
    Job.objects.update(**changes)

    page = text_of(client, "?zoom=week")

    assert said in page
    assert page.count("data-session=") == 8


def test_repairs_stand_side_by_side_and_one_is_taken(client: Client) -> None:
    enter(client)
    send(client, "move", **CLASH)
    send(client, "repair", item="acme")
    assert "Looking for repairs" in text_of(client)
    work_once(name="t")

    page = text_of(client)
    kinds = re.findall(r'name="kind" value="([^"]+)"', page)
    job = Job.objects.get()
    preview = text_of(client, f"?preview={kinds[0]}&day=2025-05-19")
    answer = send(client, "take", kind=kinds[0], job=str(job.pk))

    assert kinds[0] == "least_change"
    assert ("Nothing is saved." in preview, "cd--was" in preview, "data-edit" in preview) == (
        True,
        True,
        False,
    )
    assert answer.status_code == 302
    assert "The checker has nothing against this programme." in text_of(client)


def test_a_repair_of_another_draft_or_kind_is_not_taken(client: Client) -> None:
    enter(client)
    send(client, "move", **CLASH)
    send(client, "plan")
    job = Job.objects.get()

    assert send(client, "take", kind="best", job=str(job.pk)).status_code == 404
    assert send(client, "take", kind="nice", job=str(job.pk)).status_code == 404


def test_status_renews_strip_and_panel_alone(client: Client) -> None:
    enter(client)
    send(client, "plan")

    told = client.get(f"{BOARD}status/").json()

    assert (sorted(told), told["live"], "data-session" in told["strip"] + told["panel"]) == (
        ["live", "panel", "strip"],
        True,
        False,
    )


def test_a_host_who_declined_is_a_conflict_on_the_board(client: Client) -> None:
    enter(client)
    row = ItemRow.objects.get(key="talk")
    declined = change_item(
        make_trip(), "talk", request=HostRequest(status=RequestStatus.DECLINED)
    ).item_by_id["talk"]
    save_part(key="tiny", value=declined, by=SYSTEM, now=NOW, expected_version=row.version)

    page = text_of(client, "?day=2025-05-20")

    assert "The trip has changed since this programme was computed" in page
    assert re.findall(r"data-conflict data-session=\"([^\"]+)\"", page) == ["talk-1"]


def test_a_draft_is_compared_and_published_with_a_note(client: Client) -> None:
    enter(client)
    send(client, "move", **TALK)

    compared = text_of(client, "compare/")
    answer = client.post(f"{BOARD}publish/", {"at": at(), "note": "Talk at 10:15"})

    assert re.findall(r'scope="row">([^<]+)<', compared) == ["Anna", "Gina", "Head"]
    assert (answer.status_code, answer["Location"]) == (302, BOARD)
    assert ProgrammeVersion.objects.get(number=2).note == "Talk at 10:15"


def test_what_is_in_the_way_of_publishing_is_listed(client: Client) -> None:
    enter(client)
    send(client, "move", **CLASH)

    page = text_of(client, "publish/")
    answer = client.post(f"{BOARD}publish/", {"at": at(), "note": "Now"})

    assert ("In the way" in page, "Publish as version" in page) == (True, False)
    assert (answer.status_code, ProgrammeVersion.objects.count()) == (400, 1)


@pytest.mark.parametrize("query", ["", "?show=v1"])
def test_cards_lead_to_their_pages(client: Client, query: str) -> None:
    enter(client)

    links = re.findall(r'class="cd__a" href="([^"]+)"', text_of(client, f"{query or '?'}&day=2025-05-20"))

    assert links == [f"{BOARD}session/talk-1/{query}"]
    assert client.get(links[0]).status_code == 200


@pytest.mark.parametrize(
    "address", ["?show=d99", "?show=v9", "?show=x", "session/no-1/", "item/no/", "compare/?with=v9"]
)
def test_what_there_is_not_is_not_found(client: Client, address: str) -> None:
    enter(client)

    assert client.get(BOARD + address).status_code == 404


@pytest.mark.parametrize("query", ["?zoom=moon", "?day=31-June", "?group=9", "?preview=best", "?day=%00"])
def test_what_makes_no_sense_in_an_address_is_passed_over(client: Client, query: str) -> None:
    enter(client)

    assert client.get(BOARD + query).status_code == 200


def test_an_empty_board_leads_to_the_first_plan(client: Client) -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    client.force_login(member(find_trip_row(key="tiny"), "organiser"))
    client.cookies["geleit-lang"] = "en"

    page = text_of(client)

    assert ("No programme yet" in page, ">Plan</button>" in page) == (True, True)


def test_board_and_check_ask_the_store_a_few_times(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    enter(client)
    send(client, "move", **TALK)
    fields = urlencode({**CLASH, "at": at()})
    text_of(client)
    client.get(f"{BOARD}check/?{fields}")

    with django_assert_num_queries(7):
        client.get(BOARD)
    with django_assert_num_queries(6):
        client.get(f"{BOARD}check/?{fields}")


def test_the_curve_has_value_bound_and_gap() -> None:
    found = curve([[0.0, 0, None], [1.0, 50, 100], [2.0, 100, 100]])

    assert found == {
        "value": "M2.0 36.0H54.0V22.4H106.0V8.8",
        "bound": "M54.0 8.8H106.0V8.8H106.0V8.8",
        "gap": "M54.0 8.8H106.0V8.8H106.0V8.8 L106.0 8.8 L54.0 22.4Z",
    }
    assert curve([[0.0, 1, None]]) == {}


def test_why_an_item_has_no_place_is_looked_into_when_asked(client: Client) -> None:
    enter(client, "reader")

    page = text_of(client, "why/gamma/")
    told = client.get(f"{BOARD}why/gamma/", headers=SCRIPT)

    assert told.json()["text"].startswith("Possible")
    assert told.json()["lines"]
    assert escape(told.json()["text"]) in page
    assert "Why not" in page


def test_the_deep_reason_is_told_in_german_too(client: Client) -> None:
    enter(client)
    client.cookies["geleit-lang"] = "de"

    told = client.get(f"{BOARD}why/gamma/", headers=SCRIPT).json()

    assert told["text"].startswith("Möglich")


@pytest.mark.parametrize("item", ["acme", "nothing"])
def test_no_reason_is_given_for_what_has_a_place_or_is_not_there(client: Client, item: str) -> None:
    enter(client)

    assert client.get(f"{BOARD}why/{item}/", headers=SCRIPT).status_code == 404


def test_a_partner_learns_no_reasons(client: Client) -> None:
    enter(client, "partner")

    assert client.get(f"{BOARD}why/gamma/").status_code == 404


def test_a_large_trip_is_looked_into_by_a_worker(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geleit.services.board_why.MOST_ITEMS", 2)
    enter(client)
    address = f"{BOARD}why/gamma/"

    first, second = (client.get(address, headers=SCRIPT).json() for _ in range(2))
    waiting = Job.objects.count()
    work_once(name="test")
    told = client.get(address, headers=SCRIPT).json()
    client.cookies["geleit-lang"] = "de"
    in_german = client.get(address, headers=SCRIPT).json()

    assert (first["wait"], second["wait"], waiting) == (True, True, 1)
    assert (told["wait"], told["text"].startswith("Possible")) == (False, True)
    assert in_german["text"].startswith("Möglich")
