"""One function a file: what each row of the shipped files says, as a fact."""

from __future__ import annotations

from talks import models
from talks.ingest.facts.cells import CellError, Cells
from talks.ingest.facts.citations import read_citations
from talks.ingest.facts.fact import Fact, Values
from talks.ingest.facts.reports import Report, read_reports
from talks.values import Count, PartialDate, Qualifier


def read_source(cells: Cells) -> Fact:
    source = models.Source
    return Fact(
        cells.needed("slug"),
        {
            **_names(cells),
            "kind": cells.choice("kind", source.Kind),
            "country": cells.text("country"),
            "languages": cells.listed("languages"),
            "lean": cells.choice("lean", source.Lean),
            "reliability": cells.choice("reliability", source.Reliability),
            "reliability_note": cells.text("reliability_note"),
            "text_rule": cells.choice("text_rule", source.TextRule),
            "homepage": cells.text("homepage"),
        },
    )


def read_place(cells: Cells) -> Fact:
    aliases: list[Values] = [
        {"text": alias, "origin": ""} for alias in cells.listed("aliases")
    ]
    return Fact(
        cells.needed("slug"),
        {
            **_names(cells),
            "kind": cells.choice("kind", models.Place.Kind),
            "within__slug": cells.slug("within_slug", "places"),
            "admin1": cells.text("admin1"),
            "country": cells.text("country"),
            "latitude": cells.degrees("lat"),
            "longitude": cells.degrees("lon"),
        },
        {"aliases": aliases},
    )


def read_actor(cells: Cells) -> Fact:
    aliases: list[Values] = [
        {"text": alias, "origin": ""} for alias in cells.listed("aliases")
    ]
    return Fact(
        cells.needed("slug"),
        {
            **_names(cells),
            "kind": cells.choice("kind", models.Actor.Kind),
            "side": cells.choice("side", models.Actor.Side),
            "role": cells.text("role"),
            **_activity(cells),
            "description": cells.text("description"),
        },
        {"aliases": aliases, "affiliations": _affiliations(cells)},
    )


def _activity(cells: Cells) -> Values:
    began, ended = cells.when("valid_from"), cells.when("valid_to")
    return {
        "active_from": began.earliest if began else None,
        "active_to": ended.latest if ended else None,
    }


def _affiliations(cells: Cells) -> list[Values]:
    body = cells.slug("parent_slug", "actors")
    if not body:
        return []
    began = _bounds("began", cells.when("valid_from"))
    ended = _bounds("ended", cells.when("valid_to"))
    return [{"body__slug": body, "role": cells.text("role"), **began, **ended}]


def read_event(cells: Cells) -> Fact:
    when = cells.when("date")
    if not when:
        raise CellError("date", "it is empty: give at least the year")
    event = models.Event
    cells.needed("sources")
    reports = read_reports(cells, "sources")
    return Fact(
        cells.needed("slug"),
        {
            "kind": cells.choice("kind", event.Kind),
            "track": cells.choice("track", event.Track),
            "modality": cells.choice("modality", event.Modality),
            "title": cells.needed("title"),
            **_translations(cells, "title"),
            "summary": cells.needed("summary"),
            **_translations(cells, "summary"),
            "earliest": when.earliest,
            "latest": when.latest,
            "date_precision": when.precision.value,
            "lasted_until": cells.day("lasted_until"),
            "status": event.Status.APPROVED.value,
        },
        {
            "event_places": [
                {"place__slug": place, "position": position}
                for position, place in enumerate(cells.slugs_of("places", "places"))
            ],
            "participations": [
                _participation(cells, part) for part in cells.listed("actors")
            ],
            "citations": read_citations(cells, reports),
        },
        tuple(reports),
    )


def _participation(cells: Cells, part: str) -> Values:
    actor, role = cells.split("actors", part, "actor:role")
    return {
        "actor__slug": cells.known("actors", actor, "actors"),
        "role": cells.chosen("actors", role, models.Participation.Role),
    }


