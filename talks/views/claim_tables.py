"""Claims and their sums as rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from talks.queries.claims import Claim, Sum
from talks.views.pictures import Table

COLUMNS = (
    *("slug", "measure", "population", "scope", "low", "best", "high", "qualifier"),
    *("as_stated", "assertion", "since_earliest", "as_of_earliest", "as_of_latest"),
    *("place", "event", "given_by", "source", "published", "recommended"),
    *("corrected", "part_of_another", "report"),
)


def claims_table(claims: Iterable[Claim], request: HttpRequest) -> Table:
    """Return a row for each claim, in the page's language."""
    return Table(COLUMNS, [_row(claim, request) for claim in claims])


def _row(claim: Claim, request: HttpRequest) -> list[object]:
    report = reverse("article", args=[claim.article])
    return [
        *(claim.slug, claim.measure, claim.population, claim.scope),
        *(claim.count.low, claim.count.best, claim.count.high, claim.count.qualifier),
        *(claim.as_stated, claim.assertion),
        claim.since and claim.since.earliest,
        *(claim.as_of.earliest, claim.as_of.latest),
        claim.place and claim.place.slug,
        claim.event_name and claim.event_name.slug,
        *(claim.speaker.text.text, claim.source.slug, claim.published),
        *(claim.is_recommended, claim.superseded_by is not None),
        *(claim.part_of is not None, request.build_absolute_uri(report)),
    ]


def sums_table(sums: Iterable[Sum]) -> Table:
    """Return a row for each month, with the claims that it counts by their slugs."""
    columns = (
        *("month", "lowest", "highest", "or_more", "events_counted"),
        *("events_with_no_figure", "claims"),
    )
    return Table(columns, [_sum_row(each) for each in sums])


def _sum_row(it: Sum) -> list[object]:
    counted = " ".join(choice.claim.slug for choice in it.choices)
    return [
        *(f"{it.month:%Y-%m}", it.low, it.high, it.is_open_above, len(it.choices)),
        *(it.missing, counted),
    ]
