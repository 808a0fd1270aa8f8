"""From bytes to text: by what is declared, by what the bytes allow, never by hope."""

from __future__ import annotations

import codecs
import json
import re
from typing import Any, NoReturn

from talks.ingest.refusals import Outcome, Refusal

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding=["']([\w-]{2,40})|<meta[^>]{0,300}?charset=["']?([\w-]{2,40})""",
    re.IGNORECASE,
)
# What a label means in practice (after the WHATWG Encoding Standard).
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-6": "iso8859-6",
    "windows-1256": "cp1256",
    "windows-1252": "cp1252",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]+|[0-9]+);?")
_UNSTORABLE = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_FRENCH = frozenset("àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ")
_MARKS = frozenset("\xa0«»\u2018\u2019“”\u2013—…•°·§€£©®ªº¿¡")
# UTF-8 once taken for cp1252: "Ã©", "â€™", "Ø§" and so on.
_TWICE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]"
    "|\u00e2\u20ac|[\u00d8\u00d9][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]"
)
_MAGIC = (
    (b"%PDF-", "a PDF; save its text, or paste it"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format", "a database"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
)


def decode(body: bytes, *, declared: str = "") -> str:
    """Return the text of these bytes.

    `declared` is the charset of the HTTP header. The order is that of RFC 3023 and
    7303: byte order mark, header, declaration in the document, then what fits. A
    declaration that the bytes contradict is not followed. Raises Refusal for what is
    empty, binary, or in an encoding that cannot be told.
    """
    if not body.strip() or body in {mark for mark, _ in _BOMS}:
        raise Refusal(Outcome.EMPTY, "It is empty.")
    _refuse_known_binaries(body)
    text = _decoded(body, declared)
    if _CONTROLS.search(text):
        if len(_CONTROLS.findall(text)) > max(3, len(text) // 50):
            _binary()
        text = _CONTROLS.sub("", text.replace("\x0b", "\n"))
    text = _mended(text).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Refusal(Outcome.EMPTY, "It is empty.")
    return text


def without_impossible_references(markup: str) -> str:
    """Drop references to characters that cannot be: parsers stumble over them."""
    return _REFERENCE.sub(_possible, markup)


def _possible(reference: re.Match[str]) -> str:
    digits, is_hex = reference[1].lower().lstrip("x"), reference[1][0] in "xX"
    number = int(digits[:9] or "0", 16 if is_hex else 10)
    is_possible = 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return reference[0] if is_possible else ""


def read_json(text: str) -> Any:
    """Return what this JSON says, without characters that nothing can store.

    Only its escapes can name them: NUL, and the half of a character. Raises ValueError or
    RecursionError for what is no JSON.
    """
    said = json.loads(text)
    return _storable(said) if _UNSTORABLE.search(text) else said


def _storable(said: Any) -> Any:
    if isinstance(said, str):
        return said.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(said, list):
        return [_storable(item) for item in said]
    if isinstance(said, dict):
        return {_storable(key): _storable(value) for key, value in said.items()}
    return said


def _refuse_known_binaries(body: bytes) -> None:
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            raise Refusal(Outcome.WRONG_TYPE, f"It is {kind}.")


def _decoded(body: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding) or _undecodable()
    if b"\x00" in body:  # which is valid UTF-8, and never text
        return _strictly(body, _utf16_without_mark(body)) or _binary()
    return _strictly(body, "utf-8") or _of_one_byte(body, declared)


def _of_one_byte(body: bytes, declared: str) -> str:
    """Decode what is not Unicode: as declared if that looks like language, else by fit."""
    found = _DECLARED.search(body[:4096])
    inside = (found[1] or found[2]).decode("ascii") if found else ""
    named = [_MEANT.get(label.lower(), label) for label in (declared, inside) if label]
    # The Arabic letters of cp1256 are accented Latin ones in cp1252: ask it first.
    for encoding in [*named, "cp1256", "cp1252", "iso8859-6"]:
        text = _strictly(body, encoding)
        # Servers declare Latin-1 out of habit; whoever declares another one means it.
        meant = encoding in named and encoding not in {"cp1252", "utf-8"}
        if text and (meant or _looks_like_language(text)):
            return text
    mostly = body.decode("utf-8", "replace")
    if mostly.count("\ufffd") <= max(3, len(mostly) // 1000):
        return mostly  # UTF-8 with a broken byte here and there
    return _undecodable()


def _strictly(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return ""


def _binary() -> NoReturn:
    raise Refusal(Outcome.WRONG_TYPE, "It is binary, not text.")


def _undecodable() -> NoReturn:
    raise Refusal(
        Outcome.ENCODING, "Its encoding cannot be told; save it as UTF-8 and try again."
    )


def _utf16_without_mark(body: bytes) -> str:
    """Return the byte order of unmarked UTF-16: every other byte of Latin text is zero."""
    sample = body[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 5 and even == 0:
        return "utf-16-le"
    if even > len(sample) // 5 and odd == 0:
        return "utf-16-be"
    return ""


def _looks_like_language(text: str) -> bool:
    """Tell whether the letters outside ASCII are Arabic ones, or French ones, few among many."""
    foreign = [c for c in text if c > "\x7f"]
    if not foreign or _share_of_controls(text) > 0:
        return False
    arabic = sum(
        1 for c in foreign if _ARABIC.match(c) or c in "،؛؟ـ\u064b\u064c\u200c"
    )
    if arabic >= 0.8 * len(foreign) and _is_arabic(text):
        return True
    french = sum(1 for c in foreign if c in _FRENCH or c in _MARKS)
    return french >= 0.95 * len(foreign) and len(foreign) < 0.2 * len(text)


def _is_arabic(text: str) -> bool:
    """Tell Arabic from French and Russian read as cp1256, by its words and its letters.

    There, letters stand alone in Latin words, or the rare ones are as frequent as the
    eight that make up more than half of any Arabic text.
    """
    words = [word for word in _LETTERS.findall(text) if _ARABIC.search(word)]
    whole = sum(1 for word in words if len(word) > 2 and _ARABIC.fullmatch(word))
    letters = [c for c in text if _ARABIC.match(c)]
    frequent = sum(1 for c in letters if c in "اليمونرت")
    return whole * 4 >= len(words) > 0 and frequent >= 0.4 * len(letters)


def _share_of_controls(text: str) -> float:
    return len(_CONTROLS.findall(text)) / max(len(text), 1)


def _mended(text: str) -> str:
    """Undo UTF-8 that somebody took for cp1252 before it reached us, if that fits throughout."""
    if text.isascii() or len(_TWICE.findall(text)) < 2:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
