"""The one app, and the admin as the project has it."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class TalksConfig(AppConfig):
    """Libya Talks Tracker: reports in, a timeline with its sources out."""

    default = True
    name = "talks"
    verbose_name = "Libya talks"


class StaffConfig(admin.AdminConfig):
    """Django's admin on our own site; named in INSTALLED_APPS in its stead."""

    default = False
    default_site = "talks.admin.site.the_site"
