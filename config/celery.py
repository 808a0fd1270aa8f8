"""The Celery app and its clock: what runs, and how often."""

from __future__ import annotations

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["talks"])
app.conf.beat_schedule = {
    "sweep": {"task": "talks.tasks.sweep", "schedule": 60.0},
}
