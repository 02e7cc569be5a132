"""Every how-to guide does what it says, on the trip that `geleit new` makes."""

from datetime import date
from pathlib import Path

import pytest

from geleit.services.start_trip import start_trip
from tests.walkthrough import Walk

GUIDES = sorted((Path(__file__).parents[2] / "docs" / "how-to").glob("*.md"))


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_does_what_it_says(guide: Path, tmp_path: Path) -> None:
    name = "netherlands-2027"
    start_trip(trip_id=name, title="", start=date(2027, 3, 7), folder=tmp_path / name)

    Walk(guide, tmp_path, is_quick=True).go()
