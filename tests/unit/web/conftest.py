"""What tests of pages share."""

from collections.abc import Iterator

import pytest

from geleit.services import read_published
from geleit.services.demo_clock import forget_demo_clock


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Forget what the process keeps of versions: a database rolled back gives its numbers anew."""
    read_published._VERSIONS.values.clear()
    read_published._PIECES.values.clear()
    forget_demo_clock()
    yield
    forget_demo_clock()
