"""The reports that the shipped facts cite: known by address or name, their text not held."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from talks.ingest.canonical import canonical_address
from talks.ingest.duplicates import identity_of
from talks.ingest.facts.cells import CellError, Cells
from talks.models import Article, Source

# Months are told by their first three letters, so that jan and january are one.
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = rf"(?P<month>\d\d?|(?:{_MONTHS})[a-z]*)"
_YEAR = r"(?P<year>20\d\d)"
_DAY = r"(?P<day>\d\d?)"
_IN_ADDRESS = (
    re.compile(rf"/{_YEAR}[/-]{_MONTH}[/-]{_DAY}(?=[/-]|$)", re.IGNORECASE),
    re.compile(rf"/{_YEAR}-(?P<month>\d\d)/{_DAY}/"),
    re.compile(rf"/{_DAY}-{_MONTH}-{_YEAR}/", re.IGNORECASE),
    re.compile(
        r"[/-](?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:\d{4,6})?(?=[/.-])"
    ),
    # "update-17-january-2020", but not the end of "highlights-13-19-january-2020"
    re.compile(
        rf"(?<!\d)(?<!\d-)(?<=-){_DAY}-(?P<month>(?:{_MONTHS})[a-z]*)-{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"[?&]date={_DAY}-(?P<month>\d\d)-{_YEAR}(?!\d)"),
)
# "Press statement, 5 July 2019", but not "Statement on the shipwreck of 22 April 2021".
_IN_NAME = re.compile(rf", {_DAY} {_MONTH} {_YEAR}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a shipped row names it: by its publisher, and its address or title."""

    source: str
    named: str
    told_on: date | None = None  # where the file of reports says so

    @property
    def address(self) -> str:
        """Where it stands; empty where only its title is known."""
        return self.named if self.named.startswith(("http://", "https://")) else ""

    @property
    def identity(self) -> str:
        """What makes it one report: the same as if it came in by a feed."""
        return identity_of(
            address=self.canonical_address, source=self.source, title=self.named
        )

    @property
    def canonical_address(self) -> str:
        """The address that all links to it share; empty where it has none."""
        return canonical_address(self.address) if self.address else ""

    @property
    def published_on(self) -> date | None:
        """The day of publication, as told, or where address or title plainly hold it."""
        if self.told_on:
            return self.told_on
        if not self.address:
            return _read_day(_IN_NAME.search(self.named))
        found = (pattern.search(self.address) for pattern in _IN_ADDRESS)
        return next((day for match in found if (day := _read_day(match))), None)


def read_reports(cells: Cells, column: str) -> list[Report]:
    """Read a cell of `source=address` or `source=title`, divided by `|`."""
    reports = []
    for part in cells.listed(column):
        source, equals, named = part.partition("=")
        if not equals or not named:
            raise CellError(column, f"{part!r} is not written as source=address")
        known = cells.known(column, source, "sources")
        reports.append(Report(known, named, cells.published.get(named)))
    return reports


def hold(reports: Iterable[Report], *, now: datetime) -> dict[str, int]:
    """Return the article of each report by its identity, made where there is none yet."""
    wanted = {report.identity: report for report in reports}
    missing = wanted.keys() - _held(wanted).keys()
    sources = dict(Source.objects.values_list("slug", "pk"))
    # Reports of a source that staff removed are left out.
    Article.objects.bulk_create(
        _article_of(report, sources[report.source], now)
        for identity, report in wanted.items()
        if identity in missing and report.source in sources
    )
    return _held(wanted)


def tell_days(reports: Iterable[Report]) -> None:
    """Say when cited reports appeared of which that was not known so far."""
    told = {report.identity: report.published_on for report in reports}
    undated = Article.objects.filter(published_at=None, state=Article.State.CITED)
    for article in undated.filter(identity__in=[each for each in told if told[each]]):
        article.published_at = _midnight(told[article.identity])
        article.published_day_only = True
        article.save(update_fields=["published_at", "published_day_only"])


def _midnight(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _held(identities: Collection[str]) -> dict[str, int]:
    found = Article.objects.filter(identity__in=identities)
    return dict(found.values_list("identity", "pk"))


def _article_of(report: Report, source_id: int, now: datetime) -> Article:
    day = report.published_on
    return Article(
        source_id=source_id,
        identity=report.identity,
        address=report.address,
        canonical_address=report.canonical_address,
        title=report.named,
        published_at=_midnight(day),
        published_day_only=day is not None,
        found_at=now,
        state=Article.State.CITED,
    )


def _read_day(match: re.Match[str] | None) -> date | None:
    if not match:
        return None
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.split("|").index(month[:3]) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
