"""Taking up an invitation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from geleit.domain.wording import format_day
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.invite_member import accept_invitation, read_invitation
from geleit.services.personal_links import LinkEndedError
from geleit.web.organiser.account.entry import sign_in
from geleit.web.organiser.forms import AcceptForm
from geleit.web.organiser.words import WORDS
from geleit.web.shared.errors import LinkExpiredError
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show what an invitation is for, and take it up."""
    lang = preferences(request).lang
    now = present(request)
    try:
        found = read_invitation(token=token, now=now)
    except (NotFoundError, LinkEndedError) as error:
        raise LinkExpiredError(str(error)) from error
    signed_in_as = str(getattr(request.user, "email", ""))
    is_theirs = signed_in_as.casefold() == found.email.casefold()
    form = AcceptForm(lang, found.email, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and (is_theirs or not found.has_account):
        status = 400
        if is_theirs or form.is_valid():
            try:
                account = accept_invitation(
                    token=token,
                    now=now,
                    account=request.user.pk if is_theirs else None,
                    name="" if is_theirs else form.cleaned_data["name"],
                    password=None if is_theirs else form.cleaned_data["password"],
                    language="de" if lang == "de" else "en",
                )
            except (NotFoundError, LinkEndedError) as error:
                raise LinkExpiredError(str(error)) from error
            except FaultError:
                form.add_error(None, WORDS.say("fault_invitation", lang))
            else:
                if not is_theirs:
                    sign_in(request, account, method="invitation")
                messages.success(request, WORDS.say("invitation_taken", lang))
                return HttpResponseRedirect(reverse("organiser:cockpit", args=[found.trip]))
    return render(
        request,
        "organiser/invitation.html",
        WORDS,
        status=status,
        found=found,
        title=found.title.get(lang).text,
        until=format_day(found.expires_at.date(), lang),
        form=form,
        is_theirs=is_theirs,
        signed_in_as=signed_in_as,
        here=request.path,
    )
