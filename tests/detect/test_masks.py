import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.folding import fold
from talks.detect.masks import find_masks

MASKED = [
    ("the (5+5) commission", "format", "(5+5)"),
    ("a 13 + 13 format", "format", "13 + 13"),
    ("five-plus-five talks", "format", "five-plus-five"),
    ("لجنة خمسة زائد خمسة", "format", "خمسه زايد خمسه"),
    ("the 444 Combat Brigade", "unit", "444 combat brigade"),
    ("the 9th Brigade", "unit", "9th brigade"),
    ("Battalion 777", "unit", "battalion 777"),
    ("le bataillon 166", "unit", "bataillon 166"),
    ("الكتيبة 301", "unit", "الكتيبه 301"),
    ("resolution 2510", "document", "resolution 2510"),
    ("resolutions 1970 (2011) and 1973 (2011)", "document", "resolutions 1970 (2011) and 1973 (2011)"),
    ("la résolution n° 2570", "document", "resolution n° 2570"),
    ("قرار مجلس الأمن رقم 2510", "document", "قرار مجلس الامن رقم 2510"),
    ("report S/2019/914", "document", "s/2019/914"),
    ("IMO 9999999", "document", "imo 9999999"),
    ("a Su-24 bomber", "weapon", "su-24"),
    ("T-72 tanks", "weapon", "t-72"),
    ("155mm rounds", "weapon", "155mm"),
    ("COVID-19 cases", "weapon", "covid-19"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "words"), MASKED, ids=[row[0] for row in MASKED]
)
def test_a_number_in_a_name_is_masked_with_it(text, kind, words):
    folded = fold(text).text

    assert [(m.kind, folded[m.start : m.end]) for m in find_masks(folded)] == [
        (kind, words)
    ]


@pytest.mark.parametrize(
    "text",
    ["12 people died", "in 2019, 5 brigades", "an 8-year-old", "Egypt's 20 men", "5 of 15 shells", "قتل 5 أشخاص", "il y a 12 morts"],
)  # fmt: skip
def test_a_number_that_counts_is_not_masked(text):
    assert list(find_masks(fold(text).text)) == []


@given(st.text("5+ brigade-0mT resolution", max_size=200))
def test_masks_are_in_order_and_apart(text):
    masks = list(find_masks(text))

    edges = [edge for mask in masks for edge in (mask.start, mask.end)]
    assert edges == sorted(edges)
