"""The tables of the naive site, named and shaped as the files that it loads."""

from __future__ import annotations

from django.db import models

# ruff: noqa: DJ008 -- nobody prints these rows


class Place(models.Model):
    """A place."""

    name = models.CharField(max_length=200)
    lat = models.FloatField()
    lon = models.FloatField()

    class Meta:
        db_table = "places"


class Actor(models.Model):
    """Somebody."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)

    class Meta:
        db_table = "actors"


class Source(models.Model):
    """An outlet."""

    name = models.CharField(max_length=200)
    url = models.URLField()

    class Meta:
        db_table = "sources"


class Event(models.Model):
    """An event, with an index on each column that is narrowed by."""

    date = models.DateField(db_index=True)
    kind = models.CharField(max_length=20, db_index=True)
    track = models.CharField(max_length=20, db_index=True)
    place = models.ForeignKey(Place, models.PROTECT)
    title = models.CharField(max_length=300)
    summary = models.TextField()
    actors = models.ManyToManyField(Actor, through="EventActor")
    sources = models.ManyToManyField(Source, through="EventSource")

    class Meta:
        db_table = "events"


class EventActor(models.Model):
    """Somebody in an event."""

    event = models.ForeignKey(Event, models.CASCADE)
    actor = models.ForeignKey(Actor, models.PROTECT)
    role = models.CharField(max_length=20)

    class Meta:
        db_table = "event_actors"


class EventSource(models.Model):
    """An outlet that reports an event."""

    event = models.ForeignKey(Event, models.CASCADE)
    source = models.ForeignKey(Source, models.PROTECT)
    url = models.URLField(max_length=500)
    published = models.DateField()

    class Meta:
        db_table = "event_sources"


class Claim(models.Model):
    """A number."""

    event = models.ForeignKey(Event, models.CASCADE)
    metric = models.CharField(max_length=20)
    value_min = models.BigIntegerField()
    value_max = models.BigIntegerField()
    as_of = models.DateField()
    place = models.ForeignKey(Place, models.PROTECT)
    source = models.ForeignKey(Source, models.PROTECT)

    class Meta:
        db_table = "claims"
