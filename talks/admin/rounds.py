"""Rounds of talks: venue, delegations, course and outcome."""

from __future__ import annotations

from django.contrib import admin

from talks.admin.rows import RowAdmin, StackedRows, TabularRows
from talks.models import Delegation, Round, RoundStep

_OUTCOME = ["outcome", "outcome_words", "outcome_words_ar", "outcome_words_fr"]


class RoundInline(StackedRows):
    """The round that an event of talks is."""

    model = Round
    fields = [
        "slug",
        ("series", "number", "session", "format"),
        ("track", "venue", "mediator"),
        ("began_on", "ended_on", "continues"),
        *_OUTCOME,
    ]
    autocomplete_fields = ["venue", "mediator", "continues"]
    show_change_link = True


class DelegationInline(TabularRows):
    """Who came, how many, led by whom."""

    model = Delegation
    autocomplete_fields = ["party", "head"]


class StepInline(TabularRows):
    """Other events in the course of the round."""

    model = RoundStep
    autocomplete_fields = ["event"]


@admin.register(Round)
class RoundAdmin(RowAdmin):
    """Rounds, by series."""

    list_display = ["__str__", "track", "venue", "began_on", "ended_on", "outcome"]
    list_select_related = ["venue"]
    list_filter = ["track", "outcome", "series"]
    search_fields = ["series", "session", "slug", "event__title", "venue__name"]
    date_hierarchy = "began_on"
    prepopulated_fields = {"slug": ["series", "number", "session"]}
    autocomplete_fields = ["event", "venue", "mediator", "continues"]
    inlines = [DelegationInline, StepInline]
