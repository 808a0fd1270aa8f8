"""Reports as they came in, and what was read from each, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from talks.filters import ArticleFilter, Key
from talks.models import Actor, Article, Citation, Place, Source, Suggestion
from talks.models.base import Localized
from talks.queries import figures
from talks.queries.claims import Claim
from talks.queries.names import Name, local, localized, name
from talks.values import PartialDate, Precision

PAGE = 50
MOST_FINDINGS = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A report on the list."""

    id: int
    title: str
    language: str
    source: Name
    found_at: datetime
    published_at: datetime | None
    state: str
    reason: str
    open: int
    cited: int
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some reports, and where the pages beside them begin."""

    rows: list[Row]
    newer: Key | None
    older: Key | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader found, and what a person made of it if one has decided."""

    id: int
    kind: str
    state: str
    said: Mapping[str, Any]
    confidence: float
    rule: str
    quote: str
    start: int | None
    end: int | None
    event: Name | None

    @property
    def when(self) -> PartialDate | None:
        """When it is said to have happened; None where the reader found no date."""
        return _read_date(self.said.get("date"))

    @property
    def is_open(self) -> bool:
        """Tell whether no person has decided it."""
        return self.state == Suggestion.State.OPEN


@dataclass(frozen=True, slots=True)
class Cited:
    """A published event that rests on a sentence of this report."""

    event: Name
    kind: str
    track: str
    stance: str
    speaker: str
    quote: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Detail:
    """A report with all that was read from it; no text where none may be shown."""

    row: Mapping[str, Any]
    source: Name
    text: str
    quotable: bool
    findings: list[Finding]
    cited: list[Cited]
    claims: list[Claim]
    names: Mapping[str, Localized]  # of the actors and places that findings speak of


def page(asked: ArticleFilter, language: str, *, known_by: date | None = None) -> Page:
    """Return one page of reports in the order they came in, newest first; one query.

    Reports that are only cited, and were never held, are left out unless asked for.
    """
    articles = _out_by(known_by)
    if asked.states:
        articles = articles.filter(state__in=asked.states)
    else:
        articles = articles.exclude(state=Article.State.CITED)
    if asked.sources:
        articles = articles.filter(source__slug__in=asked.sources)
    if asked.after:
        found = articles.filter(id__gt=asked.after.id).order_by("id")
        rows = _rows(found[: PAGE + 1], language)
        return _page(rows[:PAGE][::-1], newer=len(rows) > PAGE, older=True)
    if asked.before:
        articles = articles.filter(id__lt=asked.before.id)
    rows = _rows(articles.order_by("-id")[: PAGE + 1], language)
    return _page(rows[:PAGE], newer=bool(asked.before), older=len(rows) > PAGE)


def detail(
    pk: int, *, today: date, language: str, known_by: date | None = None
) -> Detail | None:
    """Return a report's page, or None if there is no such report. Six queries."""
    row = (
        _out_by(known_by)
        .filter(pk=pk)
        .values(
            *("id", "title", "text", "address", "language", "byline", "state"),
            *("reason", "published_at", "published_day_only", "found_at"),
            *("wire_origin", "relevant", "relevance_reason", "duplicate_of"),
            "duplicate_of__title",
            rule=F("source__text_rule"),
            reliability=F("source__reliability"),
            slug=F("source__slug"),
            name=F("source__name"),
            name_local=local("source__name", language),
        )
        .first()
    )
    if row is None:
        return None
    day = known_by or today
    claimed = figures.known_by(day).filter(article=pk)
    whole = row["rule"] == Source.TextRule.FULL
    findings = _findings(pk, language)
    return Detail(
        row=row,
        source=name(row, language),
        text=row["text"] if whole else "",
        quotable=row["rule"] != Source.TextRule.HEADLINE,
        findings=findings,
        cited=_cited(pk, language),
        claims=figures.fetch(claimed, day=day, language=language),
        names=_names(findings, language),
    )


def _out_by(day: date | None) -> QuerySet[Article, Article]:
    """Return the reports that were out by the end of a day, or do not say when."""
    if day is None:
        return Article.objects.all()
    out = Q(published_at__date__lte=day)
    return Article.objects.filter(out | Q(published_at=None))


