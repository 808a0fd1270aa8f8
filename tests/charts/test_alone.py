"""Pictures outside a page: their links, and lines that run from the right."""

from __future__ import annotations

from lxml import etree

from talks.charts.alone import stand

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
ORIGIN = "https://talks.example/"


def stood(inside: str, *, from_right: bool = False):
    written = stand(SVG.format(inside), origin=ORIGIN, from_right=from_right)
    return etree.fromstring(written)


def test_links_lead_to_the_site():
    links = stood('<a href="/events/one/"/><a href="https://other.example/#two"/>')

    assert [link.get("href") for link in links] == [
        "https://talks.example/events/one/",
        "https://other.example/#two",
    ]


def test_a_line_from_the_right_is_set_apart_with_its_parts_in_place():
    (line,) = stood(
        "<text>\n  القائم: <tspan>1\u202f093</tspan>.\n</text>", from_right=True
    )

    assert line.text == "\u2067القائم: 1\u202f093.\u2069"
    assert len(line) == 0


def test_a_line_from_the_left_stays_as_it_is():
    (line,) = stood("<text>Standing: 1,093.</text>")

    assert line.text == "Standing: 1,093."
