"""The import contracts break when the architecture is broken: each test breaks it in a copy of the tree."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give the tree with its contracts, to be broken."""
    for source in [*ROOT.glob("src/geleit/**/*.py"), *ROOT.glob("scripts/*.py"), ROOT / ".importlinter"]:
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    return tmp_path


def lint_imports(tree: Path) -> tuple[int, str]:
    """Run import-linter in the tree, on the tree's own sources."""
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def test_the_tree_keeps_its_contracts(copy: Path) -> None:
    code, said = lint_imports(copy)

    assert code == 0, said


def test_a_new_top_level_package_must_be_given_its_place(copy: Path) -> None:
    (copy / "src/geleit/newcomer").mkdir()
    (copy / "src/geleit/newcomer/__init__.py").touch()

    code, said = lint_imports(copy)

    assert code == 1
    assert "newcomer" in said


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/intruder.py", "import geleit.planner"),
        ("planner/intruder.py", "import geleit.documents"),
        ("tripfile/intruder.py", "import geleit.planner"),
        ("documents/intruder.py", "import geleit.tripfile"),
        ("services/intruder.py", "import geleit.cli"),
        ("domain/intruder.py", "import pydantic"),
        ("domain/intruder.py", "import django"),
        ("documents/intruder.py", "import django"),
        ("services/intruder.py", "import ortools"),
        ("intruder.py", "import rich"),
    ],
)
def test_an_import_against_the_order_is_found(copy: Path, module: str, line: str) -> None:
    (copy / "src/geleit" / module).write_text(f'"""Breaks a contract."""\n\n{line}\n')

    code, said = lint_imports(copy)

    assert code == 1
    assert "intruder" in said