def _rows(articles: Any, language: str) -> list[Row]:
    rows = articles.values(
        *("id", "title", "address", "language", "found_at", "published_at"),
        *("state", "reason", "duplicate_of"),
        slug=F("source__slug"),
        name=F("source__name"),
        name_local=local("source__name", language),
        open=Count("suggestions", filter=Q(suggestions__state="open"), distinct=True),
        cited=Count("citations", distinct=True),
    )
    return [_row(row, language) for row in rows]


def _row(row: Mapping[str, Any], language: str) -> Row:
    return Row(
        id=row["id"],
        title=row["title"] or row["address"],
        language=row["language"],
        source=name(row, language),
        found_at=row["found_at"],
        published_at=row["published_at"],
        state=row["state"],
        reason=row["reason"],
        open=row["open"],
        cited=row["cited"],
        is_copy=row["duplicate_of"] is not None,
    )


def _page(rows: list[Row], *, newer: bool, older: bool) -> Page:
    if not rows:
        return Page([], None, None)
    ends = [Key(row.found_at.date(), row.id) for row in (rows[0], rows[-1])]
    return Page(rows, ends[0] if newer else None, ends[1] if older else None)


def _findings(article: int, language: str) -> list[Finding]:
    rows = (
        Suggestion.objects.filter(article=article)
        .exclude(state=Suggestion.State.WITHDRAWN)
        .order_by("quote_start", "id")
        .values(
            *("id", "kind", "state", "finding", "confidence", "rule"),
            *("quote", "quote_start", "quote_end"),
            slug=F("event__slug"),
            title=F("event__title"),
            title_local=local("event__title", language),
            status=F("event__status"),
        )[:MOST_FINDINGS]
    )
    return [_finding(row, language) for row in rows]


def _finding(row: Mapping[str, Any], language: str) -> Finding:
    event = None
    if row["status"] == "approved":
        event = Name(row["slug"], localized(row["title"], row["title_local"], language))
    return Finding(
        id=row["id"],
        kind=row["kind"],
        state=row["state"],
        said=row["finding"],
        confidence=row["confidence"],
        rule=row["rule"],
        quote=row["quote"],
        start=row["quote_start"],
        end=row["quote_end"],
        event=event,
    )


def _read_date(said: Mapping[str, Any] | None) -> PartialDate | None:
    """Read a date as the reader writes it; what an older reader wrote may not fit."""
    if not said:
        return None
    try:
        first, last = map(date.fromisoformat, (said["earliest"], said["latest"]))
        precision = Precision(said["precision"])
        return PartialDate(first, last, precision, said.get("words") or "")
    except (KeyError, TypeError, ValueError):
        return None


def _names(findings: list[Finding], language: str) -> dict[str, Localized]:
    """Return what the slugs in findings are called; an actor and a place never share one."""
    actors = {pair[0] for each in findings for pair in each.said.get("actors") or []}
    places = {each.said.get("place") for each in findings}
    rows = [
        *_called(Actor.objects.filter(slug__in=actors), language),
        *_called(Place.objects.filter(slug__in=places - {None}), language),
    ]
    return {row["slug"]: name(row, language).text for row in rows}


def _called(rows: Any, language: str) -> Any:
    return rows.values("slug", "name", name_local=local("name", language))


def _cited(article: int, language: str) -> list[Cited]:
    rows = (
        Citation.objects.filter(article=article, event__status="approved")
        .order_by("quote_start", "id")
        .values(
            *("stance", "quote", "quote_start", "quote_end"),
            speaker_name=F("speaker__name"),
            slug=F("event__slug"),
            title=F("event__title"),
            title_local=local("event__title", language),
            kind=F("event__kind"),
            track=F("event__track"),
        )
    )
    return [
        Cited(
            event=Name(
                row["slug"], localized(row["title"], row["title_local"], language)
            ),
            kind=row["kind"],
            track=row["track"],
            stance=row["stance"],
            speaker=row["speaker_name"] or "",
            quote=row["quote"],
            start=row["quote_start"],
            end=row["quote_end"],
        )
        for row in rows
    ]
