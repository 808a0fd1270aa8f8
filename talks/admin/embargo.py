"""Embargo violations: what, from whom, to whom, by which route."""

from __future__ import annotations

from django.contrib import admin

from talks.admin.governed import GovernedAdmin
from talks.admin.rows import StackedRows
from talks.models import EmbargoViolation

_KEYS = ["supplier", "recipient", "reported_by"]


class EmbargoViolationInline(StackedRows):
    """The breach that an event is."""

    model = EmbargoViolation
    fields = [
        ("item", "item_words"),
        tuple(_KEYS),
        ("carrier", "carrier_mark", "flag", "route"),
        ("exemption", "standard_of_proof"),
    ]
    autocomplete_fields = _KEYS


@admin.register(EmbargoViolation)
class EmbargoViolationAdmin(GovernedAdmin):
    """Reported breaches of the arms embargo."""

    list_display = ["event", "item", "supplier", "recipient", "reported_by", "carrier"]
    list_select_related = ["event", *_KEYS]
    list_filter = ["item", "standard_of_proof", "flag"]
    search_fields = [
        *(
            "event__title",
            "item_words",
            "carrier",
            "carrier_mark",
            "route",
            "exemption",
        ),
        *("supplier__name", "supplier__name_ar", "recipient__name"),
    ]
    autocomplete_fields = ["event", *_KEYS]
