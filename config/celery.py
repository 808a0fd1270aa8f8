"""The Celery app and its clock: what runs, and how often."""

from __future__ import annotations

import os

from celery import Celery
from django.conf import settings

from config import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("config")
with env.plain_refusal():
    settings.CELERY_BROKER_URL  # noqa: B018 -- reads the settings: refuse here, if at all
app.config_from_object(settings, namespace="CELERY")
app.autodiscover_tasks(["talks"])
app.conf.beat_schedule = {
    # Sends every feed whose time has come. Unheard, a call is void when the next comes.
    "poll_due": {
        "task": "talks.tasks.poll_due",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    # Sends again whatever is due or stuck; the database says what that is.
    "sweep": {
        "task": "talks.tasks.sweep",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
}
