"""How a sentence is taken apart into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.words import Span, split_words, written_forms

SENTENCES = [
    ("The cease-fire held.", ["the", "cease-fire", "held", "."]),
    ("l'embargo d'avril", ["l'", "embargo", "d'", "avril"]),
    ("Libya’s 1,300 men", ["libya", "'s", "1,300", "men"]),
    ("18\u202f000 morts", ["18 000", "morts"]),
    ("قُتِلَ ٥٥", ["قتل", "55"]),
    ("a 9-year-old", ["a", "9-year-old"]),
]


@pytest.mark.parametrize(("text", "words"), SENTENCES, ids=[t for t, _ in SENTENCES])
def test_sentences_are_split_and_folded(text: str, words: list[str]) -> None:
    assert [word.text for word in split_words(text, 0, ())] == words


def test_a_span_is_closed_up_into_one_word() -> None:
    text = "The Government of National Accord agreed"
    span = Span(4, 33, "actor", "value", "gna")

    words = split_words(text, 0, [span])

    assert [word.kind for word in words] == ["word", "actor", "word"]
    assert words[1].value == "value"
    assert "=gna" in words[1].forms


def test_arabic_words_are_known_without_what_is_written_onto_them() -> None:
    assert {"والهدنه", "الهدنه", "هدنه"} <= set(written_forms("والهدنه"))


@given(st.text(max_size=120), st.integers(0, 1000))
def test_words_stand_where_they_say(text: str, start: int) -> None:
    words = split_words(text, start, ())

    assert all(start <= word.start < word.end <= start + len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
