"""Every rule in the cue files is tried on its own example and its own trap."""

from __future__ import annotations

from datetime import date

import pytest

from talks.detect.counts import close_counts
from talks.detect.figures import read_figures
from talks.detect.findings import FoundFigure
from talks.detect.lines import Line, read_lines
from talks.detect.names import find_names
from talks.detect.rules import Rule, load_rules, rule_matcher
from talks.detect.text import read_page
from talks.detect.triggers import find_triggers
from tests.detect.reading import GAZETTEER

LANGUAGES = ("en", "ar", "fr")
DAY = date(2020, 6, 10)


def rules_of(name: str) -> list[object]:
    return [
        pytest.param(rule, language, id=rule.id)
        for language in LANGUAGES
        for rule in load_rules(language, name)
    ]


def line_of(sentence: str, language: str) -> Line:
    page = read_page(sentence)
    names = find_names(page, GAZETTEER, DAY, language)
    return read_lines(page, names, DAY, language)[0]


def figures_in(sentence: str, language: str) -> list[FoundFigure]:
    return read_figures(line_of(sentence, language), language)


def met_in(rule: Rule, sentence: str, language: str, name: str) -> bool:
    words = line_of(sentence, language).words
    if name == "events":
        return any(found is rule for _, found in find_triggers(words, language))
    if name == "figures":
        words = close_counts(words, language)
    return any(found is rule for _, found in rule_matcher(language, name).find(words))


@pytest.mark.parametrize(("rule", "language"), rules_of("figures"))
def test_a_figure_rule_reads_its_example(rule: Rule, language: str) -> None:
    figures = figures_in(rule.example, language)

    assert met_in(rule, rule.example, language, "figures")
    if rule.says.get("measure") == "same":
        assert any(figure.subset_of is not None for figure in figures)
    elif rule.says.get("measure") == "again":
        assert rule.name in [figure.rule for figure in figures]
    elif "measure" in rule.says:
        assert rule.says["measure"] in [figure.measure for figure in figures]
    else:
        assert figures == []


@pytest.mark.parametrize(("rule", "language"), rules_of("figures"))
def test_a_figure_rule_leaves_its_trap_alone(rule: Rule, language: str) -> None:
    figures = figures_in(rule.trap, language)

    if "measure" in rule.says:
        assert rule.name not in [figure.rule for figure in figures]
    else:
        assert figures


@pytest.mark.parametrize("name", ["events", "status", "roles"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_rules_meet_their_example_and_not_their_trap(
    name: str, language: str
) -> None:
    rules = load_rules(language, name)

    missed = [r.id for r in rules if not met_in(r, r.example, language, name)]
    trapped = [r.id for r in rules if met_in(r, r.trap, language, name)]

    assert (missed, trapped) == ([], [])


@pytest.mark.parametrize("name", ["figures", "events", "status", "roles"])
def test_no_two_rules_share_a_name(name: str) -> None:
    ids = [rule.id for language in LANGUAGES for rule in load_rules(language, name)]

    assert len(ids) == len(set(ids))
