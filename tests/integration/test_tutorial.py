"""Tutorial and README do what they say: commands are typed, changes made, rows filled in."""

from pathlib import Path

import pytest

from tests.walkthrough import Walk

TOP = Path(__file__).parents[2]
TUTORIAL = TOP / "docs" / "tutorial.md"


@pytest.mark.slow
def test_the_tutorial_leads_from_an_empty_folder_to_a_printed_booklet(tmp_path: Path) -> None:
    Walk(TUTORIAL, tmp_path).go()

    assert (tmp_path / "documents" / "booklet.en.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.slow
def test_the_first_trip_of_the_readme_leads_to_its_documents(tmp_path: Path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "activate").touch()

    Walk(TOP / "README.md", tmp_path, is_quick=True).type_only()

    assert (tmp_path / "documents" / "index.html").is_file()
