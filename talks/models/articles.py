"""Reports as we hold them, what was tried to get them, and how rows quote them."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse

from talks.models.base import with_history
from talks.models.sources import Feed, Source


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles in the domain's words."""

    def waiting(self, now: datetime) -> Self:
        """Those whose next step is due: found or fetched, and not tried too lately."""
        return self.filter(
            state__in=[Article.State.FOUND, Article.State.FETCHED],
            next_attempt_at__lte=now,
        )

    def voices(self) -> Self:
        """Originals only: ten reprints of one report are one voice."""
        return self.filter(duplicate_of=None)


class Article(models.Model):
    """One published report as we hold it; the queue of record for reading it."""

    class State(models.TextChoices):
        CITED = "cited", "Cited, not held"
        FOUND = "found", "Found"
        FETCHED = "fetched", "Fetched"
        READ = "read", "Read"
        FAILED = "failed", "Failed"
        SET_ASIDE = "set_aside", "Set aside"

    source = models.ForeignKey(Source, models.PROTECT, related_name="articles")
    feed = models.ForeignKey(
        Feed, models.SET_NULL, null=True, blank=True, related_name="articles"
    )
    identity = models.CharField(
        max_length=64,
        unique=True,
        editable=False,
        help_text="SHA-256 of what makes it one report: its canonical address, "
        "or its text where it has none.",
    )
    address = models.TextField(blank=True, help_text="Where it was found.")
    canonical_address = models.TextField(
        blank=True, help_text="The address without tracking keys and variants."
    )
    guid = models.TextField(blank=True, help_text="The feed's own name for it.")
    seen_as = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="SHA-256 of its entry in the feed: another one means an update.",
    )
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    byline = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=3, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_day_only = models.BooleanField(
        default=False, help_text="The hour of publication is not known."
    )
    counted_from = models.DateField(
        null=True,
        blank=True,
        help_text='The day "on Tuesday" counts from where publication is unknown.',
    )
    found_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="When its publisher took it back."
    )
    state = models.CharField(max_length=10, choices=State, default=State.FOUND)
    reason = models.TextField(
        blank=True, help_text="Why it failed or was set aside, in plain words."
    )
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    turn_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="The turn its host keeps for it, so that it need not queue again.",
    )
    sent_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When a worker was last told of it; the sweep waits before repeating.",
    )
    fingerprint = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="SHA-256 of the text."
    )
    bands = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        help_text="MinHash bands: two texts that share one may be copies.",
    )
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies"
    )
    wire_origin = models.CharField(
        max_length=20, blank=True, help_text="The agency behind a reprint, e.g. AFP."
    )
    relevant = models.BooleanField(null=True, blank=True)
    relevance_reason = models.CharField(max_length=300, blank=True)
    reader_version = models.CharField(max_length=20, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(duplicate_of=models.F("id")),
                name="article_is_not_its_own_copy",
                violation_error_message="A report cannot be a copy of itself.",
            ),
            models.CheckConstraint(
                condition=~models.Q(identity=""), name="article_has_an_identity"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["cited", "found", "failed", "set_aside"])
                | ~models.Q(text=""),
                name="article_held_has_text",
                violation_error_message="A report that is held has a text.",
            ),
        ]
        indexes = [
            # the sweep for what is stuck, each minute
            models.Index(
                fields=["next_attempt_at"],
                condition=models.Q(state__in=["found", "fetched"]),
                name="article_waiting",
            ),
            # is it a copy? fastupdate would let the pending list slow the reader down
            GinIndex(fields=["bands"], name="article_bands", fastupdate=False),
            # the same entry under another address
            models.Index(
                fields=["feed", "guid"],
                condition=~models.Q(guid=""),
                name="article_by_guid",
            ),
            # the list of reports, newest first
            models.Index(fields=["-found_at", "-id"], name="article_by_found"),
            # what was given up, set aside before failed
            models.Index(
                fields=["-state", "-found_at", "-id"],
                condition=models.Q(state__in=["failed", "set_aside"]),
                name="article_given_up",
            ),
            # how many reports came out in which week
            models.Index(fields=["published_at"], name="article_by_published"),
        ]

    def __str__(self) -> str:
        return self.title or self.address

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])


