"""A captured page taken apart: its title, captions and sentences, without what is not the report."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import ahocorasick

from talks.detect.findings import Evidence
from talks.detect.folding import Folded, fold
from talks.detect.sentences import split_sentences


class Part(StrEnum):
    """Which part of the page a sentence stands in."""

    TITLE = "title"
    CAPTION = "caption"
    META = "meta"  # a line that is no sentence: date line, byline, heading
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `page.text[start:end] == text`.

    What comes before `opens` is a dateline ("Geneva — "); without one it is `start`.
    Paragraphs are numbered from the top of the page.
    """

    start: int
    end: int
    text: str
    part: Part = Part.BODY
    paragraph: int = 0
    opens: int = 0

    def evidence(self) -> Evidence:
        """Return the sentence as what a finding rests on."""
        return Evidence(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A captured page: the text as given, and the sentences of the report in it."""

    text: str
    folded: Folded
    title: Sentence | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    folded: str  # one space between words


class _Cues:
    """The phrases of `page.toml`, made ready for matching."""

    def __init__(self, path: Path) -> None:
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        self.teasers = tuple(words["teasers"])
        self.lists = frozenset(words["lists"])
        self.closings = frozenset(words["closings"])
        self.buttons = frozenset(words["buttons"])
        self.homes = frozenset(words["homes"])
        self.site = _finder(words["site"])
        self.captions = _finder(words["captions"])


def _finder(phrases: list[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for phrase in phrases:
        automaton.add_word(phrase, len(phrase))
    automaton.make_automaton()
    return automaton


def _holds(folded: str, finder: ahocorasick.Automaton) -> bool:
    """Tell whether a line has one of the phrases, from the beginning of a word."""
    for last, length in finder.iter(folded):
        before = last - length
        if before < 0 or not folded[before].isalnum():
            return True
    return False


_CUES = _Cues(Path(__file__).parent.parent / "data" / "cues" / "page.toml")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_TRAIL = re.compile(r" (?:>|>>|»|›|/|\||→) ")
_WORDS = re.compile(r"\w+")
_TERMINATED = re.compile(r"[.!?…؟][\"'”’»)\]]*\Z")
_LONGEST_TITLE = 300
_SURE_TITLE = 25  # characters: so long a beginning is no accident
_LONGEST_CAPTION = 200
_LONGEST_TEASER = 250
_LONGEST_HEAD = 60


def read_page(text: str, title: str = "") -> Page:
    """Return the title and the sentences of the report on a captured page."""
    folded = fold(text)
    lines = [line for line in _lines(text, folded) if line.folded]
    title_line = _find_title(lines, title)
    title_sentence = _sentence(text, title_line, Part.TITLE, 0) if title_line else None
    body = [
        line for line in lines if title_line is None or line.folded != title_line.folded
    ]
    sentences = tuple(_read_body(text, _without_furniture(body)))
    return Page(
        text,
        folded,
        title_sentence,
        ((title_sentence,) if title_sentence else ()) + sentences,
    )


def _lines(text: str, folded: Folded) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        start, end = found.span()
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            words = folded.within(start, end).text.split()
            yield _Line(start, end, " ".join(words))


def _find_title(lines: list[_Line], title: str) -> _Line | None:
    """Return the line that is the title given, or the first that can be one."""
    wanted = " ".join(fold(title).text.split())
    if wanted:
        return next(
            (line for line in lines[:20] if _is_title(line.folded, wanted)), None
        )
    rest = [line for line in lines[:20] if not _is_furniture(line.folded)]
    # a line of a few words above the title is the name of the site or a rubric
    first = next(
        (line for line in rest[:3] if len(_WORDS.findall(line.folded)) >= 4), None
    )
    if first is None or len(lines) == 1 or len(first.folded) > _LONGEST_TITLE:
        return None
    return None if first.folded.endswith(".") else first


def _is_title(folded: str, wanted: str) -> bool:
    """Tell whether a line is a title, give or take the name of the site behind it."""
    if len(folded) < _SURE_TITLE or len(wanted) < _SURE_TITLE:
        return folded == wanted
    return folded.startswith(wanted) or wanted.startswith(folded)


def _sentence(text: str, line: _Line, part: Part, paragraph: int) -> Sentence:
    return Sentence(
        line.start, line.end, text[line.start : line.end], part, paragraph, line.start
    )


# ------------------------------------------------------------ what is not the report


def _without_furniture(lines: list[_Line]) -> Iterator[_Line]:
    in_list = False
    for line in lines:
        bare = line.folded.strip(" :.-|>*#•")
        if _closes(bare):
            return
        if bare in _CUES.lists:
            in_list = True
        elif in_list and not _is_prose(line.folded):
            continue
        elif not _is_furniture(line.folded):
            in_list = False
            yield line


def _closes(bare: str) -> bool:
    if bare in _CUES.closings:
        return True
    head, colon, _ = bare.partition(":")
    return bool(colon) and len(bare) < 60 and head.strip() in _CUES.closings


_BULLET = re.compile(r"[^\w\"'(]+")


def _is_furniture(folded: str) -> bool:
    if len(folded) < _LONGEST_TEASER and _is_teaser(folded):
        return True
    if len(folded) < _LONGEST_TITLE and _is_only_buttons(folded):
        return True
    return _is_trail(folded) or _holds(folded, _CUES.site)


def _is_only_buttons(folded: str) -> bool:
    words = (found[0] for found in _WORDS.finditer(folded))
    return all(word in _CUES.buttons or word.isdigit() for word in words)


def _is_teaser(folded: str) -> bool:
    """Tell whether a line points to another report, or says what the site answers for."""
    bullet = _BULLET.match(folded)
    bare = folded[bullet.end() if bullet else 0 :].lstrip("(").replace(" :", ":", 1)
    if bare.startswith(_CUES.teasers):
        return True
    # "Related: ..." and the like, on one line with what it points to
    head, colon, _ = bare[:_LONGEST_HEAD].partition(":")
    return bool(colon) and (head in _CUES.lists or head in _CUES.closings)


def _is_trail(folded: str) -> bool:
    if len(folded) > 200 or _TERMINATED.search(folded):
        return False
    pieces = _TRAIL.split(folded)
    return len(pieces) >= 3 or (len(pieces) == 2 and pieces[0] in _CUES.homes)


def _is_prose(folded: str) -> bool:
    return len(folded) > 80 and bool(_TERMINATED.search(folded))


# ------------------------------------------------------------ what is


def _read_body(text: str, lines: Iterator[_Line]) -> Iterator[Sentence]:
    kept = list(lines)
    dated = next((i for i, line in enumerate(kept[:4]) if _dateline_end(text, line)), 0)
    for i, line in enumerate(kept):
        part = _part_of(line, before_dateline=i < dated)
        if part is not Part.BODY:
            yield _sentence(text, line, part, i + 1)
            continue
        opens = _dateline_end(text, line) if i <= dated else 0
        for start, end in split_sentences(text, line.start, line.end):
            inside = max(start, min(opens, end))
            yield Sentence(start, end, text[start:end], part, i + 1, inside)


def _part_of(line: _Line, *, before_dateline: bool) -> Part:
    if len(line.folded) < 300 and _holds(line.folded, _CUES.captions):
        return Part.CAPTION
    if not _TERMINATED.search(line.folded) and len(line.folded) < 120:
        return Part.META
    if (
        before_dateline
        and len(line.folded) < _LONGEST_CAPTION
        and ". " not in line.folded
    ):
        return Part.CAPTION
    return Part.BODY


_DATELINE = re.compile(
    r"""(?P<head>(?:[^\n—–.!?"“«]|\.(?= ?\d)){2,60}?(?:\([^()\n]{1,30}\))?)\s*(?:\s[-–—]{1,2}|—)\s+(?=(?P<next>\S))"""
)


def _dateline_end(text: str, line: _Line) -> int:
    """Return where the paragraph proper begins after "Geneva — ", or 0 without a dateline."""
    end = 0
    # the day may follow the town behind a dash of its own
    for _ in range(2):
        start = end or line.start
        found = _DATELINE.match(text, start, min(line.end, start + 110))
        if not found or not _looks_like_dateline(found["head"], found["next"]):
            return end
        if end and not any(character.isdigit() for character in found["head"]):
            return end
        end = found.end()
    return end


def _looks_like_dateline(head: str, following: str) -> bool:
    if following.islower():
        return False
    words = re.sub(r"\([^()]*\)", "", head).split()
    if not head[0].isalnum() or len(words) > 6:
        return False
    latin = [word for word in words if word[0].isascii() and word[0].isalpha()]
    return all(word[0].isupper() for word in latin)
