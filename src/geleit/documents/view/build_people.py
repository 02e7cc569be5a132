"""People, groups, and the call as views."""

from geleit.documents.view.build_items import sector_names
from geleit.documents.view.lens import Lens
from geleit.documents.view.trip_views import CallView, FeeView, GroupView, PeopleSection, PersonView
from geleit.documents.view.values import Shown
from geleit.documents.words.sentences import enumerated
from geleit.documents.words.terms import heading, term
from geleit.domain.kinds import Role
from geleit.domain.people import Delegate, Organisation
from geleit.domain.wording import format_date, format_money, format_number


def person_view(lens: Lens, delegate: Delegate) -> PersonView:
    """Return one person, without wishes and without presence."""
    organisation = lens.trip.organisation_by_id.get(delegate.organisation or "")
    function = lens.text(delegate.function, assumed="function" in delegate.assumed)
    employer = (
        lens.text(organisation.name, assumed="name" in organisation.assumed) if organisation else lens.own("")
    )
    town = organisation.town if organisation else ""
    sectors = delegate.sectors | (organisation.sectors if organisation else frozenset())
    return PersonView(
        id=delegate.id,
        name=lens.own(delegate.name, assumed="name" in delegate.assumed),
        name_latin=delegate.name_latin,
        role=delegate.role,
        role_word=term(delegate.role, lens.lang),
        function=function,
        organisation=employer,
        town=town,
        employees=_employees(lens, organisation),
        sectors=sector_names(lens, sectors),
        profile=lens.text(delegate.profile, assumed="profile" in delegate.assumed),
        organisation_profile=_profile(lens, organisation),
        website=organisation.website if organisation else "",
        line=enumerated(lens.lang, function.text, employer.text, town),
        is_sample=delegate.sample or bool(organisation and organisation.sample),
    )


def people_in_order(lens: Lens) -> tuple[PersonView, ...]:
    """Return everyone in order of precedence, role and name; only the heads for the public."""
    roles = list(Role)
    everyone = lens.trip.heads if lens.is_public else lens.trip.delegates
    ordered = sorted(
        everyone,
        key=lambda one: (
            roles.index(one.role),
            one.rank is None,
            one.rank or 0,
            (one.name_latin or one.name).casefold(),
        ),
    )
    return tuple(person_view(lens, delegate) for delegate in ordered)


def sections_by_role(lens: Lens, people: tuple[PersonView, ...]) -> tuple[PeopleSection, ...]:
    """Return people under their roles, the public none."""
    if lens.is_public:
        return ()
    found = (
        PeopleSection(
            id=role.value,
            heading=heading(role, lens.lang),
            people=tuple(one for one in people if one.role is role),
        )
        for role in Role
    )
    return tuple(section for section in found if section.people)


def sections_by_sector(lens: Lens, people: tuple[PersonView, ...]) -> tuple[PeopleSection, ...]:
    """Return people under the trip's sectors; who serves several stands under each."""
    if lens.is_public:
        return ()
    found = []
    for sector in lens.trip.sectors:
        own = tuple(one for one in people if _serves(lens, one, sector.id))
        if own:
            found.append(PeopleSection(id=sector.id, heading=lens.text(sector.name).text, people=own))
    return tuple(found)


def group_views(lens: Lens) -> tuple[GroupView, ...]:
    """Return the groups in the trip's order, which is that of the columns."""
    return tuple(
        GroupView(
            id=group.id,
            number=number,
            label=group.id,
            name=lens.text(group.name, assumed="name" in group.assumed),
            vehicle=lens.text(group.vehicle, assumed="vehicle" in group.assumed),
            seats=group.seats,
        )
        for number, group in enumerate(lens.trip.groups, start=1)
    )


def call_view(lens: Lens) -> CallView | None:
    """Return the invitation to companies, None where the trip has none."""
    call = lens.trip.call
    assumed = call.assumed
    if not (call.text or call.deadline or call.places or call.fees or call.contact_email):
        return None
    amounts = sorted(fee.amount_eur for fee in call.fees)
    return CallView(
        text=lens.text(call.text, assumed="text" in assumed),
        deadline=lens.own(
            format_date(call.deadline, lens.lang) if call.deadline else "", assumed="deadline" in assumed
        ),
        places=_count(lens, call.places, assumed="places" in assumed),
        business_places=_count(lens, call.business_places, assumed="business_places" in assumed),
        fees=tuple(
            FeeView(
                name=lens.text(fee.name),
                amount=lens.own(format_money(fee.amount_eur, lens.lang), assumed="fees" in assumed),
            )
            for fee in call.fees
        ),
        fee_range=lens.own(_range(lens, amounts), assumed="fees" in assumed),
        included=lens.text(call.included, assumed="included" in assumed),
        not_included=lens.text(call.not_included, assumed="not_included" in assumed),
        terms=lens.text(call.terms, assumed="terms" in assumed),
        contact_name=lens.own(call.contact_name, assumed="contact_name" in assumed),
        contact_organisation=lens.text(call.contact_organisation, assumed="contact_organisation" in assumed),
        contact_email=lens.own(call.contact_email, assumed="contact_email" in assumed),
        contact_phone=lens.own(call.contact_phone, assumed="contact_phone" in assumed),
        is_sample=call.sample,
    )


def _serves(lens: Lens, person: PersonView, sector: str) -> bool:
    delegate = lens.trip.delegate_by_id[person.id]
    organisation = lens.trip.organisation_by_id.get(delegate.organisation or "")
    return sector in delegate.sectors or bool(organisation and sector in organisation.sectors)


def _employees(lens: Lens, organisation: Organisation | None) -> str:
    if organisation is None or organisation.employees is None:
        return ""
    return lens.label("employees", format_number(organisation.employees, lens.lang))


def _profile(lens: Lens, organisation: Organisation | None) -> Shown:
    if organisation is None:
        return lens.own("")
    return lens.text(organisation.profile, assumed="profile" in organisation.assumed)


def _count(lens: Lens, count: int | None, *, assumed: bool) -> Shown:
    return lens.own("" if count is None else format_number(count, lens.lang), assumed=assumed)


def _range(lens: Lens, amounts: list[int]) -> str:
    if not amounts:
        return ""
    low, high = amounts[0], amounts[-1]
    if low == high:
        return format_money(low, lens.lang)
    if lens.lang == "de":
        return f"{format_number(low, 'de')} bis {format_money(high, 'de')}"
    if lens.lang == "en":
        return f"{format_money(low, 'en')} to {format_money(high, 'en')}"
    return f"{format_number(low, 'zh')}至{format_money(high, 'zh')}"
