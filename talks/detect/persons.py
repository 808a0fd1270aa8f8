"""Whether a surname in a report is that of the person we know, or of a namesake."""

from __future__ import annotations

from talks.detect.gazetteer import ActorEntry
from talks.detect.reading import Reading
from talks.detect.spellings import Spelling
from talks.detect.text import Part

_ARTICLES = frozenset(("al", "el"))
_CLOSED = (
    "'s",
    "’s",
    ".",
    ",",
    ":",
    ";",
    ")",
    "”",
    '"',
)  # after these a new name begins


def is_this_person(
    reading: Reading, found: Spelling, entries: list[ActorEntry]
) -> bool:
    """Tell whether a name is that of one of these persons.

    A first name and a surname are. A surname alone is not after somebody else's first
    name; and where many share it, only after a title or where the report has the whole
    name.
    """
    words = [word for word in found.form.text.split() if word not in _ARTICLES]
    if len(words) > 1:
        return True
    own = frozenset[str]().union(
        *(reading.gazetteer.given_names[e.slug] for e in entries)
    )
    before = _word_before(reading, found)
    if before in own:
        return True
    if _is_other_name(reading, found, before):
        return False
    shared = words[0] in reading.cues.shared_surnames
    titled = before in reading.cues.titles
    return not shared or titled or any(e.slug in reading.in_full for e in entries)


def _is_other_name(reading: Reading, found: Spelling, before: str) -> bool:
    """Tell whether somebody else's first name stands before a surname."""
    if before in reading.cues.given_names and not _is_small(reading, found):
        return True
    return _is_strange_name(reading, found, before)


def _word_before(reading: Reading, found: Spelling) -> str:
    """Return the word right before a name, past its article; "" after a comma and the like."""
    if not reading.before(found).endswith(" "):
        return ""
    words = reading.words_before(found)
    while words and words[-1] in _ARTICLES:
        words.pop()
    return words[-1] if words else ""


def _is_small(reading: Reading, found: Spelling) -> bool:
    """Tell whether the word before a name has small letters: "said" is no first name."""
    end = reading.folded.original(found.start)
    words = reading.page.text[max(0, end - 30) : end].split()
    return bool(words) and words[-1][:1].islower()


def _is_strange_name(reading: Reading, found: Spelling, before: str) -> bool:
    """Tell whether the capitalised word before a surname looks like a first name we do not know."""
    if not before or not before.isascii() or found.sentence.part is Part.TITLE:
        return False
    end = reading.folded.original(found.start)
    opening = max(found.sentence.opens, end - 40)
    said = reading.page.text[opening:end].split()
    if not said or said[-1].lower() in _ARTICLES:
        said = said[:-1]
    if not said or not said[-1][:1].isupper() or said[-1].endswith(_CLOSED):
        return False
    if len(said) == 1 and opening == found.sentence.opens:
        return False  # the first word of a sentence has its capital from there
    return not (
        _is_known_word(reading, before) or "-" in said[-1] or said[-1].isupper()
    )


def _is_known_word(reading: Reading, word: str) -> bool:
    cues = reading.cues
    return word in cues.titles or word in cues.demonyms or word in _NO_NAMES


_NO_NAMES = frozenset(
    ("libyan", "libya", "libyen", "eastern", "western", "tripoli", "benghazi")
)
