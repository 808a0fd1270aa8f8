"""Violations and breaches as rows, with why each is graded so."""

from __future__ import annotations

from datetime import date

import pytest

from talks.queries import embargo, truces
from talks.queries.proof import Standard
from talks.views.case_tables import cases_table, violations_table
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)


def first(table) -> dict[str, object]:
    return dict(zip(table.columns, next(iter(table.rows)), strict=True))


def test_a_violation_says_who_is_accused_who_says_so_and_who_denies_it():
    broken = make.violation(
        make.january_truce(), date(2020, 1, 18), who=[(make.lna(), "accused")]
    )
    for stance, speaker in (("alleges", make.gna()), ("denies", make.haftar())):
        make.citation(
            event=broken, article=make.article(), stance=stance, speaker=speaker
        )
    (row,) = truces.ledger(day=DAY, language="en")

    told = first(violations_table(row.violations))

    assert (told["accused"], told["camp_accused"]) == ("lna", "lna")
    assert (told["grade"], told["because"]) == ("contested", "denied")
    assert "gna" in told["told_by"]
    assert told["denied_by"] == "haftar"


def test_a_case_says_what_is_known_of_it():
    make.embargo_violation(
        supplier=make.gna(),
        carrier_mark="9221320",
        exemption="None",
        standard_of_proof="shown",
    )
    found = embargo.cases(day=DAY, standard=Standard.ALL, language="en")

    told = first(cases_table(found))

    assert (told["supplier"], told["recipient"]) == ("gna", "")
    assert told["carrier_mark"] == "9221320"
    assert (told["exemption"], told["standard_of_proof"]) == ("None", "shown")
