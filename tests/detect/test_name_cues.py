from pathlib import Path

import pytest

from talks.detect.cues import LANGUAGES, cue_file
from talks.detect.gazetteer import load_gazetteer
from talks.detect.name_cues import load_name_cues

GAZETTEER = load_gazetteer(Path("talks/data"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_people_belongs_to_a_state_we_know(language):
    for slug in load_name_cues(language).demonyms.values():
        assert GAZETTEER.actors[slug].kind == "state"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_general_name_is_a_name_of_an_actor(language):
    known = {form.text for form in GAZETTEER.automaton.values() if form.actors}

    unknown = load_name_cues(language).generic - known

    assert not unknown


def test_the_three_languages_have_the_same_sections_but_for_common_nouns():
    only_arabic = {"common_places", "place_words"}

    sections = [
        set(cue_file(language, "names")) - only_arabic for language in LANGUAGES
    ]

    assert sections[0] == sections[1] == sections[2]


def test_a_language_without_cues_is_read_as_english():
    assert load_name_cues("xx").titles == load_name_cues("en").titles
