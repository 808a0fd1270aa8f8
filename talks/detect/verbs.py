"""The forms of an Arabic verb, of which a rule names only one: `سيطر~`."""

from __future__ import annotations

from talks.detect.folding import fold

MARK = "~"
_PAST_ENDINGS = ("", "ت", "ا", "تا", "وا")
_NOW_ENDINGS = ("", "ان", "ون", "وا")
_WHO = ("ي", "ت")  # he, she or they
_ROOT = 3  # letters of a plain verb


def spelled(entry: str) -> tuple[str, ...]:
    """Return the folded words that an entry of a rule stands for, mostly itself alone.

    A verb marked with `~` is given as he did it, and stands for what she, the two and
    they did, and for what they do. Forms that no writer uses do no harm.
    """
    written = entry.removesuffix(MARK)
    word = fold(written).text
    if not entry.endswith(MARK):
        return (word,)
    return _conjugated(word, ends_weak=written[-1] in "اىيو")


def _conjugated(past: str, *, ends_weak: bool) -> tuple[str, ...]:
    forms = _past(past, ends_weak=ends_weak)
    for stem in _stems(past, ends_weak=ends_weak):
        forms += [
            who + form for who in _WHO for form in _now(stem, ends_weak=ends_weak)
        ]
    return tuple(dict.fromkeys(forms))


def _past(past: str, *, ends_weak: bool) -> list[str]:
    """Return what was done; a weak last letter gives way (نفى, نفت), a hamza stays (بدأت)."""
    if not ends_weak:
        return [past + ending for ending in _PAST_ENDINGS]
    short = past[:-1]
    return [past, short + "ت", short + "تا", short + "وا", short + "يا"]


def _now(stem: str, *, ends_weak: bool) -> list[str]:
    if ends_weak:
        return [stem, stem + "ان", stem[:-1] + "ون", stem[:-1] + "وا"]
    return [stem + ending for ending in _NOW_ENDINGS]


def _stems(past: str, *, ends_weak: bool) -> list[str]:
    """Return the stems of what is being done; a weak middle letter changes: قال, يقول."""
    stem = past[1:] if past[0] == "ا" and len(past) > _ROOT else past
    stems = [stem]
    if ends_weak and stem[-1] == "ا":
        stems = [stem[:-1] + "و", stem[:-1] + "ي"]
    if len(stem) > 1 and stem[-2] == "ا":
        weak_letters = "يو" if stem == past else "ي"  # قال, يقول; but أقال, يقيل
        stems += [f"{stem[:-2]}{weak}{stem[-1]}" for weak in weak_letters]
    if past[0] == "و" and len(past) == _ROOT:
        stems.append(past[1:])
    return stems
