"""A sentence becomes a row of words with its names and dates closed up."""

from __future__ import annotations

from datetime import date

from talks.detect.lines import Line, read_lines
from talks.detect.names import find_names
from talks.detect.text import Part, read_page
from tests.detect.reading import GAZETTEER

DAY = date(2020, 6, 10)
REPORT = (
    "Talks go on in Geneva\n\n"
    "Geneva - The Government of National Accord met the United Nations envoy in "
    "Tripoli on Monday. Nobody spoke of the 444 Brigade, nor of resolution 2510.\n\n"
    "The envoy left for Tunis."
)


def lines_of(text: str, language: str = "en") -> list[Line]:
    page = read_page(text)
    return read_lines(page, find_names(page, GAZETTEER, DAY, language), DAY, language)


def kinds(line: Line) -> dict[str, str]:
    return {word.text: word.kind for word in line.words}


def test_the_title_comes_first():
    first, *others = lines_of(REPORT)

    assert first.sentence.part is Part.TITLE
    assert [line.sentence.part for line in others] == [Part.BODY] * 3


def test_a_name_is_one_word_that_knows_whom_it_names():
    lead = lines_of(REPORT)[1]

    actors = [word.value.slug for word in lead.words if word.kind == "actor"]

    assert actors[0] == "gna"
    assert kinds(lead)["government of national accord"] == "actor"


def test_a_date_is_one_word_that_knows_its_day():
    lead = lines_of(REPORT)[1]

    (found,) = [word.value for word in lead.words if word.kind == "date"]

    assert found.date.earliest == found.date.latest == date(2020, 6, 8)
    assert found in lead.dates


def test_the_dateline_is_no_word_and_no_place_of_the_sentence():
    lead = lines_of(REPORT)[1]

    assert "geneva" not in kinds(lead)
    assert [place.slug for place in lead.places()] == ["tripoli"]
    assert {m.slug for m in lead.mentions if m.dateline} == {"geneva"}


def test_a_number_inside_a_name_is_no_number():
    second = lines_of(REPORT)[2]

    assert "444" not in kinds(second)


def test_the_number_of_a_resolution_is_part_of_a_document():
    second = lines_of(REPORT)[2]

    (document,) = [word for word in second.words if word.kind == "document"]

    assert "2510" in document.text


def test_words_know_where_they_stand_in_the_report():
    text = read_page(REPORT).text

    for line in lines_of(REPORT):
        for word in line.words:
            if word.kind == "word":
                assert text[word.start : word.end].lower() == word.text


def test_words_stand_in_order_and_apart():
    for line in lines_of(REPORT):
        pairs = zip(line.words, line.words[1:], strict=False)

        assert all(left.end <= right.start for left, right in pairs)


def days(*sentences: str) -> list[date]:
    lines = lines_of("Libya: what was said in June\n\n" + "\n\n".join(sentences))
    return [found.date.earliest for found in lines[-1].dates]


def test_the_next_day_counts_from_the_sentence_before():
    assert days(
        "Shells fell on Tripoli on 3 June.", "The next day a convoy was hit."
    ) == [date(2020, 6, 4)]


def test_a_sentence_without_a_day_does_not_break_the_count():
    told = (
        "Shells fell on Tripoli on 3 June.",
        "Two people died.",
        "The following day a convoy was hit.",
    )

    assert days(*told) == [date(2020, 6, 4)]


def test_a_day_long_past_counts_for_one_sentence_only():
    told = (
        "Talks opened on 3 January.",
        "They failed.",
        "Two days earlier a convoy was hit.",
    )

    assert days(*told) == [date(2020, 6, 8)]


def test_a_date_between_commas_parts_nothing():
    (line,) = lines_of("The truce, on Monday, was broken.")

    assert [word.text for word in line.words if word.kind == "mark"] == ["."]


def test_the_short_form_of_a_name_in_brackets_is_left_out():
    (line,) = lines_of("The House of Representatives (HoR) met in Tobruk.")

    assert [word.text for word in line.words][1:3] == [
        "house of representatives",
        "met",
    ]
