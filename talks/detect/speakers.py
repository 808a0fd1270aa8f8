"""Who speaks when a sentence says only "she", "the envoy" or "its ministry"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from talks.detect.cues import cue_file
from talks.detect.findings import Mention
from talks.detect.folding import fold
from talks.detect.gazetteer import Gazetteer
from talks.detect.patterns import Match
from talks.detect.words import Word


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who was named last: the person and the body that a pronoun may stand for."""

    person: str | None = None
    body: str | None = None


NOBODY = Speakers()


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: an actor we know, or only the noun that the sentence has for one."""

    slug: str | None
    noun: str


_ROLES = ("he", "it", "persons", "bodies")


@cache
def _nouns(language: str) -> Mapping[str, str]:
    """Return the words that may stand for a speaker, each with the list it is in."""
    lists = cue_file(language, "events")["words"]
    return {fold(word).text: role for role in _ROLES for word in lists[role]}


def slug_of(word: Word) -> str | None:
    """Return the actor that a word names; the likeliest where several share the name."""
    mention = word.value
    if not isinstance(mention, Mention) or mention.kind != "actor":
        return None
    return mention.slug or next(iter(mention.candidates), None)


def voice_of(
    match: Match, words: Sequence[Word], before: Speakers, language: str
) -> Voice | None:
    """Return who speaks in a statement: the actor named in it, or whom its noun recalls."""
    for at in match.found:
        slug = slug_of(words[at])
        if slug:
            return Voice(slug, slug)
    role, noun = _noun_in(words[match.start : match.end], language)
    if role in {"it", "bodies"}:
        slug = before.body or (before.person if role == "it" else None)
    else:
        slug = before.person or (before.body if role != "persons" else None)
    if role in {"persons", "bodies"}:
        return Voice(slug, slug or noun)
    return Voice(slug, slug) if slug else None


def _noun_in(words: Sequence[Word], language: str) -> tuple[str, str]:
    """Return the first word that stands for a speaker, behind the list it is in."""
    nouns = _nouns(language)
    for word in words:
        for form in word.forms:
            if form in nouns:
                return nouns[form], word.text
    return "", ""


def named_last(
    words: Sequence[Word], before: Speakers, gazetteer: Gazetteer
) -> Speakers:
    """Return whom the next sentence may mean: the first person and body of this one."""
    person = body = None
    for word in words:
        slug = slug_of(word) if word.kind == "actor" else None
        actor = gazetteer.actors.get(slug) if slug else None
        if actor is None:
            continue
        if actor.kind == "person":
            person = person or slug
        else:
            body = body or slug
    return Speakers(person or before.person, body or before.body)
