import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.folding import fold, fold_name


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ghassan Salamé", "ghassan salame"),
        ("Ján KUBIŠ", "jan kubis"),
        ("Erdoğan", "erdogan"),
        ("İstanbul", "istanbul"),
        ("الإمارات", "الامارات"),
        ("أُوباري", "اوباري"),
        ("مصراتة", "مصراته"),
        ("مستشفى", "مستشفي"),
        ("حفـــتر", "حفتر"),
        ("حَفْتَر", "حفتر"),
        ("٥٧ و۵۷", "57 و57"),
        ("cessez‑le‑feu – l’ONU", "cessez-le-feu - l'onu"),
        ("a  b\u00a0c", "a b c"),
        ("½ ﷺ", "½ ص"),
    ],
)
def test_spellings_of_one_name_become_one(written, folded):
    assert fold_name(written) == folded


@given(st.text())
def test_every_folded_character_knows_where_it_stood(text):
    folded = fold(text)

    assert folded.original(len(folded.text)) == len(text)
    places = [folded.original(i) for i in range(len(folded.text))]
    assert places == sorted(set(places))
    for i, place in enumerate(places):
        assert fold(text[place]).text == folded.text[i]


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text):
    once = fold(text).text

    assert fold(once).text == once


def test_line_ends_are_kept_apart_from_spaces():
    assert fold("a\u2028b\r\nc\td").text == "a\nb\n\nc d"


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_a_stretch_of_folded_text_is_the_stretch_folded(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))

    within, alone = fold(text).within(start, end), fold(text[start:end])

    assert within.text == alone.text
    offsets = range(len(alone.text) + 1)
    assert [within.original(at) for at in offsets] == [
        alone.original(at) for at in offsets
    ]