def read_round(cells: Cells) -> Fact:
    steps: list[Values] = [
        {"event__slug": step} for step in cells.slugs_of("steps", "events")
    ]
    return Fact(
        cells.needed("slug"),
        {
            "event__slug": cells.needed_slug("event", "events"),
            "series": cells.needed("series"),
            **_translations(cells, "series"),
            "track": cells.choice("track", models.Event.Track),
            "number": cells.number("number"),
            "session": cells.text("session"),
            "format": cells.text("format"),
            "venue__slug": cells.slug("venue", "places"),
            "began_on": cells.needed_day("began_on"),
            "ended_on": cells.day("ended_on"),
            "mediator__slug": cells.slug("mediator", "actors"),
            "outcome": cells.choice("outcome", models.Round.Outcome),
            "outcome_words": cells.text("outcome_words"),
            **_translations(cells, "outcome_words"),
            "continues__slug": cells.slug("continues", "rounds"),
        },
        {
            "round_steps": steps,
            "delegations": [
                _delegation(cells, part) for part in cells.listed("delegations")
            ],
        },
    )


def _delegation(cells: Cells, part: str) -> Values:
    party, size, head, attendance = cells.split(
        "delegations", part, "party:size:head:attendance"
    )
    return {
        "party__slug": cells.known("delegations", party, "actors"),
        "size": cells.counted("delegations", size),
        "head__slug": cells.known("delegations", head, "actors") if head else None,
        "head_name": "",
        "attendance": cells.chosen(
            "delegations", attendance, models.Delegation.Attendance
        ),
    }


def read_promised_meeting(cells: Cells) -> Fact:
    planned = cells.when("planned")
    return Fact(
        cells.needed("slug"),
        {
            "event__slug": cells.needed_slug("event", "events"),
            "round__slug": cells.slug("round", "rounds"),
            "what": cells.needed("what"),
            **_translations(cells, "what"),
            "planned_from": planned and planned.earliest,
            "planned_until": planned and planned.latest,
            "kept_by__slug": cells.slug("kept_by", "rounds"),
        },
    )


def read_truce(cells: Cells) -> Fact:
    broken_by: list[Values] = [
        {"event__slug": event} for event in cells.slugs_of("violations", "events")
    ]
    return Fact(
        cells.needed_slug("event", "events"),
        {
            "purpose": cells.choice("purpose", models.Truce.Purpose),
            "terms": cells.text("terms"),
            **_translations(cells, "terms"),
            "declared_on": cells.needed_day("declared_on"),
            "effective_on": cells.day("effective_on"),
            "expires_on": cells.day("expires_on"),
            "ended_on": cells.day("ended_on"),
            "end": cells.text("end") and cells.choice("end", models.Truce.End),
            "extends__event__slug": cells.slug("extends", "truces"),
        },
        {
            "truce_parties": [
                _truce_party(cells, part) for part in cells.listed("parties")
            ],
            "violations": broken_by,
        },
    )


def _truce_party(cells: Cells, part: str) -> Values:
    actor, position = cells.split("parties", part, "actor:position")
    return {
        "actor__slug": cells.known("parties", actor, "actors"),
        "position": cells.chosen("parties", position, models.TruceParty.Position),
    }


def read_embargo_violation(cells: Cells) -> Fact:
    return Fact(
        cells.needed_slug("event", "events"),
        {
            "item": cells.choice("item", models.EmbargoViolation.Item),
            "item_words": cells.text("item_words"),
            "supplier__slug": cells.slug("supplier", "actors"),
            "recipient__slug": cells.slug("recipient", "actors"),
            "reported_by__slug": cells.slug("reported_by", "actors"),
            "carrier": cells.text("carrier"),
            "carrier_mark": cells.text("carrier_mark"),
            "flag": cells.text("flag"),
            "route": cells.text("route"),
            "exemption": cells.text("exemption"),
            "standard_of_proof": cells.text("standard_of_proof")
            and cells.choice("standard_of_proof", models.EmbargoViolation.Proof),
        },
    )


