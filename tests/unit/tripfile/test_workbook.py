"""The workbook as organisers meet it: written, changed in Excel, read back."""

import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from geleit.domain.trip import Trip
from geleit.tripfile import TripFileError, load_trip
from geleit.tripfile.changes import Change
from geleit.tripfile.document import TripDocument
from geleit.tripfile.workbook import WorkbookChanges, import_workbook, read_workbook, write_workbook
from tests.factories import make_delegate, make_trip
from tests.unit.tripfile.trip_strategies import trips

TRIPS = Path(__file__).parents[3] / "trips"
SHIPPED = sorted(path for path in TRIPS.iterdir() if path.is_dir())

Edit = Callable[[Workbook], None]


def column(page: Worksheet, heading: str) -> int:
    """Return the number of the column whose heading begins so."""
    return next(
        cell.column or 0
        for cell in page[1]
        if str(cell.value).split(" / ")[-1] == heading or cell.value == heading
    )


def put(book: Workbook, sheet: str, row: int, **values: Any) -> None:
    page = book[sheet]
    for heading, value in values.items():
        page.cell(row, column(page, heading.replace("_", " "))).value = value


def edited(trip: Trip, folder: Path, edit: Edit) -> Path:
    """Write the trip's workbook, let somebody work on it, and return its path."""
    path = folder / "tiny.xlsx"
    write_workbook(trip, path)
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return path


def changes(folder: Path, edit: Edit, trip: Trip | None = None) -> WorkbookChanges:
    known = trip or make_trip()
    return read_workbook(edited(known, folder, edit), known)


def complaints(folder: Path, edit: Edit) -> list[str]:
    with pytest.raises(TripFileError) as caught:
        changes(folder, edit)
    return [str(problem).removeprefix(f"{folder}/tiny.xlsx, ") for problem in caught.value.problems]


def nothing(_book: Workbook) -> None:
    """Leave the workbook as it was written."""


