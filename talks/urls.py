"""Every page address on one screen."""

from __future__ import annotations

from django.urls import path

from talks.views import actors, articles, events, method, overview, places, timeline

urlpatterns = [
    path("", overview.show, name="overview"),
    path("timeline/", timeline.show, name="timeline"),
    path("events/<slug:slug>/", events.show, name="event"),
    path("articles/", articles.listing, name="articles"),
    path("articles/<int:pk>/", articles.show, name="article"),
    path("actors/", actors.listing, name="actors"),
    path("actors/<slug:slug>/", actors.show, name="actor"),
    path("places/", places.listing, name="places"),
    path("places/<slug:slug>/", places.show, name="place"),
    path("method/", method.show, name="method"),
]
