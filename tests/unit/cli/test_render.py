"""The command `render`."""

from pathlib import Path

import pytest

from geleit.cli.commands import render as command
from geleit.services.render_documents import SORTS
from tests.unit.cli.conftest import Run


def written(folder: Path) -> list[str]:
    """Return the paths of all files in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_sorts_are_those_of_the_bundle() -> None:
    assert sorted(command.SORTS) == sorted(SORTS)


@pytest.mark.slow
def test_writes_every_document(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("render", *planned, "--out", tmp_path)

    people = ["d-1", "d-2", "d-3", "d-4", "d-5", "head", "organiser", "partner"]
    languages = [
        name.format(lang)
        for lang in ("de", "en")
        for name in (
            "booklet.{}.pdf",
            "programme.{}.ics",
            "public.{}.html",
            "programme.{}.html",
            "organiser.{}.html",
        )
    ]
    agendas = [f"agendas/{person}.{ending}" for person in people for ending in ("pdf", "ics")]
    assert written(tmp_path) == sorted([*languages, *agendas, "index.html", "organiser.en.xlsx"])
    assert (result.exit_code, result.stdout.split(" in ")[0]) == (0, "Written: 28 documents")


def test_only_one_sort_in_one_language(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("render", *planned, "--out", tmp_path, "--only", "calendar", "--lang", "de", "--quiet")

    assert (result.exit_code, result.output) == (0, "")
    assert written(tmp_path) == ["index.html", "programme.de.ics"]


def test_index_keeps_what_was_written_before(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    for sort in ("calendar", "workbook"):
        assert run("render", *planned, "--out", tmp_path, "--only", sort, "--lang", "en").exit_code == 0

    index = (tmp_path / "index.html").read_text("utf-8")
    assert ('href="programme.en.ics"' in index, 'href="organiser.en.xlsx"' in index) == (True, True)


def test_unknown_sort_is_refused(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("render", *planned, "--out", tmp_path, "--only", "poster")

    assert (result.exit_code, written(tmp_path)) == (2, [])


@pytest.mark.parametrize(
    "sorts", [("calendar",), ("calendar", "html", "workbook")], ids=["alone", "side by side"]
)
def test_file_that_cannot_be_written_is_told(
    run: Run, planned: tuple[Path, Path], tmp_path: Path, sorts: tuple[str, ...]
) -> None:
    (tmp_path / "programme.de.ics" / "mine").mkdir(parents=True)

    result = run(
        "render", *planned, "--out", tmp_path, *(word for sort in sorts for word in ("--only", sort))
    )

    told = f"{tmp_path / 'programme.de.ics'} is a folder, not a file. Name the file in it."
    assert (result.exit_code, result.stderr.splitlines()[-1].endswith(told)) == (2, True)
    assert (tmp_path / "programme.de.ics" / "mine").is_dir()


def test_out_that_is_a_file_is_refused(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")

    result = run("render", *planned, "--out", file, "--only", "calendar")

    assert (result.exit_code, file.read_text()) == (2, "mine")
