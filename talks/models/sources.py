"""Who publishes, and the addresses of theirs that are polled."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from talks.models.base import Language, with_history


@with_history
class Source(models.Model):
    """A publisher: an agency, UN body, ministry, NGO, paper."""

    class Kind(models.TextChoices):
        UN = "un", "United Nations"
        NEWS = "news", "News"
        NGO = "ngo", "NGO"
        GOVERNMENT = "government", "Government"
        PARTY = "party", "Party to the conflict"
        THINK_TANK = "think_tank", "Think tank"
        MONITOR = "monitor", "Monitor"

    class Lean(models.TextChoices):
        UNKNOWN = "unknown", "Not assessed"
        INDEPENDENT = "independent", "Independent"
        UN = "un", "United Nations"
        STATE = "state", "A foreign state's"
        WEST = "west", "Aligned with Tripoli"
        EAST = "east", "Aligned with the east"

    class Reliability(models.TextChoices):
        """The source half of the Admiralty (NATO AJP-2.1) scale."""

        A = "A", "A: completely reliable"
        B = "B", "B: usually reliable"
        C = "C", "C: fairly reliable"
        D = "D", "D: not usually reliable"
        E = "E", "E: unreliable"
        F = "F", "F: cannot be judged"

    class TextRule(models.TextChoices):
        FULL = "full", "Full text may be shown"
        EXCERPT = "excerpt", "Only the sentences cited"
        HEADLINE = "headline", "Only the headline and a link"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    name_ar = models.CharField("name (Arabic)", max_length=200, blank=True)
    name_fr = models.CharField("name (French)", max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    country = models.CharField(
        max_length=2, blank=True, help_text="ISO 3166 alpha-2, empty where unsure."
    )
    languages = ArrayField(
        models.CharField(max_length=3),
        default=list,
        blank=True,
        help_text="ISO 639-1 codes of what it publishes in.",
    )
    lean = models.CharField(max_length=20, choices=Lean, default=Lean.UNKNOWN)
    reliability = models.CharField(
        max_length=1, choices=Reliability, default=Reliability.F
    )
    reliability_note = models.TextField(blank=True)
    text_rule = models.CharField(
        max_length=10,
        choices=TextRule,
        default=TextRule.EXCERPT,
        help_text="How much of its reports the public may see here.",
    )
    homepage = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="source_has_a_name",
                violation_error_message="Give it a name in English.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FeedQuerySet(models.QuerySet["Feed"]):
    """Feeds in the domain's words."""

    def due(self, now: datetime) -> Self:
        """Those to poll now: switched on, not retired, and not claimed by a worker."""
        return self.filter(
            models.Q(claimed_until=None) | models.Q(claimed_until__lte=now),
            is_on=True,
            retired_at=None,
            next_poll_at__lte=now,
        )


class Feed(models.Model):
    """An address of a source that is polled, and how that has been going."""

    class Adapter(models.TextChoices):
        FEED = "feed", "RSS, Atom or JSON Feed"
        SITEMAP = "sitemap", "News sitemap"
        RELIEFWEB = "reliefweb", "ReliefWeb API v2"
        GDELT = "gdelt", "GDELT DOC 2.0"

    source = models.ForeignKey(Source, models.PROTECT, related_name="feeds")
    address = models.URLField(max_length=1000, unique=True)
    adapter = models.CharField(max_length=20, choices=Adapter, default=Adapter.FEED)
    language = models.CharField(max_length=3, choices=Language, blank=True)
    options = models.JSONField(
        default=dict, blank=True, help_text="What this adapter needs, e.g. a query."
    )
    needs = models.CharField(
        max_length=200,
        blank=True,
        help_text="What must be had before it can be switched on, e.g. a key.",
    )
    is_on = models.BooleanField(default=True, help_text="Switched on by people.")
    interval_minutes = models.PositiveIntegerField(default=60)
    next_poll_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True, blank=True)
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=200, blank=True)
    last_polled_at = models.DateTimeField(null=True, blank=True)
    last_success_at = models.DateTimeField(null=True, blank=True)
    last_new_at = models.DateTimeField(null=True, blank=True)
    failures = models.FloatField(
        default=0,
        help_text="Failed polls since the last success; a passing fault counts a half.",
    )
    disabled_at = models.DateTimeField(
        null=True, blank=True, help_text="Set by the system; tried again once a day."
    )
    disabled_reason = models.CharField(max_length=300, blank=True)
    moved_to = models.URLField(max_length=1000, blank=True)
    moved_times = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)
    robots_exception = models.CharField(
        max_length=300,
        blank=True,
        help_text="Why robots.txt is not asked here, and who allowed it.",
    )

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["source", "address"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(interval_minutes__gte=5),
                name="feed_interval_is_at_least_five_minutes",
                violation_error_message="Poll at most every five minutes.",
            ),
            models.CheckConstraint(
                condition=models.Q(needs="") | models.Q(is_on=False),
                name="feed_that_needs_something_is_off",
                violation_error_message="It needs something it does not have yet: leave it off until then.",
            ),
        ]
        indexes = [
            # beat's due-check, each minute
            models.Index(
                fields=["next_poll_at"],
                condition=models.Q(is_on=True, retired_at=None),
                name="feed_due",
            ),
        ]

    def __str__(self) -> str:
        return self.address


class Host(models.Model):
    """A web server we ask: when it may be asked next, and what its robots.txt says.

    The pause lives here and not in the cache, so that all workers keep it together and
    an emptied Redis does not make them rude.
    """

    name = models.CharField(max_length=255, unique=True)
    next_request_at = models.DateTimeField()
    robots = models.TextField(blank=True, help_text="Its robots.txt as last read.")
    robots_read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
