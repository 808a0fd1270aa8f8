"""What a found name means here: which actor, a capital or its government, or nobody we know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from talks.detect.findings import Mention
from talks.detect.gazetteer import ActorEntry
from talks.detect.persons import is_this_person
from talks.detect.reading import Reading
from talks.detect.spellings import Spelling


def decide(reading: Reading, found: Spelling) -> Iterator[Mention]:
    """Yield what a found spelling means here: an actor, a place, or nothing."""
    form = found.form
    if form.places and (not form.actors or _is_town(reading, found)):
        yield from _place(reading, found)
    elif form.actors:
        yield from _actor(reading, found)


# ------------------------------------------------------------------ places


def _place(reading: Reading, found: Spelling) -> Iterator[Mention]:
    slugs = [_other_tripoli(reading, found, slug) for slug in found.form.places]
    if _is_place(reading, found) and not _is_epithet(reading, found, slugs):
        yield reading.mention(found, "place", slugs, "place.name", 0.95)


_IN_LEBANON = re.compile(
    r"[ ,(]*(?:in |en |au |في )?(?:northern |north |شمال )?(?:lebanon|liban|لبنان)"
)


def _other_tripoli(reading: Reading, found: Spelling, slug: str) -> str:
    """Return the Lebanese Tripoli for Libya's where that is meant."""
    if slug != "tripoli" or "tripoli-lebanon" not in reading.gazetteer.places:
        return slug
    named = _IN_LEBANON.match(reading.after(found, 25))
    return "tripoli-lebanon" if named or reading.lebanese else slug


def _is_place(reading: Reading, found: Spelling) -> bool:
    """Tell a place from the common noun that it is named after ("the five", "white")."""
    if found.form.text not in reading.cues.common_places:
        return True
    clitic = reading.lookup[max(0, found.start - 2) : found.start].strip()
    if clitic in {"ب", "ل", "وب", "ول"}:
        return True
    words = reading.words_before(found)
    if words and words[-1] in reading.cues.place_words:
        return True
    # "in Sirte and Hun": a place goes before
    return not reading.place_ends.isdisjoint(range(found.start - 3, found.start - 1))


def _is_epithet(reading: Reading, found: Spelling, slugs: list[str]) -> bool:
    """Tell "the strongman of eastern Libya" from a thing that happened in a region."""
    places = reading.gazetteer.places
    is_region = all(slug in places and places[slug].kind == "region" for slug in slugs)
    return is_region and bool(reading.cues.of_region.search(reading.before(found)))


def _is_town(reading: Reading, found: Spelling) -> bool:
    """Tell a capital as a town from the government that sits in it."""
    if reading.in_dateline(found):
        return True
    cues, before = reading.cues, reading.words_before(found)
    if before and before[-1] in cues.locatives:
        return True
    if cues.language == "ar" and reading.lookup[found.start - 1 : found.start] == "ب":
        return True
    comes_from = before[-1:] in (["from"], ["de"], ["من"])
    if comes_from and not cues.movements.isdisjoint(before[-6:]):
        return True
    return _is_meeting_place(reading, found)


def _is_meeting_place(reading: Reading, found: Spelling) -> bool:
    """Tell "the Cairo talks" and "les pourparlers du Caire" from the government."""
    gatherings = reading.cues.gatherings
    if reading.cues.language == "en":
        follows = reading.after(found).startswith(" ")
        return follows and not gatherings.isdisjoint(reading.words_after(found)[:1])
    said = _OF_PLACE.search(reading.before(found))
    return said is not None and said[1] in gatherings


_OF_PLACE = re.compile(r"(\w+) (?:de |du |d'|des |في )?\Z")


# ------------------------------------------------------------------ actors


def _actor(reading: Reading, found: Spelling) -> Iterator[Mention]:
    entries = [reading.gazetteer.actors[slug] for slug in found.form.actors]
    kinds = {entry.kind for entry in entries}
    if kinds == {"person"} and not is_this_person(reading, found, entries):
        return
    if kinds & {"state", "international_org"} and _only_backs(reading, found):
        return
    if kinds == {"state"} and (
        _is_only_where(reading, found) or _is_given(reading, found)
    ):
        return
    if found.form.text in reading.cues.generic and _is_foreign(reading, found):
        return
    slugs = _those_of_the_day(entries, reading)
    whole = found.form.whole
    rule, confidence = ("actor.name", 0.97) if whole else ("actor.short", 0.9)
    yield reading.mention(found, "actor", slugs, rule, confidence)


def _those_of_the_day(entries: list[ActorEntry], reading: Reading) -> list[str]:
    """Return whom a shared name belonged to on the day of the report, likeliest first."""
    if len(entries) == 1:
        return [entries[0].slug]
    valid = [entry.slug for entry in entries if _is_valid(entry, reading.published)]
    if len(valid) > 1:
        named = [slug for slug in valid if slug in reading.in_full]
        return named if len(named) == 1 else valid
    return valid or [entry.slug for entry in entries]


def _is_valid(entry: ActorEntry, day: date) -> bool:
    return (entry.valid_from or date.min) <= day <= (entry.valid_to or date.max)


def _only_backs(reading: Reading, found: Spelling) -> bool:
    """Tell whether a state or body is named only as backing another ("UN-backed")."""
    after = reading.folded.text[found.end : found.end + 30]
    if after[:1] in {"-", "."} and reading.cues.backed.match(after.lstrip("-.")):
        return True
    return bool(reading.cues.backed_by.search(reading.before(found)))


def _is_only_where(reading: Reading, found: Spelling) -> bool:
    """Tell whether a state is named as the land in which something is."""
    before = reading.words_before(found)
    if before and before[-1] == "the":
        before.pop()
    return (
        bool(before)
        and before[-1] in reading.cues.inside
        and reading.before(found).endswith(" ")
    )


def _is_given(reading: Reading, found: Spelling) -> bool:
    """Tell "Chad Smith" and "Michael Jordan" from the states."""
    if found.form.text not in reading.cues.also_given:
        return False
    before = reading.words_before(found)[-1:]
    end = reading.folded.original(found.end)
    after = reading.page.text[end : end + 2]
    surname_follows = after[:1] == " " and after[1:].isupper()
    return surname_follows or not reading.cues.given_names.isdisjoint(before)


_OF = re.compile(r"(?:'s)? (?:of|in|du|de la|de l'|de|d') ?(?:the )?(\w+)")


def _is_foreign(reading: Reading, found: Spelling) -> bool:
    """Tell whether a general name ("parliament") is that of another country."""
    near = [*reading.words_before(found)[-2:], *reading.words_after(found)[:1]]
    owner = _OF.match(reading.after(found, 30))
    if owner:
        near.append(owner[1])
    foreigners, demonyms = reading.cues.foreigners, reading.cues.demonyms
    bare = [word.removeprefix("ال") for word in near]
    return any(word in foreigners or word in demonyms for word in (*near, *bare))
