"""The words that say what a number counts."""

from __future__ import annotations

import pytest

from talks.detect.heads import THINGS, heads_of
from talks.detect.words import split_words

MEANINGS = [
    pytest.param("en", "nurses", ("population", "health_workers"), id="a trade"),
    pytest.param("en", "barrels", (THINGS, ""), id="things"),
    pytest.param("fr", "décès", ("measure", "deaths"), id="says what it measures"),
    pytest.param("ar", "عناصرها", ("population", "combatants"), id="says whose"),
]


@pytest.mark.parametrize(("language", "text", "meaning"), MEANINGS)
def test_a_counted_word_says_who_or_what(
    language: str, text: str, meaning: tuple[str, str]
) -> None:
    found = heads_of(language).meanings.beginning_at(split_words(text, 0, ()), 0)

    assert found == (meaning, 1)


def test_an_arabic_singular_is_one_also_as_an_object() -> None:
    alone = heads_of("ar").alone

    assert alone["مقاتلا"] == alone["مقاتل"] == (1, "combatants", "")


def test_a_dual_before_its_owner_is_not_taken_for_one() -> None:
    assert heads_of("ar").alone["راعيان"][0] == 2
    assert "راعيا" not in heads_of("ar").alone
