"""How the reader binds numbers, on invented sentences shaped like those of reports."""

from __future__ import annotations

import pytest

from talks.detect.figures import read_figures
from talks.detect.findings import FoundFigure
from tests.detect.claims import (
    arabic,
    arabic_catalogue,
    arabic_further,
    arabic_more,
    english,
    english_catalogue,
    english_further,
    english_more,
    french,
    french_catalogue,
    french_further,
    french_more,
)
from tests.detect.claims.claim import Claim
from tests.detect.test_rules import line_of

TABLES = {
    "en": (english, english_more, english_further),
    "fr": (french, french_more, french_further),
    "ar": (arabic, arabic_more, arabic_further),
}
CLAIMS = [
    pytest.param(language, sentence, expected, id=sentence)
    for language, tables in TABLES.items()
    for table in tables
    for sentence, expected in table.CLAIMS
]
PHRASINGS = [
    pytest.param(language, sentence, expected, id=f"{number} {sentence}")
    for language, table in (
        ("en", english_catalogue),
        ("fr", french_catalogue),
        ("ar", arabic_catalogue),
    )
    for number, sentence, expected in table.CATALOGUE
]
TRAPS = [
    pytest.param(language, sentence, id=sentence)
    for language, tables in TABLES.items()
    for table in tables
    for sentence in table.TRAPS
]


def claims(sentence: str, language: str) -> list[Claim]:
    return [
        _claim(figure) for figure in read_figures(line_of(sentence, language), language)
    ]


def _claim(figure: FoundFigure) -> Claim:
    return (figure.measure, figure.population, figure.count.low, figure.count.high)


@pytest.mark.parametrize(("language", "sentence", "expected"), CLAIMS)
def test_claims_are_read(language: str, sentence: str, expected: list[Claim]) -> None:
    assert claims(sentence, language) == expected


@pytest.mark.parametrize(("language", "sentence", "expected"), PHRASINGS)
def test_every_phrasing_is_read(
    language: str, sentence: str, expected: list[Claim]
) -> None:
    assert claims(sentence, language) == expected


@pytest.mark.parametrize(("language", "sentence"), TRAPS)
def test_numbers_that_are_no_figures_are_left_alone(
    language: str, sentence: str
) -> None:
    assert claims(sentence, language) == []
