"""The agency behind a reprint, by the mark it leaves in byline, dateline and last line."""

from __future__ import annotations

import re

# Latin marks are case-sensitive: "AP" is an agency, "ap" is not.
_MARKS = {
    "Reuters": r"\bReuters\b|رويترز",
    "AFP": r"\bAFP\b|\bAgence France[- ]Presse\b|أ ?\. ?ف ?\. ?ب|\bأ ف ب\b|فرانس برس",
    "AP": r"\(AP\)|\bAssociated Press\b|\bAP\b(?= [-\u2013\u2014])|أ ?\. ?ب\b|أسوشيتد ?برس",
    "Xinhua": r"\bXinhua\b|شينخوا",
    "Anadolu": r"\bAnadolu\b|\(AA\)|الأناضول",
    "dpa": r"\(dpa\)|\bdpa\b(?= [-\u2013\u2014])|د ?ب ?أ",
    "LANA": r"\(LANA\)|\bLibyan News Agency\b|\(وال\)|وكالة الأنباء الليبية",
    "TASS": r"\bTASS\b|تاس\)",
    "ANSA": r"\bANSA\b",
    "EFE": r"\bEFE\b",
    "Sputnik": r"\bSputnik\b|سبوتنيك",
}
_COMPILED = {agency: re.compile(marks) for agency, marks in _MARKS.items()}
_DATELINE, _LAST = 120, 120


def find_wire(text: str, *, byline: str = "", publisher: str = "") -> str:
    """Return the agency a report was taken from, or nothing.

    Only where agencies sign: the byline, the opening of the first paragraphs, the last
    line. "Told Reuters" within the text is no reprint.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    signed = [byline, *(_opening(line) for line in lines[1:4]), *_closing(lines[-1:])]
    for agency, marks in _COMPILED.items():
        if agency.casefold() not in publisher.casefold() and any(
            marks.search(words) for words in signed
        ):
            return agency
    return ""


def _opening(line: str) -> str:
    """Return a paragraph's dateline: "GENEVA, Feb 4 (Reuters) - ", or nothing."""
    found = re.match(rf".{{0,{_DATELINE}}}?(?:\)|\s)[-\u2013\u2014:]\s", line)
    return found[0] if found else ""


def _closing(last: list[str]) -> list[str]:
    return [line for line in last if len(line) <= _LAST and not line.endswith(".")]
