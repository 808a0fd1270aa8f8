"""Counts that lean on another of their sentence."""

from __future__ import annotations

import pytest

from talks.detect.counts import Counted, close_counts
from talks.detect.parts import AGAIN, PART, Bound, join_lists, lean_on_others
from talks.detect.words import split_words
from talks.values import Count


def bound(at: int, measure: str, number: int = 5, **said) -> Bound:
    """A count at a word of the sentence, as the rules have bound it."""
    named = {key: said.pop(key) for key in ("population",) if key in said}
    counted = Counted(Count(number, number, number), **named)
    return Bound(at, said.pop("counted", counted), measure, "en-deaths@1", **said)


def by_place(*counts: Bound) -> dict[int, Bound]:
    return {count.at: count for count in counts}


def test_what_says_itself_what_it_measures_stays():
    dead, injured = bound(2, "deaths"), bound(5, "injured")

    assert lean_on_others(by_place(dead, injured)) == by_place(dead, injured)


def test_a_part_measures_what_the_whole_does():
    whole = bound(2, "deaths", scope="cumulative")
    part = bound(5, PART, subset=True, population="children")

    found = lean_on_others(by_place(whole, part))[5]

    assert (found.measure, found.scope) == ("deaths", "cumulative")
    assert found.counted.population == "children"


def test_a_part_of_dead_and_wounded_together_is_casualties():
    counts = by_place(
        bound(2, "deaths"), bound(4, "injured"), bound(9, PART, subset=True)
    )

    assert lean_on_others(counts)[9].measure == "casualties"


def test_a_part_right_behind_the_wounded_is_of_them():
    counts = by_place(
        bound(2, "deaths"), bound(4, "injured"), bound(7, PART, subset=True)
    )

    assert lean_on_others(counts)[7].measure == "injured"


def test_a_part_without_a_whole_is_dropped():
    assert lean_on_others(by_place(bound(5, PART, subset=True))) == {}


def test_a_part_that_says_itself_what_it_measures_needs_no_whole():
    dead = Counted(Count(5, 5, 5), measure="deaths")

    found = lean_on_others(by_place(bound(5, PART, counted=dead, subset=True)))

    assert found[5].measure == "deaths"


def test_an_earlier_value_is_one_of_the_same_figure():
    now = bound(2, "deaths", 37, population="civilians", scope="cumulative")

    found = lean_on_others(by_place(now, bound(6, AGAIN, 26)))[6]

    assert found.counted.count.best == 26
    assert (found.measure, found.scope) == ("deaths", "cumulative")
    assert found.counted.population == "civilians"


def test_an_earlier_value_may_stand_right_before_its_figure():
    rose = by_place(bound(2, AGAIN, 19), bound(4, "deaths", 23))

    assert lean_on_others(rose)[2].measure == "deaths"


def test_an_earlier_value_of_nothing_is_dropped():
    assert lean_on_others(by_place(bound(6, AGAIN, 26))) == {}


LISTS = [
    pytest.param(
        "Three men, two women and a boy were killed",
        [("men", 3), ("women", 2), ("children", 1)],
        id="verb at the end",
    ),
    pytest.param(
        "Three men, who fled with two women and a boy",
        [("women", 2), ("children", 1)],
        id="not across other words",
    ),
]


@pytest.mark.parametrize(("sentence", "people"), LISTS)
def test_a_list_shares_its_verb(sentence, people):
    words = close_counts(split_words(sentence, 0, ()), "en")
    *_, last = [at for at, word in enumerate(words) if word.kind == "count"]
    killed = Bound(last, words[last].value, "deaths", "en-deaths@1")

    joined = join_lists({last: killed}, set(), words, "en")

    assert [(b.counted.population, b.counted.count.best) for b in joined] == people
    assert {b.measure for b in joined} == {"deaths"}


def test_a_list_leaves_out_what_was_said_to_be_something_else():
    words = close_counts(
        split_words("Three men and two women were killed", 0, ()), "en"
    )
    first, last = [at for at, word in enumerate(words) if word.kind == "count"]
    killed = Bound(last, words[last].value, "deaths", "en-deaths@1")

    assert join_lists({last: killed}, {first}, words, "en") == [killed]