# ---- there and back ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_workbook_read_back_changes_nothing(path: Path, tmp_path: Path) -> None:
    found = changes(tmp_path, nothing, load_trip(path))

    assert (found.changes, found.warnings) == ((), ())
    assert all(ids == () for kind in (found.added, found.changed, found.missing) for ids in kind.values())


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=25)
@given(made=trips())
def test_whatever_a_trip_holds_comes_back_unchanged(
    made: Trip, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("book") / "trip.xlsx"

    write_workbook(made, path)

    assert read_workbook(path, made).changes == ()


def test_changed_cells_become_changes(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        put(
            book,
            "Delegates",
            3,
            Role="Wissenschaft",
            Languages="de, en, fr",
            Rank=4,
            Joins="19.05.2025 10:00",
        )
        put(book, "Items", 4, Windows="2025-05-19 13:00-17:00;2025-05-20 09:00-12:00", Request="zugesagt")
        put(book, "Items", 4, Confirmed_slots=datetime(2025, 5, 19, 13, 30), Must="x")  # noqa: DTZ001 # Excel's times
        put(book, "Items", 4, Decide_by=datetime(2025, 4, 18))  # noqa: DTZ001 # Excel's times

    found = changes(tmp_path, edit)

    assert sorted(
        (change.path, change.value) for change in found.changes if not isinstance(change.value, list)
    ) == [
        (("delegates", "anna", "presence", "joins"), "2025-05-19 10:00"),
        (("delegates", "anna", "rank"), 4),
        (("delegates", "anna", "role"), "science"),
        (("items", "acme", "must"), True),
        (("items", "acme", "request", "decide_by"), "2025-04-18"),
        (("items", "acme", "request", "status"), "confirmed"),
    ]
    assert [(change.path, change.value) for change in found.changes if isinstance(change.value, list)] == [
        (("delegates", "anna", "languages"), ["de", "en", "fr"]),
        (("items", "acme", "windows"), ["2025-05-19 13:00-17:00", "2025-05-20 09:00-12:00"]),
        (("items", "acme", "request", "slots"), ["2025-05-19 13:30"]),
    ]
    assert (found.changed["delegates"], found.changed["items"]) == (("anna",), ("acme",))


def test_an_emptied_cell_takes_the_value_out(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Items", 4, At_most=None, Sessions="")
        put(book, "Delegates", 6, Guide=None)

    assert changes(tmp_path, edit).changes == (
        Change(("delegates", "gina", "guide"), value=False),
        Change(("items", "acme", "max_people"), None),
        Change(("items", "acme", "sessions_max"), None),
    )


def test_a_new_row_becomes_an_object(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        put(
            book,
            "Delegates",
            12,
            ID=" d-7 ",
            Name="张伟",
            Role="Press",
            Languages="zh",
            Sample="x",
            Leaves="2025-05-20 18:00",
        )
        put(book, "Hosts", 3, ID="acme", Name="Acme", Kind="Unternehmen", Place="acme-house")

    found = changes(tmp_path, edit)

    assert found.changes == (
        Change(
            ("delegates", "d-7"),
            {
                "id": "d-7",
                "name": "张伟",
                "role": "press",
                "languages": ["zh"],
                "presence": {"leaves": "2025-05-20 18:00"},
                "sample": True,
            },
        ),
        Change(("hosts", "acme"), {"id": "acme", "name": "Acme", "kind": "company", "place": "acme-house"}),
    )
    assert (found.added["delegates"], found.added["hosts"]) == (("d-7",), ("acme",))


def test_a_row_that_is_gone_takes_nothing_out(tmp_path: Path) -> None:
    found = changes(tmp_path, lambda book: book["Delegates"].delete_rows(3))

    assert (found.changes, found.missing["delegates"]) == ((), ("anna",))


def test_titles_in_several_languages_are_put_together(tmp_path: Path) -> None:
    trip = make_trip()

    def edit(book: Workbook) -> None:
        page = book["Items"]
        titles = [cell.column or 0 for cell in page[1] if "Title" in str(cell.value)]
        page.cell(2, titles[0]).value = None
        page.cell(2, titles[1]).value, page.cell(2, titles[2]).value = "Willkommen", " Welcome\xa0dinner "

    assert changes(tmp_path, edit, trip).changes == (
        Change(("items", "welcome", "title"), {"de": "Willkommen", "en": "Welcome dinner"}),
    )


def test_wishes_are_replaced_for_those_whom_the_sheet_names(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        page = book["Wishes"]
        assert [cell.value for cell in page[2]] == ["anna", "acme", 5]
        page["C2"] = 3
        page["A3"], page["B3"], page["C3"] = "anna", "beta", "4"
        page["A4"], page["B4"], page["C4"] = "bert", "gamma", None

    assert changes(tmp_path, edit).changes == (
        Change(("delegates", "anna", "wishes"), {"acme": 3, "beta": 4}),
        Change(("delegates", "bert", "wishes"), None),
    )


# ---- what people do to workbooks ---------------------------------------------------------------------------------


def test_columns_may_move_and_headings_be_german_or_english(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        page = book["Delegates"]
        role, name = column(page, "Role"), column(page, "Name")
        page.cell(1, role).value, page.cell(1, name).value = " ROLLE* ", "name"
        page.move_range("A1:B20", cols=30)
        page.insert_rows(1, 2)
        page["A1"] = "Delegation, Stand 3. Mai"
        page.title = "Mitglieder"

    assert changes(tmp_path, edit).changes == ()


def test_a_column_that_is_not_known_is_passed_over_with_a_warning(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["Delegates"]["T1"] = "Telefon"
        book["Delegates"]["T2"] = "0361"
        book["Delegates"]["U1"] = "Sprachenn"

    found = changes(tmp_path, edit)

    assert found.changes == ()
    assert [(each.cell, each.message, each.fix) for each in found.warnings] == [
        ("sheet Delegates, cell T1", "the column 'Telefon' is not read", ""),
        ("sheet Delegates, cell U1", "the column 'Sprachenn' is not read", "did you mean 'sprachen'?"),
    ]


def test_empty_rows_are_passed_over(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["Delegates"].insert_rows(3, 2)
        book["Delegates"]["B4"] = "   "
        put(book, "Delegates", 400, ID="late", Name="Late", Role="press")

    assert changes(tmp_path, edit).added["delegates"] == ("late",)


def test_a_formula_counts_as_the_value_excel_has_computed(tmp_path: Path) -> None:
    path = edited(make_trip(), tmp_path, lambda book: put(book, "Items", 4, **{"Duration_(min)": "=60+35"}))
    with_value(path, "<f>60+35</f><v></v>", "<f>60+35</f><v>95</v>")

    assert read_workbook(path, make_trip()).changes == (Change(("items", "acme", "duration_min"), 95),)


def with_value(path: Path, old: str, new: str) -> None:
    """Change the XML of the sheet Items, as Excel would."""
    aside = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(aside, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(
                name, data.replace(old.encode(), new.encode()).replace(b"<f>60+35</f><v/>", new.encode())
            )
    aside.replace(path)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda book: put(book, "Items", 4, Weight="=1+1"),
         ("sheet Items, cell P4: Gewicht / Weight: the formula has no value; open the file in Excel and save it, "
         "or type the value")),
        (lambda book: put(book, "Items", 4, Weight="#REF!"),
         "sheet Items, cell P4: Gewicht / Weight: the cell holds the error #REF!; correct the formula"),
        (lambda book: put(book, "Items", 4, Weight="high"),
         "sheet Items, cell P4: Gewicht / Weight: 'high' is not a whole number; write digits only"),
        (lambda book: put(book, "Items", 4, Must="maybe"),
         "sheet Items, cell O4: Muss / Must: 'maybe' is neither x nor empty; write x for yes, nothing for no"),
        (lambda book: put(book, "Delegates", 3, Name=datetime(2025, 5, 1)),  # noqa: DTZ001 # Excel's times
         ("sheet Delegates, cell B3: Name: 2025-05-01 00:00:00 is a date or time, not a text; "
         "format the cell as text and type it again")),
        (lambda book: put(book, "Delegates", 3, Rank=datetime(2025, 5, 1)),  # noqa: DTZ001 # Excel's times
         ("sheet Delegates, cell M3: Rang / Rank: 2025-05-01 00:00:00 is not a number; "
         "format the cell as a number and type it again")),
        (lambda book: put(book, "Delegates", 3, ID=None),
         "sheet Delegates, cell A3: the row has no 'Kennung / ID'; write 'anna'"),
        (lambda book: put(book, "Delegates", 3, ID="gina"),
         "sheet Delegates, cell A6: 'gina' stands here a second time, first in A3; rename or delete one of the two"),
        (lambda book: put(book, "Delegates", 3, Role=None),
         "sheet Delegates, cell D3: 'Rolle / Role' is empty in the row of 'anna'; fill it in"),
        (lambda book: put(book, "Delegates", 3, Name="\u200b\xa0"),
         "sheet Delegates, cell B3: 'Name' is empty in the row of 'anna'; fill it in"),
        (lambda book: book["Delegates"].merge_cells("A3:A5"),
         "sheet Delegates, cell A3:A5: these cells are merged; unmerge them and fill each cell"),
        (lambda book: put(book, "Wishes", 2, Delegate="anne"),
         "sheet Wishes, cell A2: delegate 'anne' is not among "),
        (lambda book: book["Delegates"].delete_cols(4),
         "sheet Delegates, cell A1: the column 'Rolle / Role' is missing; add it"),
        (lambda book: book["Delegates"].delete_rows(1),
         "sheet Delegates: no row has the headings Kennung / ID, Name, Rolle / Role; keep the first row"),
        (lambda book: setattr(book["Delegates"]["O1"], "value", "Name"),
         "sheet Delegates, cell O1: the column 'Name' stands here a second time; delete one of the two"),
    ],
    ids=range(15),
)  # fmt: skip # a table
def test_what_is_wrong_with_a_cell_is_told_with_value_and_fix(edit: Edit, told: str, tmp_path: Path) -> None:
    found = complaints(tmp_path, edit)

    assert any(line.startswith(told) for line in found), found


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Delegates", 3, Role=None)
        put(book, "Items", 4, Weight="high", Must="maybe")
        book["Hosts"].merge_cells("A2:B2")

    assert [line.partition(":")[0] for line in complaints(tmp_path, edit)] == [
        "sheet Delegates, cell D3",
        "sheet Hosts, cell A2",
        "sheet Items, cell O4",
        "sheet Items, cell P4",
    ]


def test_a_missing_sheet_is_told(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        del book["Hosts"]
        book["Items"].title = "Itms"

    path = edited(make_trip(), tmp_path, edit)

    with pytest.raises(TripFileError) as caught:
        read_workbook(path, make_trip())
    assert [(each.message, each.fix) for each in caught.value.problems] == [
        ("the sheet 'Hosts' is missing; there are Delegates, Organisations, Itms, Wishes, Guide, Lists",
         "add it, or say which sheets are to be read"),
        ("the sheet 'Items' is missing; there are Delegates, Organisations, Itms, Wishes, Guide, Lists",
         "rename 'Itms' to 'Items'"),
    ]  # fmt: skip # a table
    assert read_workbook(path, make_trip(), only={"delegates"}).is_empty


def test_too_many_rows_are_told(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        for row in range(8, 5010):
            book["Delegates"].cell(row, 1).value = f"d-{row}"
            book["Delegates"].cell(row, 2).value = "Anna"
            book["Delegates"].cell(row, 4).value = "press"

    found = complaints(tmp_path, edit)

    assert found == [
        (
            "sheet Delegates, cell A5002: the sheet has more than 5000 rows; "
            "split the list, or delete what does not belong to it"
        )
    ]


# ---- safe for Excel ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["=1+1", '=HYPERLINK("http://x")', "+49", "-1", "@SUM(A1)", "\tx", "#N/A"])
def test_nothing_that_a_trip_holds_is_run_by_excel(name: str, tmp_path: Path) -> None:
    trip = replace(make_trip(), delegates=(make_delegate("dora", name=name),))

    path = edited(trip, tmp_path, nothing)

    cell = load_workbook(path)["Delegates"]["B2"]
    assert (cell.value, cell.data_type, cell.number_format) == (name, "s", "@")
    assert cell.quotePrefix == name.startswith(("=", "+", "-", "@", "\t"))


def test_control_characters_do_not_break_the_file(tmp_path: Path) -> None:
    trip = replace(make_trip(), delegates=(make_delegate("dora", name="Do\x07ra \ud800"),))

    path = edited(trip, tmp_path, nothing)

    assert load_workbook(path)["Delegates"]["B2"].value == "Do ra  "


def test_cells_offer_what_they_may_hold(tmp_path: Path) -> None:
    page = load_workbook(edited(make_trip(), tmp_path, nothing))["Delegates"]

    rules = {
        str(rule.sqref).partition(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation
    }
    assert rules["D2"] == (
        '"head,political,business,science,press,organiser,partner,interpreter,security,companion"'
    )
    assert rules["L2"] == '"x"'
    assert (page.freeze_panes, page["A2"].number_format) == ("C2", "@")


def test_the_guide_explains_every_column_in_german_and_english(tmp_path: Path) -> None:
    book = load_workbook(edited(make_trip(), tmp_path, nothing))

    lines = {(row[0], row[1]): row[2:4] for row in book["Guide"].iter_rows(values_only=True)}
    for sheet in ("Delegates", "Organisations", "Hosts", "Items", "Wishes"):
        for cell in book[sheet][1]:
            german, english = lines[sheet, cell.value]
            assert german
            assert english


# ---- files that are no workbooks ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Name;Rolle\n", "this is not an Excel workbook; save it as an Excel workbook (.xlsx)"),
        (b"", "this is not an Excel workbook; save it as an Excel workbook (.xlsx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "the workbook is protected by a password; open it in Excel, remove the password and save it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
         "this is a workbook of the old format .xls; save it as an Excel workbook (.xlsx)"),
        (b"PK\x03\x04broken", "the workbook is damaged; open it in Excel and save it again"),
    ],
)  # fmt: skip # a table
def test_other_files_are_told(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)

    with pytest.raises(TripFileError) as caught:
        read_workbook(path, make_trip())

    assert str(caught.value) == f"{path}: {told}"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"a.txt": b"x"}, "this is an archive, not an Excel workbook"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "this is an OpenDocument file"),
        ({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}, "the workbook is damaged"),
        ({"[Content_Types].xml": b"not xml", "xl/workbook.xml": b"<x"}, "the workbook is damaged"),
        ({"[Content_Types].xml": b"", "xl/big.xml": b"0" * 210_000_000}, "the workbook unpacks to 210 MB"),
    ],
    ids=["zip", "ods", "empty", "xml", "bomb"],
)
def test_other_archives_are_told(parts: dict[str, bytes], told: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)

    with pytest.raises(TripFileError, match=told):
        read_workbook(path, make_trip())


@pytest.mark.parametrize("seed", range(40))
def test_a_workbook_with_some_bytes_changed_is_read_or_told(seed: int, tmp_path: Path) -> None:
    chance, path = Random(seed), tmp_path / "list.xlsx"
    write_workbook(make_trip(), path)
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 3, 20))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content[: chance.randrange(len(content)) if seed % 5 == 0 else None])

    with suppress(TripFileError):
        read_workbook(path, make_trip())


