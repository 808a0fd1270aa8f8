"""Who speaks when a sentence says only "she", "the envoy" or "the ministry"."""

from __future__ import annotations

import pytest

from talks.detect.findings import FoundEvent
from talks.detect.patterns import Match
from talks.detect.speakers import (
    NOBODY,
    Speakers,
    Voice,
    named_last,
    slug_of,
    voice_of,
)
from talks.detect.words import Word
from tests.detect.reading import GAZETTEER, read_report
from tests.detect.test_rules import line_of

BEFORE = Speakers(person="haftar", body="unsmil")


def words_of(sentence: str, language: str = "en") -> list[Word]:
    return line_of(sentence, language).words


def voice(sentence: str, before: Speakers, language: str = "en") -> Voice | None:
    """Who speaks in a sentence that is, all of it, a statement."""
    words = words_of(sentence, language)
    actors = tuple(at for at, word in enumerate(words) if word.kind == "actor")
    return voice_of(Match(0, len(words), actors), words, before, language)


def test_whoever_is_named_speaks():
    assert voice("The GNA condemned it", BEFORE) == Voice("gna", "gna")


SPEAKERS = [
    pytest.param("en", "He condemned it", "haftar", id="he"),
    pytest.param("en", "The envoy condemned the raid", "haftar", id="the envoy"),
    pytest.param("en", "The ministry condemned the raid", "unsmil", id="the ministry"),
    pytest.param("fr", "Il a condamné le raid", "haftar", id="no list of pronouns"),
    pytest.param("en", "Condemned the raid", "haftar", id="nobody at all"),
]


@pytest.mark.parametrize(("language", "sentence", "slug"), SPEAKERS)
def test_a_pronoun_or_noun_recalls_whoever_was_named_last(language, sentence, slug):
    found = voice(sentence, BEFORE, language)

    assert found is not None
    assert found.slug == slug


def test_a_pronoun_that_recalls_nobody_has_no_voice():
    assert voice("He condemned the raid", NOBODY) is None


def test_a_noun_that_recalls_nobody_speaks_for_itself():
    found = voice("The envoy condemned the raid", NOBODY)

    assert found == Voice(None, "envoy")


def test_a_body_may_be_he_when_no_person_was_named():
    found = voice("He condemned the raid", Speakers(body="unsmil"))

    assert found == Voice("unsmil", "unsmil")


def test_the_first_person_and_the_first_body_of_a_sentence_are_meant_next():
    words = words_of("Khalifa Haftar met Aguila Saleh, and UNSMIL met the GNA.")

    named = named_last(words, NOBODY, GAZETTEER)

    assert named == Speakers(person="haftar", body="unsmil")


def test_a_sentence_that_names_nobody_leaves_those_before():
    assert named_last(words_of("Shells fell on Monday."), BEFORE, GAZETTEER) == BEFORE


def test_a_body_does_not_make_the_person_forgotten():
    named = named_last(words_of("The GNA met on Monday."), BEFORE, GAZETTEER)

    assert named == Speakers(person="haftar", body="gna")


def test_a_place_or_a_plain_word_is_no_speaker():
    assert [slug_of(word) for word in words_of("Shells fell in Sirte")] == [None] * 4


def statements(text: str, language: str) -> list[FoundEvent]:
    findings = read_report(text, language)
    return [event for event in findings.events if event.kind == "statement"]


RECALLED = [
    (
        "en",
        "Talks resume in Tripoli\n\nStephanie Williams opened the truce talks in Tripoli. She warned that time was running out.",
        "williams",
    ),
    (
        "en",
        "Drone lost in Libya\n\nThe GNA lost a drone in Tripoli during clashes on Monday. Its defence ministry held Egypt responsible.",
        "gna",
    ),
    (
        "en",
        "Envoy at the Council\n\nGhassan Salame told the Council of the truce in Libya. The envoy hailed the restraint of both sides in Tripoli.",
        "salame",
    ),
    (
        "fr",
        "Libye : reprise du dialogue\n\nStephanie Williams a ouvert la séance des pourparlers à Tripoli. Elle a prévenu que le temps pressait.",
        "williams",
    ),
    (
        "ar",
        "محادثات ليبيا\n\nافتتحت ستيفاني وليامز محادثات الهدنة في طرابلس. وحذرت من نفاد الوقت.",
        "williams",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), RECALLED)
def test_a_pronoun_speaks_for_whom_the_text_named_last(
    language: str, text: str, speaker: str
) -> None:
    (found, *_) = statements(text, language)

    assert (speaker, "issuer") in found.actors


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Trucks burnt in Libya\n\nThe LNA issued figures on the clashes in Tripoli. It said that five trucks had been burnt.",
        ),
        (
            "fr",
            "Libye : des camions brûlés\n\nL'ANL a publié un bilan des combats à Tripoli. Elle indique que cinq camions ont brûlé.",
        ),
    ],
)
def test_who_only_reports_a_fact_takes_no_stand(language: str, text: str) -> None:
    assert statements(text, language) == []


def test_a_stand_that_is_not_taken_is_denied() -> None:
    text = "Truce in Libya\n\nThe truce between the GNA and the LNA took effect in Tripoli. Khalifa Haftar has not condemned the attack on Tripoli."

    assert {event.status for event in statements(text, "en")} == {"denied"}


def test_a_stand_that_is_only_expected_is_none() -> None:
    text = "Truce in Libya\n\nThe truce between the GNA and the LNA took effect in Tripoli. Khalifa Haftar would welcome a vote."

    assert statements(text, "en") == []
