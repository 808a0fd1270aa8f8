import re
from datetime import date
from pathlib import Path

import pytest

from talks.detect.folding import fold_name
from talks.detect.gazetteer import (
    ActorEntry,
    PlaceEntry,
    build_gazetteer,
    load_gazetteer,
    to_lookup,
)

SHIPPED = load_gazetteer(Path("talks/data"))


def spellings(gazetteer):
    return {form.text: form for form in gazetteer.automaton.values()}


def gazetteer_of(*names, kind="person"):
    return build_gazetteer([ActorEntry("someone", names, kind)], [])


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("Fayez al-Sarraj", "fayez el sarraj"),
        ("Fayez al-Sarraj", "fayez sarraj"),
        ("عبد الحميد الدبيبة", "عبدالحميد الدبيبه"),
        ("المجلس الرئاسي", "للمجلس الرياسي"),
        ("Government of National Accord (GNA)", "government of national accord"),
        ("the Kremlin", "kremlin"),
    ],
)
def test_a_name_is_also_found_in_its_other_spellings(name, also):
    assert spellings(gazetteer_of(name))[also].actors == ["someone"]


def test_a_spelling_that_two_share_means_both():
    gazetteer = build_gazetteer(
        [
            ActorEntry("first", ("The Council",), "body"),
            ActorEntry("second", ("council",), "body"),
        ],
        [PlaceEntry("square", ("Council",), "facility")],
    )

    form = spellings(gazetteer)["council"]

    assert (form.actors, form.places) == (["first", "second"], ["square"])


def test_regions_are_those_a_place_lies_in_nearest_first():
    assert list(SHIPPED.regions("ain-zara"))[-2:] == ["tripolitania", "libya"]
    assert list(SHIPPED.regions("geneva")) == []
    assert list(SHIPPED.regions("nowhere")) == []


def test_regions_that_lie_in_each_other_do_not_go_round_for_ever():
    places = [
        PlaceEntry("a", ("A",), "town", "b"),
        PlaceEntry("b", ("B",), "town", "a"),
    ]

    assert list(build_gazetteer([], places).regions("a")) == ["b"]


def test_the_shipped_actors_and_places_hang_together():
    for actor in SHIPPED.actors.values():
        assert actor.parent is None or actor.parent in SHIPPED.actors
    for place in SHIPPED.places.values():
        assert place.within is None or place.within in SHIPPED.places


def test_no_shipped_name_is_lost():
    known = spellings(SHIPPED)

    for entry in (*SHIPPED.actors.values(), *SHIPPED.places.values()):
        for name in entry.names:
            bare = fold_name(re.sub(r"\s*\([^()]*\)", "", name)).removeprefix("the ")
            assert to_lookup(bare) in known, name


def test_the_bounds_of_a_name_are_whole_days():
    gna = SHIPPED.actors["gna"]

    assert gna.valid_from == date(2016, 3, 30)
    assert gna.valid_to == date(2021, 3, 16)