class ArticleVersion(models.Model):
    """An article's earlier text, kept when its publisher updated the story."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    title = models.TextField(blank=True)
    text = models.TextField()
    fingerprint = models.CharField(max_length=64)
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["-replaced_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "fingerprint"], name="article_version_kept_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} as of {self.replaced_at:%Y-%m-%d %H:%M}"


class Fetch(models.Model):
    """One step tried for a feed or an article, with exactly one named outcome."""

    class Step(models.TextChoices):
        POLL = "poll", "Poll the feed"
        FETCH = "fetch", "Fetch the page"
        READ = "read", "Read the text"

    class Outcome(models.TextChoices):
        NEW = "new", "New"
        UNCHANGED = "unchanged", "Unchanged"
        UPDATED = "updated", "Updated by its publisher"
        COPY = "copy", "A copy of another"
        READ = "read", "Read"
        IRRELEVANT = "irrelevant", "About something else"
        MOVED = "moved", "Moved"
        GONE = "gone", "Gone"
        NOT_FOUND = "not_found", "Not found"
        REFUSED = "refused", "Refused"
        BOT_WALL = "bot_wall", "Stopped by a bot wall"
        ROBOTS = "robots", "Barred by robots.txt"
        THROTTLED = "throttled", "Throttled"
        NOT_A_FEED = "not_a_feed", "Not a feed"
        IS_A_FEED = "is_a_feed", "A feed, not a report"
        BROKEN = "broken", "Cannot be parsed"
        WRONG_TYPE = "wrong_type", "Wrong type of content"
        TOO_LARGE = "too_large", "Too large"
        EMPTY = "empty", "Empty"
        ENCODING = "encoding", "Unknown encoding"
        BLOCKED_ADDRESS = "blocked_address", "Address not allowed"
        TIMEOUT = "timeout", "Timed out"
        TLS = "tls", "Certificate not valid"
        UNREACHABLE = "unreachable", "Not reachable"
        SERVER_ERROR = "server_error", "Server error"
        NOT_CONFIGURED = "not_configured", "Not configured"
        FAILED = "failed", "Failed"

    feed = models.ForeignKey(
        Feed, models.CASCADE, null=True, blank=True, related_name="fetches"
    )
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="fetches"
    )
    step = models.CharField(max_length=10, choices=Step)
    outcome = models.CharField(max_length=20, choices=Outcome)
    note = models.TextField(blank=True, help_text="The reason, in plain words.")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    status_code = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField(null=True, blank=True, help_text="In bytes.")
    counts = models.JSONField(
        default=dict, blank=True, help_text="New, unchanged, copies, skipped, failed."
    )

    class Meta:
        ordering = ["-started_at", "-id"]
        verbose_name_plural = "fetches"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(feed__isnull=False)
                | models.Q(article__isnull=False),
                name="fetch_is_of_a_feed_or_an_article",
            ),
        ]
        indexes = [
            # what was done lately
            models.Index(fields=["-started_at", "-id"], name="fetch_by_start"),
            models.Index(fields=["feed", "-started_at"], name="fetch_by_feed"),
            models.Index(fields=["article", "-started_at"], name="fetch_by_article"),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: {self.get_outcome_display()}"


class Quoted(models.Model):
    """A row that rests on a sentence: this report, these words, at this position.

    The quote is empty where the report is cited but its text is not held.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="%(class)ss")
    quote = models.TextField(blank=True, help_text="The exact sentence.")
    quote_start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Its first character in the article's text."
    )
    quote_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quote_start=None, quote_end=None)
                | models.Q(
                    quote_start__isnull=False,
                    quote_start__lt=models.F("quote_end"),
                    quote_end__isnull=False,
                )
                & ~models.Q(quote=""),
                name="%(class)s_quote_has_a_position",
                violation_error_message="A quote stands at a position in the report's text, and a position has a quote.",
            ),
        ]


@with_history
class CopyVerdict(models.Model):
    """What a person said of two articles; never asked again."""

    first = models.ForeignKey(Article, models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, models.CASCADE, related_name="+")
    is_copy = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="copy_verdict_given_once"
            ),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")),
                name="copy_verdict_pair_is_ordered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}: {self.is_copy}"
