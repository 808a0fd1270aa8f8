"""Giving the reader a report: its address or its text, read at once and shown at the desk."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from talks import tasks
from talks.admin import hints
from talks.admin.proposals import NameField
from talks.admin.typed import DateTyped
from talks.ingest import byhand
from talks.ingest.byhand import Said, Taken
from talks.ingest.canonical import NotAnAddressError
from talks.ingest.moments import Moment
from talks.ingest.refusals import Refusal
from talks.models import Source
from talks.models.base import Language
from talks.queries import desk
from talks.values import PartialDate, Precision

may_give = permission_required("talks.add_article", raise_exception=True)


class GivingForm(forms.Form):
    """An address to be fetched, or a title and a text; and what is known of them."""

    address = forms.URLField(max_length=2000, required=False, assume_scheme="https")
    title = forms.CharField(
        max_length=500, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    text = forms.CharField(
        max_length=500_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text="Only where there is no address.",
    )
    source = NameField("sources", required=False, help_text="Who published it.")
    published = DateTyped(
        required=False,
        label="Published on",
        help_text="One day; if the page says none.",
    )
    language = forms.ChoiceField(
        choices=[("", "As the text tells"), *Language.choices], required=False
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["source"]
        field.directory = desk.load_directory()

    def clean_published(self) -> PartialDate | None:
        """Take only a whole day: reports are not published in mid-January."""
        day: PartialDate | None = self.cleaned_data["published"]
        if day and day.precision != Precision.DAY:
            raise ValidationError("Give one day.")
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways, and not for both."""
        given = super().clean() or {}
        if bool(given.get("address")) == bool(given.get("text")):
            raise ValidationError("Give either an address or a text.")
        if given.get("text") and not given.get("title"):
            self.add_error("title", "A text needs its title.")
        return given


@require_http_methods(["GET", "POST"])
@may_give
def give(request: HttpRequest) -> HttpResponse:
    """Take a report in, tell a worker, and go to it at the desk."""
    form = GivingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            taken = _take(form.cleaned_data, now=timezone.now())
        except (NotAnAddressError, Refusal) as error:
            form.add_error("address", str(error))
        else:
            hints.send(tasks.advance_article, article_id=taken.article_id)
            return redirect("admin:review-article", taken.article_id)
    context = {
        **admin.site.each_context(request),
        "title": "Give a report",
        "form": form,
        "sources": form.fields["source"].directory.sources.values(),  # type: ignore[attr-defined]
    }
    return TemplateResponse(request, "admin/review/give.html", context)


def _take(given: dict[str, Any], *, now: datetime) -> Taken:
    slug, day = given["source"], given["published"]
    source = Source.objects.get(slug=slug) if slug else byhand.source_by_hand()
    said = Said(
        source,
        day.earliest if day else now.date(),
        published=_moment(day) if day else None,
        language=given["language"],
    )
    if given["address"]:
        return byhand.take_address(
            given["address"], said=said, door=tasks.door(), now=now
        )
    return byhand.take_text(given["text"], title=given["title"], said=said, now=now)


def _moment(day: PartialDate) -> Moment:
    return Moment(datetime.combine(day.earliest, time(), UTC), day_only=True)
