"""The small language that rules are written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.matcher import Matcher
from talks.detect.patterns import PatternError, compile_pattern
from talks.detect.words import split_words

LISTS = {"killed": ["killed", "slain"]}


def stretches(pattern: str, text: str) -> list[str]:
    matcher = Matcher([(compile_pattern(pattern, LISTS), None)])
    words = split_words(text, 0, ())
    return [
        text[words[match.start].start : words[match.end - 1].end]
        for match, _ in matcher.find(words)
    ]


PATTERNS = [
    ("killed|slain", "men slain there", ["slain"]),
    ("@killed", "men killed there", ["killed"]),
    ("violat*", "they violated it", ["violated"]),
    ("they were? killed", "they were killed", ["they were killed"]),
    ("men ..2 killed", "men of ours killed", ["men of ours killed"]),
    ("men ..1 killed", "men of ours killed", []),
    ("men ..3 killed", "men, all killed", []),
    ("men ~3 killed", "men, all killed", ["men, all killed"]),
    ("men ~3 killed", "men. All killed", []),
    ("men (,) were", "men, two of them old, were", ["men, two of them old, were"]),
    ("killed !the", "killed the talks", []),
    ("killed !the", "killed them", ["killed"]),
    ("^ killed", "they killed", []),
    ("هدنة", "والهدنة قائمة", ["والهدنة"]),
    ("blessés", "cinq BLESSÉS", ["BLESSÉS"]),
]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    PATTERNS,
    ids=[f"{p} | {t}" for p, t, _ in PATTERNS],
)
def test_patterns_fit_what_they_say(
    pattern: str, text: str, expected: list[str]
) -> None:
    assert stretches(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["..3 killed", "killed? men", "(,) men"])
def test_a_pattern_must_begin_with_a_word(pattern: str) -> None:
    with pytest.raises(PatternError, match="begins with a word"):
        compile_pattern(pattern, LISTS)


def test_a_list_that_does_not_exist_is_refused() -> None:
    with pytest.raises(PatternError, match="@dead"):
        compile_pattern("@dead men", LISTS)


@given(st.lists(st.sampled_from(["men", "killed", ",", ".", "(", "of"]), max_size=60))
def test_every_stretch_found_begins_with_the_first_word(words: list[str]) -> None:
    for stretch in stretches("men (,) ..4 killed", " ".join(words)):
        assert stretch.startswith("men")
        assert stretch.endswith("killed")
