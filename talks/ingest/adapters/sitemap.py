"""News sitemaps: addresses and titles of the last two days, in whatever namespace."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from talks.ingest import walls
from talks.ingest.adapters.entries import Entry, Listing, Subscription
from talks.ingest.canonical import is_web_address, join
from talks.ingest.decoding import decode, without_impossible_references
from talks.ingest.http import FEED, Answer, Question
from talks.ingest.moments import read_moment
from talks.ingest.refusals import Outcome, Refusal

_MOST_ENTRIES = 5_000


def ask(subscription: Subscription) -> Question:
    """Return the question for a sitemap: its address."""
    return Question(
        subscription.address, accept="application/xml, */*;q=0.5", limits=FEED
    )


def read(answer: Answer) -> Listing:
    """Return what a sitemap lists. An index leads to the newest sitemap it names."""
    text = decode(answer.body, declared=answer.charset)
    root = _parsed(text)
    if _name(root) == "sitemapindex":
        return Listing((), more=_newest(root, base=answer.address))
    if _name(root) != "urlset":
        walls.refuse_stand_ins(text)
        raise Refusal(Outcome.NOT_A_FEED, "It is not a sitemap.")
    return Listing(tuple(_entries(root, base=answer.address)))


def _parsed(text: str) -> etree._Element:
    """Parse leniently, without entities and without reaching for anything outside."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    plain = without_impossible_references(text)
    root = etree.fromstring(plain.encode("utf-8", "replace"), parser)
    if root is None:
        walls.refuse_stand_ins(text)
        raise Refusal(Outcome.NOT_A_FEED, "It is not a sitemap.")
    return root


def _entries(root: etree._Element, *, base: str) -> Iterator[Entry]:
    for url in list(root)[:_MOST_ENTRIES]:
        said = _leaves(url)
        address = _address(said, base=base)
        if _name(url) == "url" and address:
            published = said.get("publication_date", "")
            yield Entry(
                title=said.get("title", ""),
                address=address,
                published=read_moment(published),
                updated=said.get("lastmod", published),
                language=said.get("language", "")[:2].lower(),
                publisher=said.get("name", ""),
            )


def _newest(root: etree._Element, *, base: str) -> Question | None:
    """Return the question for the sitemap changed last; without dates, the first named."""
    maps = [_leaves(child) for child in root if _name(child) == "sitemap"]
    maps = [said for said in maps if _address(said, base=base)]
    if not maps:
        return None
    newest = max(maps, key=lambda said: said.get("lastmod", ""))
    return Question(_address(newest, base=base), limits=FEED)


def _address(said: dict[str, str], *, base: str) -> str:
    """Return the address that an entry names; nothing where it names none on the web."""
    address = join(base, said["loc"]) if "loc" in said else ""
    return address if is_web_address(address) else ""


def _leaves(element: etree._Element) -> dict[str, str]:
    """Return the texts within by local name: sites vary the namespace's address."""
    return {
        _name(leaf): leaf.text.strip()
        for leaf in element.iter()
        if leaf.text and leaf.text.strip()
    }


def _name(element: etree._Element) -> str:
    """Return a tag without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
