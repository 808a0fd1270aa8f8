from datetime import date
from pathlib import Path

import pytest

from talks.detect.gazetteer import load_gazetteer
from talks.detect.names import find_names
from talks.detect.text import read_page

GAZETTEER = load_gazetteer(Path("talks/data"))


def meaning(text, language="en"):
    names = find_names(read_page(text), GAZETTEER, date(2020, 2, 4), language)
    return [(mention.kind, mention.slug) for mention in names.mentions]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Moscow vetoed it.", "en", ("actor", "russia")),
        ("They meet in Moscow.", "en", ("place", "moscow")),
        ("The Moscow talks failed.", "en", ("place", "moscow")),
        ("Moscow's talks with them failed.", "en", ("actor", "russia")),
        ("Aircraft arrived from Moscow.", "en", ("place", "moscow")),
        ("Pressure from Moscow grew.", "en", ("actor", "russia")),
        ("Moscou a refusé.", "fr", ("actor", "russia")),
        ("La conférence de Moscou a échoué.", "fr", ("place", "moscow")),
        ("رفضت موسكو.", "ar", ("actor", "russia")),
        ("فشلت مباحثات موسكو.", "ar", ("place", "moscow")),
        ("اجتمعوا بموسكو.", "ar", ("place", "moscow")),
    ],
)
def test_a_capital_is_a_town_or_the_government_in_it(text, language, expected):
    assert meaning(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They live in Turkey.", "en", []),
        ("Turkey stays.", "en", [("actor", "turkey")]),
        ("Ils vivent en Turquie.", "fr", []),
        ("يعيشون في تركيا.", "ar", []),
        ("The parliament of Turkey voted.", "en", [("actor", "turkey")]),
        ("The parliament voted.", "en", [("actor", "hor")]),
        ("Lebanon's central bank closed.", "en", [("place", "lebanon")]),
        ("La banque centrale du Liban a fermé.", "fr", [("place", "lebanon")]),
        ("La banque centrale a fermé.", "fr", [("actor", "cbl")]),
        ("The UN-brokered deal holds.", "en", []),
        ("An Egyptian baker spoke.", "en", []),
    ],
)
def test_a_land_and_the_bodies_of_other_lands_are_no_actors_here(
    text, language, expected
):
    assert meaning(text, language) == expected
