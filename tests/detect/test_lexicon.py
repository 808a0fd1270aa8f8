"""The number words of each language, as their cue file gives them."""

from __future__ import annotations

import pytest

from talks.detect.cues import LANGUAGES
from talks.detect.lexicon import lexicon_of
from talks.detect.words import split_words
from talks.values import Qualifier


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_is_read_once(language):
    assert lexicon_of(language) is lexicon_of(language)
    assert lexicon_of(language).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_mark_cannot_group_digits_and_open_decimals(language):
    lexicon = lexicon_of(language)

    assert lexicon.decimal_mark not in lexicon.group_marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_by_the_library_or_by_adding(language):
    lexicon = lexicon_of(language)

    assert bool(lexicon.number_words) != bool(lexicon.adding)


def test_words_are_folded_as_those_of_a_sentence_are():
    arabic = lexicon_of("ar")

    assert "اربعه" in arabic.adding  # written أربعة
    assert "أربعة" not in arabic.adding


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "at least", Qualifier.AT_LEAST),
        ("en", "more than", Qualifier.MORE_THAN),
        ("en", "up to", Qualifier.UP_TO),
        ("fr", "au moins", Qualifier.AT_LEAST),
        ("fr", "près de", Qualifier.NEARLY),
        ("ar", "ما لا يقل عن", Qualifier.AT_LEAST),
        ("ar", "أكثر من", Qualifier.MORE_THAN),
    ],
)
def test_a_hedge_has_one_meaning(language, text, qualifier):
    words = split_words(text, 0, ())

    assert lexicon_of(language).before.beginning_at(words, 0) == (qualifier, len(words))


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "dozens of", 24, 99),
        ("fr", "des dizaines de", 20, 99),
        ("ar", "عشرات", 20, 99),
    ],
)
def test_a_vague_word_has_bounds(language, text, low, high):
    found = lexicon_of(language).phrases.beginning_at(split_words(text, 0, ()), 0)

    assert found is not None
    assert found[0] == (low, high, Qualifier.VAGUE)
