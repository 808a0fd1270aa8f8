"""Numbers that are part of a name: "5+5", "444 Brigade", "resolution 2510", "MiG-29"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import ahocorasick


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch in which no number counts anything; `kind` says what it is."""

    start: int
    end: int
    kind: str  # name, format, unit, document, weapon or backed


_UNIT = "brigade|battalion|division|regiment|bataillon|katiba|liwa"
_BEGUN_BY_NUMBER = {
    # five from each side, however written; not "2 + 2 = 4" in a sum
    "format": r"(?<![\w+])\(?\d{1,2} ?\+ ?\d{1,2}\)?(?![\w+])",
    "unit": rf"(?<!\w)\d{{1,3}}(?:st|nd|rd|th|e|eme|er|ere)?[ -](?:\w{{3,14}} ){{0,2}}(?:{_UNIT})(?!\w)",
    "weapon": r"(?<!\w)\d{1,3}(?:\.\d+)? ?mm(?!\w)",
}
_BEGUN_BY_WORD = {
    "format": r"(?<!\w)(?:five|six|three)[ -]plus[ -](?:five|six|three)(?!\w)|(?<!\w)cinq[ -]plus[ -]cinq(?!\w)"
    r"|(?<!\w)(?:ال)?(?:خمسه|سته) زايد (?:خمسه|سته)(?!\w)",
    "unit": rf"(?<!\w)(?:{_UNIT}|unit|force) (?:no\.? ?|n ?[°o] ?)?\d{{1,3}}(?!\w)"
    r"|(?<!\w)(?:و|ب|ل|ف)?(?:ال)?(?:لواء|كتيبه|فرقه|قوه|فوج|سريه) (?:ال)?\d{1,3}(?!\w)",
    "document": r"(?<!\w)(?:resolutions?|decisions?|paragraphs?|paras?|articles?|chapters?|annex|decrees?|law|loi|decrets?|"
    r"paragraphes?|chapitres?)(?: no\.?| n ?[°o]| number)? \d{1,4}(?: ?\(\d{4}\))?"
    r"(?:(?:, | and | et | or | ou )\d{3,4}(?: ?\(\d{4}\))?){0,4}(?!\w)"
    r"|(?<!\w)(?:و|ب|ل|ف)?(?:ال)?(?:قرار|قراره|ماده|فقره|قانون|مرسوم)(?: (?:مجلس الامن|الدولي|الاممي))?(?: رقم)? \d{1,4}(?: ?\(\d{4}\))?"
    r"(?: و ?\d{3,4}(?: ?\(\d{4}\))?){0,4}(?!\w)|(?<!\w)s/(?:res/|prst/)?\d{4}/\d{1,4}(?!\w)|(?<!\w)imo \d{7}(?!\w)",
    "weapon": r"(?<![\w'])(?:su|il|an|tu|tb|t|f|c|bm|m|s|mi|ak|rpg|uh|mq|rq|l|mig|pantsir-s)-\d{1,3}\w?(?!\w)"
    r"|(?<![\w'])(?:tb|bm|rpg|mig|mq) ?\d{1,3}s?(?!\w)|(?<!\w)covid-?\d{2}(?!\w)"
    r"|(?<!\w)(?:ال)?(?:ميغ|سوخوي|اف|كوفيد|تي بي)[ -]?\d{1,3}(?!\w)",
}
# a piece of every word that such a name may begin with, or what follows it at once
_HINTS = (
    *(" plus ", "-plus-", " زايد "),
    *_UNIT.split("|"),
    *("unit", "force", "لواء", "كتيبه", "فرقه", "قوه", "فوج", "سريه"),
    *(
        "resol",
        "decision",
        "para",
        "article",
        "chapter",
        "annex",
        "decre",
        "law",
        "loi",
    ),
    *("chapitre", "قرار", "ماده", "فقره", "قانون", "مرسوم", "s/", "imo "),
    *("tb", "bm", "rpg", "mig", "mq", "pantsir", "covid"),
    *("ميغ", "سوخوي", "اف", "كوفيد", "تي بي"),
    *(f"-{digit}" for digit in range(10)),
)


def _any(patterns: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in patterns.items())
    )


def _automaton(pieces: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for piece in pieces:
        automaton.add_word(piece, len(piece))
    automaton.make_automaton()
    return automaton


_NUMBER_FIRST, _WORD_FIRST = _any(_BEGUN_BY_NUMBER), _any(_BEGUN_BY_WORD)
_DIGITS = re.compile(r"\d+")
_HINTED = _automaton(_HINTS)
_LONGEST_WORD = 16


def find_masks(folded: str) -> Iterator[Mask]:
    """Yield the numbered names in a folded text."""
    found = [*_begun_by_numbers(folded), *_begun_by_words(folded)]
    end = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() >= end:
            end = match.end()
            yield Mask(match.start(), end, match.lastgroup or "name")


def _begun_by_numbers(folded: str) -> Iterator[re.Match[str]]:
    for number in _DIGITS.finditer(folded):
        start = number.start()
        bracket = start - folded.endswith("(", 0, start)
        match = _NUMBER_FIRST.match(folded, bracket) or _NUMBER_FIRST.match(
            folded, start
        )
        if match:
            yield match


def _begun_by_words(folded: str) -> Iterator[re.Match[str]]:
    tried = -1
    for last, length in _HINTED.iter(folded):
        start = last + 1 - length
        while start and folded[start - 1].isalnum() and last - start < _LONGEST_WORD:
            start -= 1
        if start > tried:
            tried = start
            match = _WORD_FIRST.match(folded, start)
            if match:
                yield match
