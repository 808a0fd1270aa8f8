"""What was looked for is marked where it stands, in any of its forms and spellings."""

from __future__ import annotations

import pytest

from talks.queries.highlights import Highlighter, Marked

pytestmark = pytest.mark.django_db


def marked(text: str, *, words=(), names=()) -> list[str]:
    found = Highlighter(words, names, [text]).mark(text, "en")
    assert "".join(piece.text for piece in found.pieces) == text
    return [piece.text for piece in found.pieces if piece.is_sought]


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        pytest.param("truce", "Truces, a truce.", ["Truces", "truce"], id="forms"),
        pytest.param("war", "A warning of war", ["war"], id="no other word"),
        pytest.param("treve", "La trêve tient", ["trêve"], id="accents"),
        pytest.param(
            "هدنه", "انتهت الهدنة اليوم", ["الهدنة"], id="Arabic article and ta"
        ),
        pytest.param("طرابلس", "القتال بطرابلـس", ["بطرابلـس"], id="Arabic, in"),
        pytest.param("unheard", "Nothing here", [], id="nothing"),
    ],
)
def test_each_form_of_a_word_is_marked(word, text, found):
    assert marked(text, words=[word]) == found


def test_a_name_is_marked_as_one_in_its_spellings():
    names = ["haftar", "khalifa haftar", "امم متحد"]

    assert marked("Then Khalifa Haftar, or Haftar, spoke.", names=names) == [
        "Khalifa Haftar",
        "Haftar",
    ]
    assert marked("قالت الأمم المتحدة إن", names=names) == ["الأمم المتحدة"]


def test_a_part_of_a_name_is_not_the_name():
    assert marked("A united effort", names=["united nations"]) == []


def test_a_passage_is_cut_around_the_first_find():
    text = "word " * 100 + "the truce held " + "word " * 100

    passage = Highlighter(["truce"], [], [text]).passage(text, "en")

    assert isinstance(passage, Marked)
    shown = "".join(piece.text for piece in passage.pieces)
    assert "the truce held" in shown
    assert shown.startswith("… ")
    assert len(shown) < 300


def test_no_passage_without_a_find():
    assert Highlighter(["truce"], [], ["Nothing"]).passage("Nothing", "en") is None


def test_all_texts_cost_one_query(django_assert_num_queries):
    texts = ["One truce", "Two truces"]

    with django_assert_num_queries(1):
        highlighter = Highlighter(["truce"], ["haftar"], texts)
        found = [highlighter.mark(text, "en").is_found for text in texts]

    assert found == [True, True]
