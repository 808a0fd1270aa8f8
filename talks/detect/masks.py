"""Numbers that are part of a name: "5+5", "444 Brigade", "resolution 2510", "MiG-29"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch in which no number counts anything; `kind` says what it is."""

    start: int
    end: int
    kind: str  # name, format, unit, document, weapon or backed


_UNIT = "brigade|battalion|division|regiment|bataillon|katiba|liwa"
_MASKS = {
    # five from each side, however written; not "2 + 2 = 4" in a sum
    "format": r"(?<![\w+])\(?\d{1,2} ?\+ ?\d{1,2}\)?(?![\w+])"
    r"|(?<!\w)(?:five|six|three)[ -]plus[ -](?:five|six|three)(?!\w)|(?<!\w)cinq[ -]plus[ -]cinq(?!\w)"
    r"|(?<!\w)(?:ال)?(?:خمسه|سته) زايد (?:خمسه|سته)(?!\w)",
    "unit": rf"(?<!\w)\d{{1,3}}(?:st|nd|rd|th|e|eme|er|ere)?[ -](?:\w{{3,14}} ){{0,2}}(?:{_UNIT})(?!\w)"
    rf"|(?<!\w)(?:{_UNIT}|unit|force) (?:no\.? ?|n ?[°o] ?)?\d{{1,3}}(?!\w)"
    r"|(?<!\w)(?:و|ب|ل|ف)?(?:ال)?(?:لواء|كتيبه|فرقه|قوه|فوج|سريه) (?:ال)?\d{1,3}(?!\w)",
    "document": r"(?<!\w)(?:resolutions?|decisions?|paragraphs?|paras?|articles?|chapters?|annex|decrees?|law|loi|decrets?|"
    r"paragraphes?|chapitres?)(?: no\.?| n ?[°o]| number)? \d{1,4}(?: ?\(\d{4}\))?"
    r"(?:(?:, | and | et | or | ou )\d{3,4}(?: ?\(\d{4}\))?){0,4}(?!\w)"
    r"|(?<!\w)(?:و|ب|ل|ف)?(?:ال)?(?:قرار|قراره|ماده|فقره|قانون|مرسوم)(?: (?:مجلس الامن|الدولي|الاممي))?(?: رقم)? \d{1,4}(?: ?\(\d{4}\))?"
    r"(?: و ?\d{3,4}(?: ?\(\d{4}\))?){0,4}(?!\w)|(?<!\w)s/(?:res/|prst/)?\d{4}/\d{1,4}(?!\w)|(?<!\w)imo \d{7}(?!\w)",
    "weapon": r"(?<![\w'])(?:su|il|an|tu|tb|t|f|c|bm|m|s|mi|ak|rpg|uh|mq|rq|l|mig|pantsir-s)-\d{1,3}\w?(?!\w)"
    r"|(?<![\w'])(?:tb|bm|rpg|mig|mq) ?\d{1,3}s?(?!\w)|(?<!\w)\d{1,3}(?:\.\d+)? ?mm(?!\w)|(?<!\w)covid-?\d{2}(?!\w)"
    r"|(?<!\w)(?:ال)?(?:ميغ|سوخوي|اف|كوفيد|تي بي)[ -]?\d{1,3}(?!\w)",
}
_ANY = re.compile(
    # none begins inside a word: said first, so that most positions fail at once
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _MASKS.items())
    + ")"
)
# only what stands around a number, or a sum in words, can be such a name
_NEAR = re.compile(r"\d|(?<=\w)[ -]plus[ -]|زايد")
_REACH = 48


def find_masks(folded: str) -> Iterator[Mask]:
    """Yield the numbered names in a folded text."""
    end = 0
    for start, stop in _neighbourhoods(folded):
        for found in _ANY.finditer(folded, max(start, end), stop):
            end = found.end()
            yield Mask(found.start(), end, found.lastgroup or "name")


def _neighbourhoods(folded: str) -> Iterator[tuple[int, int]]:
    start = stop = 0
    for found in _NEAR.finditer(folded):
        if found.start() - _REACH > stop:
            if stop:
                yield start, stop
            start = found.start() - _REACH
        start = max(start, 0)
        stop = found.end() + _REACH
    if stop:
        yield start, min(stop, len(folded))
