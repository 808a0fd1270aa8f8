"""Numbers as they are written in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.numbers import find_numbers, parse_digits
from talks.detect.words import split_words
from talks.values import Count, Qualifier

MANY = Qualifier


def counts(text: str, language: str) -> list[Count]:
    return [n.count for n in find_numbers(split_words(text, 0, ()), language)]


def exactly(number: int) -> Count:
    return Count(number, number, number)


NUMBERS = [
    ("en", "5,000 people", exactly(5000)),
    ("en", "5 000 people", exactly(5000)),
    ("en", "5k people", exactly(5000)),
    ("en", "1.3 million people", exactly(1_300_000)),
    ("en", "twenty-one people", exactly(21)),
    ("en", "one hundred and five people", exactly(105)),
    ("en", "at least 12 people", Count(12, None, None, MANY.AT_LEAST)),
    ("en", "12 or more people", Count(12, None, None, MANY.AT_LEAST)),
    ("en", "more than a dozen people", Count(12, None, None, MANY.MORE_THAN)),
    ("en", "some 40 people", Count(40, 40, 40, MANY.ABOUT)),
    ("en", "nearly 40 people", Count(None, 40, 40, MANY.NEARLY)),
    ("en", "up to 40 people", Count(None, None, 40, MANY.UP_TO)),
    ("en", "fewer than 40 people", Count(None, None, 40, MANY.FEWER_THAN)),
    ("en", "between 20 and 30 people", Count(20, None, 30, MANY.BETWEEN)),
    ("en", "20 to 30 people", Count(20, None, 30, MANY.BETWEEN)),
    ("en", "two or three people", Count(2, None, 3, MANY.BETWEEN)),
    ("en", "dozens of people", Count(24, None, 99, MANY.VAGUE)),
    ("en", "hundreds of thousands", Count(200_000, None, 999_999, MANY.VAGUE)),
    ("en", "half a million people", Count(500_000, 500_000, 500_000, MANY.ABOUT)),
    ("fr", "18 000 personnes", exactly(18000)),
    ("fr", "18.000 personnes", exactly(18000)),
    ("fr", "13\u202f500 personnes", exactly(13500)),
    ("fr", "1,3 million de personnes", exactly(1_300_000)),
    ("fr", "quatre-vingt-dix personnes", exactly(90)),
    ("fr", "soixante-dix personnes", exactly(70)),
    ("fr", "cent vingt-trois morts", exactly(123)),
    ("fr", "une trentaine de morts", Count(30, 30, 30, MANY.ABOUT)),
    ("fr", "un millier de familles", Count(1000, 1000, 1000, MANY.ABOUT)),
    ("fr", "près de 40 morts", Count(None, 40, 40, MANY.NEARLY)),
    ("fr", "au moins 12 morts", Count(12, None, None, MANY.AT_LEAST)),
    ("fr", "jusqu'à 60 morts", Count(None, None, 60, MANY.UP_TO)),
    ("fr", "un ou deux morts", Count(1, None, 2, MANY.BETWEEN)),
    ("fr", "des dizaines de milliers", Count(20_000, None, 99_999, MANY.VAGUE)),
    ("ar", "٥٥ قتيلا", exactly(55)),
    ("ar", "٥٬٠٠٠ شخص", exactly(5000)),
    ("ar", "خمسة أشخاص", exactly(5)),
    ("ar", "خمسة وأربعون شخصا", exactly(45)),
    ("ar", "ثلاثة عشر قتيلا", exactly(13)),
    ("ar", "مئة وخمسة وعشرون قتيلا", exactly(125)),
    ("ar", "مئة وعشرون ألف شخص", exactly(120_000)),
    ("ar", "ثلاثة آلاف شخص", exactly(3000)),
    ("ar", "3 آلاف شخص", exactly(3000)),
    ("ar", "مئتان وخمسون قتيلا", exactly(250)),
    ("ar", "ما لا يقل عن 12 قتيلا", Count(12, None, None, MANY.AT_LEAST)),
    ("ar", "أكثر من 12 قتيلا", Count(12, None, None, MANY.MORE_THAN)),
    ("ar", "نحو 12 قتيلا", Count(12, 12, 12, MANY.ABOUT)),
    ("ar", "بين 20 و30 قتيلا", Count(20, None, 30, MANY.BETWEEN)),
    ("ar", "عشرات القتلى", Count(20, None, 99, MANY.VAGUE)),
    ("ar", "مئات الآلاف", Count(200_000, None, 999_999, MANY.VAGUE)),
]


@pytest.mark.parametrize(
    ("language", "text", "count"), NUMBERS, ids=[t for _, t, _ in NUMBERS]
)
def test_numbers_are_read_with_their_hedges(
    language: str, text: str, count: Count
) -> None:
    assert counts(text, language) == [count]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "an 11-year-old"),
        ("en", "the 301st"),
        ("en", "60%"),
        ("en", "$30"),
        ("en", "at 09:00"),
        ("en", "5.000"),
        ("fr", "60 %"),
    ],
)
def test_codes_shares_and_ages_are_no_numbers(language: str, text: str) -> None:
    assert counts(text, language) == []


def test_the_dot_parts_thousands_only_where_the_language_says_so() -> None:
    assert parse_digits("5.000", "fr") == 5000
    assert parse_digits("5.000", "en") is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_grouped_figures_come_back_as_the_number(number: int) -> None:
    assert counts(f"{number:,}", "en") == [exactly(number)]


@given(st.text(max_size=80), st.sampled_from(["en", "ar", "fr"]))
def test_any_text_can_be_looked_through(text: str, language: str) -> None:
    for number in find_numbers(split_words(text, 0, ()), language):
        assert 0 <= number.start < number.end
