"""A company finds the trip, saves a draft, comes back by the link from the mail, submits, and sees where it stands."""

import re

import pytest
from playwright.sync_api import Page, expect

from geleit.store.models import ApplicationRow, OutboxMail
from geleit.web.public.apply import guards
from tests.applications import LATE
from tests.e2e.axe import findings, overflow_px
from tests.unit.web.public.applying import move_clock, open_call

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the browser be as quick as it is."""
    monkeypatch.setattr(guards, "FASTEST_S", 0)


def findings_everywhere(page: Page) -> list[object]:
    """Return what is wrong on a page, on a desk and on a phone, in both themes."""
    found: list[object] = []
    for width, scheme in ((1440, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [*findings(page), *([] if not overflow_px(page) else [overflow_px(page)])]
    return found


def mailed_path() -> str:
    """Return the address in the newest mail, without scheme and host."""
    mail = OutboxMail.objects.order_by("-pk").first()
    assert mail is not None
    found = re.search(r"https?://[^/\s]+(/\S+)", mail.text)
    assert found is not None
    return found[1]


def begin_draft(page: Page) -> None:
    page.goto("/de/trips/tiny/")
    page.get_by_role("link", name="Bewerbung beginnen").click()
    page.get_by_label("Name", exact=True).first.fill("Anna Muster")
    page.get_by_label("E-Mail").first.fill("anna@muster.example")
    page.get_by_label("Name mit Rechtsform").fill("Muster Optik GmbH")
    page.get_by_role("button", name="Entwurf speichern").click()


def complete(page: Page) -> None:
    page.get_by_label("Ort", exact=True).fill("Jena")
    page.get_by_label("Region").select_option(label="Ost")
    page.get_by_label("Beschäftigte", exact=False).first.fill("40")
    page.get_by_label("Jahresumsatz in Euro").fill("5 Mio. €")
    page.locator("#id_company-other_sector").fill("Optik")
    page.get_by_label("Was Sie mit der Reise erreichen wollen").fill("Wir suchen Partner.")
    page.locator("#id_people-0-name").fill("Anna Muster")
    page.locator("#id_people-0-function").fill("Geschäftsführung")
    page.get_by_label("Wunsch: ").first.select_option("5")
    page.get_by_label("Die Angaben sind vollständig und richtig", exact=False).check()
    page.get_by_label("Wir kennen die Bedingungen", exact=False).check()


def test_a_company_applies(site: Page) -> None:
    open_call()

    begin_draft(site)
    expect(site.get_by_role("status").first).to_contain_text("Der Entwurf ist gespeichert")
    found = [("draft", findings_everywhere(site))]

    site.goto(mailed_path())
    site.get_by_role("button", name="Bewerbung einreichen").click()
    expect(site.get_by_role("alert")).to_contain_text("noch nicht eingereicht")
    found.append(("wrong", findings_everywhere(site)))
    site.get_by_role("alert").get_by_role("link", name="Ort:").click()
    expect(site.get_by_label("Ort", exact=True)).to_be_focused()

    complete(site)
    site.get_by_label("Dateien auswählen").set_input_files(
        {"name": "profil.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 sample"}
    )
    site.get_by_role("button", name="Weitere Person").click()
    site.locator("#id_people-1-name").fill("Eva Muster")
    site.locator("#id_people-1-function").fill("Vertrieb")
    site.get_by_role("button", name="Bewerbung einreichen").click()
    expect(site.get_by_role("status").first).to_contain_text("Der Eingang ist noch keine Zusage.")
    expect(site.get_by_role("link", name="profil.pdf")).to_be_visible()
    found.append(("status", findings_everywhere(site)))

    assert found == [(name, []) for name in ("draft", "wrong", "status")]
    assert ApplicationRow.objects.values_list("status", "people").get() == ("submitted", 2)
    assert "noch keine Zusage" in str(OutboxMail.objects.values_list("text", flat=True).first())


def test_without_a_script_it_is_the_same(bare_site: Page) -> None:
    open_call()

    begin_draft(bare_site)
    complete(bare_site)
    bare_site.get_by_role("button", name="Weitere Person").click()
    expect(bare_site.locator("#id_people-1-name")).to_be_visible()
    expect(bare_site.get_by_label("Ort", exact=True)).to_have_value("Jena")
    bare_site.get_by_role("button", name="Bewerbung einreichen").click()
    bare_site.get_by_role("link", name="Bewerbung zurückziehen").click()
    bare_site.get_by_role("button", name="Bewerbung zurückziehen").click()

    expect(bare_site.get_by_role("status").first).to_contain_text("Ihre Bewerbung ist zurückgezogen")
    assert ApplicationRow.objects.get().status == "withdrawn"


def test_two_windows_lose_nothing_and_ended_pages_lead_on(site: Page) -> None:
    open_call()
    begin_draft(site)
    address = mailed_path()
    second = site.context.new_page()
    second.goto(address)
    site.goto(address)
    site.get_by_label("Was Sie mit der Reise erreichen wollen").fill("Erstes Fenster")
    site.get_by_role("button", name="Entwurf speichern").click()
    expect(site.get_by_role("status").first).to_contain_text("gespeichert")
    second.get_by_label("Was Sie mit der Reise erreichen wollen").fill("Zweites Fenster")
    second.get_by_role("button", name="Entwurf speichern").click()

    expect(second.get_by_role("row", name="Erstes Fenster Zweites Fenster")).to_be_visible()
    found = [("two", findings_everywhere(second))]
    for name, page in (("withdraw", f"{address}withdraw/"), ("guessed", "/de/application/guessed/")):
        site.goto(page)
        found.append((name, findings_everywhere(site)))
    move_clock(LATE)
    for name, page in (("closed", "/en/trips/tiny/apply/"), ("late", address)):
        site.goto(page)
        found.append((name, findings_everywhere(site)))

    assert found == [(name, []) for name in ("two", "withdraw", "guessed", "closed", "late")]
