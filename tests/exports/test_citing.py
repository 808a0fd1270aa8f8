"""A reference says the same in every manager's format, whatever its title holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.exports.citing import Reference, bibtex, ris

PLAIN = Reference(
    key="talks-in-geneva",
    title="Talks in Geneva",
    address="https://example.org/events/talks_in_geneva/",
    language="en",
    revised=date(2020, 2, 9),
    seen=date(2020, 3, 1),
    note="4 February 2020. Reported by 2 sources.",
)


def test_bibtex_is_one_entry():
    assert bibtex(PLAIN) == (
        "@misc{talks-in-geneva,\n"
        "  title = {{Talks in Geneva}},\n"
        "  author = {{Libya Talks Tracker}},\n"
        "  year = {2020},\n"
        "  month = {2},\n"
        "  url = {https://example.org/events/talks_in_geneva/},\n"
        "  urldate = {2020-03-01},\n"
        "  langid = {en},\n"
        "  note = {4 February 2020. Reported by 2 sources.},\n"
        "}\n"
    )


def test_ris_is_one_record():
    assert ris(PLAIN).split("\r\n") == [
        "TY  - ELEC",
        "ID  - talks-in-geneva",
        "TI  - Talks in Geneva",
        "AU  - Libya Talks Tracker",
        "PB  - Libya Talks Tracker",
        "PY  - 2020",
        "DA  - 2020/02/09",
        "Y2  - 2020/03/01",
        "UR  - https://example.org/events/talks_in_geneva/",
        "LA  - en",
        "N1  - 4 February 2020. Reported by 2 sources.",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        pytest.param("50% & more", r"50\% \& more", id="percent-ampersand"),
        pytest.param("{5+5}", r"\textbraceleft{}5+5\textbraceright{}", id="braces"),
        pytest.param("a\\b", r"a\textbackslash{}b", id="backslash"),
        pytest.param("محادثات جنيف", "محادثات جنيف", id="arabic-stays"),
    ],
)
def test_a_title_is_no_command(title, written):
    assert f"title = {{{{{written}}}}}," in bibtex(replace(PLAIN, title=title))


@given(st.text())
def test_no_title_adds_a_line(title):
    odd = replace(PLAIN, title=title)

    assert bibtex(odd).count("\n") == bibtex(PLAIN).count("\n")
    assert bibtex(odd).count("{") == bibtex(odd).count("}")
    assert len(ris(odd).splitlines()) == len(ris(PLAIN).splitlines())