@pytest.mark.parametrize("seed", range(20))
def test_a_workbook_with_a_changed_part_is_read_or_told(seed: int, tmp_path: Path) -> None:
    chance, path = Random(seed), tmp_path / "list.xlsx"
    write_workbook(make_trip(), path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    broken = parts[chance.choice(sorted(parts))]
    for _ in range(chance.choice((1, 2, 5))):
        at = chance.randrange(len(broken))
        broken[at : at + chance.randrange(9)] = chance.choice((b"", b"-", b"9", b"<", b"&#0;"))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, bytes(content))

    with suppress(TripFileError):
        read_workbook(path, make_trip())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "delegates.xlsx").write_bytes(b"")

    with pytest.raises(TripFileError, match=r"there is no such file; did you mean 'delegates.xlsx'\?"):
        read_workbook(tmp_path / "delegate.xlsx", make_trip())


@pytest.mark.parametrize("path", ["/dev/zero", "/"])
def test_what_is_no_file_is_told(path: str) -> None:
    with pytest.raises(TripFileError, match="this is a folder or device, not a workbook"):
        read_workbook(path, make_trip())


# ---- into the trip file ------------------------------------------------------------------------------------------


def usa(folder: Path) -> TripDocument:
    shutil.copytree(TRIPS / "usa-2025", folder / "usa")
    return TripDocument.open(folder / "usa")


