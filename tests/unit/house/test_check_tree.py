"""The house rules find what breaks them."""

from pathlib import Path

import pytest

from scripts.check_tree import lock_breaches, unexplained_suppressions


@pytest.mark.parametrize(
    "line",
    [
        "import x  # noqa: F401",
        "import x  # noqa",
        "x: int = y()  # type: ignore[assignment]",
        "x: int = y()  # type: ignore",
        "def f():  # pragma: no cover",
    ],
)
def test_a_suppression_without_a_reason_is_found(tmp_path: Path, line: str) -> None:
    source = tmp_path / "code.py"
    source.write_text(f"first = 1\n{line}\n")

    assert unexplained_suppressions(source) == [
        f"{source}:2: a suppression gives its reason on the line: {line}"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "import x  # noqa: F401  the plug-in registers itself",
        "x: int = y()  # type: ignore[assignment]  # the stub is wrong",
        "no_suppression = 1",
    ],
)
def test_a_suppression_with_a_reason_passes(tmp_path: Path, line: str) -> None:
    source = tmp_path / "code.py"
    source.write_text(f"{line}\n")

    assert unexplained_suppressions(source) == []


PROJECT = {"dependencies": ["click>=8.1"], "optional-dependencies": {"dev": ["Types_Shapely>=2"]}}


def test_a_lock_in_step_passes() -> None:
    lock = "click==8.2.0 \\\n    --hash=sha256:00\ntypes-shapely==2.1.0 \\\n    --hash=sha256:00\n"

    assert lock_breaches(PROJECT, lock) == []


def test_a_lock_out_of_step_is_found() -> None:
    lock = "--index-url https://registry.example\nclick==8.0.0 \\\n    --hash=sha256:00\n"

    assert lock_breaches(PROJECT, lock) == [
        "requirements.lock: names an address; run make lock",
        "requirements.lock: 'click>=8.1' is wanted, 8.0.0 is pinned; run make lock",
        "requirements.lock: 'Types_Shapely>=2' is wanted, nothing is pinned; run make lock",
    ]
