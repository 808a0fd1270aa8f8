"""When something was published, as pages and feeds write it: exactly, by day, or not at all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

# What the standard library's parser of mail dates does not know; EET is Libya's.
_ZONES = {"EET": 2, "CAT": 2, "CET": 1, "CEST": 2, "EEST": 3, "BST": 1, "MSK": 3}
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"(?:[T ]+(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?\Z",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<zone>Z)?)?\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:er)?[\s.,/-]+(?P<month>[^\W\d_][\w./ ]*?)[\s.,/-]+(?P<year>\d{4})\b"
    r"(?:[ ,T]+(?:a |at |- )?(?P<hour>\d\d?)[:h](?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"\s*(?P<zone>[+-]\d\d:?\d\d|Z|GMT|UTC)?"
)
_AMERICAN = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
)
# By the beginning of the folded word; Arabic months by both calendars' names.
_MONTHS = (
    "jan|janv|يناير|كانون الثاني|جانفي",
    "feb|fev|fevr|فبراير|شباط|فيفري",
    "mar|mars|مارس|اذار",
    "apr|avr|ابريل|نيسان|افريل",
    "may|mai|مايو|ايار|ماي",
    "jun|juin|يونيو|حزيران|جوان",
    "jul|juil|يوليو|تموز|جويليه|جويلية",
    "aug|aou|اغسطس|اب|اوت",
    "sep|sept|سبتمبر|ايلول",
    "oct|اكتوبر|تشرين الاول",
    "nov|نوفمبر|تشرين الثاني",
    "dec|ديسمبر|كانون الاول",
)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of publication. With `day_only` the hour is not known and stands at 0:00."""

    at: datetime
    day_only: bool = False


def read_moment(words: str) -> Moment | None:
    """Return the moment these words mean, or None where they mean none: never a guess."""
    plain = _plain(words)
    if not plain:
        return None
    for pattern in (_ISO, _COMPACT):
        if found := pattern.match(plain):
            return _moment(found, int(found["month"]))
    return _from_mail_date(plain) or _from_named_month(plain)


def _from_mail_date(plain: str) -> Moment | None:
    """Read the dates of RSS, RFC 822 as people write it: named zones, two-digit years."""
    try:
        parsed = parsedate_tz(plain)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # the standard library's parser is not total
    if parsed is None or not re.search(r"[a-z]{3}", plain, re.IGNORECASE):
        return None
    zone = next((h for name, h in _ZONES.items() if plain.upper().endswith(name)), None)
    offset = timedelta(hours=zone) if zone else timedelta(seconds=parsed[9] or 0)
    try:
        at = datetime(*parsed[:6], tzinfo=timezone(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return _plausible(Moment(at, day_only=":" not in plain))


def _from_named_month(plain: str) -> Moment | None:
    for pattern in (_NAMED, _AMERICAN):
        if (found := pattern.search(plain)) and (month := _month(found["month"])):
            return _moment(found, month)
    return None


def _month(word: str) -> int | None:
    word = word.strip(" ./")
    for number, names in enumerate(_MONTHS, start=1):
        for name in names.split("|"):
            if word == name or (name.isascii() and word.startswith(name)):
                return number
    return None


def _moment(found: re.Match[str], month: int) -> Moment | None:
    parts = found.groupdict()
    try:
        at = datetime(
            int(parts["year"]),
            month,
            int(parts["day"]),
            int(parts.get("hour") or 0),
            int(parts.get("minute") or 0),
            int(parts.get("second") or 0),
            tzinfo=_zone(parts.get("zone")),
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return _plausible(Moment(at, day_only=not parts.get("hour")))


def _zone(words: str | None) -> timezone:
    """Return the offset; a time without one is taken as UTC."""
    if not words or words.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = words[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if words[0] == "-" else offset)


def _plausible(moment: Moment) -> Moment | None:
    return moment if moment.at >= _EARLIEST else None


def _plain(words: str) -> str:
    """Fold case, marks, digits of other scripts, and the alef forms that writers mix."""
    decomposed = unicodedata.normalize("NFKD", words.strip()[:200].replace("\xa0", " "))
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    digits = "".join(str(unicodedata.digit(c, c)) for c in kept)
    return " ".join(digits.replace("،", ",").split()).casefold()
