"""A record as an entry of a reference manager: BibTeX and RIS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

PUBLISHER = "Libya Talks Tracker"
# BibTeX reads these as commands wherever they stand.
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # an escaped brace would still be counted as one
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference to a page of ours says. `seen` is the day it was taken."""

    key: str
    title: str
    address: str
    language: str
    revised: date
    seen: date
    note: str = ""


def bibtex(it: Reference) -> str:
    """Return a BibTeX entry: `@misc`, which every style knows, with `url` and `urldate`."""
    fields = {
        "title": f"{{{_escaped(it.title)}}}",
        "author": f"{{{PUBLISHER}}}",
        "year": str(it.revised.year),
        "month": str(it.revised.month),
        # an address is not prose: packages set it as it stands
        "url": it.address,
        "urldate": it.seen.isoformat(),
        "langid": it.language,
        "note": _escaped(it.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{it.key},", *lines, "}", ""])


def ris(it: Reference) -> str:
    """Return a RIS record of an electronic source; its lines end in CR LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(it))


def _escaped(words: str) -> str:
    return _one_line(words).translate(_BIBTEX)


def _tags(it: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", it.key
    yield "TI", _one_line(it.title)
    yield "AU", PUBLISHER
    yield "PB", PUBLISHER
    yield "PY", str(it.revised.year)
    yield "DA", it.revised.strftime("%Y/%m/%d")
    yield "Y2", it.seen.strftime("%Y/%m/%d")
    yield "UR", it.address
    yield "LA", it.language
    if it.note:
        yield "N1", _one_line(it.note)
    yield "ER", ""


def _one_line(words: str) -> str:
    """Return words without line ends, which would end a field or begin another."""
    return " ".join(words.split())
