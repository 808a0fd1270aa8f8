from datetime import date
from pathlib import Path

import pytest

from talks.detect.gazetteer import load_gazetteer
from talks.detect.names import find_names
from talks.detect.text import read_page

GAZETTEER = load_gazetteer(Path("talks/data"))


def persons(text, language="en"):
    names = find_names(read_page(text), GAZETTEER, date(2022, 7, 22), language)
    return [mention.slug for mention in names.mentions if mention.kind == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Marshal Haftar spoke.",
        "Libya's Haftar spoke.",
        "Yesterday Haftar spoke.",
        "In Benghazi, Haftar spoke.",
        "An ally of LNA-leader Haftar's spoke.",
        "Why Haftar left the talks",
        "Gen. Haftar spoke.",
        "They said Haftar spoke.",
    ],
)
def test_a_surname_is_the_person_we_know(text):
    assert "haftar" in persons(text + "\nIt was late.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is said that Siddiq Haftar spoke.", "en"),
        ("A baker, Omar Dbeibah, spoke.", "en"),
        ("The poet John Saleh spoke.", "en"),
        ("Le boulanger Jean Salame a parlé.", "fr"),
        ("قال أحمد السراج ذلك.", "ar"),
        ("قال يوسف باشاغا ذلك.", "ar"),
    ],
)
def test_a_surname_behind_another_first_name_is_somebody_else(text, language):
    assert persons(text, language) == []


def test_a_surname_many_share_waits_for_a_title_or_the_whole_name():
    assert persons("Koury spoke.") == []
    assert persons("The envoy, Ms Koury, spoke.") == ["koury"]
    assert persons("Stephanie Koury came. Koury spoke.") == ["koury", "koury"]
