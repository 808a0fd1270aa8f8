"""Which of our three languages a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_SAMPLE = 1500  # characters: enough to be sure, and a bound for very long pages
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_WORD = re.compile(r"[a-z\u00e0-\u00ff\u0153]+")

_STOP_WORDS = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "cues" / "language.toml").read_text(
        "utf-8"
    )
)
_ENGLISH, _FRENCH = (frozenset(_STOP_WORDS[code].split()) for code in ("en", "fr"))
# letters of Persian, Urdu and Kurdish, which write with the Arabic script
_PERSIAN_LETTERS = re.compile(
    r"[\u067e\u0686\u06a9\u06af\u06cc\u06d2\u0679\u0688\u0691\u06ba\u06be]"
)


def find_language(text: str) -> str:
    """Return `en`, `ar` or `fr`, and `und` for anything else or too little to tell."""
    sample = text[:_SAMPLE]
    arabic, latin = _count(_ARABIC, sample), _count(_LATIN, sample)
    if arabic > latin:
        return "und" if len(_PERSIAN_LETTERS.findall(sample)) * 20 > arabic else "ar"
    return _find_latin_language(sample) if latin else "und"


def _count(letters: re.Pattern[str], sample: str) -> int:
    return sum(map(len, letters.findall(sample)))


def _find_latin_language(sample: str) -> str:
    words = _WORD.findall(sample.lower())
    english = sum(word in _ENGLISH for word in words)
    french = sum(word in _FRENCH for word in words)
    best = max(english, french)
    # real prose has one such word in three; half of that allows for headlines
    if best == 0 or best * 8 < len(words) or english == french:
        return "und"
    return "en" if english > french else "fr"
