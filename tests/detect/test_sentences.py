import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.detect.sentences import LONGEST, split_sentences


def split(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Shells fell.", "Nobody was hurt."],
        ["Gen. Haftar met Lt. Col. Salem in the U.S. on Monday."],
        ["He flew to the U.S.", "The talks went on."],
        ["He came at 9 p.m.", "The others had left."],
        ["He came at 9 p.m. on Monday."],
        ["The toll rose by 1.3 per cent.", "It is 2.020 now."],
        ["Is it over?", "No!", "He left."],
        ["It is, he said ... for now.", "It held."],
        ['"It is over."', "He left."],
        ["“It is over.”", "He left."],
        ["J. R. Salem spoke.", "M. Ali did not."],
        ["See No. 5 of the list.", "He said no.", "The army left."],
        ["هل تصمد الهدنة؟", "نعم.", "قال د. سالم ذلك."],
        ["وصل الوفد.", "وغادر بعد ساعة!"],
        ["« C'est fini. »", "Il est parti."],
        ["M. Salem est à l'Est.", "Mme Ali est partie."],
        ["Le 1er janv. 2020, tout a changé.", "Il pleuvait."],
    ],
    ids=" / ".join,
)
def test_sentences_end_where_a_reader_would_end_them(sentences):
    assert split(" ".join(sentences)) == sentences


def test_a_stretch_without_end_is_cut_between_words():
    parts = split("word " * 1000)

    assert max(map(len, parts)) <= LONGEST
    assert " ".join(parts).split() == ["word"] * 1000


@settings(deadline=None)
@given(st.text("aZ .!?؟…»«\"'\n9\u00a0U", max_size=80))
def test_nothing_but_white_space_lies_between_sentences(text):
    bounds = list(split_sentences(text, 0, len(text)))

    edges = [0, *(edge for bound in bounds for edge in bound), len(text)]
    assert edges == sorted(edges)
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not between.strip()


def test_a_row_of_stops_takes_no_longer_than_other_text():
    assert len(list(split_sentences("!" * 200_000, 0, 200_000))) > 1
