"""Who does what in an event: the accused, the mediator, the host, the speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from talks.detect.findings import Mention
from talks.detect.patterns import Match
from talks.detect.rules import rule_matcher
from talks.detect.words import Word

_BY_KIND = {
    "resolution": "issuer",
    "appointment": "subject",
    "agreement": "signatory",
    "mediation": "mediator",
    "truce_violation": "accused",
    "embargo_violation": "accused",
}
_NEAR = 14  # words from the trigger within which an actor has part in the event


def roles_in(
    words: Sequence[Word],
    match: Match,
    kind: str,
    issuer: str | None,
    worded: Mapping[int, str],
) -> tuple[tuple[str, str], ...]:
    """Each actor near the trigger with the role that the wording or the kind gives it."""
    roles: dict[str, str] = {issuer: "issuer"} if issuer else {}
    for at, word in enumerate(words):
        if word.kind != "actor":
            continue
        slug = word.value.slug
        if slug is None or slug in roles:
            continue
        if worded.get(at, "source") != "source":
            roles[slug] = worded[at]
        elif kind != "statement" and match.start - _NEAR <= at < match.end + _NEAR:
            roles[slug] = _BY_KIND.get(kind, "participant")
    return tuple(roles.items())


def source_of(words: Sequence[Word], language: str) -> str | None:
    """Return who is named as the source of what a sentence says."""
    worded = worded_roles(words, language)
    return next(
        (
            slug
            for at, role in sorted(worded.items())
            if role == "source" and (slug := _actor(words[at]))
        ),
        None,
    )


def worded_roles(words: Sequence[Word], language: str) -> dict[int, str]:
    """Return the actors whose role is said in words: "accused X of", "hosted by X"."""
    roles: dict[int, str] = {}
    if not any(word.kind == "actor" for word in words):
        return roles
    for match, rule in rule_matcher(language, "roles").find(words):
        for at in match.found[-1:] if rule.says.get("last") else match.found:
            if roles.get(at, "source") == "source":
                roles[at] = rule.says["role"]
    return roles


def _actor(word: Word) -> str | None:
    if isinstance(word.value, Mention) and word.value.kind == "actor":
        return word.value.slug
    return None
