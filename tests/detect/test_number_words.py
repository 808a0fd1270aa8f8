"""Numbers written out in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.lexicon import lexicon_of
from talks.detect.number_words import spelled_number
from talks.detect.words import split_words

UNITS = {1: "واحد", 2: "اثنان", 3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة"}
TENS = {20: "عشرون", 30: "ثلاثون", 40: "أربعون", 50: "خمسون"}


def spelled(text: str, language: str, at: int = 0) -> tuple[int, int] | None:
    return spelled_number(split_words(text, 0, ()), at, lexicon_of(language))


NUMBERS = [
    ("en", "seven fighters", 7, 1),
    ("en", "twenty-one fighters", 21, 1),
    ("en", "one hundred and five people", 105, 4),
    ("en", "two thousand three hundred people", 2300, 4),
    ("fr", "quatre-vingt-dix personnes", 90, 1),
    ("fr", "cent vingt-trois morts", 123, 2),
    ("fr", "vingt et un soldats", 21, 3),
    ("fr", "deux mille soldats", 2000, 2),
    ("ar", "خمسة أشخاص", 5, 1),
    ("ar", "ثلاثة عشر شخصا", 13, 2),
    ("ar", "خمسة وأربعين مقاتلا", 45, 2),
    ("ar", "مئة وعشرين شخصا", 120, 2),
    ("ar", "ثلاثة آلاف شخص", 3000, 2),
]
NO_NUMBERS = [
    ("en", "fighters fled"),
    ("en", "and one fled"),
    ("fr", "soldats blessés"),
    ("ar", "قتل جنود"),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "end"), NUMBERS, ids=[row[1] for row in NUMBERS]
)
def test_a_number_ends_where_its_words_end(language, text, number, end):
    assert spelled(text, language) == (number, end)


@pytest.mark.parametrize(
    ("language", "text"), NO_NUMBERS, ids=[text for _, text in NO_NUMBERS]
)
def test_other_words_are_no_number(language, text):
    assert spelled(text, language) is None


def test_a_number_is_read_from_where_it_begins():
    assert spelled("killed seven fighters", "en", at=1) == (7, 2)


def test_two_arabic_numbers_side_by_side_are_not_added():
    assert spelled("خمسة وستة", "ar") == (5, 1)


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(TENS)))
def test_arabic_says_units_before_tens(unit, ten):
    assert spelled(f"{UNITS[unit]} و{TENS[ten]}", "ar") == (unit + ten, 2)


@given(
    st.lists(st.sampled_from(["seven", "hundred", "and", "a", "twenty"]), max_size=12)
)
def test_no_row_of_english_number_words_is_read_beyond_its_end(pieces):
    text = " ".join([*pieces, "people"])

    found = spelled(text, "en")

    assert found is None or 0 < found[1] <= len(pieces)
