"""Who speaks when a sentence says only "she", "the envoy" or "its ministry"."""

from __future__ import annotations

from collections.abc import Sequence
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


@cache
def _nouns(language: str, name: str) -> frozenset[str]:
    speakers = cue_file(language, "events")["words"]
    return frozenset(fold(word).text for word in speakers.get(name, ()))


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
    for word in words[match.start : match.end]:
        if not _nouns(language, "he").isdisjoint(word.forms):
            return _recalled(before.person or before.body)
        if not _nouns(language, "it").isdisjoint(word.forms):
            return _recalled(before.body or before.person)
        if not _nouns(language, "persons").isdisjoint(word.forms):
            return Voice(before.person, before.person or word.text)
        if not _nouns(language, "bodies").isdisjoint(word.forms):
            return Voice(before.body, before.body or word.text)
    return _recalled(before.person or before.body)


def _recalled(slug: str | None) -> Voice | None:
    return Voice(slug, slug) if slug else None


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
