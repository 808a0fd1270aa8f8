"""The door for the web server."""

from __future__ import annotations

import multiprocessing
import os

from django.core.wsgi import get_wsgi_application

from config import env
from config.supervisor import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
with env.plain_refusal():
    application = get_wsgi_application()

# A worker whose master was killed would otherwise go on answering at the port.
if multiprocessing.parent_process():
    die_with_parent()
