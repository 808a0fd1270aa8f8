"""Choosing a row by its name without asking the database for what is loaded."""

from __future__ import annotations

import pytest
from django.contrib import admin

from talks.admin.keys import Autocomplete
from talks.models import Affiliation
from tests import factories

pytestmark = pytest.mark.django_db


def _options(value, *, known=None, required=True):
    field = Affiliation._meta.get_field("body")
    widget = Autocomplete(field, admin.site)
    widget.choices = field.formfield().choices
    widget.known, widget.is_required = known, required
    ((_, options, _),) = widget.optgroups("body", [str(value)])
    return [(option["value"], option["label"]) for option in options]


def test_a_row_that_is_loaded_costs_no_query(django_assert_num_queries):
    haftar = factories.haftar()

    with django_assert_num_queries(0):
        options = _options(haftar.pk, known=haftar)

    assert options == [(str(haftar.pk), "Khalifa Haftar")]


def test_one_that_may_be_empty_offers_that(django_assert_num_queries):
    haftar = factories.haftar()

    assert _options(haftar.pk, known=haftar, required=False)[0] == ("", "")


def test_another_choice_than_the_one_loaded_is_looked_up():
    haftar, gna = factories.haftar(), factories.gna()

    assert _options(gna.pk, known=haftar) == [(gna.pk, "Government of National Accord")]
