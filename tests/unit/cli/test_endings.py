"""How commands end."""

from collections.abc import Callable

import click
import pytest

from geleit.cli.endings import TRACEBACK_SETTING, end_well
from geleit.services.faults import FaultError
from geleit.tripfile import Problem, TripFileError


def ending(run: Callable[[], object]) -> int | str | None:
    """Return the exit code with which something ends."""
    with pytest.raises(SystemExit) as ended:
        end_well(run)
    return ended.value.code


def fail(error: BaseException) -> Callable[[], object]:
    """Return what raises an error."""

    def run() -> object:
        raise error

    return run


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (3, 3), ("text", 0)])
def test_what_a_command_returns(returned: object, code: int) -> None:
    assert ending(lambda: returned) == code


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (FaultError("It broke", advice="mend it"), 2, "Error: It broke. Mend it.\n"),
        (click.ClickException("no such thing"), 2, "Error: no such thing\n"),
        (KeyboardInterrupt(), 130, "Interrupted. Finished files are whole, no other was begun.\n"),
        (click.Abort(), 130, "Interrupted. Finished files are whole, no other was begun.\n"),
        (
            TripFileError([Problem(file="a.yaml", line=3, message="is wrong", fix="mend it")]),
            2,
            "a.yaml, line 3: is wrong; mend it\n1 thing to put right.\n",
        ),
    ],
)
def test_known_errors(capsys: pytest.CaptureFixture[str], error: BaseException, code: int, told: str) -> None:
    assert ending(fail(error)) == code
    assert capsys.readouterr() == ("", told)


def test_unexpected_error_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TRACEBACK_SETTING, raising=False)

    code = ending(fail(KeyError("lost")))

    out, told = capsys.readouterr()
    assert (code, out, told.count("\n")) == (70, "", 1)
    assert told.startswith("Geleit stopped at an error of its own (KeyError: 'lost'). ")


def test_traceback_is_shown_on_request(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRACEBACK_SETTING, "1")

    assert ending(fail(KeyError("lost"))) == 70
    assert capsys.readouterr().err.startswith("Traceback (most recent call last):\n")
