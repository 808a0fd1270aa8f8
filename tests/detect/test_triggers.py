"""Rules are met whatever dates stand between their words, and the surest one counts."""

from __future__ import annotations

import pytest

from talks.detect.triggers import find_triggers, surest
from tests.detect.test_rules import line_of


def kinds_met(sentence: str, language: str) -> set[str]:
    words = line_of(sentence, language).words
    return {rule.says["kind"] for _, rule in find_triggers(words, language)}


DATES_BETWEEN = [
    ("en", "The rivals agreed on Monday to stop firing.", "truce"),
    ("en", "Haftar launched, on Monday, an offensive on Sirte.", "offensive"),
    ("fr", "Les deux camps ont signé vendredi un accord.", "agreement"),
    ("ar", "وقع الوفدان يوم الجمعة اتفاقا في جنيف.", "agreement"),
]


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    DATES_BETWEEN,
    ids=[sentence for _, sentence, _ in DATES_BETWEEN],
)
def test_a_date_between_the_words_is_passed_over(language, sentence, kind):
    assert kind in kinds_met(sentence, language)


def test_a_trigger_stands_where_it_does_in_the_sentence():
    words = line_of("On Monday the two sides signed on Tuesday a deal.", "en").words

    found = find_triggers(words, "en")
    (match, _), *_ = [t for t in found if t[1].says["kind"] == "agreement"]

    assert words[match.start].text == "signed"
    assert words[match.end - 1].text == "deal"


def test_a_rule_may_ask_for_the_date():
    assert "appointment" in kinds_met("The vote is planned for 24 December.", "en")


def test_of_two_kinds_that_share_words_the_surer_is_kept():
    words = line_of("The two sides signed a permanent ceasefire agreement.", "en").words

    kept = surest(list(find_triggers(words, "en")))

    assert len({(match.start, match.end) for match, _ in kept}) == len(kept)
    assert [rule.says["kind"] for _, rule in kept].count("agreement") == 1
