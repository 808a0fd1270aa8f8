"""Reports as we hold them, and each step that was tried to get them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from talks.admin import copies, ingest
from talks.admin.rows import ReadOnlyAdmin, RowAdmin, RowForm, how_many
from talks.ingest.canonical import NotAnAddressError, canonical_address
from talks.ingest.duplicates import identity_of
from talks.models import Article, CopyVerdict, Fetch, Suggestion


class ArticleForm(RowForm):
    """A report that is cited by its address, or what people know better of one held."""

    address = forms.URLField(
        max_length=2000,
        required=False,
        assume_scheme="https",
        help_text="Where it was published. Only cited, never fetched: to have it read,"
        " use the command ingest.",
    )

    def clean(self) -> dict[str, Any]:
        """Recognise a report that is known already."""
        cleaned = super().clean()
        if self.instance.pk is None and not self.errors:
            self._identify(cleaned)
        return cleaned

    def _identify(self, cleaned: dict[str, Any]) -> None:
        address, article = cleaned.get("address", ""), self.instance
        try:
            article.canonical_address = canonical_address(address) if address else ""
        except NotAnAddressError as error:
            self.add_error("address", str(error))
            return
        article.identity = identity_of(
            address=article.canonical_address,
            source=cleaned["source"].slug,
            title=cleaned.get("title", ""),
        )
        if known := Article.objects.filter(identity=article.identity).first():
            self.add_error("address", f"This report is known already: no. {known.pk}.")


_MACHINE: list[Any] = [
    *("state", "reason", "relevant", "relevance_reason", "reader_version"),
    *("found_at", "fetched_at", "attempts", "next_attempt_at"),
    *("canonical_address", "guid", "feed", "fingerprint"),
]


@admin.register(Article)
class ArticleAdmin(RowAdmin):
    """Reports, newest first."""

    form = ArticleForm
    list_display = [
        *(
            "title_or_address",
            "source",
            "published_at",
            "language",
            "state",
            "relevant",
        ),
        *("waiting", "is_a_copy"),
    ]
    list_select_related = ["source"]
    list_filter = [
        *("state", "relevant", "language"),
        ("duplicate_of", admin.EmptyFieldListFilter),
        ("source", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["title", "address", "source__name", "source__name_ar"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["source", "duplicate_of"]
    actions = ["send_again"]
    fieldsets = [
        (None, {"fields": ["title", "source", "address", "byline"]}),
        (
            "When and how",
            {
                "fields": [
                    ("published_at", "published_day_only", "counted_from"),
                    ("language", "wire_origin", "duplicate_of"),
                ]
            },
        ),
        ("As held", {"fields": ["text_held", "to_the_desk", "pairs", "steps"]}),
        ("Kept by the machine", {"fields": _MACHINE, "classes": ["collapse"]}),
    ]
    readonly_fields = ["text_held", "to_the_desk", "pairs", "steps", *_MACHINE]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Count the open suggestions along; lists do without the texts."""
        rows = super().get_queryset(request).defer("bands")
        waiting = how_many(Suggestion.objects.open(), "article")
        return rows.annotate(open_suggestions=waiting)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Keep the address of a report we know: it is what tells it from others."""
        fixed = ["address"] if obj else []
        return [*self.readonly_fields, *fixed]

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """Note a report typed by hand as cited, and a verdict on a copy as a person's."""
        if not change:
            obj.state, obj.found_at = Article.State.CITED, timezone.now()
        judged = change and "duplicate_of" in form.changed_data
        said, before = obj.duplicate_of, form.initial.get("duplicate_of")
        if judged:
            obj.duplicate_of_id = before
        super().save_model(request, obj, form, change)
        if judged:
            other = said or Article.objects.get(pk=before)
            copies.give_verdict(request, obj, other, is_copy=said is not None)

    @admin.display(description="title", ordering="title")
    def title_or_address(self, article: Article) -> str:
        """Name the report somehow."""
        return str(article)

    @admin.display(ordering="open_suggestions")
    def waiting(self, article: Any) -> int:
        """Count the suggestions that nobody has decided."""
        return int(article.open_suggestions)

    @admin.display(boolean=True, description="copy")
    def is_a_copy(self, article: Article) -> bool:
        """Tell whether it repeats another report."""
        return article.duplicate_of_id is not None

    @admin.display(description="text")
    def text_held(self, article: Article) -> str:
        """Show the text as it was read; positions of quotes rest on it."""
        if not article.text:
            return "not held"
        return format_html('<div class="report-text" dir="auto">{}</div>', article.text)

    @admin.display(description="review")
    def to_the_desk(self, article: Any) -> str:
        """Lead to the review desk."""
        if not article.pk:
            return "-"
        address = reverse("admin:review-article", args=[article.pk])
        waiting = getattr(article, "open_suggestions", 0)
        return format_html('<a href="{}">{} waiting for review</a>', address, waiting)

    @admin.display(description="copies")
    def pairs(self, article: Article) -> str:
        """Lead to what it was taken for a copy of, and what for a copy of it."""
        address = reverse("admin:ingest-copies")
        return format_html(
            '<a href="{}?report={}">Pairs to judge</a>', address, article.pk
        )

    @admin.display(description="steps tried")
    def steps(self, article: Article) -> str:
        """Lead to what was tried for it."""
        address = reverse("admin:talks_fetch_changelist")
        return format_html('<a href="{}?article={}">Steps</a>', address, article.pk)

    @admin.action(permissions=["change"], description="Send again what was given up")
    def send_again(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        """Give those that failed or were set aside another round of tries."""
        ingest.send_again(request, articles)


@admin.register(Fetch)
class FetchAdmin(ReadOnlyAdmin):
    """Every step that was tried, with its outcome."""

    list_display = [
        "started_at",
        "step",
        "outcome",
        "feed",
        "article",
        "status_code",
        "note",
    ]
    list_select_related = ["feed", "article"]
    list_filter = ["step", "outcome"]
    search_fields = ["note", "feed__address", "article__title"]
    date_hierarchy = "started_at"

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """Allow the lists of one feed's or one report's steps."""
        allowed: bool = super().lookup_allowed(lookup, value, request)
        return allowed or lookup in {"feed", "article"}

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the reports' texts where they are."""
        return super().get_queryset(request).defer("article__text", "article__bands")


@admin.register(CopyVerdict)
class CopyVerdictAdmin(ReadOnlyAdmin):
    """What people said of two reports; changed on the later report's own page."""

    list_display = ["first", "second", "is_copy"]
    list_select_related = ["first", "second"]
    list_filter = ["is_copy"]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the reports' texts where they are."""
        heavy = ("first__text", "first__bands", "second__text", "second__bands")
        return super().get_queryset(request).defer(*heavy)
