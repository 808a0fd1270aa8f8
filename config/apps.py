"""Makes the Celery app known to every Django process, so that tasks find their queue."""

from __future__ import annotations

from django.apps import AppConfig

from config.celery import app

__all__ = ["FrameConfig", "app"]


class FrameConfig(AppConfig):
    """The frame as an app of Django's: it has no models, only Celery."""

    name = "config"
