"""Reported violations and breaches as rows of a spreadsheet, with who says so."""

from __future__ import annotations

from collections.abc import Iterable

from talks.queries.cards import Card
from talks.queries.embargo import Case
from talks.queries.names import Name
from talks.queries.truces import camp_of
from talks.views.pictures import Table

_EVENT = ("event", "title", "earliest", "latest", "date_precision")
_SURE = ("grade", "because", "independent_voices", "told_by", "denied_by")


def violations_table(violations: Iterable[Card]) -> Table:
    """Return every violation that is alleged, whatever its proof."""
    rows = [
        [*_event(card), _accused(card), camp_of(card), *_sure(card)]
        for card in violations
    ]
    return Table((*_EVENT, "accused", "camp_accused", *_SURE), rows)


def cases_table(cases: Iterable[Case]) -> Table:
    """Return every reported breach of the embargo, whatever its proof."""
    columns = (
        *(*_EVENT, "item", "item_words", "supplier", "recipient", "carrier"),
        *("carrier_mark", "flag", "route", "exemption", "reported_by"),
        *("standard_of_proof", *_SURE),
    )
    return Table(columns, [_case(case) for case in cases])


def _case(case: Case) -> list[object]:
    return [
        *(*_event(case.card), case.item, case.item_words),
        *(_slug(case.supplier), _slug(case.recipient), case.carrier),
        *(case.carrier_mark, case.flag, case.route, case.exemption),
        *(_slug(case.reported_by), case.standard_of_proof, *_sure(case.card)),
    ]


def _event(card: Card) -> list[object]:
    when = card.when
    days = (when.earliest, when.latest, when.precision.value)
    return [card.slug, card.title.text, *days]


def _sure(card: Card) -> list[object]:
    grading = card.grading
    told = [voice.who.slug for voice in card.voices if not voice.denies]
    denied = [voice.who.slug for voice in card.voices if voice.denies]
    counts = (grading.grade.value, grading.why.value, grading.telling)
    return [*counts, " ".join(dict.fromkeys(told)), " ".join(dict.fromkeys(denied))]


def _accused(card: Card) -> str:
    accused = (part.actor.slug for part in card.parts if part.role == "accused")
    return " ".join(accused)


def _slug(name: Name | None) -> str:
    return name.slug if name else ""
