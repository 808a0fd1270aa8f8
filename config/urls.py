"""Every top-level address: the admin, and the site in three languages."""

from __future__ import annotations

from allauth.account import views as account
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from config import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path(
        "admin/account/",
        include(
            [
                path("in/", account.login, name="account_login"),
                path("out/", account.logout, name="account_logout"),
                path("again/", account.reauthenticate, name="account_reauthenticate"),
                path("two-factor/", include("allauth.mfa.urls")),
            ]
        ),
    ),
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("talks.urls")), prefix_default_language=False),
]
