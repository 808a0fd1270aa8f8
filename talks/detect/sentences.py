"""Where one sentence ends and the next begins, in English, Arabic and French."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

# a longer stretch without a full stop is cut, so that every reader stays quick
LONGEST = 1200

_FILE = Path(__file__).parent.parent / "data" / "cues" / "sentences.toml"
_CUES = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(_FILE.read_text("utf-8")).items()
}
# a stop, whatever closes after it, and white space; the rest is judged by what is around.
# A row of stops is looked at once, from its first: a page of them must not take forever.
_STOP = re.compile(r"""(?<![.!?…؟۔])[.!?…؟۔]++[\"'”’»)\]]*+(?:\s+»)?(?=\s)""")
_LAST_WORD = re.compile(r"[^\s(\[\"“«]{1,20}\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[\s]*(\w+)")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence of `text[start:end]`, without outer white space."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop, end):
            yield from _bounded(text, begin, stop.end())
            begin = stop.end()
    yield from _bounded(text, begin, end)


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(text, stop.end(), min(end, stop.end() + 60))
    next_word = following[1] if following else ""
    if next_word[:1].islower():
        return False
    if stop[0] != ".":
        return True
    last = _LAST_WORD.search(text, max(begin, stop.start() - 20), stop.start())
    word = last[0] if last else ""
    if word.lower() in _CUES["before_number"]:
        return not next_word[:1].isdigit()
    if _stop_belongs_to(word):
        return (
            word.lower() not in _CUES["abbreviations"] and next_word in _CUES["openers"]
        )
    return True


def _stop_belongs_to(word: str) -> bool:
    """Tell whether a full stop after this word may be part of it ("Gen.", "U.N.", "J.")."""
    if word.lower() in _CUES["abbreviations"] or word.lower() in _CUES["may_end"]:
        return True
    return bool(_INITIALS.fullmatch(word)) and word[-1].isupper()


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
