"""Subscriptions: seen and ended by staff, made by their subscribers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from talks.admin.rows import RowAdmin
from talks.models import Alert


@admin.register(Alert)
class AlertAdmin(RowAdmin):
    """Who subscribed to what."""

    list_display = [
        "email",
        "query",
        "pace",
        "created_at",
        "confirmed_at",
        "sent_until",
    ]
    list_filter = ["pace", ("confirmed_at", admin.EmptyFieldListFilter)]
    search_fields = ["email", "query"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody is subscribed by another."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody's subscription is changed by another."""
        return False
