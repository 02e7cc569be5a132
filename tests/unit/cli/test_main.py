"""The command line as a whole."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

import geleit
from geleit.cli.main import main
from tests.unit.cli.conftest import Run


def test_help_lists_commands_in_the_order_of_use(run: Run) -> None:
    result = run("--help")

    names = [line.split()[0] for line in result.stdout.partition("Commands:\n")[2].splitlines()]
    assert (result.exit_code, names) == (
        0,
        [
            "new",
            "plan",
            "check",
            "explain",
            "propose",
            "repair",
            "stress",
            "render",
            "import-xlsx",
            "export-xlsx",
            "schema",
            "documents",
            "demo",
            "serve",
            "worker",
            "invite",
            "forget-factors",
            "import",
            "export",
            "backup",
            "restore",
        ],
    )


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"geleit {geleit.__version__}\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself(run: Run, name: str) -> None:
    command = main.commands[name]

    assert run(name, "--help").exit_code == 0
    assert (command.help or "").strip() != ""
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_unknown_command_is_refused(run: Run) -> None:
    result = run("plann")

    assert (result.exit_code, result.stdout) == (2, "")


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, geleit.cli.main\n"
        "heavy = {'numpy', 'pydantic', 'yaml', 'holidays', 'rich', 'openpyxl', 'typst', 'fontTools', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_shipped_trip_goes_by_its_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("export-xlsx", "china-2025", "china.xlsx").exit_code == 0
