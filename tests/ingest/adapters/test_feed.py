"""RSS and Atom as they are met: each known quirk is a case."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.ingest.adapters import feed
from talks.ingest.adapters.entries import Subscription
from talks.ingest.moments import Moment
from talks.ingest.refusals import Outcome, Refusal
from tests.ingest.adapters.feeds import ATOM, BASE, NOON, item, listing, only, refusal
from tests.ingest.invented import rss


def test_a_feed_is_asked_for_at_its_address():
    question = feed.ask(Subscription(BASE, now=NOON))

    assert question.address == BASE
    assert "application/rss+xml" in question.accept


# ------------------------------------------------------------- guids and links


@pytest.mark.parametrize(
    ("inner", "guid", "address"),
    [
        pytest.param(
            "<link>https://a.example/1</link>", "", "https://a.example/1", id="no guid"
        ),
        pytest.param(
            "<guid>https://a.example/1</guid>",
            "https://a.example/1",
            "https://a.example/1",
            id="a guid alone is a permalink",
        ),
        pytest.param(
            '<guid isPermaLink="false">https://old.example/?p=12</guid>'
            "<link>https://a.example/1</link>",
            "https://old.example/?p=12",
            "https://a.example/1",
            id="WordPress: an opaque guid on a host that is gone",
        ),
        pytest.param(
            '<guid isPermaLink="false">tag:1</guid>',
            "tag:1",
            "",
            id="opaque guid alone",
        ),
        pytest.param(
            "<link>/news/1</link>", "", "https://paper.example/news/1", id="relative"
        ),
        pytest.param(
            "<link> \n https://a.example/1 \n</link>",
            "",
            "https://a.example/1",
            id="blanks",
        ),
        pytest.param("<link>javascript:alert(1)</link>", "", "", id="no web address"),
        pytest.param(
            "<link>https://a.example/1/feed/</link>", "", "", id="comments of a post"
        ),
    ],
)
def test_guid_and_link_are_told_apart(inner: str, guid: str, address: str):
    entry = only(rss(item(inner)))

    assert (entry.guid, entry.address) == (guid, address)


def test_of_entries_that_share_a_guid_the_last_stands():
    same = "<guid>https://a.example/1</guid>"

    entry = only(rss(f"<item><title>Old</title>{same}</item>", item(same)))

    assert entry.title == "Talks"


def test_entries_without_guid_and_link_are_all_kept():
    two = rss(
        item("<description>One</description>"), item("<description>Two</description>")
    )

    assert len(listing(two).entries) == 2


def test_atom_bases_are_inherited():
    body = (
        f'<feed {ATOM} xml:base="https://a.example/a/"><title>x</title>'
        '<entry xml:base="b/"><id>1</id><title>Talks</title><link href="c.html"/></entry></feed>'
    )

    assert only(body).address == "https://a.example/a/b/c.html"


def test_atom_links_are_chosen_by_what_they_are_for():
    body = (
        f"<feed {ATOM}><title>x</title><entry><id>tag:1</id><title>Talks</title>"
        '<link rel="self" href="https://a.example/self.atom"/>'
        '<link rel="enclosure" href="https://a.example/sound.mp3"/>'
        '<link rel="alternate" type="application/pdf" href="https://a.example/1.pdf"/>'
        '<link rel="alternate" type="text/html" href="https://a.example/1"/>'
        '<link rel="via" href="https://origin.example/1"/></entry></feed>'
    )

    entry = only(body)

    assert entry.address == "https://a.example/1"
    assert entry.origin == "https://origin.example/1"


# --------------------------------------------------------------- words and markup


@pytest.mark.parametrize(
    ("title", "said"),
    [
        pytest.param("Talks &amp;amp; truce", "&amp; truce", id="escaped twice"),
        pytest.param("<![CDATA[<b>Talks</b>]]>", "<b>Talks</b>", id="tags"),
    ],
)
def test_titles_are_handed_on_as_they_came(title: str, said: str):
    assert said in only(rss(f"<item><title>{title}</title></item>")).title


@pytest.mark.parametrize(
    ("kind", "inner", "said"),
    [
        pytest.param("text", "Talks &lt;b&gt;", "Talks", id="text"),
        pytest.param("html", "&lt;p&gt;Talks&lt;/p&gt;", "<p>Talks</p>", id="html"),
        pytest.param(
            "xhtml",
            '<div xmlns="http://www.w3.org/1999/xhtml"><p>Talks</p></div>',
            "Talks",
            id="xhtml",
        ),
    ],
)
def test_atom_content_of_each_type_is_read(kind: str, inner: str, said: str):
    body = (
        f"<feed {ATOM}><title>x</title><entry><id>1</id><title>T</title>"
        f'<content type="{kind}">{inner}</content></entry></feed>'
    )

    assert said in only(body).content


def test_the_whole_text_comes_beside_the_summary():
    entry = only(
        rss(
            item(
                "<description>Short</description>"
                "<content:encoded><![CDATA[<p>Long text</p>]]></content:encoded>"
            )
        )
    )

    assert (entry.summary, entry.content) == ("Short", "<p>Long text</p>")


def test_media_is_noted_and_never_taken_for_the_page():
    entry = only(
        rss(
            item(
                '<media:content url="https://a.example/x.jpg" medium="image"/>'
                '<enclosure url="https://a.example/x.mp3" type="audio/mpeg" length="1"/>'
            )
        )
    )

    assert entry.address == ""


def test_an_aggregator_names_the_publisher_and_its_title_loses_the_suffix():
    entry = only(
        rss(
            "<item><title>Talks go on - The Herald</title>"
            '<source url="https://herald.example">The Herald</source></item>'
        )
    )

    assert (entry.title, entry.publisher) == ("Talks go on", "The Herald")


def test_a_suffix_that_is_not_the_publisher_stays():
    entry = only(rss("<item><title>Talks go on - for now</title></item>"))

    assert entry.title == "Talks go on - for now"


# --------------------------------------------------------------------- RSS 1.0


def test_rss_1_0_has_its_date_from_dublin_core():
    body = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"><title>x</title><dc:language>ar</dc:language></channel>'
        '<item rdf:about="https://a.example/1"><title>Talks</title>'
        "<link>https://a.example/1</link><dc:date>2020-02-04T12:30:00Z</dc:date>"
        "<dc:creator>A. Reporter</dc:creator></item></rdf:RDF>"
    )

    entry = only(body)

    assert entry.published == Moment(NOON)
    assert (entry.byline, entry.language) == ("A. Reporter", "ar")


# ---------------------------------------------------------------------- faults


@pytest.mark.parametrize(
    "kind", ["text/html", "text/plain", "application/octet-stream", ""]
)
def test_a_wrong_content_type_is_no_obstacle(kind: str):
    assert only(rss(item("")), kind=kind).title == "Talks"


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Talks\x0b go on", id="control character"),
        pytest.param("Talks & truce", id="bare ampersand"),
        pytest.param("Talks &nbsp; go on", id="entity of HTML"),
        pytest.param("Talks &mystery; go on", id="entity of nobody"),
        pytest.param("Talks &#99999999; go on", id="character that cannot be"),
        pytest.param("Talks &#x0; &#xD800; go on", id="characters that must not be"),
    ],
)
def test_small_faults_do_not_lose_the_feed(title: str):
    body = rss(f"<item><title>{title}</title></item>", item("<guid>2</guid>"))

    assert len(listing(body).entries) == 2


def test_what_came_before_the_feed_broke_off_is_kept():
    body = rss(item("<guid>1</guid>"), item("<guid>2</guid>"))

    assert len(listing(body[: body.rindex("<item>") + 20]).entries) >= 1


# ----------------------------------------------------------- what is no feed


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param(
            "<!DOCTYPE html><html><p>Hello</p></html>", Outcome.NOT_A_FEED, id="page"
        ),
        pytest.param(
            "<html><head><title>Just a moment...</title></head></html>",
            Outcome.BOT_WALL,
            id="bot wall",
        ),
        pytest.param(
            "Please limit requests to one every 5 seconds",
            Outcome.THROTTLED,
            id="throttle",
        ),
        pytest.param("Welcome to our site", Outcome.NOT_A_FEED, id="words"),
        pytest.param("<xml><a/></xml>", Outcome.NOT_A_FEED, id="other XML"),
        pytest.param('{"status": "ok"}', Outcome.NOT_A_FEED, id="other JSON"),
        pytest.param('{"items": [', Outcome.BROKEN, id="broken JSON"),
        pytest.param("", Outcome.EMPTY, id="nothing"),
        pytest.param("<item>" * 1_000_001, Outcome.TOO_LARGE, id="a heap of tags"),
        pytest.param(
            rss(item("")).replace("The Herald", "Comments on: Talks"),
            Outcome.NOT_A_FEED,
            id="comments",
        ),
    ],
)
def test_what_is_no_feed_is_its_own_outcome_and_never_no_news(
    body: str, outcome: Outcome
):
    assert refusal(body).outcome == outcome


def test_a_feed_without_entries_is_a_feed():
    assert listing(rss()).entries == ()


# ---------------------------------------------------------------- hostile XML


def test_a_billion_laughs_are_not_laughed():
    laughs = ["ha", *(f"&l{n};&l{n};" for n in range(29))]
    entities = "".join(f'<!ENTITY l{n} "{laugh}">' for n, laugh in enumerate(laughs))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>'
        + rss("<item><title>Talks &l29;</title></item>").partition("?>")[2]
    )

    assert len(only(body).title) < 100


def test_external_entities_are_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hush")
    body = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
        + rss("<item><title>Talks &x;</title></item>").partition("?>")[2]
    )

    assert "hush" not in only(body).title


# ------------------------------------------------------- what the feed asks for


@pytest.mark.parametrize(
    ("channel", "wait"),
    [
        pytest.param("<ttl>90</ttl>", timedelta(minutes=90), id="ttl"),
        pytest.param(
            "<sy:updatePeriod>daily</sy:updatePeriod>", timedelta(days=1), id="daily"
        ),
        pytest.param(
            "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
            timedelta(minutes=30),
            id="twice an hour",
        ),
        pytest.param("<ttl>soon</ttl>", timedelta(0), id="no number"),
        pytest.param("", timedelta(0), id="nothing"),
    ],
)
def test_a_feed_may_ask_to_be_left_alone_for_a_while(channel: str, wait: timedelta):
    assert listing(rss(channel=channel)).asked.at_most_every == wait


def test_a_feed_may_name_hours_and_days_off():
    channel = (
        "<skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours>"
        "<skipDays><day>Friday</day></skipDays>"
    )

    asked = listing(rss(channel=channel)).asked

    assert (asked.not_at_hours, asked.not_on_days) == ({0, 3}, {4})


@pytest.mark.parametrize("rel", ["next", "prev-archive"])
def test_older_pages_are_named(rel: str):
    body = (
        f'<feed {ATOM}><title>x</title><link rel="{rel}" href="?page=2"/>'
        "<entry><id>1</id><title>Talks</title></entry></feed>"
    )

    found = listing(body)

    assert found.more_is_older
    assert found.more.address == f"{BASE}?page=2"


def test_a_report_taken_back_is_named():
    body = (
        f'<feed {ATOM} xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>x</title>'
        '<at:deleted-entry ref="tag:1" when="2020-02-04T12:00:00Z"/></feed>'
    )

    assert listing(body).withdrawn == ("tag:1",)


# --------------------------------------------------------------------- anything


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_break_it(body: bytes):
    with suppress(Refusal):
        listing(body)


PIECES = [
    *("<item>", "</item>", "<title>", "</title>", "<link>", "<guid>", "<![CDATA["),
    *("]]>", "<description>", "<pubDate>", "<!--", "-->", '<link href="', '">'),
    *("<!DOCTYPE", "[", "&", "x", "\x00"),
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_mess_of_markup_breaks_it(mess: str):
    with suppress(Refusal):
        listing(rss(item("<guid>1</guid>"), mess))
