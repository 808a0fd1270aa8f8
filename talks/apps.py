"""The one app."""

from __future__ import annotations

from django.apps import AppConfig


class TalksConfig(AppConfig):
    """Libya Talks Tracker: reports in, a timeline with its sources out."""

    name = "talks"
    verbose_name = "Libya talks"
