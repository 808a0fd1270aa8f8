from datetime import date
from pathlib import Path

import pytest

from talks.detect.gazetteer import load_gazetteer
from talks.detect.names import find_names
from talks.detect.text import read_page

GAZETTEER = load_gazetteer(Path("talks/data"))


def by_rule(text, rule, language="en"):
    names = find_names(read_page(text), GAZETTEER, date(2020, 2, 4), language)
    return [(m.slug, m.evidence.quote) for m in names.mentions if m.rule == rule]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Russian warplanes struck.", "en", [("russia", "Russian")]),
        ("The Egyptian foreign minister came.", "en", [("egypt-state", "Egyptian")]),
        ("Russian literature is long.", "en", []),
        ("A Russian-made missile fell.", "en", []),
        ("Le ministre italien est venu.", "fr", [("italy", "italien")]),
        ("La cuisine italienne est bonne.", "fr", []),
        ("وصل الوزير الإيطالي.", "ar", [("italy", "إيطالي")]),
        ("وصلت قوات تركية.", "ar", [("turkey", "تركية")]),
        ("مطعم إيطالي جديد.", "ar", []),
    ],
)
def test_a_people_stands_for_its_state_only_beside_its_officials(
    text, language, expected
):
    assert by_rule(text, "actor.people", language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Haftar's troops left.", "en", [("lna", "Haftar's troops")]),
        ("Forces loyal to Haftar left.", "en", [("lna", "Forces loyal to Haftar")]),
        ("Haftar spoke. His forces left.", "en", [("lna", "His forces")]),
        ("Haftar, whose forces left, spoke.", "en", [("lna", "whose forces")]),
        ("Haftar spoke of his family.", "en", []),
        ("His forces left.", "en", []),
        (
            "Les troupes de Haftar partent.",
            "fr",
            [("lna", "Les troupes de Haftar"[4:])],
        ),
        ("انسحب حفتر ومعه قواته.", "ar", [("lna", "قواته")]),
    ],
)
def test_an_army_is_named_by_its_leader(text, language, expected):
    assert by_rule(text, "actor.forces", language) == expected


def test_his_forces_are_not_his_a_page_later():
    text = (
        "Haftar spoke.\n"
        + "It rained all day in the hills. " * 10
        + "\nHis forces left."
    )

    assert by_rule(text, "actor.forces") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("UNSMIL sent a team. The Mission welcomed its return.", "en", ["Mission"]),
        ("UNSMIL sent a team on the mission to Hun.", "en", []),
        ("The mission said that it had left.", "en", []),
        ("La Manul est partie. La mission déplore le retard.", "fr", ["mission"]),
        ("La Manul est partie. La mission de l'UE reste.", "fr", []),
        ("وصلت ستيفاني ويليامز ورافقها موظفو البعثة.", "ar", ["بعثة"]),
        ("وصلت ستيفاني ويليامز ورافقتها البعثة الأوروبية.", "ar", []),
        ("وصل موظفو البعثة.", "ar", []),
    ],
)
def test_the_mission_is_the_one_that_the_report_has_named(text, language, expected):
    found = by_rule(text, "actor.noun", language)

    assert found == [("unsmil", quote) for quote in expected]
