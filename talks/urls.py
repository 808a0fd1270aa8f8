"""Every page address on one screen."""

from __future__ import annotations

from django.urls import path

from talks.views import (
    actors,
    articles,
    commitments,
    embargo,
    events,
    figures,
    method,
    overview,
    places,
    rounds,
    timeline,
    truces,
)

urlpatterns = [
    path("", overview.show, name="overview"),
    path("timeline/", timeline.show, name="timeline"),
    path("events/<slug:slug>/", events.show, name="event"),
    path("articles/", articles.listing, name="articles"),
    path("articles/<int:pk>/", articles.show, name="article"),
    path("talks/", rounds.index, name="talks"),
    path("truces/", truces.index, name="truces"),
    path("truces/<slug:slug>/", truces.show, name="truce"),
    path("embargo/", embargo.index, name="embargo"),
    path("commitments/", commitments.index, name="commitments"),
    path("commitments/<slug:slug>/", commitments.show, name="commitment"),
    path("figures/", figures.index, name="figures"),
    path("figures/<slug:measure>/", figures.show, name="figure"),
    path("figures/<slug:measure>.csv", figures.claims, name="figure_claims"),
    path(
        "figures/<slug:measure>/<slug:anchor>/embed/",
        figures.embed,
        name="figure_embed",
    ),
    path(
        "figures/<slug:measure>/<slug:anchor>.svg",
        figures.picture,
        name="figure_picture",
    ),
    path("actors/", actors.listing, name="actors"),
    path("actors/<slug:slug>/", actors.show, name="actor"),
    path("places/", places.listing, name="places"),
    path("places/<slug:slug>/", places.show, name="place"),
    path("method/", method.show, name="method"),
]
