"""Every page address on one screen."""

from __future__ import annotations

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path, re_path, register_converter

from talks.views import (
    actors,
    articles,
    changes,
    citing,
    commitments,
    comparison,
    embargo,
    events,
    figures,
    method,
    overview,
    places,
    rounds,
    search,
    sitemaps,
    timeline,
    truces,
)
from talks.views import map as maps
from talks.views.pictures import FormConverter

register_converter(FormConverter, "picture")

urlpatterns = [
    path("", overview.show, name="overview"),
    path("timeline/", timeline.show, name="timeline"),
    path("timeline/compare/", comparison.show, name="compare"),
    path("changes/", changes.show, name="changes"),
    path("events/<slug:slug>/", events.show, name="event"),
    re_path(
        r"^events/(?P<slug>[-a-zA-Z0-9_]+)\.(?P<form>bib|ris)$",
        citing.reference,
        name="cite",
    ),
    path("articles/", articles.listing, name="articles"),
    path("articles/<int:pk>/", articles.show, name="article"),
    path("talks/", rounds.index, name="talks"),
    path("talks/rounds.<picture:form>", rounds.take, name="talks_picture"),
    path("talks/<slug:slug>/", rounds.show, name="round"),
    path("truces/", truces.index, name="truces"),
    path("truces/<slug:slug>/", truces.show, name="truce"),
    path(
        "truces/<slug:slug>/violations.<picture:form>",
        truces.take,
        name="truce_picture",
    ),
    path("embargo/", embargo.index, name="embargo"),
    path("embargo/cases.<picture:form>", embargo.take, name="embargo_picture"),
    path("commitments/", commitments.index, name="commitments"),
    path("commitments/<slug:slug>/", commitments.show, name="commitment"),
    path("figures/", figures.index, name="figures"),
    path("figures/<slug:measure>/", figures.show, name="figure"),
    path("figures/<slug:measure>.csv", figures.claims, name="figure_claims"),
    path(
        "figures/<slug:measure>/<slug:anchor>.<picture:form>",
        figures.take,
        name="figure_picture",
    ),
    path("actors/", actors.listing, name="actors"),
    path("actors/<slug:slug>/", actors.show, name="actor"),
    path("places/", places.listing, name="places"),
    path("places/<slug:slug>/", places.show, name="place"),
    path("map/", maps.show, name="map"),
    path("search/", search.show, name="search"),
    path("method/", method.show, name="method"),
    path("robots.txt", sitemaps.robots),
    path("sitemap.xml", index, {"sitemaps": sitemaps.SITEMAPS}, name="sitemaps"),
    path(
        "sitemap-<section>.xml",
        sitemap,
        {"sitemaps": sitemaps.SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
]
