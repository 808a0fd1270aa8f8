"""Who does what in an event, and who is the source of a figure."""

from __future__ import annotations

import pytest

from talks.detect.figures import read_figures
from tests.detect.test_events import candidates
from tests.detect.test_rules import line_of

ROLES = [
    (
        "en",
        "The GNA accused Turkey of breaching the ceasefire.",
        {"gna": "issuer", "turkey": "accused"},
    ),
    ("en", "UNSMIL condemned the attack.", {"unsmil": "issuer"}),
    (
        "fr",
        "Le GNA a accusé la Russie d'avoir violé la trêve.",
        {"gna": "issuer", "russia": "accused"},
    ),
    (
        "ar",
        "اتهمت حكومة الوفاق روسيا بخرق الهدنة.",
        {"gna": "issuer", "russia": "accused"},
    ),
]
SOURCES = [
    (
        "en",
        "At least 700 people have been killed, according to the World Health Organization.",
        "who-org",
    ),
    ("fr", "Le bilan est de 58 morts, selon l'OMS.", "who-org"),
    ("ar", "وقتل 58 شخصا، بحسب منظمة الصحة العالمية.", "who-org"),
]


@pytest.mark.parametrize(
    ("language", "sentence", "roles"), ROLES, ids=[s for _, s, _ in ROLES]
)
def test_the_speaker_and_the_accused_are_told_apart(
    language: str, sentence: str, roles: dict[str, str]
) -> None:
    statement = next(c for c in candidates(sentence, language) if c.kind == "statement")

    assert dict(statement.actors) == roles


@pytest.mark.parametrize(
    ("language", "sentence", "source"), SOURCES, ids=[s for _, s, _ in SOURCES]
)
def test_a_figure_names_its_source(language: str, sentence: str, source: str) -> None:
    figures = read_figures(line_of(sentence, language), language)

    assert [figure.attributed_to for figure in figures] == [source]
