"""Rows of every noun as a search shows them: one plain kind of row for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Left

from talks.filters import Key, SearchFilter
from talks.models import (
    Actor,
    Article,
    Commitment,
    Event,
    EventIndex,
    Figure,
    Place,
    Source,
)
from talks.models.base import Localized
from talks.queries.cards import when
from talks.queries.names import Name, columns, local, localized, of_part, pick
from talks.values import PartialDate

# As much of a report as is looked through for a passage to show.
_LOOKED_THROUGH = 30_000


@dataclass(frozen=True, slots=True)
class Found:
    """Something found: what it is called, where it is shown, and a text to quote."""

    part: str
    title: Localized
    page: str
    arg: str | int
    anchor: str = ""
    key: Key | None = None
    when: PartialDate | None = None
    kind: str = ""
    track: str = ""
    name: Name | None = None  # whose report or claim it is, of which agreement
    passage: str = ""
    passage_language: str = "en"
    place: Name | None = None


class Resolved(SearchQuery):
    """A query that the database has resolved before, and need not again."""

    SEARCH_TYPES = {"plain": "tsquery"}


@dataclass(frozen=True, slots=True)
class Rows:
    """What matches of one kind, to be counted, and how a page of it is fetched.

    A page is asked for by the key that it lies before, and how many rows it has.
    """

    matching: QuerySet[Any]
    fetch: Callable[[Key | None, int], list[Found]]


def kinds(asked: SearchFilter, *, query: str | None, language: str) -> dict[str, Rows]:
    """Return, for each kind asked for, what matches and how to fetch it.

    Actors and places are not among them: they are found by name.
    """
    makers: dict[str, Callable[[SearchFilter, str | None, str], Rows]] = {
        "events": _all_events,
        "truces": partial(_detailed, part="truces", detail="truce"),
        "rounds": partial(_detailed, part="rounds", detail="round"),
        "embargo": partial(_detailed, part="embargo", detail="embargo_violation"),
        "commitments": _commitments,
        "figures": _figures,
        "articles": _articles,
    }
    return {
        part: make(asked, query, language)
        for part, make in makers.items()
        if asked.part in {"", part}
    }


def named(holders: Iterable[str], language: str) -> dict[str, Found]:
    """Return who and what these keys ("actor:45") stand for, in their order; one query."""
    keys = [key.partition(":") for key in holders]
    nouns = [
        model._default_manager.filter(pk__in=_ids(keys, noun)).values_list(
            Value(noun), "id", "slug", "name", local("name", language), "kind"
        )
        for noun, model in (("actor", Actor), ("place", Place))
    ]
    found = {
        (noun, str(pk)): Found(
            part=f"{noun}s",
            title=localized(called, translated, language),
            page=noun,
            arg=slug,
            kind=kind,
        )
        for noun, pk, slug, called, translated, kind in nouns[0].union(nouns[1])
    }
    return {
        f"{noun}:{pk}": found[noun, pk]
        for noun, _colon, pk in keys
        if (noun, pk) in found
    }


def _ids(keys: Iterable[tuple[str, str, str]], noun: str) -> list[int]:
    return [int(pk) for of, _colon, pk in keys if of == noun]


def _matching(rows: Any, query: str | None) -> Any:
    return rows if query is None else rows.filter(index__vector=Resolved(query))


def _page(
    rows: QuerySet[Any],
    day: str,
    before: Key | None,
    most: int,
    *,
    number: str = "id",
) -> QuerySet[Any]:
    """Return a page of rows by day, newest first, from a key on."""
    if before:
        beyond = Q(**{f"{day}__lt": before.day}) | Q(**{f"{number}__lt": before.id})
        rows = rows.filter(beyond, **{f"{day}__lte": before.day})
    return rows.order_by(f"-{day}", f"-{number}")[:most]


# ------------------------------------------------------------------ events


_PAGES = {"truces": "truce", "rounds": "round"}
_PASSAGES = {
    "events": "summary",
    "truces": "truce__terms",
    "rounds": "round__outcome_words",
    "embargo": "summary",
}


def _all_events(asked: SearchFilter, query: str | None, language: str) -> Rows:
    rows = _events(asked, query, "events", language)
    if query is None or asked.narrows_time:
        return rows
    # every event of the index is published: nobody need ask the events to count them
    in_index = EventIndex.objects.filter(vector=Resolved(query))
    return replace(rows, matching=in_index)


def _detailed(
    asked: SearchFilter, query: str | None, language: str, *, part: str, detail: str
) -> Rows:
    return _events(asked, query, part, language, **{f"{detail}__isnull": False})


def _events(
    asked: SearchFilter, query: str | None, part: str, language: str, **more: Any
) -> Rows:
    published = asked.without_words().narrow(Event.objects.published())
    events = _matching(published.filter(**more), query)
    # the index of words is walked by its own day, else that of all events
    day, number = ("index__day", "index__event_id") if query else ("earliest", "id")

    def fetch(before: Key | None, most: int) -> list[Found]:
        rows = _page(events, day, before, most, number=number).values(
            *("id", "slug", "kind", "track", "title", "round__slug"),
            *("earliest", "latest", "date_precision", "date_words"),
            title_local=local("title", language),
            passage=F(_PASSAGES[part]),
            passage_local=local(_PASSAGES[part], language),
        )
        return [_event(row, part, language) for row in rows]

    return Rows(events, fetch)


def _event(row: Mapping[str, Any], part: str, language: str) -> Found:
    passage = pick(row, "passage", language)
    return Found(
        part=part,
        title=pick(row, "title", language),
        page=_PAGES.get(part, "event"),
        arg=row["round__slug"] if part == "rounds" else row["slug"],
        key=Key(row["earliest"], row["id"]),
        when=when(row),
        kind=row["kind"],
        track=row["track"],
        passage=passage.text,
        passage_language=passage.language,
    )


# ------------------------------------------------------------------ commitments


def _commitments(asked: SearchFilter, query: str | None, language: str) -> Rows:
    rows = _matching(Commitment.objects.filter(_agreed(asked)), query)

    def fetch(before: Key | None, most: int) -> list[Found]:
        found = _page(rows, "agreement__earliest", before, most).values(
            *("id", "slug", "provision", "due_on", "agreement__earliest"),
            provision_local=local("provision", language),
            agreement_slug=F("agreement__slug"),
            agreement_name=F("agreement__title"),
            agreement_name_local=local("agreement__title", language),
        )
        return [_commitment(row, language) for row in found]

    return Rows(rows, fetch)


def _agreed(asked: SearchFilter) -> Q:
    """Return what an agreement has to be: known, and made or due in the time asked for."""
    wanted = Q(agreement__status=Event.Status.APPROVED)
    if asked.known_by:
        wanted &= Q(agreement__known_on__lte=asked.known_by)
    made, due = Q(), Q()
    for end, day in (("gte", asked.first), ("lte", asked.last)):
        if day:
            made &= Q(**{f"agreement__earliest__{end}": day})
            due &= Q(**{f"due_on__{end}": day})
    return wanted & (made | due)


def _commitment(row: Mapping[str, Any], language: str) -> Found:
    return Found(
        part="commitments",
        title=pick(row, "provision", language),
        page="commitment",
        arg=row["slug"],
        key=Key(row["agreement__earliest"], row["id"]),
        name=of_part(row, "agreement", language),
        when=_day(row["due_on"]),
    )


# ------------------------------------------------------------------ figures


def _figures(asked: SearchFilter, query: str | None, language: str) -> Rows:
    rows = _matching(Figure.objects.published(), query)
    if asked.first:
        rows = rows.filter(as_of_latest__gte=asked.first)
    if asked.last:
        rows = rows.filter(as_of_earliest__lte=asked.last)
    if asked.known_by:
        rows = rows.filter(article__published_at__date__lte=asked.known_by)

    def fetch(before: Key | None, most: int) -> list[Found]:
        found = _page(rows, "as_of_latest", before, most).values(
            *("id", "slug", "measure", "as_stated", "as_of_earliest", "as_of_latest"),
            "quote",
            written_in=F("article__language"),
            rule=F("article__source__text_rule"),
            source_slug=F("article__source__slug"),
            source_name=F("article__source__name"),
            source_name_local=local("article__source__name", language),
            **columns("place", language),
        )
        return [_figure(row, language) for row in found]

    return Rows(rows, fetch)


def _figure(row: Mapping[str, Any], language: str) -> Found:
    written_in = row["written_in"] or "en"
    is_quotable = row["rule"] != Source.TextRule.HEADLINE
    return Found(
        part="figures",
        title=Localized(row["as_stated"], written_in),
        page="figure",
        arg=row["measure"],
        anchor=row["slug"],
        key=Key(row["as_of_latest"], row["id"]),
        when=PartialDate.spanning(row["as_of_earliest"], row["as_of_latest"]),
        kind=row["measure"],
        name=of_part(row, "source", language),
        place=of_part(row, "place", language),
        passage=row["quote"] if is_quotable else "",
        passage_language=written_in,
    )


# ------------------------------------------------------------------ reports


def _articles(asked: SearchFilter, query: str | None, language: str) -> Rows:
    unread = [Article.State.FAILED, Article.State.SET_ASIDE]
    rows = _matching(Article.objects.exclude(state__in=unread), query)
    last = min(filter(None, (asked.last, asked.known_by)), default=None)
    if asked.first:
        rows = rows.filter(published_at__date__gte=asked.first)
    if last:
        rows = rows.filter(published_at__date__lte=last)

    def fetch(before: Key | None, most: int) -> list[Found]:
        older = rows.filter(id__lt=before.id) if before else rows
        found = older.order_by("-id")[:most].values(
            *("id", "title", "address", "language", "published_at", "found_at"),
            quotable=_quotable(),
            source_slug=F("source__slug"),
            source_name=F("source__name"),
            source_name_local=local("source__name", language),
        )
        return [_article(row, language) for row in found]

    return Rows(rows, fetch)


def _quotable() -> Case:
    """Return the text of reports that may be shown whole; of others no passage is cut."""
    free = When(
        source__text_rule=Source.TextRule.FULL, then=Left("text", _LOOKED_THROUGH)
    )
    return Case(free, default=Value(""))


def _article(row: Mapping[str, Any], language: str) -> Found:
    written_in = row["language"] or "en"
    published = row["published_at"]
    return Found(
        part="articles",
        title=Localized(row["title"] or row["address"], written_in),
        page="article",
        arg=row["id"],
        key=Key(row["found_at"].date(), row["id"]),
        when=_day(published.date() if published else None),
        name=of_part(row, "source", language),
        passage=row["quotable"],
        passage_language=written_in,
    )


def _day(day: date | None) -> PartialDate | None:
    return PartialDate.spanning(day, day) if day else None
