"""From a mention to a spelling of an actor's or place's name, and back."""

from __future__ import annotations

from typing import Any

from talks.models import Actor, ActorAlias, Place, PlaceAlias, Suggestion
from talks.review.refusals import Refused

Finding = dict[str, Any]
Made = dict[str, Any]


def make(suggestion: Suggestion, finding: Finding) -> Made:
    """Keep the spelling as an alias of whom it names, unless it is known already."""
    named = _find_named(suggestion.kind, finding["slug"])
    made = {suggestion.kind: named.pk}
    if _is_known(named, finding["words"]):
        return made
    alias = named.aliases.create(text=finding["words"], origin=_origin(suggestion))
    return {**made, "alias": alias.pk}


def unmake(suggestion: Suggestion, made: Made) -> None:
    """Delete the alias, if the decision made one."""
    model = ActorAlias if suggestion.kind == Suggestion.Kind.ACTOR else PlaceAlias
    aliases = model._default_manager.filter(pk=made.get("alias") or 0)
    if aliases.filter(history__pgh_label="update").exists():
        raise Refused("The spelling has been edited since: change it in the admin.")
    aliases.delete()


def _find_named(kind: str, slug: str | None) -> Actor | Place:
    if not slug:
        raise Refused("The name may mean several: choose which one.")
    model = Actor if kind == Suggestion.Kind.ACTOR else Place
    if named := model._default_manager.filter(slug=slug).first():
        return named
    message = f"There is no {kind} “{slug}”: choose another, or add it."
    raise Refused(message)


def _is_known(named: Actor | Place, words: str) -> bool:
    names = {name.casefold() for name in (named.name, named.name_ar, named.name_fr)}
    return (
        words.casefold() in names or named.aliases.filter(text__iexact=words).exists()
    )


def _origin(suggestion: Suggestion) -> str:
    article = suggestion.article
    day = article.published_at and f", {article.published_at:%d %B %Y}"
    return f"{article.source.name}{day or ''}"[:200]