def read_figure(cells: Cells) -> Fact:
    figure = models.Figure
    report = _one_report(cells)
    as_of = cells.when("as_of")
    if not as_of:
        raise CellError("as_of", "it is empty: give at least the year")
    return Fact(
        cells.needed("slug"),
        {
            "measure": cells.choice("measure", figure.Measure),
            "population": cells.choice("population", figure.Population),
            "scope": cells.choice("scope", figure.Scope),
            **_count(cells),
            "as_stated": cells.needed("as_stated"),
            "assertion": cells.choice("assertion", figure.Assertion),
            **_bounds("since", cells.when("since")),
            **_bounds("as_of", as_of),
            "place__slug": cells.slug("place", "places"),
            "event__slug": cells.slug("event", "events"),
            **_attribution(cells),
            "role": cells.choice("role", figure.Role),
            "role_reason": cells.text("role_reason"),
            "supersedes__slug": cells.slug("supersedes", "figures"),
            "subset_of__slug": cells.slug("subset_of", "figures"),
            "article__identity": report.identity,
            "status": figure.Status.APPROVED.value,
        },
        reports=(report,),
    )


def _count(cells: Cells) -> Values:
    """Read the bounds, which must be those that the qualifier gives to the number."""
    qualifier = cells.choice("qualifier", models.Figure.QualifierWord)
    low, best, high = (cells.number(column) for column in ("low", "best", "high"))
    try:
        count = Count(low, best, high, Qualifier(qualifier))
    except ValueError as error:
        raise CellError("low", f"{error}") from None
    stated = next(n for n in (best, low, high) if n is not None)
    spans = {Qualifier.BETWEEN, Qualifier.VAGUE}
    if count.qualifier not in spans and count != Count.of(stated, count.qualifier):
        right = Count.of(stated, count.qualifier)
        message = f"{qualifier!r} gives low, best, high {right.low}, {right.best}, {right.high}"
        raise CellError("qualifier", message)
    return {"low": low, "best": best, "high": high, "qualifier": qualifier}


def _attribution(cells: Cells) -> Values:
    by = cells.needed("attributed_to")
    if by in cells.slugs["actors"]:
        return {"attributed_actor__slug": by, "attributed_source__slug": None}
    if by in cells.slugs["sources"]:
        return {"attributed_actor__slug": None, "attributed_source__slug": by}
    message = f"{by!r} is neither in actors.csv nor in sources.csv: correct it"
    raise CellError("attributed_to", message)


def read_commitment(cells: Cells) -> Fact:
    obligations: list[Values] = [
        {"actor__slug": actor} for actor in cells.slugs_of("obligated", "actors")
    ]
    return Fact(
        cells.needed("slug"),
        {
            "agreement__slug": cells.needed_slug("agreement", "events"),
            "provision": cells.needed("provision"),
            **_translations(cells, "provision"),
            "due_on": cells.day("due_on"),
            "due_rule": cells.text("due_rule"),
        },
        {"obligations": obligations},
    )


def read_status(cells: Cells) -> Fact:
    commitment = cells.needed_slug("commitment", "commitments")
    as_of = cells.needed_day("as_of")
    if cells.text("slug") != f"{commitment}-{as_of}":
        raise CellError("slug", f"it must be {commitment}-{as_of}")
    report = _one_report(cells)
    return Fact(
        cells.needed("slug"),
        {
            "commitment__slug": commitment,
            "as_of": as_of,
            "level": cells.choice("level", models.CommitmentStatus.Level),
            "note": cells.needed("note"),
            **_translations(cells, "note"),
            "article__identity": report.identity,
            "event__slug": cells.slug("shown_by", "events"),
        },
        reports=(report,),
    )


def _one_report(cells: Cells) -> Report:
    reports = read_reports(cells, "source")
    if len(reports) != 1:
        raise CellError("source", f"it names {len(reports)} reports: name one")
    return reports[0]


def _names(cells: Cells) -> Values:
    return {"name": cells.needed("name"), **_translations(cells, "name")}


def _translations(cells: Cells, column: str) -> Values:
    return {
        f"{column}_{language}": cells.text(f"{column}_{language}")
        for language in ("ar", "fr")
    }


def _bounds(name: str, when: PartialDate | None) -> Values:
    return {
        f"{name}_earliest": when and when.earliest,
        f"{name}_latest": when and when.latest,
    }
