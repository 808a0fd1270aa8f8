"""The matcher looks at all positions at once, and finds what a plain search would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.matcher import Matcher
from talks.detect.patterns import Element, Match, compile_pattern
from talks.detect.words import Span, Word, split_words

STEPS = ["men", "men?", "killed|of", "of?", "k*", "PLACE", "COUNT?", "..2", "~3"]
STEPS += ["(,)", "!of", "!PLACE", "^"]
patterns = st.tuples(
    st.sampled_from(["men", "killed", "PLACE", "^ men"]),
    st.lists(st.sampled_from(STEPS), max_size=5),
).map(lambda parts: " ".join([parts[0], *parts[1]]))
sentences = st.lists(
    st.sampled_from(["men", "killed", "of", "Sirte", "12", ",", ".", "(", ")"]),
    max_size=12,
)


def read(pieces: Sequence[str]) -> list[Word]:
    """A sentence in which Sirte is a place and 12 a count."""
    kinds = {"Sirte": "place", "12": "count"}
    text = " ".join(pieces)
    spans, start = [], 0
    for piece in pieces:
        if piece in kinds:
            spans.append(Span(start, start + len(piece), kinds[piece]))
        start += len(piece) + 1
    return split_words(text, 0, spans)


def fits(element: Element, words: Sequence[Word], at: int) -> bool:
    if at >= len(words):
        return False
    word = words[at]
    begins = any(form.startswith(element.prefixes) for form in word.forms)
    return begins or word.kind in element.kinds or bool(element.texts & word.forms)


def aside(words: Sequence[Word], at: int) -> int | None:
    closing = {",": ",", "(": ")"}.get(words[at].text) if at < len(words) else None
    texts = [word.text for word in words]
    return texts.index(closing, at + 1) + 1 if closing in texts[at + 1 :] else None


def ahead(
    element: Element, words: Sequence[Word], at: int
) -> Iterator[tuple[int, bool]]:
    """The positions that an element leads to, the one it would rather have first."""
    if element.op == "one" and fits(element, words, at):
        yield at + 1, words[at].kind in element.kinds
    if element.optional or element.op == "aside":
        yield at, False
    if element.op == "aside" and (behind := aside(words, at)):
        yield behind, False
    if element.op == "not" and not fits(element, words, at):
        yield at, False
    if element.op == "start" and (at == 0 or words[at - 1].kind == "mark"):
        yield at, False
    if element.op in {"gap", "anything"}:
        yield from ((end, False) for end in gap_ends(element, words, at))


def gap_ends(element: Element, words: Sequence[Word], at: int) -> Iterator[int]:
    barriers = {"mark", "count"} if element.op == "gap" else set()
    yield at
    for word in words[at : at + element.size]:
        if word.kind in barriers or word.text == ".":
            return
        at += 1
        yield at


def ways(
    pattern: Sequence[Element], words: Sequence[Word], at: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Every way to fit a pattern, with what it names: tried one after another."""
    if not pattern:
        yield at, ()
        return
    for position, named in ahead(pattern[0], words, at):
        for end, found in ways(pattern[1:], words, position):
            yield end, (at, *found) if named else found


@given(patterns, sentences)
def test_a_plain_search_finds_the_same(line: str, pieces: list[str]) -> None:
    pattern, words = compile_pattern(line, {}), read(pieces)

    found = [match for match, _ in Matcher([(pattern, None)]).find(words)]

    firsts = [(at, next(ways(pattern, words, at), None)) for at in range(len(words))]
    assert found == [Match(at, *first) for at, first in firsts if first]


@given(st.lists(patterns, min_size=2, max_size=6), sentences)
def test_many_patterns_find_what_each_does(lines: list[str], pieces: list[str]) -> None:
    compiled = [compile_pattern(line, {}) for line in lines]
    words = read(pieces)

    together = list(Matcher(list(zip(compiled, lines, strict=True))).find(words))

    alone = [
        found
        for pattern, line in zip(compiled, lines, strict=True)
        for found in Matcher([(pattern, line)]).find(words)
    ]
    assert together == alone


def test_a_word_remembered_as_a_mark_may_become_one_that_parts_nothing() -> None:
    matcher = Matcher([(compile_pattern("men ..2 killed", {}), None)])
    words = read(["men", ",", "killed"])
    assert not list(matcher.find(words))

    words[1].kind = "word"

    assert [match for match, _ in matcher.find(words)] == [Match(0, 3, ())]


@pytest.mark.parametrize("of_words", [10, 400], ids=["short", "long"])
def test_repeated_openings_are_all_found(of_words: int) -> None:
    matcher = Matcher([(compile_pattern("men ..8 killed", {}), None)])

    found = list(matcher.find(read(["men"] * of_words + ["killed"])))

    assert len(found) == min(of_words, 9)
