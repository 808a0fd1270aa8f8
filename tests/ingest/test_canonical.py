"""One address for one report, however it was linked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.canonical import (
    NotAnAddressError,
    canonical_address,
    is_web_address,
    story_of,
)

PAGE = "https://paper.example/news/truce-holds"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://paper.example/news/truce-holds", id="http"),
        pytest.param("HTTPS://WWW.Paper.Example/news/truce-holds/", id="case and www"),
        pytest.param("https://m.paper.example/news/truce-holds", id="mobile host"),
        pytest.param("https://amp.paper.example/news/truce-holds", id="amp host"),
        pytest.param("https://paper.example/news/truce-holds/amp/", id="amp path"),
        pytest.param("https://paper.example/news/truce-holds?amp=1", id="amp key"),
        pytest.param("https://paper.example:443/news/truce-holds", id="port"),
        pytest.param(f"{PAGE}#comments", id="fragment"),
        pytest.param(f"{PAGE}?utm_source=x&utm_medium=rss", id="utm"),
        pytest.param(f"{PAGE}?at_medium=RSS&at_campaign=KARANGA", id="BBC"),
        pytest.param(f"{PAGE}?maca=en-rss-en-all-1573-rdf", id="DW"),
        pytest.param(f"{PAGE}?CMP=share_btn_tw&fbclid=abc", id="Guardian and Facebook"),
        pytest.param(f"{PAGE}?qt-libya_weather=2", id="Libya Observer"),
        pytest.param("https://paper.example/x/../news/./truce-holds", id="dots"),
        pytest.param("https://paper.example//news//truce-holds", id="slashes"),
        pytest.param(
            "https://www.google.com/amp/s/paper.example/news/truce-holds/amp",
            id="Google's AMP viewer",
        ),
        pytest.param(
            "https://paper-example.cdn.ampproject.org/c/s/paper.example/news/truce-holds",
            id="AMP cache",
        ),
        pytest.param(f"  {PAGE}\n", id="blanks around"),
    ],
)
def test_variants_of_a_link_lead_to_one_address(address: str):
    assert canonical_address(address) == PAGE


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        pytest.param(
            "https://news.un.org/feed/view/en/story/2020/02/9990001",
            "https://news.un.org/en/story/2020/02/9990001",
            id="UN News counts its feed's readers",
        ),
        pytest.param(
            "https://paper.example/?p=123&b=2&a=1",
            "https://paper.example/?a=1&b=2&p=123",
            id="keys that name the page stay, in one order",
        ),
        pytest.param(
            "https://paper.example/خبر-عاجل",
            "https://paper.example/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84",
            id="Arabic slug, plain",
        ),
        pytest.param(
            "https://paper.example/%25D8%25AE%25D8%25A8%25D8%25B1",
            "https://paper.example/%D8%AE%D8%A8%D8%B1",
            id="Arabic slug, encoded twice",
        ),
        pytest.param(
            "https://m.example/a", "https://m.example/a", id="a host that is called m"
        ),
        pytest.param(
            "https://paper.example:8443/a",
            "https://paper.example:8443/a",
            id="another port is another site",
        ),
        pytest.param("http://paper.example", "https://paper.example/", id="front page"),
    ],
)
def test_what_names_the_page_is_kept(address: str, canonical: str):
    assert canonical_address(address) == canonical


def test_a_relative_link_is_resolved_against_its_page():
    assert canonical_address("../b", base="https://paper.example/x/a") == (
        "https://paper.example/b"
    )


@pytest.mark.parametrize(
    "address",
    ["", "paper", "ftp://a.example/x", "javascript:alert(1)", "http://", "http://[x/"],
)
def test_what_is_no_address_of_a_page_is_refused(address: str):
    with pytest.raises(NotAnAddressError):
        canonical_address(address)


@given(st.text(max_size=60), st.text(max_size=40))
def test_canonical_addresses_are_canonical_already(path: str, query: str):
    try:
        once = canonical_address(f"https://paper.example/{path}?{query}")
    except NotAnAddressError:
        return

    assert canonical_address(once) == once


def test_a_meeting_told_twice_by_the_un_press_office_is_one_story():
    release = "https://press.un.org/en/2026/sc16444.doc.htm"
    blog = "https://press.un.org/en/blog/sc16444"

    assert story_of(release) == story_of(blog)
    assert story_of(release) != story_of("https://press.un.org/en/2026/sc16445.doc.htm")


def test_the_french_release_of_a_meeting_is_another_story():
    assert story_of("https://press.un.org/fr/2026/cs16444.doc.htm") != story_of(
        "https://press.un.org/en/2026/sc16444.doc.htm"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [("https://a.example/", True), (" HTTP://a.example", True), ("report.txt", False)],
)
def test_addresses_are_told_from_file_names(words: str, expected: bool):
    assert is_web_address(words) is expected
