"""A page taken apart: title, text, date, byline, language, canonical address; no boilerplate."""

from __future__ import annotations

import html
import json
import logging
import re
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction, extract_metadata, load_html

from talks.detect.text import Part, read_page
from talks.ingest import walls
from talks.ingest.canonical import NotAnAddressError, canonical_address
from talks.ingest.decoding import decode
from talks.ingest.moments import Moment, read_moment
from talks.ingest.refusals import Outcome, Refusal

# What it complains of becomes an outcome; its lines would only fill the logs.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_LONGEST_TITLE, _LONGEST_BYLINE = 500, 300
_SHORTEST_TEXT = 3  # words
_MOST_TAGS = 100_000  # which take ten seconds; a long report has some thousand
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='dc.date' or @name='DC.date.issued']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date']/@content",
    "//meta[@name='parsely-pub-date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//article//time/@datetime",
)
_TITLES = (
    "//meta[@property='og:title']/@content",
    "//article//h1//text()",
    "//h1//text()",
)
_BYLINES = (
    "//meta[@name='author' or @property='article:author']/@content",
    "//*[@itemprop='author' or @rel='author']//text()",
)
# Without searching the whole text: a day found anywhere on a page is not its own.
_SURE_DATES = {"extensive_search": False, "original_date": True}
# A report may open with "[Tripoli]", never with a quoted key, a number or a bracket.
_DATA = re.compile(r"[\[{]\s*[\[{\]}\"\d]")
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
    """Return the report in this markup.

    The library finds the text. What the page says of itself is read here first, and by
    the library only where it says nothing: asking it for all costs as much as the text.
    """
    if markup.count("<") > _MOST_TAGS:
        raise Refusal(Outcome.TOO_LARGE, f"It has more than {_MOST_TAGS:,} tags.")
    tree = load_html(markup)
    if tree is None:
        raise Refusal(Outcome.BROKEN, "Its markup cannot be parsed.")
    said = _said(tree, address=address)
    found = bare_extraction(
        tree, url=address or None, include_comments=False, include_tables=False
    )
    if found is None or len((found.text or "").split()) < _SHORTEST_TEXT:
        raise Refusal(Outcome.EMPTY, "There is no report on this page.")
    page = _page(title=said.title, text=found.text, byline=said.byline)
    return replace(
        page,
        language=said.language,
        published=said.published,
        canonical=said.canonical,
    )


def _said(tree: HtmlElement, *, address: str) -> Page:
    """Return what the page says of itself, without its text."""
    linked = _linked_data(tree)
    title = _first(tree, _TITLES)
    published = _published(tree, linked)
    byline = _authors(linked.get("author")) or _first(tree, _BYLINES)
    if not title or published is None:
        known = extract_metadata(tree, date_config=_SURE_DATES)
        title = title or (known.title if known else "") or ""
        published = published or read_moment((known.date if known else "") or "")
    return Page(
        title=title,
        text="",
        byline=byline,
        language=_declared_language(tree),
        published=published,
        canonical=_canonical(tree, address=address),
    )


def read_text(body: bytes, *, declared: str = "") -> Page:
    """Return a report from plain text: its first line that is not blank is the title.

    Raises Refusal for what is no text, or is data.
    """
    whole = decode(body, declared=declared).strip()
    if _DATA.match(whole):
        raise Refusal(Outcome.WRONG_TYPE, "It is data in JSON, but no JSON Feed.")
    text = _without_foot(whole)
    title, _, _ = text.partition("\n")
    return Page(title=_one_line(title)[:_LONGEST_TITLE], text=text)


def _without_foot(text: str) -> str:
    """Return the text up to the last sentence of the report: what follows is the site's."""
    body = [part for part in read_page(text).sentences if part.part is Part.BODY]
    return text[: body[-1].end] if body else text


def read_fragment(markup: str, *, title: str) -> Page:
    """Return a report from what its feed carries of it: markup or text, under this title."""
    text = as_text(markup)
    return _page(title=as_line(title), text=text, byline="")


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
    lines = [line.strip() for line in text.replace("\x00", "").splitlines()]
    paragraphs = [line for line in lines if line]
    if not paragraphs or _one_line(paragraphs[0]) != title:
        paragraphs.insert(0, title)
    joined = "\n\n".join(paragraphs).strip()
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


def _published(tree: HtmlElement, linked: dict[str, Any]) -> Moment | None:
    """Return the moment of publication as the page's metadata gives it, never as guessed."""
    named = [str(value) for path in _PUBLISHED for value in tree.xpath(path)[:1]]
    written = [str(linked.get("datePublished", "")), *named]
    return next((moment for words in written if (moment := read_moment(words))), None)


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str:
    values = (_one_line(str(value)) for path in paths for value in tree.xpath(path)[:1])
    return next((value for value in values if value), "")


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD object that has a date of publication: the article."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        if len(script) > _MOST_LINKED_DATA:
            continue
        try:
            article = _dated(json.loads(str(script)))
        except (ValueError, RecursionError):
            continue
        if article:
            return article
    return {}


def _dated(data: Any) -> dict[str, Any]:
    """Return the dated object of a JSON-LD document, itself or one in its graph."""
    if isinstance(data, list):
        return next((found for item in data[:50] if (found := _dated(item))), {})
    if not isinstance(data, dict):
        return {}
    return data if "datePublished" in data else _dated(data.get("@graph"))


def _authors(named: Any) -> str:
    """Return the names of a JSON-LD author: one or many, objects or words."""
    authors = named if isinstance(named, list) else [named]
    names = (
        author.get("name") if isinstance(author, dict) else author for author in authors
    )
    return ", ".join(name for name in names if isinstance(name, str))
