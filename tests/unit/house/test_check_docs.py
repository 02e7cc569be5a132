"""The check of the documentation finds what is wrong in it."""

from enum import IntEnum
from pathlib import Path

import click

from scripts.check_docs import broken_links, compare, stale_pages, words_after
from scripts.cli_reference import reference


class Ending(IntEnum):
    DONE = 0
    """done"""
    BAD_INPUT = 2
    """bad input"""


def test_only_code_counts_as_an_example() -> None:
    text = "We make plans. Type `make run`.\n\n    make test ARGS=-x\n\n```sh\ncd geleit && make check\n```\n"

    assert words_after("make", text) == {"run", "test", "check"}


def test_a_path_before_the_command_does_not_hide_it() -> None:
    assert words_after("geleit", "`.venv/bin/geleit plan trips/usa-2025`") == {"plan"}


def test_both_directions_are_compared() -> None:
    assert list(compare("the command", {"plan", "check"}, {"plan", "plot"})) == [
        "docs: the command 'plot' is mentioned but does not exist",
        "docs: the command 'check' exists but is mentioned nowhere in README.md or docs",
    ]


def test_links_to_files_and_headings_are_followed(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# Time, and zones\n")
    page = tmp_path / "page.md"
    page.write_text("[a](other.md#time-and-zones) [b](#none) [c](missing.md) [d](https://example.org/x)\n")

    assert list(broken_links(page, tmp_path)) == [
        "page.md: the link to '#none' leads nowhere",
        "page.md: the link to 'missing.md' leads nowhere",
    ]


def test_a_stale_page_is_written_anew_and_reported_once(tmp_path: Path) -> None:
    pages = {"docs/reference/cli.md": "# Command line\n"}

    first, second = list(stale_pages(tmp_path, pages)), list(stale_pages(tmp_path, pages))

    assert first == ["docs/reference/cli.md: was stale and has been written anew; look at it and commit it"]
    assert second == []
    assert (tmp_path / "docs/reference/cli.md").read_text() == "# Command line\n"


def test_the_reference_has_every_visible_command_and_its_options() -> None:
    @click.group()
    def root() -> None:
        """Do things."""

    @root.command()
    @click.option("--seed", help="Where chance begins.")
    def plan(seed: str) -> None:
        """Plan a trip."""

    @root.command(hidden=True)
    def secret() -> None:
        """Stay unseen."""

    page = reference(root, "geleit", Ending)

    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## `geleit`",
        "## `geleit plan`",
    ]
    assert "--seed TEXT  Where chance begins." in page
    assert "| 0 | done |\n| 2 | bad input |\n" in page
