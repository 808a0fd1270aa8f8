"""A number with what it counts becomes one word of its sentence."""

from __future__ import annotations

import pytest

from talks.detect.counts import Counted, close_counts, ends_no_phrase
from talks.detect.words import split_words
from talks.values import Qualifier


def counted(text: str, language: str = "en") -> list[Counted]:
    words = close_counts(split_words(text, 0, ()), language)
    return [word.value for word in words if word.kind == "count"]


PEOPLE = [
    ("en", "12 people were hurt", 12, "all", None),
    ("en", "four young children fled", 4, "children", None),
    ("en", "three civilian men fled", 3, "civilians", None),
    ("en", "12 deaths in March", 12, None, "deaths"),
    ("en", "14 men, 12 of them dead", 14, "men", None),
    ("fr", "douze personnes ont fui", 12, "all", None),
    ("fr", "trois enfants ont fui", 3, "children", None),
    ("ar", "خمسة أشخاص", 5, "all", None),
    ("ar", "أربعة أطفال", 4, "children", None),
]


@pytest.mark.parametrize(
    ("language", "text", "number", "population", "measure"),
    PEOPLE,
    ids=[row[1] for row in PEOPLE],
)
def test_a_number_knows_whom_it_counts(language, text, number, population, measure):
    first = counted(text, language)[0]

    assert first.count.best == number
    assert (first.population, first.measure) == (population, measure)
    assert not first.things


@pytest.mark.parametrize(
    "text", ["five rockets fell", "20 houses burnt", "two drones crashed"]
)
def test_things_are_counted_as_things(text):
    assert [one.things for one in counted(text)] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Ali Salem, 34, fled", id="an age between commas"),
        pytest.param("en", "a boy aged 12", id="an age"),
        pytest.param("en", "it began in 2019", id="a year"),
        pytest.param("en", "most of them are under 18.", id="an age without a noun"),
        pytest.param("en", "a girl of nine fled", id="an age behind of"),
    ],
)
def test_an_age_and_a_year_count_nobody(language, text):
    numbers = {one.count.best for one in counted(text, language)}

    assert numbers <= {1}  # the boy himself


@pytest.mark.parametrize(
    ("text", "population"),
    [
        pytest.param("A child was killed", "children", id="a child"),
        pytest.param("A woman and her son", "women", id="a woman"),
    ],
)
def test_an_article_counts_one(text, population):
    first = counted(text)[0]

    assert first.named
    assert (first.count.best, first.population) == (1, population)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A police station burnt", id="the person only describes a house"),
        pytest.param("His soldiers fled", id="soldiers are many"),
        pytest.param("The women fled", id="women are many"),
        pytest.param("Their children fled", id="children are many"),
    ],
)
def test_an_article_before_something_else_counts_nobody(text):
    assert counted(text) == []


def test_a_hedge_behind_the_people_belongs_to_the_number():
    (found,) = counted("12 people at least fled")

    assert found.count.qualifier is Qualifier.AT_LEAST
    assert (found.count.low, found.count.high) == (12, None)


def test_people_are_what_they_are_said_to_consist_of():
    (found,) = counted("72 were civilians")

    assert (found.count.best, found.population) == (72, "civilians")


def test_a_number_out_of_those_before_is_a_part():
    whole, part = counted("14 people fled, three of them children")

    assert not whole.part
    assert part.part


def test_two_dead_may_be_one_arabic_word():
    (found,) = counted("قتل مدنيان", "ar")

    assert found.count.best == 2


def test_the_words_around_a_count_stay():
    text = "Yesterday 12 people fled"

    words = close_counts(split_words(text, 0, ()), "en")

    assert [word.kind for word in words] == ["word", "count", "word"]
    assert text[words[1].start : words[1].end] == "12 people"


@pytest.mark.parametrize(
    ("text", "may_be_counted"),
    [("soldiers", True), ("were", False), ("in", False)],
)
def test_a_verb_or_preposition_ends_what_is_counted(text, may_be_counted):
    (word,) = split_words(text, 0, ())

    assert ends_no_phrase(word, "en") is may_be_counted
