"""Figures: claims of a number, side by side with the others of their group."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from talks.admin.governed import GovernedAdmin
from talks.admin.quoted import QuotedForm
from talks.admin.rows import StackedRows
from talks.admin.typed import DateTyped, NumberTyped
from talks.models import Figure
from talks.queries import chores

_KEYS = [
    *("article", "place", "event", "attributed_actor", "attributed_source"),
    *("supersedes", "subset_of"),
]
_GROUP = (
    *("measure", "population", "scope", "place", "event"),
    *("since_earliest", "since_latest", "as_of_earliest", "as_of_latest"),
)
_HELP = 'As people write it: "4 February 2020", "mid-January 2020", "12-13 Jan 2020".'


class FigureForm(QuotedForm):
    """A claim whose number and days are typed in words."""

    number = NumberTyped(
        *("low", "best", "high", "qualifier"),
        help_text='With its hedge: "more than 2,000", "10-12", "dozens".',
    )
    as_of = DateTyped("as_of_earliest", "as_of_latest", label="As of", help_text=_HELP)
    since = DateTyped(
        *("since_earliest", "since_latest"),
        required=False,
        help_text="Start of counting, for a total.",
    )
    slug = forms.SlugField(
        max_length=120, required=False, help_text="Made up where it is left empty."
    )
    # Whether being recommended takes that role from another; not so for inlines.
    replaces: ClassVar[bool] = False

    def clean(self) -> dict[str, Any]:
        """Name the figure after what it counts where nobody did."""
        cleaned = super().clean()
        self._ask_why_recommended(cleaned)
        if "slug" in self.fields and not cleaned.get("slug") and "measure" in cleaned:
            cleaned["slug"] = self._free_slug(cleaned)
        return cleaned

    def rivals(self) -> QuerySet[Figure]:
        """Return the recommended claim that this one, being recommended, replaces."""
        figure = self.instance
        if figure.role != Figure.Role.RECOMMENDED:
            return Figure.objects.none()
        group = {name: getattr(figure, name) for name in _GROUP}
        return Figure.objects.recommended().filter(**group).exclude(pk=figure.pk)

    def _ask_why_recommended(self, cleaned: dict[str, Any]) -> None:
        chosen = cleaned.get("role") == Figure.Role.RECOMMENDED
        if chosen and "role" in self.changed_data and not cleaned.get("role_reason"):
            self.add_error("role_reason", "Say why this claim is the recommended one.")

    def _get_validation_exclusions(self) -> set[str]:
        """Leave out the rule of one recommended claim: saving demotes the other first."""
        excluded = super()._get_validation_exclusions()
        return excluded | {"scope"} if self.replaces else excluded

    def _free_slug(self, cleaned: dict[str, Any]) -> str:
        article = cleaned.get("article")
        source = article.source.slug if article else "unknown"
        wanted = f"{cleaned['measure']}-{self.instance.as_of_latest}-{source}"[:110]
        taken = set(
            Figure.objects.filter(slug__startswith=wanted).values_list(
                "slug", flat=True
            )
        )
        numbered = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
        return next(slug for slug in (wanted, *numbered) if slug not in taken)


class ReplacingForm(FigureForm):
    """A claim on its own page, where recommending it demotes the one before."""

    replaces = True


class FigureInline(StackedRows):
    """The numbers claimed of one event."""

    model = Figure
    form = FigureForm
    fk_name = "event"
    fields = [
        ("measure", "population", "scope", "assertion"),
        ("as_stated", "number", "as_of", "since"),
        ("article", "quote"),
        ("place", "attributed_actor", "attributed_source"),
        ("role", "role_reason", "slug"),
    ]
    autocomplete_fields = [key for key in _KEYS if key != "event"]
    show_change_link = True
    heavy = ("article__text", "article__bands")


class ContradictionFilter(admin.SimpleListFilter):
    """Narrows the list to claims that cannot be true side by side."""

    title = "contradiction"
    parameter_name = "contradicting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the one choice."""
        return [("yes", "Contradicting another")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Keep those whose bounds exclude another claim of their group."""
        return chores.contradicting(queryset) if self.value() else queryset


@admin.register(Figure)
class FigureAdmin(GovernedAdmin):
    """Every claimed number."""

    form = ReplacingForm
    list_display = [
        *("as_stated", "claimed", "measure", "population", "scope", "as_of_latest"),
        *("place", "given_by", "role", "assertion", "status"),
    ]
    list_select_related = [
        *("place", "attributed_actor", "attributed_source", "article__source"),
    ]
    list_filter = [
        *("status", "role", ContradictionFilter),
        *("scope", "assertion", "measure", "population"),
    ]
    search_fields = [
        *("as_stated", "quote", "slug", "article__title", "event__title"),
        *("place__name", "attributed_actor__name", "attributed_source__name"),
    ]
    date_hierarchy = "as_of_latest"
    fieldsets = [
        (None, {"fields": [("measure", "population", "scope"), "as_stated", "number"]}),
        ("When and where", {"fields": [("as_of", "since"), ("place", "event")]}),
        (
            "Who says so",
            {
                "fields": [
                    *("article", "quote"),
                    ("attributed_actor", "attributed_source", "assertion"),
                ]
            },
        ),
        (
            "Among the other claims",
            {"fields": [("role", "role_reason"), ("supersedes", "subset_of")]},
        ),
        ("Showing it", {"fields": ["status", "slug", ("created_at", "changed_at")]}),
    ]
    readonly_fields = ["created_at", "changed_at"]
    autocomplete_fields = _KEYS

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """Keep one recommended claim a group: the one before becomes triangulation."""
        for rival in form.rivals():
            rival.role, rival.role_reason = Figure.Role.TRIANGULATION, ""
            rival.save()
            messages.info(request, f"“{rival}” is triangulation now.")
        super().save_model(request, obj, form, change)

    @admin.display(description="number", ordering="best")
    def claimed(self, figure: Figure) -> str:
        """Print the number with its hedge."""
        return str(figure.count)

    @admin.display(description="given by")
    def given_by(self, figure: Figure) -> str:
        """Name who gave the number, else who published it."""
        giver = figure.attributed_actor or figure.attributed_source
        return str(giver or figure.article.source)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the reports' texts where they are."""
        return super().get_queryset(request).defer("article__text", "article__bands")
