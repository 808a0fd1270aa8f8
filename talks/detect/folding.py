"""One spelling for matching: small letters, no marks, one alef, plain digits and dashes.

Every kept character folds to exactly one, so positions stay those of the original;
only where marks had to be dropped does `Folded.starts` tell the way back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_SPELLINGS = {
    # hamza carriers, alef maqsura, ta marbuta and borrowed letters: writers mix them freely
    "أإآٱ": "ا",
    "ىیئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ک": "ك",
    "گڨ": "ق",
    "ڤ": "ف",
    "پ": "ب",
    "‘’‚‛ʼʻ`´ʿʾ′": "'",
    "“”„‟«»″": '"',
    "‐‑‒–—―−": "-",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đð": "d",
    "ħ": "h",
}
_SAME = {
    ord(variant): one for variants, one in _SPELLINGS.items() for variant in variants
}
# tatweel, vowel signs and other marks, zero-width and direction controls, soft hyphen
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u034f\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)


class _FoldTable(dict[int, int]):
    """Code point to folded code point, learnt as characters are met."""

    def __missing__(self, code: int) -> int:
        folded = self[code] = ord(_fold_character(chr(code)))
        return folded


def _fold_character(character: str) -> str:
    if character.isspace():
        # line ends stay: they part what must not be read together
        return "\n" if character in "\n\r\x0b\x0c\x85\u2028\u2029" else " "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    lowered = unicodedata.normalize("NFKD", character).lower()
    base = lowered[0] if lowered and lowered[0].isalpha() else character.lower()[0]
    translated = character.translate(_SAME)
    if translated != character:
        return translated
    return base.translate(_SAME)


_TABLE = _FoldTable()


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its characters where it stood (None: at the same place)."""

    text: str
    starts: tuple[int, ...] | None = None

    def original(self, position: int) -> int:
        """Return the original offset of a position here, be it a start or an end."""
        return position if self.starts is None else self.starts[position]

    def within(self, start: int, end: int) -> Folded:
        """Return a stretch of the original folded by itself, with offsets from its own start."""
        if self.starts is None:
            return Folded(self.text[start:end])
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        starts = (*(at - start for at in self.starts[first:last]), end - start)
        return Folded(self.text[first:last], starts)


def fold(text: str) -> Folded:
    """Return `text` folded for matching, with the way back to its offsets."""
    if not _DROPPED.search(text):
        return Folded(text.translate(_TABLE))
    kept = [i for i, character in enumerate(text) if not _DROPPED.match(character)]
    folded = "".join([text[i] for i in kept]).translate(_TABLE)
    return Folded(folded, (*kept, len(text)))


def fold_name(name: str) -> str:
    """Return a name as it is looked up: folded, with single spaces."""
    return " ".join(fold(name).text.split())
