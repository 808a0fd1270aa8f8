"""Pairs of reports that the machine took for one, so that people can say whether they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest, Least, Left

from talks.models import Article, CopyVerdict

_BEGINNING = 600
_MOST_COUNTED = 1000
_COLUMNS = ("pk", "title", "address", "source__name", "published_at", "wire_origin")


@dataclass(frozen=True, slots=True)
class Side:
    """One report of a pair, with how it begins."""

    pk: int
    title: str
    source: str
    published_at: datetime | None
    wire_origin: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and the one it was taken for a copy of."""

    copy: Side
    original: Side


def to_ask(*, most: int) -> list[Pair]:
    """Return the pairs that nobody has judged, the latest found first; one query."""
    return [_pair(row) for row in _pairs(unjudged())[:most]]


def of_report(pk: int) -> list[Pair]:
    """Return the unjudged pairs of one report, whichever side it is on; one query."""
    either = Q(pk=pk) | Q(duplicate_of=pk)
    return [_pair(row) for row in _pairs(unjudged().filter(either))]


def say_left() -> str:
    """Say how many pairs wait to be judged, counting no further than is of use."""
    left = unjudged().order_by()[: _MOST_COUNTED + 1].count()
    return str(left) if left <= _MOST_COUNTED else f"more than {_MOST_COUNTED}"


def unjudged() -> QuerySet[Article]:
    """Keep the copies of which no person said that they are one of their original."""
    said = CopyVerdict.objects.filter(
        first=Least(OuterRef("pk"), OuterRef("duplicate_of")),
        second=Greatest(OuterRef("pk"), OuterRef("duplicate_of")),
    )
    return Article.objects.exclude(duplicate_of=None).exclude(Exists(said))


def _pairs(copies: QuerySet[Article]) -> QuerySet[Article, dict[str, Any]]:
    theirs = [f"duplicate_of__{column}" for column in _COLUMNS]
    rows: Any = copies.order_by("-found_at", "-pk").values(*_COLUMNS, *theirs)
    return rows.annotate(  # type: ignore[no-any-return]
        beginning=Left("text", _BEGINNING),
        duplicate_of__beginning=Left(F("duplicate_of__text"), _BEGINNING),
    )


def _pair(row: dict[str, Any]) -> Pair:
    return Pair(_side(row, ""), _side(row, "duplicate_of__"))


def _side(row: dict[str, Any], prefix: str) -> Side:
    return Side(
        pk=row[f"{prefix}pk"],
        title=row[f"{prefix}title"] or row[f"{prefix}address"],
        source=row[f"{prefix}source__name"],
        published_at=row[f"{prefix}published_at"],
        wire_origin=row[f"{prefix}wire_origin"],
        beginning=row[f"{prefix}beginning"],
    )
