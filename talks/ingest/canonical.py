"""One address for one report, however it was linked: no trackers, no mobile or AMP variants."""

from __future__ import annotations

import re
from urllib.parse import (
    SplitResult,
    parse_qsl,
    quote,
    unquote,
    urlencode,
    urljoin,
    urlsplit,
    urlunsplit,
)

# fmt: off
_TRACKERS = frozenset({
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid",
    "twclid", "mc_cid", "mc_eid", "maca", "cmp", "ocid", "xtor", "ref", "ref_src",
    "ref_url", "cmpid", "ito", "ncid", "smid", "sr_share", "amp", "outputtype",
    "feature", "share", "sharetype", "spm", "traffic_source", "sfnsn", "mibextid",
    "_ga", "_gl",
})
# fmt: on
_TRACKER_PREFIXES = ("utm_", "at_", "qt-", "pk_", "mtm_", "hsa_", "__twitter")
_HOST_VARIANTS = re.compile(r"\A(?:(?:www\d?|m|mobile|amp|touch)\.)+(?=[^.]+\.[^.])")
_AMP_CACHE = re.compile(
    r"\Ahttps?://(?:[^/]+\.cdn\.ampproject\.org/[a-z]|(?:www\.)?google\.[a-z.]+/amp)"
    r"/(s/)?(.+)",
    re.IGNORECASE,
)
_AMP_PATH = re.compile(r"(?:/amp/?|\.amp)(?=\Z|\.html\Z)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)\Z", re.IGNORECASE)
# UN News links its feed entries through a counter: /feed/view/en/story/...
_UN_NEWS_COUNTER = re.compile(r"\A/feed/view(?=/[a-z]{2}/)")
# The press office publishes one meeting as a release and as a live blog.
_UN_PRESS_SYMBOL = re.compile(
    r"\A/(?P<language>[a-z]{2})/(?:\d{4}|blog)/(?P<symbol>[a-z]+\d+)(?:\.doc\.htm)?\Z"
)
_SAFE_IN_PATH = "/:@!$&'()*+,;=~-._"


class NotAnAddressError(ValueError):
    """The words are not the address of a page on the web."""


def canonical_address(address: str, *, base: str = "") -> str:
    """Return the address that all links to this page share, always over https.

    It serves for comparing, and mostly for opening too. A relative address is resolved
    against `base`. Raises NotAnAddressError for anything that is not http or https.
    """
    direct = _without_amp_cache(join(base, address) if base else address)
    parts = _split(direct.strip())
    host = _canonical_host(parts)
    path = _canonical_path(parts.path, host=host)
    return urlunsplit(("https", host, path, _canonical_query(parts.query), ""))


def story_of(canonical: str) -> str:
    """Return what names the story behind a canonical address: mostly the address itself."""
    parts = urlsplit(canonical)
    if parts.netloc == "press.un.org" and (found := _UN_PRESS_SYMBOL.match(parts.path)):
        return f"un-press:{found['symbol']}:{found['language']}"
    return canonical


def join(base: str, link: str) -> str:
    """Return where a link leads from its page; nothing for one that cannot be followed."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def is_web_address(words: str) -> bool:
    """Tell whether these words look like an address that could be fetched."""
    return words.strip().lower().startswith(("http://", "https://"))


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises for a port that is no number
    except ValueError as error:
        raise NotAnAddressError(f"{address[:200]!r}: {error}") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NotAnAddressError(f"{address[:200]!r} is not an http or https address")
    return parts


def _without_amp_cache(address: str) -> str:
    if found := _AMP_CACHE.match(address.strip()):
        return f"http{'s' if found[1] else ''}://{found[2]}"
    return address


def _canonical_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    host = _HOST_VARIANTS.sub("", host)
    if ":" in host:
        host = f"[{host}]"
    usual = parts.port in {None, 80, 443}
    return host if usual else f"{host}:{parts.port}"


def _canonical_path(path: str, *, host: str) -> str:
    path = _without_dots(_once_encoded(path))
    if host == "news.un.org":
        path = _UN_NEWS_COUNTER.sub("", path)
    for variant in (_AMP_PATH, _INDEX):
        path = variant.sub("", path)
    return path.rstrip("/") or "/"


def _once_encoded(path: str) -> str:
    """Encode a path in one way: Arabic slugs come decoded, encoded, or encoded twice."""
    plain = unquote(path)
    if re.search(r"%(?:[0-9A-Fa-f]{2})", plain):
        plain = unquote(plain)
    return quote(plain, safe=_SAFE_IN_PATH)


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for step in path.split("/"):
        if step == "..":
            kept = kept[:-1]
        elif step not in {".", ""}:
            kept.append(step)
    return "/" + "/".join(kept)


def _canonical_query(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if name.lower() not in _TRACKERS
        and not name.lower().startswith(_TRACKER_PREFIXES)
    ]
    return urlencode(sorted(kept))
