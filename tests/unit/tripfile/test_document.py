import difflib
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geleit.tripfile import TripFileError
from geleit.tripfile.changes import Change
from geleit.tripfile.document import TripDocument

TRIPS = Path(__file__).parents[3] / "trips"

TEXT = """\
# The trip of the year
id: tiny   # short
title: {de: "Kleine Reise", en: 'Tiny trip'}

# places ------------------------------------------
places:
  - {id: erfurt, name: Erfurt, lat: 50.98, lon: 11.03, zone: Europe/Berlin, country: DE}   # home

  # the hotel
  - id: hotel
    name: >-
      A hotel of
      two lines
    lat: 38.90      # north
    lon: -77.03
    # a comment at the end

items:
    - id: one
      windows:
        - "09:00-12:00"   # morning
        - "13:00-14:00"

      request: {status: requested,   # for now
                channel: AHK}
    - {id: two, sectors: [a, b], wishes: {}}
delegates: []
rules:
"""


def document(tmp_path: Path, text: str = TEXT, newline: str = "\n") -> TripDocument:
    file = tmp_path / "trip.yaml"
    file.write_bytes(text.replace("\n", newline).encode())
    return TripDocument.open(file)


def diff(before: str, after: str) -> list[str]:
    """Return the lines taken out and put in."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def text_of(changed: TripDocument) -> str:
    (text,) = changed.texts.values()
    return text


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("id",), "small", ["-id: tiny   # short", "+id: small   # short"]),
        (
            ("title", "en"),
            "It's small",
            [
                "-title: {de: \"Kleine Reise\", en: 'Tiny trip'}",
                "+title: {de: \"Kleine Reise\", en: 'It''s small'}",
            ],
        ),
        (
            ("title", "de"),
            "A: b",
            ["-title: {de: \"Kleine Reise\", en: 'Tiny trip'}", "+title: {de: \"A: b\", en: 'Tiny trip'}"],
        ),
        (("places", "hotel", "lat"), 39.5, ["-    lat: 38.90      # north", "+    lat: 39.5      # north"]),
        (
            ("places", "hotel", "name"),
            "Short",
            ["-    name: >-", "-      A hotel of", "-      two lines", "+    name: Short"],
        ),
        (("places", "hotel", "address"), "x", ["+    address: x"]),
        (
            ("items", "one", "windows", 0),
            "10:00-12:00",
            ['-        - "09:00-12:00"   # morning', '+        - "10:00-12:00"   # morning'],
        ),
        (("items", "one", "windows", 2), "15:00-16:00", ['+        - "15:00-16:00"']),
        (
            ("items", "one", "request", "status"),
            "confirmed",
            [
                "-      request: {status: requested,   # for now",
                "+      request: {status: confirmed,   # for now",
            ],
        ),
        (
            ("items", "one", "request", "channel"),
            "Consulate, New York",
            ["-                channel: AHK}", '+                channel: "Consulate, New York"}'],
        ),
        (
            ("items", "two", "must"),
            True,
            [
                "-    - {id: two, sectors: [a, b], wishes: {}}",
                "+    - {id: two, sectors: [a, b], wishes: {}, must: true}",
            ],
        ),
        (
            ("items", "two", "name_list", "due"),
            "2025-05-05",
            [
                "-    - {id: two, sectors: [a, b], wishes: {}}",
                '+    - {id: two, sectors: [a, b], wishes: {}, name_list: {due: "2025-05-05"}}',
            ],
        ),
        (("rules",), [{"together": ["one", "two"]}], ["+  - {together: [one, two]}"]),
        (("kappa_percent",), 80, ["+kappa_percent: 80"]),
        (("frame", "lunch_min"), 50, ["+frame: {lunch_min: 50}"]),
    ],
)
def test_a_change_touches_its_own_line_alone(
    path: tuple[str | int, ...], value: object, lines: list[str], tmp_path: Path
) -> None:
    changed = document(tmp_path)

    changed.put(*path, value=value)

    assert sorted(diff(TEXT, text_of(changed))) == sorted(lines)
    assert changed.get(*path) == value


def test_an_object_is_added_in_the_way_of_those_before_it(tmp_path: Path) -> None:
    changed = document(tmp_path)

    changed.add("items", {"id": "three", "sectors": ["a"]})
    changed.add("places", {"id": "new", "lat": 1.5})
    changed.add("delegates", {"id": "d-1", "name": "张伟"})
    changed.add("hosts", {"id": "acme"})

    assert sorted(diff(TEXT, text_of(changed))) == [
        "+",
        "+    - {id: three, sectors: [a]}",
        "+    lat: 1.5",
        "+  - id: new",
        "+  - {id: acme}",
        "+  - {id: d-1, name: 张伟}",
        "+delegates:",
        "+hosts:",
        "-delegates: []",
    ]


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (
            ("title", "en"),
            ["-title: {de: \"Kleine Reise\", en: 'Tiny trip'}", '+title: {de: "Kleine Reise"}'],
        ),
        (("title", "de"), ["-title: {de: \"Kleine Reise\", en: 'Tiny trip'}", "+title: {en: 'Tiny trip'}"]),
        (("places", "hotel", "lon"), ["-    lon: -77.03"]),
        (
            ("places", "erfurt"),
            [
                "-  - {id: erfurt, name: Erfurt, lat: 50.98, lon: 11.03, zone: Europe/Berlin, country: DE}   # home"
            ],
        ),
        (("items", "one", "windows", 1), ['-        - "13:00-14:00"']),
        (
            ("items", "two", "sectors", 0),
            ["-    - {id: two, sectors: [a, b], wishes: {}}", "+    - {id: two, sectors: [b], wishes: {}}"],
        ),
        (
            ("items", "two", "sectors", 1),
            ["-    - {id: two, sectors: [a, b], wishes: {}}", "+    - {id: two, sectors: [a], wishes: {}}"],
        ),
        (("delegates",), ["-delegates: []"]),
    ],
)
def test_what_is_taken_out_leaves_the_rest(
    path: tuple[str | int, ...], lines: list[str], tmp_path: Path
) -> None:
    changed = document(tmp_path)

    changed.remove(*path)

    assert diff(TEXT, text_of(changed)) == lines
    with pytest.raises(KeyError):
        changed.get("delegates" if path == ("delegates",) else "nowhere")


def test_the_last_member_leaves_an_empty_list(tmp_path: Path) -> None:
    changed = document(tmp_path, "rules:\n  # why\n  - {together: [a, b]}\npins: [{item: a}]\n")

    changed.remove("rules", 0)
    changed.remove("pins", 0)

    assert text_of(changed) == "rules: []\npins: []\n"


def test_what_is_not_there_cannot_be_taken_out(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        document(tmp_path).remove("items", "three")


def test_line_breaks_and_byte_order_mark_stay_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "trip.yaml"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    changed = TripDocument.open(file)

    changed.put("places", "hotel", "address", value="x")
    changed.add("items", {"id": "three"})
    changed.save()

    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf# The trip")
    assert raw.count(b"\n") == raw.count(b"\r\n") == TEXT.count("\n") + 2


def test_an_alias_is_written_out_where_one_of_its_places_changes(tmp_path: Path) -> None:
    text = "frame: &f {a: 1}\nitems: [{id: one, x: *f}, {id: two, x: *f}]\nid: tiny # stays\n"
    changed = document(tmp_path, text)

    changed.put("items", "one", "x", "a", value=2)

    assert changed.values == {
        "frame": {"a": 1},
        "items": [{"id": "one", "x": {"a": 2}}, {"id": "two", "x": {"a": 1}}],
        "id": "tiny",
    }
    assert text_of(changed).endswith("\nid: tiny # stays\n")


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    shutil.copytree(TRIPS / "usa-2025", tmp_path / "usa")
    changed = TripDocument.open(tmp_path / "usa")
    assert (changed.is_changed, changed.save()) == (False, ())

    changed.put("items", "visit-amazon", "duration_min", value=95)

    assert [path.name for path in changed.save()] == ["items.yaml"]
    assert (changed.is_changed, TripDocument.open(tmp_path / "usa").texts) == (False, changed.texts)


def test_a_link_and_the_file_s_mode_stay(tmp_path: Path) -> None:
    changed = document(tmp_path)
    file, link = tmp_path / "trip.yaml", tmp_path / "link.yaml"
    file.chmod(0o640)
    link.symlink_to(file)

    changed = TripDocument.open(link)
    changed.put("id", value="other")
    changed.save()

    assert (link.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o640)
    assert TripDocument.open(file).get("id") == "other"


def test_a_new_key_of_a_folder_goes_where_its_kind_belongs(tmp_path: Path) -> None:
    (tmp_path / "trip.yaml").write_text("id: tiny\n")
    changed = TripDocument.open(tmp_path)

    changed.add("delegates", {"id": "d-1", "name": "Anna"})
    changed.put("motto", value="Go")
    changed.save()

    assert (tmp_path / "delegates.yaml").read_text() == "delegates:\n  - {id: d-1, name: Anna}\n"
    assert (tmp_path / "trip.yaml").read_text() == "id: tiny\nmotto: Go\n"


def test_a_copy_can_be_changed_without_the_document(tmp_path: Path) -> None:
    original = document(tmp_path)
    copied = original.copy()

    copied.put("id", value="other")

    assert (original.get("id"), copied.get("id")) == ("tiny", "other")


def test_what_is_not_yaml_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(TripFileError, match="a second time"):
        document(tmp_path, "id: a\nid: b\n")


def test_the_trip_in_the_document_is_validated(tmp_path: Path) -> None:
    shutil.copytree(TRIPS / "usa-2025", tmp_path / "usa")
    changed = TripDocument.open(tmp_path / "usa")
    changed.put("items", "visit-amazon", "station", value="bostn")

    with pytest.raises(TripFileError, match=r"station 'bostn' is not among .*; did you mean 'boston'\?"):
        changed.trip()


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=6,
).filter(lambda value: value is not None)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changes_give_the_values_wanted_and_keep_the_comments(
    data: st.DataObject, tmp_path: Path
) -> None:
    changed = document(tmp_path)
    wanted: Any = {key: changed.get(key) for key in changed.values}
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(list(_paths(changed.values))))
        value = data.draw(st.none() | VALUES)
        before = set(_comments(text_of(changed)))

        changed.apply([Change(path, value)])

        wanted = _with(wanted, path, value)
        assert changed.values == wanted
        if len(path) > 1 or path[0] == "id":
            lost = before - set(_comments(text_of(changed)))
            assert len(lost) <= (0 if path == ("id",) else 4)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    if path and path not in {("places",), ("items",)}:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _paths(each, (*path, key))
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _paths(each, (*path, index))


def _with(values: Any, path: tuple[str | int, ...], value: object) -> Any:
    import copy

    changed = copy.deepcopy(values)
    owner = changed
    for step in path[:-1]:
        owner = owner[step]
    if value is None:
        del owner[path[-1]]
    else:
        owner[path[-1]] = value
    return changed


def _comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if " #" in line or line.startswith("#")]
