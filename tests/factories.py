"""Rows for tests: a short maker for each noun, and the named ones that never change.

Makers (`event()`, `article()`) give a new row each time; whatever is not said is
made up. Named ones (`haftar()`, `geneva_round()`) give the same row however often
they are called in a test. All sentences are invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.db import transaction

from talks.models import (
    Actor,
    Affiliation,
    Article,
    Citation,
    Commitment,
    CommitmentStatus,
    Delegation,
    EmbargoViolation,
    Event,
    EventPlace,
    Feed,
    Figure,
    Participation,
    Place,
    PromisedMeeting,
    Round,
    Source,
    Suggestion,
    Truce,
    TruceParty,
    TruceViolation,
)

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
TODAY = NOW.date()
SENTENCE = "The two delegations sat in separate rooms on Monday."
REPORT = f"{SENTENCE}\n\nA second sentence says that the guns were not silent."

_numbers = count(1)


def source(**fields: Any) -> Source:
    n = next(_numbers)
    given = {"slug": f"source-{n}", "name": f"Source {n}", "kind": "news"}
    return Source.objects.create(**(given | fields))


def feed(**fields: Any) -> Feed:
    given = {"address": f"https://feeds.example/{next(_numbers)}", "next_poll_at": NOW}
    return Feed.objects.create(**(given | _with(source=source)(fields)))


def article(text: str = REPORT, **fields: Any) -> Article:
    """Make a report that was read; give `state` and an empty text for another."""
    n = next(_numbers)
    given = {
        "identity": hashlib.sha256(str(n).encode()).hexdigest(),
        "address": f"https://news.example/{n}",
        "canonical_address": f"https://news.example/{n}",
        "title": f"Report {n}",
        "text": text,
        "language": "en",
        "published_at": NOW,
        "found_at": NOW,
        "state": Article.State.READ if text else Article.State.CITED,
    }
    return Article.objects.create(**(given | _with(source=source)(fields)))


def place(**fields: Any) -> Place:
    n = next(_numbers)
    given = {"slug": f"place-{n}", "name": f"Place {n}", "kind": "city"}
    return Place.objects.create(**(given | fields))


def actor(**fields: Any) -> Actor:
    n = next(_numbers)
    given = {"slug": f"actor-{n}", "name": f"Actor {n}", "kind": "body"}
    return Actor.objects.create(**(given | fields))


def affiliation(**fields: Any) -> Affiliation:
    return Affiliation.objects.create(**_with(actor=actor, body=actor)(fields))


@transaction.atomic
def event(
    day: date = TODAY,
    *,
    cited_by: Iterable[Article] | None = None,
    at: Iterable[Place] = (),
    who: Iterable[tuple[Actor, str]] = (),
    **fields: Any,
) -> Event:
    """Make an approved event of one day, cited by one new report unless told which."""
    n = next(_numbers)
    given = {
        "slug": f"event-{n}",
        "kind": Event.Kind.STATEMENT,
        "track": Event.Track.MILITARY,
        "title": f"Event {n}",
        "earliest": day,
        "latest": day,
        "status": Event.Status.APPROVED,
    }
    made = Event.objects.create(**(given | fields))
    for position, where in enumerate(at):
        EventPlace.objects.create(event=made, place=where, position=position)
    for someone, role in who:
        Participation.objects.create(event=made, actor=someone, role=role)
    for report in [article()] if cited_by is None else cited_by:
        citation(event=made, article=report)
    return made


def quoted(report: Article, quote: str = SENTENCE) -> dict[str, Any]:
    """Return the fields that tie a row to this sentence of the report."""
    start = report.text.find(quote)
    if start < 0:
        return {"article": report}
    end = start + len(quote)
    return {"article": report, "quote": quote, "quote_start": start, "quote_end": end}


def citation(*, event: Event, article: Article, **fields: Any) -> Citation:
    quote = fields.pop("quote", SENTENCE)
    return Citation.objects.create(event=event, **quoted(article, quote), **fields)


def figure(report: Article | None = None, **fields: Any) -> Figure:
    """Make an approved claim of exactly 12 deaths in one event, as of today."""
    given = {
        "slug": f"figure-{next(_numbers)}",
        "measure": Figure.Measure.DEATHS,
        "population": Figure.Population.ALL,
        "scope": Figure.Scope.INCIDENT,
        "qualifier": Figure.QualifierWord.EXACT,
        "as_stated": "12",
        "as_of_earliest": TODAY,
        "as_of_latest": TODAY,
        "status": Figure.Status.APPROVED,
    }
    if not {"low", "best", "high"} & fields.keys():
        given |= {"low": 12, "best": 12, "high": 12}
    return Figure.objects.create(**(given | quoted(report or article()) | fields))


def suggestion(report: Article | None = None, **fields: Any) -> Suggestion:
    """Make an open suggestion of an event, resting on the report's first sentence."""
    given = {
        "kind": Suggestion.Kind.EVENT,
        "key": hashlib.sha256(str(next(_numbers)).encode()).hexdigest(),
        "finding": {"kind": "talks", "modality": "observed"},
        "rule": "talks.met",
        "reader_version": "1",
        "confidence": 0.7,
    }
    return Suggestion.objects.create(**(given | quoted(report or article()) | fields))


def truce(event: Event, **fields: Any) -> Truce:
    given = {"purpose": Truce.Purpose.PEACE_PROCESS, "declared_on": event.earliest}
    return Truce.objects.create(event=event, **(given | fields))


