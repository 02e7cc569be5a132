"""The lists of a trip: shown, one row changed, many pasted, given out."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from geleit.services.access import Permission
from geleit.services.edit_list import (
    SHARED,
    Preview,
    StoredList,
    export_list,
    preview_text,
    read_list,
    read_upload,
    remove_row,
    save_row,
    take_over_text,
    was_added,
)
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.store.models import TripRoleKind
from geleit.tripfile.lists import ListKey, list_columns
from geleit.tripfile.lists.columns import heading
from geleit.tripfile.lists.faults import Tongue
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.lists.rows import (
    ListRow,
    RowForm,
    filter_fields,
    list_rows,
    matches,
    shown_columns,
)
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.listing import Listing, listing, read_query
from geleit.web.shared.pages import is_fragment, render
from geleit.web.shared.preferences import preferences

MOST_TEXT: Final = 1_000_000
"""Letters that can be pasted at once."""
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@organiser_view(Permission.SEE_SHARED)
def listed(request: TripRequest, trip: str, key: ListKey) -> HttpResponse:
    """Show a list, filtered and sorted as the address says."""
    stored = read_list(trip=trip, key=key)
    page, total = _page(request, stored, key)
    return render(
        request,
        "organiser/lists/list.html",
        WORDS,
        key=key,
        one=key.removesuffix("s"),
        page=page,
        total=total,
        filters=filter_fields(_seen(request, stored, key), stored.trip, key, _tongue(request)),
        chosen=dict(page.query.others),
        may_edit=request.member.may(Permission.EDIT_SHARED),
        may_add=request.member.may(Permission.EDIT_PROGRAMME),
        is_partner=_is_partner(request),
    )


@organiser_view(Permission.EDIT_SHARED, change=Permission.EDIT_SHARED)
def edit(request: TripRequest, trip: str, key: ListKey, row: str) -> HttpResponse:
    """Show the form of one row, or save it; in place where a script asks, else as a page."""
    lang = _tongue(request)
    stored = read_list(trip=trip, key=key)
    if not request.member.scope.sees(SHARED[key], row) or (
        row not in stored.versions and request.method != "POST"
    ):
        raise Http404("no such row")
    given = request.POST if request.method == "POST" else None
    form = RowForm(
        stored.trip,
        key,
        lang,
        given=given,
        row=row,
        version=stored.versions.get(row, 0),
        is_partner=_is_partner(request),
    )
    if given is None:
        return _form(request, trip, key, row, stored, form)
    try:
        edited = save_row(
            trip=trip,
            key=key,
            row=form.row(row),
            expected_version=form.version,
            lang=lang,
            member=request.member,
            now=present(request),
        )
    except OvertakenError:
        return _overtaken(request, trip, key, row, form)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    if edited.faults:
        form.tell(edited.faults)
        return _form(request, trip, key, row, stored, form, status=400)
    if is_fragment(request):
        return _one_row(request, trip, key, row)
    messages.success(request, WORDS.say("list_saved", lang, edited.changes[0].label))
    return HttpResponseRedirect(reverse(f"organiser:{key}", args=[trip]))


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def add(request: TripRequest, trip: str, key: ListKey) -> HttpResponse:
    """Show an empty form, or keep a new row."""
    lang = _tongue(request)
    stored = read_list(trip=trip, key=key)
    given = request.POST if request.method == "POST" else None
    form = RowForm(stored.trip, key, lang, given=given)
    if given is None:
        return _form(request, trip, key, "", stored, form)
    try:
        edited = save_row(
            trip=trip,
            key=key,
            row=form.row(),
            expected_version=None,
            lang=lang,
            member=request.member,
            now=present(request),
            once=form.once,
        )
    except FaultError:
        if was_added(once=form.once, member=request.member):
            return HttpResponseRedirect(reverse(f"organiser:{key}", args=[trip]))
        form.add_error(form.first[0], WORDS.say("list_taken", lang))
        return _form(request, trip, key, "", stored, form, status=400)
    if edited.faults:
        form.tell(edited.faults)
        return _form(request, trip, key, "", stored, form, status=400)
    messages.success(request, WORDS.say("list_saved", lang, edited.changes[0].label))
    return HttpResponseRedirect(reverse(f"organiser:{key}", args=[trip]))


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def remove(request: TripRequest, trip: str, key: ListKey, row: str) -> HttpResponse:
    """Ask whether a row is to go, and take it out."""
    lang = _tongue(request)
    stored = read_list(trip=trip, key=key)
    label = next((each.name for each in list_rows(stored, key, lang) if each.id == row), None)
    if label is None:
        raise Http404("no such row")
    fault, status = "", 200
    if request.method == "POST":
        given = request.POST.get("version", "")
        version = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
        try:
            remove_row(
                trip=trip,
                key=key,
                row=row,
                expected_version=version,
                by=request.member.actor,
                now=present(request),
            )
        except OvertakenError:
            fault, status = WORDS.say("list_overtaken", lang), 409
        except FaultError as error:
            users = str(error.values.get("users", ""))
            fault, status = WORDS.say("list_in_use", lang, label, users), 400
        else:
            messages.success(request, WORDS.say("list_removed", lang, label))
            return HttpResponseRedirect(reverse(f"organiser:{key}", args=[trip]))
    return render(
        request,
        "organiser/lists/remove.html",
        WORDS,
        status=status,
        key=key,
        label=label,
        version=stored.versions[row],
        fault=fault,
    )


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def paste(request: TripRequest, trip: str, key: ListKey) -> HttpResponse:
    """Show what pasted rows or a workbook would change, and take it over."""
    if request.method != "POST":
        return _paste(request, trip, key)
    lang = _tongue(request)
    upload = request.FILES.get("file")
    text = str(request.POST.get("text", ""))
    if upload is not None:
        try:
            text = read_upload(trip=trip, key=key, content=upload.read())
        except FaultError:
            fault = WORDS.say("paste_bad_file", lang, str(upload.name))
            return _paste(request, trip, key, text=text, fault=fault, status=400)
    if not text.strip() or len(text) > MOST_TEXT:
        fault = WORDS.say("paste_bad_form" if text.strip() else "paste_empty", lang)
        return _paste(request, trip, key, text=text[:MOST_TEXT], fault=fault, status=400)
    if request.POST.get("do") != "take":
        preview = preview_text(trip=trip, key=key, text=text, lang=lang)
        status = 400 if _faults(preview) else 200
        return _paste(request, trip, key, text=text, preview=preview, status=status)
    return _take_over(request, trip, key, text)


@organiser_view(Permission.SEE_SHARED)
def export(request: TripRequest, trip: str, key: ListKey) -> HttpResponse:
    """Give the rows out that the address asks for, as a workbook."""
    stored = read_list(trip=trip, key=key)
    page, _ = _page(request, stored, key, per_page=100_000)
    content = export_list(trip=trip, key=key, ids=[row.id for row in page.rows], member=request.member)
    response = HttpResponse(content, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{trip}-{key}.xlsx"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _take_over(request: TripRequest, trip: str, key: ListKey, text: str) -> HttpResponse:
    lang = _tongue(request)
    given = request.POST.get("trip_version", "")
    version = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    try:
        taken = take_over_text(
            trip=trip,
            key=key,
            text=text,
            expected_version=version,
            lang=lang,
            by=request.member.actor,
            now=present(request),
        )
    except OvertakenError:
        preview = preview_text(trip=trip, key=key, text=text, lang=lang)
        fault = WORDS.say("paste_overtaken", lang)
        return _paste(request, trip, key, text=text, preview=preview, fault=fault, status=409)
    if _faults(taken):
        return _paste(request, trip, key, text=text, preview=taken, status=400)
    new = sum(change.is_new for change in taken.edited.changes)
    changed = sum(bool(change.cells) and not change.is_new for change in taken.edited.changes)
    messages.success(request, WORDS.say("paste_taken", lang, new, changed))
    return HttpResponseRedirect(reverse(f"organiser:{key}", args=[trip]))


def _paste(
    request: TripRequest,
    trip: str,
    key: ListKey,
    *,
    text: str = "",
    preview: Preview | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    lang = _tongue(request)
    languages = preview.edited.trip.languages if preview and preview.edited.trip else ("de", "en")
    columns = [
        (heading(column, lang), column.help_de if lang == "de" else column.help_en, column.is_required)
        for column in list_columns(key, languages)
        if column.path not in {("id",), ("assumed",), ("sample",)} and not column.language
    ]
    changes = preview.edited.changes if preview else ()
    return render(
        request,
        "organiser/lists/paste.html",
        WORDS,
        status=status,
        trip=trip,
        key=key,
        text=text,
        fault=fault,
        preview=preview,
        faults=_faults(preview),
        odd=(*preview.table.warnings, *preview.edited.warnings) if preview else (),
        changes=[
            (change, [(heading(column, lang), before, after) for column, before, after in change.cells])
            for change in changes
            if change.cells
        ],
        new=sum(change.is_new for change in changes),
        changed=sum(bool(change.cells) and not change.is_new for change in changes),
        same=sum(not change.cells for change in changes),
        columns=columns,
        heading=lambda column: heading(column, lang),
    )


def _form(  # noqa: PLR0917 # what every page of a row needs
    request: TripRequest,
    trip: str,
    key: ListKey,
    row: str,
    stored: StoredList,
    form: RowForm,
    *,
    status: int = 200,
    changed: list[tuple[str, str]] | None = None,
    version: int | None = None,
) -> HttpResponse:
    in_place = is_fragment(request) and bool(row)
    name = next((each.name for each in list_rows(stored, key, _tongue(request)) if each.id == row), "")
    return render(
        request,
        "organiser/lists/inplace.html" if in_place else "organiser/lists/form.html",
        WORDS,
        status=status,
        is_inplace=in_place,
        trip=trip,
        key=key,
        one=key.removesuffix("s"),
        row=row,
        name=name,
        form=form,
        version=version or form.version or stored.versions.get(row, 0),
        changed=changed or [],
        may_remove=request.member.may(Permission.EDIT_PROGRAMME),
        span=len(shown_columns(stored.trip, key, _tongue(request), "")) + 1,
    )


def _overtaken(request: TripRequest, trip: str, key: ListKey, row: str, form: RowForm) -> HttpResponse:
    """Tell the second of two editors what the first has stored; what was entered stays in the form."""
    lang = _tongue(request)
    stored = read_list(trip=trip, key=key)
    if row not in stored.versions:
        form.add_error(None, WORDS.say("list_gone", lang))
        return _form(request, trip, key, row, stored, form, status=409)
    now_there = RowForm(stored.trip, key, lang, row=row, is_partner=_is_partner(request))
    empty = WORDS.say("list_overtaken_empty", lang)
    changed = []
    for name, column in form.by_name.items():
        initial = now_there.initial[name]
        there = (
            "; ".join(initial)
            if isinstance(initial, list)
            else ("x" if initial else "")
            if isinstance(initial, bool)
            else str(initial)
        )
        if there != form.text(name):
            changed.append((heading(column, lang), there or empty))
    return _form(
        request, trip, key, row, stored, form, status=409, changed=changed, version=stored.versions[row]
    )


def _one_row(request: TripRequest, trip: str, key: ListKey, row: str) -> HttpResponse:
    stored = read_list(trip=trip, key=key)
    lang = _tongue(request)
    columns = shown_columns(stored.trip, key, lang, "")
    rows = [each for each in list_rows(stored, key, lang) if each.id == row]
    page = listing(rows, columns, read_query(request.GET, columns), text=lambda _: "")
    return render(
        request,
        "organiser/lists/row.html",
        WORDS,
        key=key,
        one=key.removesuffix("s"),
        page=page,
        line=rows[0],
        may_edit=True,
        saved=True,
    )


def _page(
    request: TripRequest, stored: StoredList, key: ListKey, per_page: int = 100
) -> tuple[Listing[ListRow], int]:
    lang = _tongue(request)
    rows = _seen(request, stored, key)
    columns = shown_columns(stored.trip, key, lang, WORDS.say(f"list_title_{key}", lang))
    filters = [name for name, _, _ in filter_fields(rows, stored.trip, key, lang)]
    query = read_query(request.GET, columns, filters)
    wanted = dict(query.others)
    found = listing(
        [row for row in rows if matches(row, wanted, key)],
        columns,
        query,
        text=lambda row: " ".join((row.name, row.id, *row.cells.values())),
        per_page=per_page,
    )
    return found, len(rows)


def _seen(request: TripRequest, stored: StoredList, key: ListKey) -> tuple[ListRow, ...]:
    scope = request.member.scope
    rows = list_rows(stored, key, _tongue(request))
    return tuple(row for row in rows if scope.sees(SHARED[key], row.id))


def _faults(preview: Preview | None) -> tuple[object, ...]:
    return (*preview.table.faults, *preview.edited.faults) if preview else ()


def _is_partner(request: TripRequest) -> bool:
    return request.member.role is TripRoleKind.PARTNER


def _tongue(request: TripRequest) -> Tongue:
    return "de" if preferences(request).lang == "de" else "en"
