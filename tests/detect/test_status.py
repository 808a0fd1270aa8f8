"""Whether a thing happened, or was wanted, planned, denied or only recalled."""

from __future__ import annotations

import pytest

from talks.detect.findings import Status
from talks.detect.patterns import Match
from talks.detect.status import (
    breaks_clause,
    find_cues,
    is_object,
    is_only_an_aim,
    is_recalled,
    status_of,
    was_said_before,
)
from talks.detect.words import Word, split_words
from tests.detect.test_rules import line_of


def thing(sentence: str, word: str, language: str) -> tuple[Match, list[Word]]:
    """The words of a sentence, and one of them as if a rule had found it."""
    words = line_of(sentence, language).words
    place = next(n for n, one in enumerate(words) if word in one.forms)
    return Match(place, place + 1, ()), words


STATUSES = [
    ("en", "Both sides signed the agreement.", "signed", Status.OCCURRED),
    ("en", "The two sides did not sign it.", "sign", Status.DENIED),
    ("en", "The envoy called for an immediate truce.", "truce", Status.CALLED_FOR),
    ("en", "The talks are due to open on Monday.", "open", Status.PLANNED),
    ("en", "The envoy said both sides signed it.", "signed", Status.OCCURRED),
    ("en", "He did not come, but they signed it.", "signed", Status.OCCURRED),
    ("fr", "Les deux camps ont signé le texte.", "signe", Status.OCCURRED),
    ("fr", "Les deux camps n'ont pas signé le texte.", "signe", Status.DENIED),
    ("fr", "Il a appelé à une trêve immédiate.", "treve", Status.CALLED_FOR),
    ("ar", "وقع الطرفان الاتفاق.", "وقع", Status.OCCURRED),
    ("ar", "دعت البعثة إلى وقف القتال.", "وقف", Status.CALLED_FOR),
    ("ar", "ستنطلق المحادثات في جنيف.", "ستنطلق", Status.PLANNED),
    ("ar", "سيطرت القوات على غريان.", "سيطرت", Status.OCCURRED),
    ("fr", "Les pourparlers reprendront à Genève.", "pourparlers", Status.PLANNED),
    ("fr", "La caméra a filmé les pourparlers.", "pourparlers", Status.OCCURRED),
]


@pytest.mark.parametrize(
    ("language", "sentence", "word", "status"),
    STATUSES,
    ids=[row[1] for row in STATUSES],
)
def test_words_nearby_say_whether_a_thing_happened(language, sentence, word, status):
    match, words = thing(sentence, word, language)

    assert status_of(match, find_cues(words, language), words, language) is status


def test_the_nearest_word_decides():
    sentence = "The envoy who had called for talks said they will not sign a truce."
    match, words = thing(sentence, "truce", "en")

    assert status_of(match, find_cues(words, "en"), words, "en") is Status.DENIED


def test_a_word_beyond_its_reach_decides_nothing():
    far = "the many men and women of the old town near the long white beach"
    match, words = thing(f"He did not meet {far} and signed", "signed", "en")

    assert status_of(match, find_cues(words, "en"), words, "en") is Status.OCCURRED


@pytest.mark.parametrize(
    ("language", "word", "breaks"),
    [
        ("en", "but", True),
        ("en", ";", True),
        ("en", ",", False),
        ("en", "port", False),
        ("fr", "mais", True),
        ("ar", "لكن", True),
    ],
)
def test_some_words_begin_another_clause(language, word, breaks):
    (found,) = split_words(word, 0, ())

    assert breaks_clause(found, language) is breaks


@pytest.mark.parametrize(
    ("sentence", "word", "aim"),
    [
        pytest.param(
            "He set out conditions to accept it.", "accept", True, id="an aim"
        ),
        pytest.param("Both sides began to talk.", "talk", False, id="it began"),
        pytest.param("Both sides accept it.", "accept", False, id="no infinitive"),
    ],
)
def test_an_infinitive_that_nobody_began_is_only_an_aim(sentence, word, aim):
    match, words = thing(sentence, word, "en")

    assert is_only_an_aim(match, words, "en") is aim


@pytest.mark.parametrize(
    ("sentence", "word", "behind"),
    [
        ("The text was drafted by Britain.", "=united-kingdom", True),
        ("Britain drafted the text.", "=united-kingdom", False),
    ],
)
def test_a_name_behind_a_preposition_is_an_object(sentence, word, behind):
    match, words = thing(sentence, word, "en")

    assert is_object(match, words, "en") is behind


RECALLED = [
    ("en", "Talks had opened in Geneva.", "opened", True),
    ("en", "The envoy said he had signed.", "signed", False),
    ("en", "It has been calm since the truce.", "truce", True),
    ("en", "Talks opened in Geneva.", "opened", False),
    ("en", "Since then, they signed a truce.", "truce", False),
]


@pytest.mark.parametrize(
    ("language", "sentence", "word", "recalled"),
    RECALLED,
    ids=[row[1] for row in RECALLED],
)
def test_wording_that_looks_back_recalls(language, sentence, word, recalled):
    match, words = thing(sentence, word, language)

    assert is_recalled(match, words, language) is recalled


@pytest.mark.parametrize(
    ("sentence", "earlier"),
    [
        ("The mission had condemned the attack.", True),
        ("The mission condemned the attack.", False),
    ],
)
def test_a_stand_may_have_been_taken_earlier(sentence, earlier):
    match, words = thing(sentence, "condemned", "en")

    assert was_said_before(match, words, "en") is earlier
