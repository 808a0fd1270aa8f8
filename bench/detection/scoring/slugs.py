"""The names that annotations use for actors and places, and those folded into them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent.parent / "slugs.md"
_ROW = re.compile(r"\|\s*`([a-z0-9-]+)`\s*\|([^|]*)\|([^|]*)\|([^|]*)\|")

# Neither required nor penalised as a place: places are towns, districts and sites.
COUNTRIES = {
    *("libya", "egypt", "turkey", "russia", "france", "italy", "germany", "usa", "uk"),
    *("greece", "algeria", "tunisia", "morocco", "jordan", "sudan", "chad"),
    *("saudi-arabia", "uae", "qatar", "switzerland", "malta", "niger", "syria"),
    *("yemen", "lebanon", "united-states", "united-kingdom", "united-arab-emirates"),
}


@dataclass(frozen=True)
class Slugs:
    """The slugs of the table, and other names that stand for one of them."""

    known: frozenset[str]
    aliases: Mapping[str, str]

    def of(self, name: object) -> str | None:
        """Return the slug that a name stands for; its own if the table has none."""
        if name is None or name == "":
            return None
        slug = slug_of(name)
        return self.aliases.get(slug, slug)


def slug_of(name: object) -> str:
    """Return a name in small ASCII letters and hyphens."""
    letters = unicodedata.normalize("NFKD", str(name)).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", letters.decode().lower()).strip("-")


def read_slugs(also: Mapping[str, str] | None = None) -> Slugs:
    """Read the table (| `slug` | type | name | other names |), and `also` other names."""
    rows = [row for line in TABLE.open(encoding="utf-8") if (row := _ROW.match(line))]
    known = frozenset(row[1] for row in rows)
    aliases: dict[str, str] = {}
    ambiguous = set()
    for row in rows:
        for name in (row[3], *row[4].split(";")):
            alias = slug_of(re.sub(r"\(.*?\)", "", name))
            if alias and alias != row[1]:
                if aliases.get(alias, row[1]) != row[1]:
                    ambiguous.add(alias)
                aliases[alias] = row[1]
    clear = {a: slug for a, slug in aliases.items() if a not in known | ambiguous}
    folded = {slug_of(name): slug_of(slug) for name, slug in (also or {}).items()}
    return Slugs(known, clear | folded)
