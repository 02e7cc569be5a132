"""The booklet's hosts, delegation, notes, and, for the organiser, what found no place."""

from collections.abc import Sequence

from geleit.documents.typst.booklet_front import person_line
from geleit.documents.typst.marks import Icons, named, shown, shown_list, status
from geleit.documents.typst.printable import Json
from geleit.documents.view import HostView, ItemView, PersonView, ProgrammeView, TripView
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated
from geleit.domain.kinds import Role


def hosts_data(view: TripView) -> Json:
    """Return the hosts by the station of their first item, in route order; those without an item last."""
    order: dict[str, list[HostView]] = {one.id: [] for one in view.stations}
    rest: list[HostView] = []
    for host in view.hosts:
        (order[host.items[0].station] if host.items else rest).append(host)
    names = {one.id: (one.number, named(one.name)) for one in view.stations}
    sections: list[Json] = [
        {"number": names[station][0], "heading": names[station][1], "hosts": [_host(one) for one in hosts]}
        for station, hosts in order.items()
        if hosts
    ]
    if rest:
        hosts: list[Json] = [_host(one) for one in rest]
        sections.append({"number": None, "heading": label("host_open", view.lang), "hosts": hosts})
    return {"sections": sections, "empty": label("no_hosts", view.lang), "sample": label("sample", view.lang)}


def people_data(view: TripView) -> Json:
    """Return the delegation by role, in order of precedence; companies by their first sector."""
    lang = view.lang
    sections: list[Json] = []
    for section in view.by_role:
        is_business = section.people[0].role is Role.BUSINESS
        sections.append(
            {
                "heading": section.heading,
                "style": _style(section.people),
                "sectors": _by_sector(view, section.people) if is_business else [],
                "people": [] if is_business else [person_data(one) for one in section.people],
            }
        )
    return {"sections": sections, "empty": label("no_people", lang), "sample": label("sample", lang)}


def notes_data(view: TripView) -> Json:
    """Return the practical notes."""
    return [{"title": named(note.title), "text": shown(note.text)} for note in view.notes]


def unplaced_data(view: ProgrammeView, icons: Icons) -> Json:
    """Return what found no place, and why; the view holds it for the organiser alone."""
    return [
        {
            "title": named(one.item.title),
            "chip": icons.chip(one.item.family, one.item.icon),
            "station": one.item.station_name,
            "status": status(one.board_status),
            "reasons": list(one.reasons),
        }
        for one in view.unplaced
    ]


def person_data(person: PersonView) -> dict[str, Json]:
    """Return one person; a name in another script with its Latin form."""
    latin = person.name_latin if person.name_latin and not _is_latin(person.name.text) else ""
    return {
        "name": named(person.name),
        "latin": latin,
        "line": person_line(person),
        "function": shown(person.function),
        "profile": shown(person.profile),
        "sample": person.is_sample,
    }


def _style(people: Sequence[PersonView]) -> str:
    """Return "cards" for the heads, "list" for everyone else."""
    return "cards" if people[0].role is Role.HEAD else "list"


def _is_latin(name: str) -> bool:
    return all(not char.isalpha() or ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 for char in name)


def _by_sector(view: TripView, people: Sequence[PersonView]) -> list[Json]:
    """Return companies under their first sector in the trip's order; everyone stands once."""
    order = {one.name.text: one for one in view.sectors}
    found: dict[str, list[PersonView]] = {name: [] for name in order}
    rest: list[PersonView] = []
    for person in people:
        (found[person.sectors[0].text] if person.sectors else rest).append(person)
    sections: list[Json] = [
        {"heading": named(order[name].name), "companies": _companies(view, own)}
        for name, own in found.items()
        if own
    ]
    if rest:
        heading = label("no_sector", view.lang) if sections else ""
        sections.append({"heading": heading, "companies": _companies(view, rest)})
    return sections


def _companies(view: TripView, people: Sequence[PersonView]) -> list[Json]:
    """Return companies by name, each with its people in order; who has none stands for himself."""
    by_name: dict[tuple[str, str], list[PersonView]] = {}
    for person in people:
        key = (person.organisation.text, person.town) if person.organisation else ("", person.id)
        by_name.setdefault(key, []).append(person)
    ordered = sorted(by_name.items(), key=lambda entry: (not entry[0][0], entry[0][0].casefold()))
    return [_company(view, own) for _, own in ordered]


def _company(view: TripView, people: Sequence[PersonView]) -> Json:
    first = people[0]
    others = (sector.text for sector in first.sectors[1:])
    also = enumerated(view.lang, *others)
    is_sample = all(one.is_sample for one in people)
    return {
        "name": shown(first.organisation),
        "facts": [part for part in (first.town, first.employees) if part],
        "profile": shown(first.organisation_profile),
        "website": first.website,
        "also": label("also_sector", view.lang, also) if also else "",
        "sample": is_sample,
        "people": [_member(one, is_marked=one.is_sample and not is_sample) for one in people],
    }


def _member(person: PersonView, *, is_marked: bool) -> Json:
    return {**person_data(person), "sample": is_marked}


def _when(item: ItemView) -> list[Json]:
    """Return the item's times, each once, or that they are still open."""
    times = dict.fromkeys(f"{time.day_text}, {time.time_text}" for time in item.times)
    return list(times) or [item.when]


def _host(host: HostView) -> Json:
    return {
        "name": named(host.name),
        "kind": host.kind_word,
        "place": shown_list(
            (host.place, host.address) if host.place.text not in host.address.text else (host.address,)
        ),
        "profile": shown(host.profile),
        "website": host.website,
        "sample": host.is_sample,
        "items": [
            {"title": shown(item.title), "when": _when(item), "status": status(item.status)}
            for item in host.items
        ],
    }
