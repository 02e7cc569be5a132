"""Who has access to a trip: members, invitations, what partners share."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from geleit.domain.text import Language
from geleit.services.access import Permission
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.invite_member import AlreadyMemberError, invite_member, withdraw_invitation
from geleit.services.members import (
    LastOwnerError,
    change_member,
    list_members,
    read_sharing,
    remove_member,
)
from geleit.store.models import TripRoleKind
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.forms import InviteForm, MemberForm
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import page_frame, present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences


@organiser_view(Permission.SEE_MEMBERS)
def members(request: TripRequest, trip: str) -> HttpResponse:
    """Show who has access, and who is invited."""
    return _list(request, trip, InviteForm(preferences(request).lang))


@organiser_view(Permission.SEE_MEMBERS, change=Permission.MANAGE_MEMBERS)
def invite(request: TripRequest, trip: str) -> HttpResponse:
    """Invite somebody; the link goes out by mail."""
    lang = preferences(request).lang
    if request.method != "POST":
        return HttpResponseRedirect(reverse("organiser:members", args=[trip]))
    form = InviteForm(lang, request.POST)
    if not form.is_valid():
        return _list(request, trip, form, status=400)
    origin = page_frame(request).origin
    try:
        invite_member(
            trip=trip,
            email=form.cleaned_data["email"],
            role=TripRoleKind(form.cleaned_data["role"]),
            language="de" if form.cleaned_data["language"] == "de" else "en",
            link_to=lambda token: f"{origin}{reverse('organiser:invitation', args=[token])}",
            by=request.member.actor,
            now=present(request),
        )
    except FaultError as error:
        key = "fault_member_already" if isinstance(error, AlreadyMemberError) else "fault_email"
        form.add_error("email", WORDS.say(key, lang))
        return _list(request, trip, form, status=400)
    messages.success(request, WORDS.say("invited", lang, form.cleaned_data["email"]))
    return HttpResponseRedirect(reverse("organiser:members", args=[trip]))


@organiser_view(Permission.SEE_MEMBERS, change=Permission.MANAGE_MEMBERS)
def withdraw(request: TripRequest, trip: str, invitation: int) -> HttpResponse:
    """Take an invitation back."""
    if request.method == "POST":
        try:
            withdraw_invitation(
                trip=request.trip.id, invitation=invitation, by=request.member.actor, now=present(request)
            )
        except NotFoundError as error:
            raise Http404(str(error)) from error
        messages.success(request, WORDS.say("invitation_withdrawn", preferences(request).lang))
    return HttpResponseRedirect(reverse("organiser:members", args=[trip]))


@organiser_view(Permission.MANAGE_MEMBERS, change=Permission.MANAGE_MEMBERS)
def member(request: TripRequest, trip: str, role: int) -> HttpResponse:
    """Show and change one member's role, and what is shared with a partner."""
    lang = preferences(request).lang
    try:
        sharing = read_sharing(trip=request.trip.id, role=role)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    form = MemberForm(lang, sharing, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                change_member(
                    trip=request.trip.id,
                    role=role,
                    expected_version=form.cleaned_data["version"],
                    kind=TripRoleKind(form.cleaned_data["role"]),
                    organisation=form.cleaned_data["organisation"],
                    shared=form.shared(),
                    by=request.member.actor,
                    now=present(request),
                )
            except FaultError as error:
                form.add_error(None, _fault(error, lang))
                status = 409 if isinstance(error, OvertakenError) else 400
            else:
                messages.success(request, WORDS.say("member_changed", lang, sharing.name))
                return HttpResponseRedirect(reverse("organiser:members", args=[trip]))
    return render(
        request, "organiser/member.html", WORDS, status=status, trip=trip, form=form, sharing=sharing
    )


@organiser_view(Permission.MANAGE_MEMBERS, change=Permission.MANAGE_MEMBERS)
def remove(request: TripRequest, trip: str, role: int) -> HttpResponse:
    """Ask whether a member is to lose its access, and take it away."""
    lang = preferences(request).lang
    try:
        sharing = read_sharing(trip=request.trip.id, role=role)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    fault, status = "", 200
    if request.method == "POST":
        given = request.POST.get("version", "")
        version = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
        try:
            remove_member(
                trip=request.trip.id,
                role=role,
                expected_version=version,
                by=request.member.actor,
                now=present(request),
            )
        except FaultError as error:
            fault, status = _fault(error, lang), 409 if isinstance(error, OvertakenError) else 400
        else:
            messages.success(request, WORDS.say("member_removed", lang, sharing.name))
            is_self = sharing.email == request.member.email
            here = reverse("organiser:trips") if is_self else reverse("organiser:members", args=[trip])
            return HttpResponseRedirect(here)
    return render(
        request, "organiser/member_remove.html", WORDS, status=status, trip=trip, sharing=sharing, fault=fault
    )


def _list(request: TripRequest, trip: str, form: InviteForm, *, status: int = 200) -> HttpResponse:
    return render(
        request,
        "organiser/members.html",
        WORDS,
        status=status,
        trip=trip,
        found=list_members(trip=request.trip.id),
        form=form,
        may_manage=request.member.may(Permission.MANAGE_MEMBERS),
    )


def _fault(error: FaultError, lang: Language) -> str:
    keys = {OvertakenError: "fault_overtaken", LastOwnerError: "fault_last_owner"}
    return WORDS.say(keys.get(type(error), "fault_gone"), lang)
