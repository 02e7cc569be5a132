from pathlib import Path

import pytest

from geleit.tripfile import TripFileError
from geleit.tripfile.source import Source, Spot, read_into, read_source

TEXT = """\
# a comment
id: tiny
items:
  - id: one
    windows:
      - "09:00-12:00"
      - "13:00-14:00"   # afternoon
    request: {status: confirmed,
              channel: AHK}
  - {id: two, title: x}
"""


def source_of(text: str) -> Source:
    source = Source("trip.yaml")
    assert read_into(source, "trip.yaml", text) == []
    return source


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("items",), 3),
        (("items", "one"), 4),
        (("items", "one", "windows", 1), 7),
        (("items", "one", "request", "channel"), 9),
        (("items", 1, "title"), 10),
        (("items", "two", "missing"), 10),
        (("items", "three", "title"), 3),
        (("nowhere",), None),
        ((), None),
    ],
)
def test_a_path_leads_to_its_line(path: tuple[str | int, ...], line: int | None) -> None:
    assert source_of(TEXT).spot(path) == Spot("trip.yaml", line)


def test_the_files_of_a_folder_are_merged_by_key(tmp_path: Path) -> None:
    (tmp_path / "trip.yaml").write_text("id: tiny\n")
    (tmp_path / "items.yml").write_text("items: []\n")
    (tmp_path / "notes.txt").write_text("{{{ not ours")

    source, problems = read_source(tmp_path)

    assert (source.data, problems) == ({"items": [], "id": "tiny"}, [])
    assert source.spot(("items",)) == Spot(str(tmp_path / "items.yml"), 1)


def test_a_key_in_two_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: tiny\n")
    (tmp_path / "b.yaml").write_text("title: x\nid: other\n")

    _, problems = read_source(tmp_path)

    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    assert [str(each) for each in problems] == [
        f"{second}, line 2: 'id' stands in {first}, line 1, too; keep each key in one file"
    ]


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: [\n")
    (tmp_path / "b.yaml").write_text("- 1\n")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfea")
    (tmp_path / "d.yaml").write_text("id: x\nid: y\n")

    _, problems = read_source(tmp_path)

    assert [(Path(each.file).name, each.code) for each in problems] == [
        ("a.yaml", "not_yaml"), ("b.yaml", "not_a_trip"), ("c.yaml", "encoding"), ("d.yaml", "duplicate_key"),
    ]  # fmt: skip # a table


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("notes.txt", "x", "the folder holds no .yaml file"),
        ("trip.yaml", "", "the file is empty"),
        ("trip.yaml", "# nothing\n", "the file is empty"),
    ],
)
def test_an_empty_folder_or_file_is_told(name: str, content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)

    with pytest.raises(TripFileError) as caught:
        read_source(tmp_path)

    assert [problem.message for problem in caught.value.problems] == [message]


def test_a_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(TripFileError) as caught:
        read_source(tmp_path / "nowhere.yaml")

    assert str(caught.value) == f"{tmp_path / 'nowhere.yaml'}: there is no such file or folder"


def test_a_name_that_is_nearly_right_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "usa-2025").mkdir()

    with pytest.raises(TripFileError, match=r"did you mean 'usa-2025'\?"):
        read_source(tmp_path / "usa-2005")
