"""Cut KERN UX's style sheet to the components that Geleit uses: src/geleit/web/shared/vendor/kern.css.

Run by a maintainer when KERN is updated, never at set-up; the result is committed and its checksum stands in
``src/geleit/web/vendor.toml``. Takes the unpacked package as its argument::

    f=$(npm pack --silent @kern-ux/native@2.7.2); tar xzf $f; .venv/bin/python -m scripts.make_kern package

What is done to it: rules whose every selector names a component that is not in ``KEPT`` go (the grid, the
utility classes, the icon fonts: five sixths of the file); nothing else is changed. The same input gives the same bytes.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "src/geleit/web/shared/vendor/kern.css"
KEPT = (
    "accordion",
    "alert",
    "badge",
    "body",
    "btn",
    "dark",
    "dialog",
    "divider",
    "error",
    "fieldset",
    "form",
    "heading",
    "hint",
    "input-group",
    "label",
    "layer",
    "level",
    "light",
    "link",
    "list",
    "number",
    "progress",
    "sr-only",
    "table",
    "title",
)
"""Names of components after ``kern-``; a longer name begins with one of them and a hyphen or an underscore."""
KEPT_ICONS = ("kern-icon", "kern-icon--info", "kern-icon--success", "kern-icon--warning", "kern-icon--danger")
"""The icons of alerts; all others are Geleit's own."""
_CLASS = re.compile(r"\.(kern-[\w-]+)")
_COMPONENT = re.compile(rf"kern-(?:{'|'.join(KEPT)})(?![a-z])")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CONDITIONS = ("@media", "@supports")


def cut(css: str) -> str:
    """Return a style sheet without the rules for components that are not kept."""
    return "".join(_kept_rules(_COMMENT.sub("", css).replace('@charset "UTF-8";', "").strip()))


def main() -> None:
    """Make the file from the package in the folder given."""
    parser = argparse.ArgumentParser(description="cut KERN's style sheet to what Geleit uses")
    parser.add_argument("package", type=Path, help="folder of the unpacked npm package")
    source = parser.parse_args().package / "dist" / "kern.min.css"
    TARGET.write_text(cut(source.read_text("utf-8")) + "\n", "utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes of {source.stat().st_size}")


def _kept_rules(css: str) -> Iterator[str]:
    for prelude, body in _rules(css):
        if prelude.startswith(_CONDITIONS):
            inside = "".join(_kept_rules(body))
            if inside:
                yield f"{prelude}{{{inside}}}"
        elif prelude.startswith("@") or any(_is_kept(one) for one in _selectors(prelude)):
            yield f"{prelude}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and between the braces of each rule of the outermost level."""
    depth, start, opened = 0, 0, 0
    for place, char in enumerate(css):
        if char == "{":
            depth += 1
            if depth == 1:
                opened = place
        elif char == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1


def _selectors(prelude: str) -> list[str]:
    """Return the selectors of a list, split at the commas that stand in no bracket."""
    parts, depth, start = [], 0, 0
    for place, char in enumerate(prelude):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            parts.append(prelude[start:place])
            start = place + 1
    return [*parts, prelude[start:]]


def _is_kept(selector: str) -> bool:
    return all(name in KEPT_ICONS or _COMPONENT.match(name) for name in _CLASS.findall(selector))


if __name__ == "__main__":
    main()