def test_a_workbook_is_merged_into_the_trip_file_and_comments_stay(tmp_path: Path) -> None:
    document = usa(tmp_path)
    before = dict(document.texts)

    def edit(book: Workbook) -> None:
        put(book, "Delegates", 4, Languages="de, en, eo")
        put(book, "Delegates", 200, ID="d-new", Name="Neu", Role="business")

    import_workbook(edited(document.trip(), tmp_path, edit), document)

    changed = [name for name, text in document.texts.items() if text != before[name]]
    assert [Path(name).name for name in changed] == ["delegates.yaml"]
    lines = set(document.texts[changed[0]].splitlines()) - set(before[changed[0]].splitlines())
    assert lines == {"    languages: [de, en, eo]", "  - id: d-new", "    name: Neu"}
    assert document.trip().delegate_by_id["d-new"].name == "Neu"


def test_what_the_trip_does_not_allow_is_told_by_the_cell_and_nothing_is_changed(tmp_path: Path) -> None:
    document = usa(tmp_path)
    before = dict(document.texts)

    def edit(book: Workbook) -> None:
        put(book, "Items", 5, Station="Bosten", Weight=9)
        put(book, "Delegates", 4, Role="busines")
        book["Wishes"]["B2"] = "visit-amazn"

    path = edited(document.trip(), tmp_path, edit)
    with pytest.raises(TripFileError) as caught:
        import_workbook(path, document)

    told = sorted(f"{problem.cell}: {problem.message}; {problem.fix}" for problem in caught.value.problems)
    assert [line for line in told if "Wishes" not in line] == [
        (
            "sheet Delegates, cell D4: role 'busines' is not among head, political, business, science, press, "
            "organiser, partner, interpreter, security, companion; did you mean 'business'?"
        ),
        "sheet Items, cell F5: station 'Bosten' is not among washington, new-york, boston; did you mean 'boston'?",
        "sheet Items, cell P5: weight is 9; the most is 5",
    ]
    assert any(line.startswith("sheet Wishes, cell B2: item 'visit-amazn' is not among") for line in told)
    assert document.texts == before
