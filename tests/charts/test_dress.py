"""Style sheets written out: what the page's colours are without a page."""

from __future__ import annotations

import pytest

from talks.charts.dress import sheet, tracks, variables, written_out

TOKENS = """
:root { --ink: #16191d; --paper: #fff; --ground: #a82020; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ebee; } }
.t-ground { --track: var(--ground); }
.t-other { --track: var(--ink); }
"""


@pytest.mark.parametrize(("theme", "ink"), [("light", "#16191d"), ("dark", "#e9ebee")])
def test_a_variable_stands_for_its_colour_in_the_theme(theme, ink):
    named = variables(TOKENS, theme)

    assert (named["--ink"], named["--paper"]) == (ink, "#fff")


@pytest.mark.parametrize(
    ("css", "written"),
    [
        pytest.param(".a { fill: var(--ink); }", ".a { fill: #16191d; }", id="colour"),
        pytest.param(
            ".a { fill: color-mix(in srgb, var(--ink) 50%, var(--paper)); }",
            ".a { fill: #8a8c8e; }",
            id="mixed",
        ),
        pytest.param("/* said */ .a { x: 1 }", ".a { x: 1 }", id="comment"),
        pytest.param(
            "@media print { .a { x: 1 } } .b { y: 2 }", ".b { y: 2 }", id="medium"
        ),
        pytest.param(
            ".r rect { stroke: var(--track); }",
            ".t-ground .r rect { stroke: #a82020; }\n.t-other .r rect { stroke: #16191d; }",
            id="a rule for each track",
        ),
    ],
)
def test_rules_are_written_out(css, written):
    plain = variables(TOKENS, "light")

    assert written_out(css, plain, tracks(TOKENS)) == written


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_left_to_be_looked_up_in_the_sheets_of_pictures(theme):
    names = ("charts", "figures", "truces", "talks", "embargo", "alone")

    written = sheet(names, theme)

    for unknown in ("var(", "color-mix(", "@media", "<", "&"):
        assert unknown not in written


def test_a_sheet_that_is_not_there_is_a_fault():
    with pytest.raises(FileNotFoundError, match="no-such-sheet"):
        sheet(("no-such-sheet",), "light")
