"""Truces: their parties, their days, how they ended and what broke them."""

from __future__ import annotations

from django.contrib import admin

from talks.admin.governed import GovernedAdmin
from talks.admin.rows import StackedRows, TabularRows
from talks.models import Truce, TruceParty, TruceViolation


class TruceInline(StackedRows):
    """The truce that an event declares."""

    model = Truce
    fields = [
        "purpose",
        ("declared_on", "effective_on", "expires_on"),
        ("ended_on", "end", "extends"),
        ("terms", "terms_ar", "terms_fr"),
    ]
    autocomplete_fields = ["extends"]
    show_change_link = True


class PartyInline(TabularRows):
    """Who declared, accepted or refused it."""

    model = TruceParty
    autocomplete_fields = ["actor"]


class BrokenTruceInline(TabularRows):
    """The truce that an event is said to have broken."""

    model = TruceViolation
    fk_name = "event"
    autocomplete_fields = ["truce"]
    deeper = ("truce__event",)


class ViolationInline(TabularRows):
    """Events said to have broken this truce."""

    model = TruceViolation
    fk_name = "truce"
    autocomplete_fields = ["event"]
    deeper = ("truce__event",)


@admin.register(Truce)
class TruceAdmin(GovernedAdmin):
    """Truces, latest first."""

    list_display = [
        "event",
        "purpose",
        "declared_on",
        "effective_on",
        "ended_on",
        "end",
    ]
    list_select_related = ["event"]
    list_filter = ["purpose", "end", ("ended_on", admin.EmptyFieldListFilter)]
    search_fields = ["event__title", "event__title_ar", "event__title_fr", "terms"]
    date_hierarchy = "declared_on"
    autocomplete_fields = ["event", "extends"]
    inlines = [PartyInline, ViolationInline]
