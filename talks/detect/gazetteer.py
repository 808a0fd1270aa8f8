"""The names to be found in texts, and what each may mean: built once, asked often."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path

import ahocorasick

from talks.detect.cues import cue_file
from talks.detect.folding import fold_name
from talks.values import PartialDate


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor as the reader must know it; the dates bound the time a shared name is its."""

    slug: str
    names: tuple[str, ...]
    kind: str
    side: str = "neutral"
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place as the reader must know it, and the place it lies in."""

    slug: str
    names: tuple[str, ...]
    kind: str
    within: str | None = None
    country: str = ""


@dataclass(slots=True)
class Form:
    """One spelling as looked up, and all that it may mean; nothing, for a phrase to skip.

    `capitals` tells how it must be written: "upper" for acronyms, "first" for names,
    "some" where one letter will do, "any" for phrases such as "central bank".
    """

    text: str
    actors: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    capitals: str = "upper"
    whole: bool = False  # a whole name, not a surname or a short form


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Actors and places by slug, and the automaton that finds their spellings."""

    actors: dict[str, ActorEntry]
    places: dict[str, PlaceEntry]
    automaton: ahocorasick.Automaton
    given_names: dict[str, frozenset[str]]  # the words of a person's full names

    def masters(self, actor: str) -> set[str]:
        """Return the actors that an actor belongs to, near and far."""
        seen: set[str] = set()
        entry = self.actors.get(actor)
        while entry and entry.parent and entry.parent not in seen:
            seen.add(entry.parent)
            entry = self.actors.get(entry.parent)
        return seen

    def regions(self, place: str) -> Iterator[str]:
        """Yield the places that a place lies in, nearest first."""
        entry = self.places.get(place)
        seen = {place}
        while entry and entry.within and entry.within not in seen:
            seen.add(entry.within)
            yield entry.within
            entry = self.places.get(entry.within)


def build_gazetteer(
    actors: Iterable[ActorEntry], places: Iterable[PlaceEntry]
) -> Gazetteer:
    """Build the automaton for these actors and places."""
    actors_by_slug = {entry.slug: entry for entry in actors}
    places_by_slug = {entry.slug: entry for entry in places}
    forms: dict[str, Form] = {}
    for actor in actors_by_slug.values():
        for name in actor.names:
            _add(forms, name, actor.kind, actors=[actor.slug])
    for place in places_by_slug.values():
        for name in place.names:
            _add(forms, name, "place", places=[place.slug])
    for phrase in _blocked_phrases():
        forms[to_lookup(fold_name(phrase))] = Form(phrase, capitals="any", whole=True)
    given = {slug: _given_names(entry) for slug, entry in actors_by_slug.items()}
    return Gazetteer(actors_by_slug, places_by_slug, _automaton(forms), given)


def load_gazetteer(folder: Path) -> Gazetteer:
    """Build the gazetteer from `actors.csv` and `places.csv` in a folder."""
    actors = (
        ActorEntry(
            row["slug"],
            _names_of(row),
            row["kind"],
            row["side"],
            row["parent_slug"] or None,
            _bound(row["valid_from"], last=False),
            _bound(row["valid_to"], last=True),
        )
        for row in _rows(folder / "actors.csv")
    )
    places = (
        PlaceEntry(
            row["slug"],
            _names_of(row),
            row["kind"],
            row["within_slug"] or None,
            row["country"],
        )
        for row in _rows(folder / "places.csv")
    )
    return build_gazetteer(actors, places)


def to_lookup(folded: str) -> str:
    """Return folded text as names are looked up in it: a hyphen is as good as a space."""
    return folded.replace("-", " ")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _names_of(row: dict[str, str]) -> tuple[str, ...]:
    names = (row["name"], row["name_ar"], row["name_fr"], *row["aliases"].split("|"))
    return tuple(dict.fromkeys(name for name in names if name))


def _bound(words: str, *, last: bool) -> date | None:
    if not words:
        return None
    when = PartialDate.parse(words)
    return when.latest if last else when.earliest


# ------------------------------------------------------------------ spellings


def _add(
    forms: dict[str, Form],
    name: str,
    kind: str,
    *,
    actors: Iterable[str] = (),
    places: Iterable[str] = (),
) -> None:
    bare = re.sub(r"\s*\([^()]*\)", "", name).strip()
    plain = fold_name(bare).removeprefix("the ")
    capitals = "any" if kind == "place" and " " in plain else _capitals(bare)
    for spelling in _spellings(plain, kind):
        form = forms.setdefault(spelling, Form(spelling))
        form.actors.extend(slug for slug in actors if slug not in form.actors)
        form.places.extend(slug for slug in places if slug not in form.places)
        form.whole = form.whole or " " in plain
        form.capitals = min(form.capitals, capitals, key=_LEAST_STRICT.index)


_LEAST_STRICT = ("any", "some", "first", "upper")
_LONGEST_ACRONYM = 9


def _capitals(name: str) -> str:
    letters = [character for character in name if character.isalpha()]
    if not letters or not any(character.isupper() for character in letters):
        return "any"  # no letters, small letters, or a script without capitals
    if name.upper() == name and len(name) <= _LONGEST_ACRONYM and " " not in name:
        return "upper"
    if not name[0].isupper():
        return "any"
    return "some" if " " in name else "first"


_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|es)")


def _spellings(plain: str, kind: str) -> Iterator[str]:
    """Yield the ways of writing a name that differ in article, hyphen or space only."""
    lookup = to_lookup(plain)
    words = lookup.split()
    if not words:
        return
    yield lookup
    if kind in {"person", "place"} and lookup.isascii():
        yield from _article_spellings(words)
    if "\u0621" <= words[0][0] <= "\u064a":
        yield from _arabic_spellings(lookup)


def _article_spellings(words: list[str]) -> Iterator[str]:
    choices = [
        ("al ", "el ", "")
        if _ARTICLE.fullmatch(word) and i + 1 < len(words)
        else (f"{word} ",)
        for i, word in enumerate(words)
    ]
    if sum(len(choice) > 1 for choice in choices) <= 2:
        for spelling in product(*choices):
            joined = "".join(spelling).strip()
            if len(joined) > 3:
                yield joined


def _arabic_spellings(lookup: str) -> Iterator[str]:
    joined = re.sub(r"\b(عبد|ابو|بو|ابن|بن) (?=\w)", r"\1", lookup)
    for spelling in dict.fromkeys((lookup, joined)):
        yield spelling
        if spelling.startswith("ال"):
            yield "لل" + spelling[2:]  # "to the ...", where the alef falls out


def _given_names(entry: ActorEntry) -> frozenset[str]:
    if entry.kind != "person":
        return frozenset()
    return frozenset(
        word for name in entry.names for word in to_lookup(fold_name(name)).split()
    )


def _blocked_phrases() -> Iterator[str]:
    for language in ("en", "ar", "fr"):
        yield from cue_file(language, "names")["not_names"]


def _automaton(forms: dict[str, Form]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for spelling, form in forms.items():
        form.text = spelling
        automaton.add_word(spelling, form)
    automaton.make_automaton()
    return automaton
