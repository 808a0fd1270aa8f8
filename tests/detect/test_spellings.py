import pytest

from talks.detect.folding import fold
from talks.detect.gazetteer import ActorEntry, PlaceEntry, build_gazetteer, to_lookup
from talks.detect.spellings import find_spellings
from talks.detect.text import read_page

GAZETTEER = build_gazetteer(
    [
        ActorEntry("un", ("UN",), "international_org"),
        ActorEntry(
            "unsmil", ("UN mission", "UNSMIL"), "international_org", parent="un"
        ),
        ActorEntry("envoy", ("UN envoy",), "body", parent="unsmil"),
        ActorEntry("salem", ("Salem",), "person"),
        ActorEntry("army", ("Salem's army", "الجيش"), "armed_group"),
        ActorEntry("bank", ("central bank",), "body"),
    ],
    [
        PlaceEntry("sirte", ("Sirte", "سرت"), "city"),
        PlaceEntry("hun", ("Hun",), "town"),
    ],
)


def spelt(text):
    folded = fold(text)
    found = find_spellings(read_page(text), folded, to_lookup(folded.text), GAZETTEER)
    return [slug for one in found for slug in (*one.form.actors, *one.form.places)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN came.", ["un"]),
        ("The un came, undone.", []),
        ("RUN UNTIL NOON.", []),
        ("The UN mission came.", ["unsmil"]),
        ("The UN envoy came.", ["envoy", "un"]),
        ("Salem's army came.", ["army", "salem"]),
        ("The Unsmil came.", ["unsmil"]),
        ("The central bank and the Central Bank.", ["bank", "bank"]),
        ("A hun at Hun.", ["hun"]),
        ("Sirte-based, pro-Salem.", ["sirte", "salem"]),
        ("وصلوا إلى سرت وبسرت ولسرت وسرت.", ["sirte"] * 4),
        ("كسرت وفسرت وسرتنا.", []),
        ("والجيش وبالجيش وللجيش.", ["army"] * 3),
        ("سَرْت", ["sirte"]),
    ],
)
def test_names_are_found_on_word_edges_as_they_are_written(text, expected):
    assert spelt(text) == expected


def test_what_is_not_the_report_is_not_searched():
    text = "A title of four words\n\nThe UN came by boat.\n\nMost read\n\nThe UN left again."

    assert spelt(text) == ["un"]
