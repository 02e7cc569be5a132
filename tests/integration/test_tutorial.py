"""The tutorial does what it says: its commands are typed, its changes made, its rows filled in."""

from pathlib import Path

import pytest

from tests.walkthrough import Walk

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"


@pytest.mark.slow
def test_the_tutorial_leads_from_an_empty_folder_to_a_printed_booklet(tmp_path: Path) -> None:
    Walk(TUTORIAL, tmp_path).go()

    assert (tmp_path / "documents" / "booklet.en.pdf").read_bytes().startswith(b"%PDF-")
