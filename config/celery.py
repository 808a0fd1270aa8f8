"""The Celery app of the workers, and of whoever sends them something."""

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
