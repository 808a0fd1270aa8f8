"""Cue files, and phrases looked up in a row of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.cues import LANGUAGES, Phrases, cue_file
from talks.detect.words import Word, split_words

PHRASES = Phrases(
    [
        ("killed", "deaths"),
        ("killed or wounded", "casualties"),
        ("plus d'", "more"),
        ("قتيل", "deaths"),
    ]
)


def row(text: str) -> list[Word]:
    return split_words(text, 0, ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["events", "figures", "numbers", "roles", "status"])
def test_every_language_has_its_cues(language, name):
    assert cue_file(language, name)


def test_a_cue_file_is_read_once():
    assert cue_file("en", "figures") is cue_file("en", "figures")


def test_a_language_without_cues_is_an_error():
    with pytest.raises(FileNotFoundError):
        cue_file("xx", "figures")


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        pytest.param("five killed there", 1, ("deaths", 2), id="one word"),
        pytest.param("five killed or wounded", 1, ("casualties", 4), id="the longest"),
        pytest.param("Killed by fire", 0, ("deaths", 1), id="a capital"),
        pytest.param("killed or lost", 0, ("deaths", 1), id="half of a longer one"),
        pytest.param("plus d'une", 0, ("more", 2), id="an open elision"),
        pytest.param("وقتيل آخر", 0, ("deaths", 1), id="an and written on"),
        pytest.param("five killed", 0, None, id="one that begins later"),
        pytest.param("five killed", 2, None, id="behind the end"),
    ],
)
def test_a_phrase_is_found_where_it_begins(text, at, found):
    assert PHRASES.beginning_at(row(text), at) == found


@pytest.mark.parametrize(
    ("text", "end", "found"),
    [
        pytest.param("five killed there", 2, ("deaths", 1), id="one word"),
        pytest.param("five killed or wounded", 4, ("casualties", 1), id="the longest"),
        pytest.param("five killed there", 3, None, id="one that ends earlier"),
        pytest.param("killed", 0, None, id="before the beginning"),
    ],
)
def test_a_phrase_is_found_where_it_ends(text, end, found):
    assert PHRASES.ending_at(row(text), end) == found


@given(st.lists(st.sampled_from(["killed", "or", "wounded", "five", ","]), max_size=8))
def test_what_is_found_from_the_left_ends_where_it_is_found_from_the_right(pieces):
    words = row(" ".join(pieces))

    for at in range(len(words)):
        found = PHRASES.beginning_at(words, at)
        if found:
            name, end = found
            back = PHRASES.ending_at(words, end)
            assert back is not None
            assert back[0] == name
