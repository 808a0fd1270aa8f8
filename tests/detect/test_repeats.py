"""Each claim of a report is kept once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from talks.detect.findings import Evidence, FoundFigure
from talks.detect.repeats import without_repeats
from talks.values import Count, PartialDate, Qualifier

HEADLINE_END = 50


def exactly(number: int) -> Count:
    return Count(number, number, number)


def figure(start: int, count: Count, measure: str = "deaths", **said) -> FoundFigure:
    return FoundFigure(
        measure=measure,
        population=said.pop("population", "all"),
        count=count,
        scope="incident",
        as_stated=str(count),
        evidence=Evidence(start, start + 20, f"sentence at {start}"),
        rule="en-deaths@1",
        confidence=0.9,
        **said,
    )


def in_order(figures: list[FoundFigure]) -> list[FoundFigure]:
    return sorted(figures, key=lambda figure: figure.evidence.start)


def test_a_sentence_said_again_is_one_claim():
    first, again = figure(100, exactly(5)), figure(300, exactly(5))

    assert without_repeats([first, again], HEADLINE_END) == [first]


def test_the_headline_gives_way_to_the_text():
    headline, text = figure(0, exactly(5)), figure(100, exactly(5))

    assert without_repeats([headline, text], HEADLINE_END) == [text]


def test_a_rounded_headline_gives_way_to_the_exact_number():
    dozens = Count(24, None, 99, Qualifier.VAGUE)
    headline, text = figure(0, dozens), figure(100, exactly(37))

    assert without_repeats([headline, text], HEADLINE_END) == [text]


def test_a_headline_that_the_text_does_not_repeat_stays():
    headline, text = figure(0, exactly(5)), figure(100, exactly(8))

    assert without_repeats([headline, text], HEADLINE_END) == [headline, text]


def test_equal_numbers_of_one_sentence_are_two_claims():
    dead = figure(100, exactly(2))
    others = replace(dead, as_stated="another two")

    assert without_repeats([dead, others], HEADLINE_END) == [dead, others]


def test_dead_and_injured_are_never_one_claim():
    dead, injured = figure(100, exactly(5)), figure(300, exactly(5), "injured")

    assert without_repeats([dead, injured], HEADLINE_END) == [dead, injured]


def test_children_are_not_people_at_large():
    people = figure(100, exactly(5))
    children = figure(300, exactly(5), population="children")

    assert without_repeats([people, children], HEADLINE_END) == [people, children]


def test_equal_numbers_of_different_days_are_two_claims():
    monday = figure(
        100, exactly(5), as_of=PartialDate.of_day(date(2020, 6, 8), "Monday")
    )
    friday = figure(
        300, exactly(5), as_of=PartialDate.of_day(date(2020, 6, 5), "Friday")
    )

    assert without_repeats([monday, friday], HEADLINE_END) == [monday, friday]


def test_a_part_points_at_its_figure_when_others_have_gone():
    headline = figure(0, exactly(12))
    whole = figure(100, exactly(12))
    part = figure(100, exactly(4), population="children", subset_of=1)

    kept = without_repeats([headline, whole, part], HEADLINE_END)

    assert kept == [whole, replace(part, subset_of=0)]


def test_a_part_of_a_repeated_figure_points_at_the_one_that_stays():
    whole, again = figure(100, exactly(12)), figure(300, exactly(12))
    part = figure(300, exactly(4), population="children", subset_of=1)

    kept = without_repeats([whole, again, part], HEADLINE_END)

    assert kept == [whole, replace(part, subset_of=0)]


@given(
    st.lists(
        st.builds(
            figure,
            st.integers(0, 20).map(lambda n: 50 * n),
            st.integers(1, 4).map(exactly),
            st.sampled_from(["deaths", "injured"]),
        ),
        max_size=8,
    ).map(in_order)
)
def test_no_measure_or_number_is_lost(figures):
    kept = without_repeats(figures, HEADLINE_END)

    assert {(f.measure, f.count) for f in kept} == {
        (f.measure, f.count) for f in figures
    }
    assert without_repeats(kept, HEADLINE_END) == kept
