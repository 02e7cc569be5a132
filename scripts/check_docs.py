"""Check the documentation against what it describes, and write the pages that are generated.

- the references of the command line and the trip file and the published schemas are what commands and shapes say; a
  stale file is rewritten and reported,
- every command, make target and setting in the text exists, and all that exist are in it,
- every link inside the documentation leads somewhere.

Prints one line per breach and exits with 1 when there is one.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from geleit.cli.exit_codes import ExitCode
from geleit.tripfile.json_schema import programme_schema, trip_schema
from scripts import cli_reference, make_schemas, schema_reference
from scripts.cli_reference import contexts_of

ROOT = Path(__file__).parent.parent
TRIP_FILE_HEAD = """\
# Trip file

Generated from the shapes in `geleit/tripfile` by `make docs`; change the texts there, not this page.

A trip file is YAML 1.2: one file, or a folder whose `*.yaml` files each hold some of the keys of the top level. A
key that stands nowhere below is an error. Ids are made of small letters, digits and hyphens.

An editor that knows the JSON Schema completes keys and marks mistakes. `geleit schema trip` prints it. For one file
of a folder there is a [schema that needs no key](trip-file.schema.json); begin the file with the path to it:

```yaml
# yaml-language-server: $schema=trip-file.schema.json
```
"""
PROGRAMME_HEAD = """\
# programme.json

Generated from the shapes in `geleit/tripfile` by `make docs`; change the texts there, not this page.

`geleit plan` writes this file; `geleit check`, `geleit explain` and `geleit render` read it.
`geleit schema programme` prints its JSON Schema.
"""

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


def generated_pages(geleit: click.Command) -> dict[str, str]:
    """Make the files that are generated.

    Parameters
    ----------
    geleit : click.Command
        The command line.

    Returns
    -------
    dict
        Each file's text by its path from the top of the checkout.
    """
    return make_schemas.files() | {
        "docs/reference/cli.md": cli_reference.reference(geleit, "geleit", ExitCode),
        "docs/reference/trip-file.md": schema_reference.reference(trip_schema(), TRIP_FILE_HEAD),
        "docs/reference/programme.md": schema_reference.reference(programme_schema(), PROGRAMME_HEAD),
    }


def stale_pages(root: Path, pages: Mapping[str, str]) -> Iterator[str]:
    """Rewrite each generated page that is not what it should be.

    Parameters
    ----------
    root : Path
        The top of the checkout.
    pages : Mapping
        The wanted text by path.

    Yields
    ------
    str
        One line per page that was rewritten.
    """
    for name, wanted in pages.items():
        page = root / name
        if not page.exists() or page.read_text(encoding="utf-8") != wanted:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(wanted, encoding="utf-8")
            yield f"{name}: was stale and has been written anew; look at it and commit it"


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
    yield from stale_pages(root, generated_pages(geleit))
    pages = [root / "README.md", *sorted(root.glob("docs/**/*.md"))]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    paths = (context.command_path.split() for context in contexts_of(geleit, "geleit"))
    commands = {path[1] for path in paths if len(path) > 1}
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
