"""From a suggested figure to a Figure in its group, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from talks.models import Actor, Event, Figure, Source, Suggestion
from talks.review.events import find_place, refuse_if_invalid
from talks.review.refusals import Refused

Finding = dict[str, Any]
Made = dict[str, Any]

_ONE_RECOMMENDED = "figure_one_recommended"
# What was denied or only feared never enters a total by itself.
_COUNTABLE = {Figure.Assertion.ASSERTED, Figure.Assertion.CLAIMED}


def make(suggestion: Suggestion, finding: Finding) -> Made:
    """Write the approved figure, recommended if it is the first claim of its group."""
    figure = _new_figure(suggestion, finding)
    refuse_if_invalid(figure)
    _save_in_role(figure)
    subsets = _link_subsets(suggestion, figure)
    suggestion.figure = figure
    return {
        "figure": figure.pk,
        "changed_at": figure.changed_at.isoformat(),
        "subsets": subsets,
    }


def unmake(suggestion: Suggestion, made: Made) -> None:
    """Delete the figure; those that were linked to it as its parts stay."""
    figure = Figure.objects.select_for_update().filter(pk=made["figure"]).first()
    if not figure:
        return
    Figure.objects.filter(pk__in=made["subsets"], subset_of=figure).update(
        subset_of=None
    )
    if what := _built_upon(figure, suggestion, made):
        message = f"The figure has been built upon since ({', '.join(what)})."
        raise Refused(message)
    figure.delete()


def _new_figure(suggestion: Suggestion, finding: Finding) -> Figure:
    copied = ("measure", "population", "low", "best", "high", "qualifier", "scope")
    as_of = _span(finding["as_of"]) or _report_day(suggestion)
    since = _span(finding["since"])
    return Figure(
        **{name: finding[name] for name in (*copied, "as_stated", "assertion")},
        slug=f"{finding['measure']}-{as_of[1]}-{suggestion.pk}",
        as_of_earliest=as_of[0],
        as_of_latest=as_of[1],
        since_earliest=since and since[0],
        since_latest=since and since[1],
        place=find_place(finding["place"]),
        event=_find_event(suggestion, finding),
        subset_of=_find_whole(suggestion, finding["subset_of_key"]),
        status=Figure.Status.APPROVED,
        article=suggestion.article,
        quote=suggestion.quote,
        quote_start=suggestion.quote_start,
        quote_end=suggestion.quote_end,
        **_find_giver(finding["attributed_to"]),
    )


def _span(when: dict[str, str] | None) -> tuple[date, date] | None:
    if not when:
        return None
    return date.fromisoformat(when["earliest"]), date.fromisoformat(when["latest"])


def _report_day(suggestion: Suggestion) -> tuple[date, date]:
    """Return the report's day, for which a number without one of its own stands."""
    published = suggestion.article.published_at
    if not published:
        raise Refused("The report has no day: say for which day the number stands.")
    return published.date(), published.date()


def _find_giver(slug: str | None) -> dict[str, Actor | Source]:
    if not slug:
        return {}
    if actor := Actor.objects.filter(slug=slug).first():
        return {"attributed_actor": actor}
    if source := Source.objects.filter(slug=slug).first():
        return {"attributed_source": source}
    message = f"There is no actor or source “{slug}”: choose another, or add it."
    raise Refused(message)


def _find_event(suggestion: Suggestion, finding: Finding) -> Event | None:
    """Return the event named, else for an incident the one of the same sentence."""
    if slug := finding.get("event"):
        if event := Event.objects.filter(slug=slug).first():
            return event
        message = f"There is no event “{slug}” any more: choose another."
        raise Refused(message)
    if finding["scope"] != Figure.Scope.INCIDENT:
        return None
    return Event.objects.filter(
        suggestions__article=suggestion.article_id,
        suggestions__quote_start__lt=suggestion.quote_end,
        suggestions__quote_end__gt=suggestion.quote_start,
    ).first()


def _find_whole(suggestion: Suggestion, key: str | None) -> Figure | None:
    """Return the figure this one is part of, once that has been accepted."""
    if not key:
        return None
    return Figure.objects.filter(
        suggestions__article=suggestion.article_id, suggestions__key=key
    ).first()


def _save_in_role(figure: Figure) -> None:
    """Save as the recommended claim; the unique index says whether there is one.

    Two people accepting claims of one group at once thus get one recommended figure.
    """
    if figure.assertion in _COUNTABLE:
        figure.role = Figure.Role.RECOMMENDED
        figure.role_reason = "The first claim of its group."
    try:
        with transaction.atomic():
            figure.save(force_insert=True)
    except IntegrityError as error:
        if _ONE_RECOMMENDED not in str(error):
            raise
        figure.role, figure.role_reason = Figure.Role.TRIANGULATION, ""
        figure.save(force_insert=True)


def _link_subsets(suggestion: Suggestion, figure: Figure) -> list[int]:
    """Tie the parts that were accepted before their whole; return their ids.

    By update, so that the parts do not look edited by a person.
    """
    parts = Figure.objects.filter(
        subset_of=None,
        suggestions__article=suggestion.article_id,
        suggestions__finding__subset_of_key=suggestion.key,
    )
    ids = list(parts.values_list("pk", flat=True))
    Figure.objects.filter(pk__in=ids).update(subset_of=figure)
    return ids


def _built_upon(figure: Figure, suggestion: Suggestion, made: Made) -> list[str]:
    """Name what others did to the figure after it was made."""
    done = {
        "it was edited": figure.changed_at.isoformat() != made["changed_at"],
        "another one corrects it": Figure.objects.filter(supersedes=figure).exists(),
        "others are part of it": figure.subsets.exists(),
        "other suggestions": figure.suggestions.exclude(pk=suggestion.pk).exists(),
    }
    return [what for what, is_so in done.items() if is_so]
