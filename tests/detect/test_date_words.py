import pytest

from talks.detect.date_words import load_date_language, may_hold_date, read_words
from talks.detect.folding import fold


def classes(text, code="en"):
    words = read_words(text, fold(text).text, load_date_language(code))
    return [(word.name, word.value) for word in words if word.name]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("12 January 2020", "en", [("day", 12), ("month", 1), ("year", 2020)]),
        ("Jan. 12", "en", [("mon", 1), ("day", 12)]),
        ("the 3rd", "en", [("the", 1), ("day", 3)]),
        ("1,300 and 45", "en", [("and", 1), ("n", 45)]),
        ("the 2010s", "en", [("the", 1)]),
        ("the day before yesterday", "en", [("near", -2)]),
        ("may march", "en", []),
        ("كانون الثاني", "ar", [("month", 1)]),
        ("وفبراير", "ar", [("and", None), ("month", 2)]),
        ("بيناير", "ar", [("month", 1)]),
        ("il y a", "fr", [("ago", -1)]),
        ("1er mars", "fr", [("day", 1), ("month", 3)]),
    ],
)
def test_words_are_put_into_classes(text, code, expected):
    assert classes(text, code) == expected


@pytest.mark.parametrize(
    ("text", "code", "worth"),
    [
        ("It began on Monday.", "en", True),
        ("It began in 2011.", "en", True),
        ("It went on the way it began.", "en", False),
        ("Ils sont partis hier.", "fr", True),
        ("Ils sont partis.", "fr", False),
        ("وصلوا بيناير", "ar", True),
        ("وصلوا", "ar", False),
    ],
)
def test_a_sentence_without_a_word_of_time_is_not_read_further(text, code, worth):
    assert may_hold_date(fold(text).text, load_date_language(code)) is worth


def test_a_language_without_cues_is_read_as_english():
    assert classes("12 January", "xx") == classes("12 January", "en")
