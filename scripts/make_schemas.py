"""Write the published JSON Schemas from the shapes of the trip file and of the programme.

python scripts/make_schemas.py           write them
python scripts/make_schemas.py --check   say which are stale, and exit with 1 when one is
"""

import sys
from pathlib import Path

from geleit.tripfile.json_schema import part_schema, programme_schema, schema_text, trip_schema

ROOT = Path(__file__).parent.parent
SCHEMAS = "src/geleit/tripfile/schema"
EDITOR_SCHEMA = "docs/reference/trip-file.schema.json"
"""For editors: a file of a trip's folder holds some of the keys, so none is required."""


def files() -> dict[str, str]:
    """Return the text of every schema by its path in the checkout.

    Returns
    -------
    dict of str to str
        Texts by path.
    """
    return {
        f"{SCHEMAS}/trip.schema.json": schema_text(trip_schema()),
        f"{SCHEMAS}/programme.schema.json": schema_text(programme_schema()),
        EDITOR_SCHEMA: schema_text(part_schema()),
    }


def stale(root: Path) -> list[str]:
    """Find the published schemas that are not what the shapes say.

    Parameters
    ----------
    root : Path
        The top of the checkout.

    Returns
    -------
    list of str
        Their paths.
    """
    return [
        name
        for name, text in files().items()
        if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    """Write the schemas, or check them.

    Parameters
    ----------
    arguments : list of str
        The command line without the program.

    Returns
    -------
    int
        The exit code.
    """
    found = stale(ROOT)
    if "--check" not in arguments:
        for name in found:
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(files()[name], encoding="utf-8")
    print("\n".join(f"{name}: stale" for name in found) or "All published schemas are current.")
    return 1 if found and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
