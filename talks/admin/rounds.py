"""Rounds of talks: venue, delegations, course and outcome."""

from __future__ import annotations

from django.contrib import admin

from talks.admin.governed import GovernedAdmin
from talks.admin.rows import StackedRows, TabularRows
from talks.models import Delegation, PromisedMeeting, Round, RoundStep

_OUTCOME = ["outcome", "outcome_words", "outcome_words_ar", "outcome_words_fr"]


class RoundInline(StackedRows):
    """The round that an event of talks is."""

    model = Round
    fields = [
        "slug",
        ("series", "number", "session", "format"),
        ("series_ar", "series_fr"),
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


class PromisedMeetingInline(StackedRows):
    """What was to follow the round."""

    model = PromisedMeeting
    fk_name = "round"
    fields = [
        ("slug", "event"),
        ("what", "what_ar", "what_fr"),
        ("planned_from", "planned_until", "kept_by"),
    ]
    autocomplete_fields = ["event", "kept_by"]


@admin.register(PromisedMeeting)
class PromisedMeetingAdmin(GovernedAdmin):
    """Meetings that were announced, held or not."""

    list_display = ["what", "event", "planned_from", "planned_until", "kept_by"]
    list_select_related = ["event", "kept_by"]
    search_fields = ["what", "slug", "event__title"]
    date_hierarchy = "planned_from"
    prepopulated_fields = {"slug": ["what"]}
    autocomplete_fields = ["event", "round", "kept_by"]


@admin.register(Round)
class RoundAdmin(GovernedAdmin):
    """Rounds, by series."""

    list_display = ["__str__", "track", "venue", "began_on", "ended_on", "outcome"]
    list_select_related = ["venue"]
    list_filter = ["track", "outcome", "series"]
    search_fields = ["series", "session", "slug", "event__title", "venue__name"]
    date_hierarchy = "began_on"
    prepopulated_fields = {"slug": ["series", "number", "session"]}
    autocomplete_fields = ["event", "venue", "mediator", "continues"]
    inlines = [DelegationInline, StepInline, PromisedMeetingInline]