def violation(truce: Truce, day: date = TODAY, **fields: Any) -> Event:
    """Make an event that is said to have broken the truce."""
    given = {"kind": Event.Kind.TRUCE_VIOLATION, "track": Event.Track.GROUND}
    made = event(day, **(given | fields))
    TruceViolation.objects.create(event=made, truce=truce)
    return made


def round_of_talks(event: Event, **fields: Any) -> Round:
    given = {
        "slug": f"round-{next(_numbers)}",
        "series": "5+5 Joint Military Commission",
        "track": event.track,
        "began_on": event.earliest,
        "outcome": Round.Outcome.CONCLUDED,
    }
    return Round.objects.create(event=event, **(given | fields))


def promised_meeting(event: Event, **fields: Any) -> PromisedMeeting:
    given = {"slug": f"promised-{next(_numbers)}", "what": "The next round"}
    return PromisedMeeting.objects.create(event=event, **(given | fields))


def embargo_violation(day: date = TODAY, **fields: Any) -> EmbargoViolation:
    happened = event(day, kind=Event.Kind.EMBARGO_VIOLATION, track=Event.Track.EMBARGO)
    return EmbargoViolation.objects.create(
        event=happened, **({"item": "arms"} | fields)
    )


def commitment(agreement: Event, **fields: Any) -> Commitment:
    given = {"slug": f"commitment-{next(_numbers)}", "provision": "Open the road."}
    return Commitment.objects.create(agreement=agreement, **(given | fields))


def commitment_status(commitment: Commitment, **fields: Any) -> CommitmentStatus:
    given = {"as_of": TODAY, "level": CommitmentStatus.Level.PARTIAL}
    return CommitmentStatus.objects.create(
        commitment=commitment, **(given | quoted(article()) | fields)
    )


# ------------------------------------------------------------------ the named ones


def libya() -> Place:
    return _named(
        Place, "libya", name="Libya", name_ar="ليبيا", kind="country", country="LY"
    )


def tripoli() -> Place:
    return _named(
        Place,
        "tripoli",
        name="Tripoli",
        name_ar="طرابلس",
        kind="city",
        country="LY",
        within=libya(),
        latitude=32.8872,
        longitude=13.1913,
    )


def geneva() -> Place:
    return _named(
        Place, "geneva", name="Geneva", name_ar="جنيف", kind="city", country="CH"
    )


def gna() -> Actor:
    return _named(
        Actor,
        "gna",
        name="Government of National Accord",
        name_ar="حكومة الوفاق الوطني",
        name_fr="Gouvernement d'union nationale",
        kind="government",
        side="gna",
    )


def lna() -> Actor:
    return _named(
        Actor,
        "lna",
        name="Libyan National Army",
        name_ar="الجيش الوطني الليبي",
        kind="armed_group",
        side="lna",
    )


def haftar() -> Actor:
    return _named(
        Actor,
        "haftar",
        name="Khalifa Haftar",
        name_ar="خليفة حفتر",
        kind="person",
        side="lna",
    )


def unsmil() -> Actor:
    return _named(
        Actor,
        "unsmil",
        name="United Nations Support Mission in Libya",
        name_ar="بعثة الأمم المتحدة للدعم في ليبيا",
        kind="international_org",
        side="un",
    )


def herald() -> Source:
    """A paper whose full text may be shown."""
    return _named(
        Source, "herald", name="The Herald", kind="news", text_rule="full", country="LY"
    )


def wire() -> Source:
    """An agency of which only the cited sentences may be shown."""
    return _named(Source, "wire", name="The Wire", kind="news", text_rule="excerpt")


def january_truce() -> Truce:
    """The truce of 12 January 2020 between both camps, in force on the day of NOW."""
    if known := Truce.objects.filter(event__slug="january-truce").first():
        return known
    declared = event(
        date(2020, 1, 12),
        slug="january-truce",
        kind=Event.Kind.TRUCE,
        modality=Event.Modality.TOOK_EFFECT,
        title="A truce takes effect around Tripoli",
        title_ar="هدنة تدخل حيز التنفيذ حول طرابلس",
        at=[tripoli()],
        who=[(gna(), "participant"), (lna(), "participant")],
    )
    made = truce(declared, effective_on=date(2020, 1, 12))
    for party in (gna(), lna()):
        TruceParty.objects.create(truce=made, actor=party, position="accepted")
    return made


def geneva_round() -> Round:
    """The first round of the military talks, opened in Geneva on 3 February 2020."""
    if known := Round.objects.filter(slug="geneva-round").first():
        return known
    opened = event(
        date(2020, 2, 3),
        slug="geneva-round",
        kind=Event.Kind.TALKS,
        title="Military talks open in Geneva",
        title_ar="انطلاق المحادثات العسكرية في جنيف",
        at=[geneva()],
        who=[(gna(), "participant"), (lna(), "participant"), (unsmil(), "mediator")],
    )
    made = round_of_talks(
        opened, slug="geneva-round", number=1, venue=geneva(), mediator=unsmil()
    )
    for party in (gna(), lna()):
        Delegation.objects.create(round=made, party=party, size=5)
    return made


def _named(model: Any, slug: str, **fields: Any) -> Any:
    return model.objects.get_or_create(slug=slug, defaults=fields)[0]


def _with(**makers: Any) -> Any:
    """Return a function that fills in a new row for each key that is not given."""

    def fill(fields: dict[str, Any]) -> dict[str, Any]:
        missing = {key: make() for key, make in makers.items() if key not in fields}
        return fields | missing

    return fill
