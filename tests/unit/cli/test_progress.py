"""How progress shows itself."""

import pytest

from geleit.cli import progress
from geleit.cli.progress import Bars, Lines, Silence, display, progress_words
from geleit.planner.solve import Progress


def reached(**changes: int | None) -> Progress:
    """Return a search's progress."""
    given = {
        "round": 3,
        "rounds": 9,
        "objective": 8_000,
        "benefit": 500,
        "placed": 7,
        "missing": 0,
        "bound": None,
    }
    return Progress(seconds=1.5, **(given | changes))  # type: ignore[arg-type] # figures, as the fields are


@pytest.mark.parametrize(
    ("search", "words"),
    [
        (reached(), "value 8,000, 7 items placed"),
        (reached(bound=8_400), "value 8,000, 7 items placed, at most 10.0 % from the best"),
        (reached(missing=2), "2 items that must be placed are missing"),
    ],
)
def test_words(search: Progress, words: str) -> None:
    assert progress_words(search) == words


def test_lines_come_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = Lines()
    for _ in range(3):
        lines.show("trip", done=1, total=9, words="")
    monkeypatch.setattr(progress, "LINE_EVERY_S", 0.0)
    lines.show("trip", done=2, total=9, words="value 5")

    assert capsys.readouterr() == ("", "trip: 2 of 9, value 5\n")


def test_display_that_suits() -> None:
    with display(quiet=True) as quiet, display(quiet=False) as lines:
        assert (type(quiet), type(lines)) == (Silence, Lines)


def test_bars_show_each_work_once() -> None:
    bars = Bars()
    for done in (1, 2):
        bars.show("one", done=done, total=9, words="value 5")
    bars.show("two", done=3, total=4, words="")

    shown = [(task.description, task.completed, task.total, task.fields["words"]) for task in bars.bars.tasks]
    assert shown == [("one", 2, 9, "value 5"), ("two", 3, 4, "")]
