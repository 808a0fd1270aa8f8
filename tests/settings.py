"""The settings of the suite: the project's own, made quick and kept apart."""

from __future__ import annotations

import os

from config.settings import *  # noqa: F403
from config.settings import CACHES as PROJECT_CACHES
from config.settings import CELERY_BROKER_TRANSPORT_OPTIONS as TRANSPORT
from config.settings import MIDDLEWARE as PROJECT_MIDDLEWARE

# It would scan every static file again for each test client.
MIDDLEWARE = [name for name in PROJECT_MIDDLEWARE if "whitenoise" not in name]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": PROJECT_CACHES["pages"],
}

# Test processes side by side must not take each other's messages.
_PROCESS = os.environ.get("PYTEST_XDIST_WORKER", "alone")
CELERY_BROKER_TRANSPORT_OPTIONS = {**TRANSPORT, "global_keyprefix": f"test-{_PROCESS}-"}
