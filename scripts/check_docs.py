"""Check the documentation against what it describes, and write the pages that are generated.

- the reference of the command line is what the commands say; a stale page is rewritten and reported,
- every command, make target and setting in the text exists, and all that exist are in it,
- every field of the trip file, as ``geleit schema`` prints it, is in the reference of the trip file,
- every link inside the documentation leads somewhere.

Prints one line per breach and exits with 1 when there is one.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from scripts.cli_reference import commands_of, reference

ROOT = Path(__file__).parent.parent
CLI_PAGE = "docs/reference/cli.md"
TRIP_FILE_PAGE = "docs/reference/trip-file.md"

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ +(?P<title>.+)$", re.MULTILINE)
TARGET = re.compile(r"^(?P<name>[a-z]+):.*## ", re.MULTILINE)
SETTING = re.compile(r"\bGELEIT_[A-Z_]+\b")


def words_after(word: str, text: str) -> set[str]:
    """Collect what the examples in a text let a reader type after a command.

    Parameters
    ----------
    word : str
        The command: ``make`` or ``geleit``.
    text : str
        Markdown. Only code counts: what stands between backticks, in fences or in indented blocks.

    Returns
    -------
    set of str
        The first words that follow it.
    """
    fenced = re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    code = [*fenced, *re.findall(r"`([^`\n]+)`", text), *re.findall(r"^(?: {4}|\t)(.+)$", text, re.MULTILINE)]
    return {
        found for part in code for found in re.findall(rf"(?:^|[\s/&]){word} ([a-z][a-z-]*)\b", part, re.M)
    }


def compare(kind: str, existing: set[str], mentioned: set[str]) -> Iterator[str]:
    """Report what is written about but does not exist, and the other way round.

    Parameters
    ----------
    kind : str
        What is compared, for the message.
    existing, mentioned : set of str
        What there is, and what the documentation speaks of.

    Yields
    ------
    str
        One line per name.
    """
    for name in sorted(mentioned - existing):
        yield f"docs: {kind} {name!r} is mentioned but does not exist"
    for name in sorted(existing - mentioned):
        yield f"docs: {kind} {name!r} exists but is mentioned nowhere in README.md or docs"


def broken_links(page: Path, root: Path) -> Iterator[str]:
    """Follow every relative link of a page.

    Parameters
    ----------
    page : Path
        A Markdown file.
    root : Path
        The top of the checkout, for the message.

    Yields
    ------
    str
        One line per link whose file or heading is not there.
    """
    for link in LINK.finditer(page.read_text(encoding="utf-8")):
        name, _, anchor = link["target"].partition("#")
        if ":" in name:
            continue
        target = (page.parent / name) if name else page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            yield f"{page.relative_to(root)}: the link to {link['target']!r} leads nowhere"


def fields_of(schema: dict[str, Any]) -> set[str]:
    """Collect the names of all properties of a JSON Schema, however deep.

    Parameters
    ----------
    schema : dict
        The schema.

    Returns
    -------
    set of str
        The names.
    """
    found = set(schema.get("properties", {}))
    for value in schema.values():
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            if isinstance(part, dict):
                found |= fields_of(part)
    return found


def stale_cli_page(root: Path, geleit: click.Command) -> Iterator[str]:
    """Rewrite the reference of the command line when it is not what the commands say.

    Parameters
    ----------
    root : Path
        The top of the checkout.
    geleit : click.Command
        The command line.

    Yields
    ------
    str
        One line when the page was rewritten.
    """
    page = root / CLI_PAGE
    wanted = reference(geleit, "geleit")
    if not page.exists() or page.read_text(encoding="utf-8") != wanted:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(wanted, encoding="utf-8")
        yield f"{CLI_PAGE}: was stale and has been written anew; look at it and commit it"


def undocumented_fields(root: Path, geleit: click.Command) -> Iterator[str]:
    """Compare the fields of the trip file with its reference.

    Parameters
    ----------
    root : Path
        The top of the checkout.
    geleit : click.Command
        The command line.

    Yields
    ------
    str
        One line per field that the reference does not name.
    """
    schema = json.loads(CliRunner().invoke(geleit, ["schema"], catch_exceptions=False).stdout)
    page = root / TRIP_FILE_PAGE
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    named = set(re.findall(r"`([\w.-]+)`", text))
    for field in sorted(fields_of(schema) - named):
        yield f"{TRIP_FILE_PAGE}: the trip file's field {field!r} is not described"


def breaches_of(root: Path, geleit: click.Command) -> Iterator[str]:
    """Check everything.

    Parameters
    ----------
    root : Path
        The top of the checkout.
    geleit : click.Command
        The command line.

    Yields
    ------
    str
        One line per breach.
    """
    yield from stale_cli_page(root, geleit)
    yield from undocumented_fields(root, geleit)
    pages = [root / "README.md", *sorted(root.glob("docs/**/*.md"))]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    commands = {
        typed.split()[1]
        for typed, command in commands_of(geleit, "geleit")
        if " " in typed and not command.hidden
    }
    yield from compare("the command", commands, words_after("geleit", text))
    targets = {found["name"] for found in TARGET.finditer((root / "Makefile").read_text(encoding="utf-8"))}
    yield from compare("the make target", targets, words_after("make", text))
    sources = [*root.glob("src/**/*.py"), *root.glob("scripts/*.py")]
    settings = _settings(path.read_text(encoding="utf-8") for path in sources)
    yield from compare("the setting", settings, _settings([text]))
    for page in [*pages, root / "CHANGELOG.md"]:
        yield from broken_links(page, root)


def main() -> int:
    """Check the checkout.

    Returns
    -------
    int
        The exit code.
    """
    from geleit.cli.main import main as geleit

    breaches = list(breaches_of(ROOT, geleit))
    print("\n".join(breaches) or "The documentation describes what there is.")
    return 1 if breaches else 0


def _settings(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in SETTING.findall(text)}


def _anchors(page: Path) -> set[str]:
    """Return the anchors that a forge makes of a page's headings."""
    if page.suffix != ".md":
        return set()
    titles = [found["title"] for found in HEADING.finditer(page.read_text(encoding="utf-8"))]
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


if __name__ == "__main__":
    sys.exit(main())
