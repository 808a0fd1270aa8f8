"""Tables that staff bring: give one, match its columns, try it, write it, take it back."""

from __future__ import annotations

import csv
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from talks.ingest import imports, rollback
from talks.ingest.imports import FaultyImportError, Result, Verb
from talks.ingest.rollback import CannotTakeBackError
from talks.ingest.sheets import MOST_BYTES, UnreadableSheetError, read_sheet
from talks.models import Import

may_look = permission_required("talks.view_import", raise_exception=True)
may_bring = permission_required("talks.add_import", raise_exception=True)
LATEST = 50
MOST_SHOWN = 500


class TableForm(forms.Form):
    """A file, and what its rows are."""

    noun = forms.ChoiceField(choices=Import.Noun, label="Rows are")
    table = forms.FileField(
        label="File",
        help_text="CSV in UTF-8 or a workbook (.xlsx): its first sheet is read.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_table(self) -> UploadedFile[bytes]:
        """Read it at once: what is no table is refused here."""
        given: UploadedFile[bytes] = self.cleaned_data["table"]
        try:
            self.sheet = read_sheet(given.read(MOST_BYTES + 1))
        except UnreadableSheetError as error:
            raise ValidationError(str(error)) from error
        return given


@may_look
@require_http_methods(["GET", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """Show what was brought, and take another table."""
    if request.method == "POST":
        return _bring(request)
    return _list(request, TableForm())


@may_bring
def _bring(request: HttpRequest) -> HttpResponse:
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, form)
    given = form.cleaned_data["table"]
    it = imports.hold(
        form.cleaned_data["noun"],
        given.name or "",
        form.sheet,
        by=_staff(request),
        now=timezone.now(),
    )
    return redirect("admin:import", it.pk)


@may_look
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would become of each row; a post matches the columns anew."""
    it = get_object_or_404(Import.objects.select_related("by", "written_by"), pk=pk)
    if request.method == "POST":
        return _match(request, it)
    results = [] if it.written_at else imports.try_out(it, now=timezone.now())
    return _page(request, "import.html", _told(it, results), f"Import {it}")


@may_bring
def _match(request: HttpRequest, it: Import) -> HttpResponse:
    chosen = {
        name: request.POST.get(f"column-{name}", "")
        for name in imports.IMPORTED[it.noun].columns
    }
    if not it.written_at:
        it.columns = {ours: name for ours, name in chosen.items() if name in it.header}
        it.save(update_fields=["columns"])
    return redirect("admin:import", it.pk)


@may_bring
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write all rows, or say why none was."""
    it = get_object_or_404(Import, pk=pk)
    try:
        counts = imports.write_import(it, by=_staff(request), now=timezone.now())
    except FaultyImportError as error:
        messages.error(request, f"Nothing was written. {error}")
    else:
        said = ", ".join(f"{number} {verb}" for verb, number in counts.items())
        messages.success(request, f"Written: {said}.")
    return redirect("admin:import", pk)


@may_bring
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the whole import, or say what is in the way."""
    it = get_object_or_404(Import, pk=pk)
    try:
        rollback.take_back(it, by=_staff(request), now=timezone.now())
    except CannotTakeBackError as error:
        messages.error(request, f"Nothing was taken back. {error}")
    else:
        messages.success(request, "All of it was taken back.")
    return redirect("admin:import", pk)


@may_look
@require_safe
def template(request: HttpRequest, noun: str) -> HttpResponse:  # noqa: ARG001
    """Return a table of no rows, with the columns that are known."""
    if noun not in imports.IMPORTED:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{noun}.csv"'
    answer.write("\ufeff")
    csv.writer(answer).writerow(imports.IMPORTED[noun].columns)
    return answer


def _staff(request: HttpRequest) -> User:
    user = request.user
    assert isinstance(user, User)  # noqa: S101  the admin lets in nobody else
    return user


def _told(it: Import, results: list[Result]) -> dict[str, Any]:
    by_verb = {verb: [each for each in results if each.verb == verb] for verb in Verb}
    # what is wrong comes first, and a row that changes nothing need not be read
    shown = by_verb[Verb.FAULTY] + by_verb[Verb.CHANGED] + by_verb[Verb.NEW]
    columns = [
        (name, it.columns.get(name, "")) for name in imports.IMPORTED[it.noun].columns
    ]
    return {
        "it": it,
        "counts": [(verb, len(rows)) for verb, rows in by_verb.items() if rows],
        "shown": shown[:MOST_SHOWN],
        "hidden": max(len(shown) - MOST_SHOWN, 0),
        "columns": columns,
        "header": [name for name in it.header if name],
        "is_faulty": bool(by_verb[Verb.FAULTY]),
        "is_idle": not it.written_at and not shown,
    }


def _list(request: HttpRequest, form: TableForm) -> HttpResponse:
    brought = Import.objects.select_related("by").defer("rows", "header")
    context = {"form": form, "brought": brought[:LATEST], "nouns": Import.Noun.choices}
    return _page(request, "list.html", context, "Import")


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], title: str
) -> HttpResponse:
    framed = {**admin.site.each_context(request), "title": title, **context}
    return TemplateResponse(request, f"admin/imports/{name}", framed)
