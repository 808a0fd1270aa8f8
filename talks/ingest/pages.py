"""A page taken apart: title, text, date, byline, language, canonical address; no boilerplate."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from talks.ingest import walls
from talks.ingest.canonical import NotAnAddressError, canonical_address
from talks.ingest.decoding import decode
from talks.ingest.moments import Moment, read_moment
from talks.ingest.refusals import Outcome, Refusal

_LONGEST_TITLE, _LONGEST_BYLINE = 500, 300
_SHORTEST_TEXT = 3  # words
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|article|p|div|h1|br)\b", re.IGNORECASE
)
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='dc.date' or @name='DC.date.issued']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date']/@content",
    "//meta[@name='parsely-pub-date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//article//time/@datetime",
)
_TAGS = re.compile(r"<[^<>]*>")
_MOST_LINKED_DATA = 200_000


@dataclass(frozen=True, slots=True)
class Page:
    """What one page says about itself, and its text as it will be stored and quoted.

    Title and text are joined: the first line of `text` is the title.
    """

    title: str
    text: str
    byline: str = ""
    language: str = ""
    published: Moment | None = None
    canonical: str = ""


def read_html(body: bytes, *, declared: str = "", address: str = "") -> Page:
    """Return the report on a page. Raises Refusal for walls, and pages without a report."""
    markup = decode(body, declared=declared)
    walls.refuse_stand_ins(markup)
    return read_markup(markup, address=address)


def read_markup(markup: str, *, address: str = "") -> Page:
    """Return the report in this markup, read by the library that does nothing else."""
    tree = load_html(markup)
    if tree is None:
        raise Refusal(Outcome.BROKEN, "Its markup cannot be parsed.")
    published = _published(tree)
    language = _declared_language(tree)
    canonical = _canonical(tree, address=address)
    found = bare_extraction(
        tree,
        url=address or None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or len((found.text or "").split()) < _SHORTEST_TEXT:
        raise Refusal(Outcome.EMPTY, "There is no report on this page.")
    page = _page(title=found.title or "", text=found.text, byline=found.author or "")
    return replace(
        page,
        language=language,
        published=published or read_moment(found.date or ""),
        canonical=canonical,
    )


def read_text(body: bytes, *, declared: str = "") -> Page:
    """Return a report from plain text: its first line that is not blank is the title."""
    text = decode(body, declared=declared).strip()
    title, _, _ = text.partition("\n")
    return Page(title=_one_line(title)[:_LONGEST_TITLE], text=text)


def read_fragment(markup: str, *, title: str) -> Page:
    """Return a report from what its feed carries of it: markup or text, under this title."""
    text = as_text(markup)
    return _page(title=as_line(title), text=text, byline="")


def looks_like_markup(text: str) -> bool:
    """Tell whether this is a page, or text."""
    return _MARKUP.search(text[:5000]) is not None


def as_text(markup: str) -> str:
    """Return what markup says, one paragraph a line; text without tags stays as it is."""
    broken = re.sub(
        r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|table|figure|figcaption)\b[^<>]*>",
        "\n",
        re.sub(
            r"<(script|style)\b.*?(?:</\1>|\Z)",
            " ",
            markup,
            flags=re.IGNORECASE | re.DOTALL,
        ),
        flags=re.IGNORECASE,
    )
    plain = (
        html.unescape(_TAGS.sub("", broken)).replace("\xa0", " ").replace("\x00", "")
    )
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return "\n\n".join(line for line in lines if line)


def as_line(markup: str) -> str:
    """Return a title as one line; titles come escaped once, twice, or with tags in them."""
    return _one_line(html.unescape(_TAGS.sub("", html.unescape(markup))))


def _page(*, title: str, text: str, byline: str) -> Page:
    title = _one_line(title)[:_LONGEST_TITLE]
    body = text.replace("\x00", "").strip()
    first, _, _ = body.partition("\n")
    joined = body if _one_line(first) == title else f"{title}\n\n{body}".strip()
    return Page(title=title, text=joined, byline=_one_line(byline)[:_LONGEST_BYLINE])


def _one_line(words: str) -> str:
    return " ".join(words.replace("\x00", "").split())


def _declared_language(tree: HtmlElement) -> str:
    declared = [
        *tree.xpath("/html/@lang"),
        *tree.xpath("//meta[@property='og:locale']/@content"),
    ]
    languages = (str(value)[:2].lower() for value in declared)
    return next((language for language in languages if language.isalpha()), "")


def _canonical(tree: HtmlElement, *, address: str) -> str:
    """Return the canonical address the page names, if it can be meant.

    Some sites name their front page as canonical on every page.
    """
    named = tree.xpath(
        "//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href"
        " | //meta[@property='og:url']/@content"
    )
    for value in named:
        try:
            canonical = canonical_address(str(value), base=address)
        except NotAnAddressError:
            continue
        if canonical.split("/", 3)[3] and _on_same_site(canonical, address):
            return canonical
    return ""


def _on_same_site(canonical: str, address: str) -> bool:
    """Tell whether both are of one site; a file of unknown address is taken at its word."""
    if not address:
        return True
    mine, theirs = (
        canonical_address(a).split("/")[2].split(":")[0].split(".")[-2:]
        for a in (address, canonical)
    )
    return mine == theirs


def _published(tree: HtmlElement) -> Moment | None:
    """Return the moment of publication as the page's metadata gives it, never as guessed."""
    linked = _linked_data_dates(tree)
    named = [str(value) for path in _PUBLISHED for value in tree.xpath(path)[:1]]
    moments = (read_moment(value) for value in [*linked, *named])
    return next((moment for moment in moments if moment), None)


def _linked_data_dates(tree: HtmlElement) -> list[str]:
    dates: list[str] = []
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        if len(script) > _MOST_LINKED_DATA:
            continue
        try:
            dates += _dates_in(json.loads(str(script)))
        except (ValueError, RecursionError):
            continue
    return dates


def _dates_in(data: Any) -> list[str]:
    """Return the datePublished of a JSON-LD document, its own or of what is in its graph."""
    if isinstance(data, list):
        return [day for item in data[:50] for day in _dates_in(item)]
    if not isinstance(data, dict):
        return []
    if isinstance(published := data.get("datePublished"), str):
        return [published]
    return _dates_in(data.get("@graph"))
