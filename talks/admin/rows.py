"""What the pages of every noun share: forms that speak plainly, history, no surprises."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.db.models.functions import Coalesce
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from talks.admin.comments import panel
from talks.admin.keys import Autocomplete
from talks.admin.typed import TypedField, say_understood
from talks.admin.versions import CannotGoBackError, go_back
from talks.models.base import say_broken_rule
from talks.queries.changes import Version, changes_of, latest_version

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin[Any]
    _Form = forms.ModelForm[Any]
    _FormSet = BaseInlineFormSet[Any, Any, Any]
    _Tabular = admin.TabularInline[Any, Any]
    _Stacked = admin.StackedInline[Any, Any]
else:
    _Admin, _Form, _FormSet = admin.ModelAdmin, forms.ModelForm, BaseInlineFormSet
    _Tabular, _Stacked = admin.TabularInline, admin.StackedInline


# An address typed without its scheme is taken for https; prose starts small and grows.
FIELDS = {
    models.URLField: {"assume_scheme": "https"},
    models.TextField: {
        "widget": AdminTextareaWidget(attrs={"rows": 3, "dir": "auto"}),
    },
}


class RowForm(_Form):
    """A form whose typed fields fill their columns."""

    # The version of the row that the person saw; none for inlines and new rows.
    seen: ClassVar[str] = ""
    # Which one is the latest now.
    latest: ClassVar[Callable[[models.Model], Version | None]] = latest_version

    class Media:
        js = ["js/admin-typed.js"]
        css = {"all": ["css/admin.css"]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self._typed().items():
            columns = tuple(getattr(self.instance, column) for column in field.columns)
            self.initial.setdefault(name, field.gather(columns))
        for name, chosen in self.fields.items():
            widget = getattr(chosen.widget, "widget", chosen.widget)
            if isinstance(widget, Autocomplete):
                widget.known = _loaded(self.instance, name)

    def clean(self) -> dict[str, Any]:
        """Fill the columns of what was typed anew; the rest keeps its words."""
        cleaned = super().clean() or self.cleaned_data
        for name, field in self._typed().items():
            if name in self.changed_data and name in cleaned:
                for column, value in field.spread(cleaned[name]).items():
                    setattr(self.instance, column, value)
        if self.seen:
            self._refuse_to_overwrite()
        return cleaned

    def _refuse_to_overwrite(self) -> None:
        """Lock the row, and stop where somebody saved it after it was opened."""
        rows = type(self.instance)._base_manager.select_for_update()
        rows.filter(pk=self.instance.pk).first()
        latest = type(self).latest(self.instance)
        if latest and str(latest.pk) != self.seen:
            who = latest.by or "The machine"
            self.add_error(
                None,
                f"{who} changed this after you opened it, so nothing was saved. See its"
                " history; open it anew to change it.",
            )

    def understood(self) -> Iterable[str]:
        """Say how each typed field that changed was understood."""
        for name, field in self._typed().items():
            if name in self.changed_data and self.cleaned_data.get(name):
                said = say_understood(self.cleaned_data[name])
                yield f"{capfirst(field.label or name)}: understood as {said}."

    def _typed(self) -> dict[str, TypedField]:
        fields = self.fields.items()
        return {name: field for name, field in fields if isinstance(field, TypedField)}

    def _get_validation_exclusions(self) -> set[str]:
        """Have the columns behind typed fields checked with the rest."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        for name, field in self._typed().items():
            if name not in self.errors:
                excluded -= set(field.columns)
        return excluded


class RowForms(_FormSet):
    """Inline forms that check constraints the database would otherwise refuse at commit."""

    def clean(self) -> None:
        """Add each violated constraint to its form."""
        super().clean()
        if self.instance.pk is None:
            return
        for form in self.live_forms():
            if form.has_changed() and not form.errors:
                try:
                    form.instance.validate_constraints()
                except ValidationError as error:
                    form.add_error(None, error)

    def live_forms(self) -> list[Any]:
        """Return the forms that will be rows once saved."""
        return [
            form
            for form in self.forms
            if (form.instance.pk or form.has_changed())
            and not form.cleaned_data.get("DELETE")
        ]


class _Keys:
    """Keys are chosen by typing; those of rows already loaded cost no query each."""

    autocomplete_fields: ClassVar[Any]
    admin_site: Any

    def formfield_for_foreignkey(
        self, db_field: Any, request: Any, **kwargs: Any
    ) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = Autocomplete(db_field, self.admin_site)
        parent: Any = super()
        return parent.formfield_for_foreignkey(db_field, request, **kwargs)


class RowAdmin(_Keys, _Admin):
    """The admin of a noun: history on its page, and errors in words."""

    form: Any = RowForm
    formfield_overrides: ClassVar[Any] = FIELDS
    show_full_result_count = False
    list_per_page = 50
    object_history_template = "admin/history.html"

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Show every change of the row and of its inlines, newest first."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404(f"There is no {self.opts.verbose_name} {object_id}.")
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {row}",
            "module_name": str(self.opts.verbose_name_plural),
            "object": row,
            "opts": self.opts,
            "changes": changes_of(row, parts=self._parts(request, row)),
            "back": f"admin:{self._name('back')}",
            "may_go_back": self.has_change_permission(request, row),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.object_history_template, context)

    def get_urls(self) -> list[URLPattern]:
        """Add the address that goes back to an earlier version."""
        view = self.admin_site.admin_view(require_POST(self.go_back_view))
        where = path("<int:pk>/back/<int:version>/", view, name=self._name("back"))
        return [where, *super().get_urls()]

    def go_back_view(self, request: HttpRequest, pk: int, version: int) -> HttpResponse:
        """Give the row the values of an earlier version, and show its history."""
        row = self.get_object(request, str(pk))
        if row is None or not self.has_change_permission(request, row):
            raise PermissionDenied
        try:
            go_back(row, version=version)
            messages.success(request, "It has the values of that version again.")
        except CannotGoBackError as error:
            messages.error(request, f"Nothing was changed. {error}")
        except IntegrityError as error:
            messages.error(request, say_refusal(error))
        return redirect(f"admin:{self._name('history')}", pk)

    def get_form(
        self,
        request: Any,
        obj: Any = None,
        change: bool = False,  # noqa: FBT001, FBT002 - Django's own signature
        **kwargs: Any,
    ) -> Any:
        """Tell the form which version the person saw."""
        form = super().get_form(request, obj, change, **kwargs)
        seen = request.POST.get("_seen", "")
        latest = staticmethod(partial(self.latest_version, request))
        told = {"seen": seen, "latest": latest}
        return type(form.__name__, (form,), told) if obj and seen else form

    def latest_version(self, request: HttpRequest, row: models.Model) -> Version | None:
        """Return the version of the row that stands now."""
        return latest_version(row)

    def render_change_form(
        self, request: Any, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Put the version shown into the form; one sent before stays what it was."""
        row = kwargs.get("obj")
        latest = self.latest_version(request, row) if row else None
        seen = request.POST.get("_seen") or (latest and latest.pk)
        said = panel(row) if row else None
        context = {**context, "seen": seen, "panel": said}
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Turn what the database refuses at the last moment into a message."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            forget_messages(request)
            messages.error(request, say_refusal(error))
            return HttpResponseRedirect(request.get_full_path())

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """Save, and say how typed words were understood."""
        super().save_model(request, obj, form, change)
        for said in form.understood() if isinstance(form, RowForm) else ():
            messages.info(request, said)

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _parts(self, request: HttpRequest, row: Any) -> list[tuple[type, str]]:
        parts = []
        for inline in self.get_inline_instances(request, row):
            key = inline.fk_name or _key_to(inline.model, self.model)
            parts.append((inline.model, key))
        return parts


class _Rows(_Keys):
    """Inline rows, with what their keys point at loaded in one query."""

    form: Any = RowForm
    formset: Any = RowForms
    formfield_overrides: ClassVar[Any] = FIELDS
    extra = 0
    heavy: ClassVar[tuple[str, ...]] = ()
    # what the rows' own names name in turn
    deeper: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """Load the keys along, but not a report's whole text for its title."""
        parent: Any = super()
        keys = [
            field.name
            for field in parent.get_queryset(request).model._meta.concrete_fields
            if field.is_relation
        ]
        rows = parent.get_queryset(request).select_related(*keys, *self.deeper)
        return rows.defer(*self.heavy)


class TabularRows(_Rows, _Tabular):
    """Inline rows, one line each."""


class StackedRows(_Rows, _Stacked):
    """Inline rows, one block each."""


class ReadOnlyAdmin(RowAdmin):
    """Rows that only the machine writes: to be looked at."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody types these."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits these."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody removes these."""
        return False


def how_many(rows: models.QuerySet[Any], key: str) -> Coalesce:
    """Count, for each row of a list, those of `rows` whose key points at it.

    Only for the rows of the page shown, and without unsettling the list's order.
    """
    one = rows.filter(**{key: models.OuterRef("pk")}).order_by().values(key)
    counted = one.annotate(how_many=models.Count("pk")).values("how_many")
    return Coalesce(models.Subquery(counted), 0)


def _loaded(row: models.Model, key: str) -> models.Model | None:
    """Return what the key points at if that was loaded with the row: never a query."""
    field: Any = row._meta.get_field(key)
    return field.get_cached_value(row, default=None)  # type: ignore[no-any-return]


def forget_messages(request: HttpRequest) -> None:
    """Drop what was said of rows that were not saved after all."""
    list(messages.get_messages(request))


def say_refusal(error: IntegrityError) -> str:
    """Say which rule of the database was broken."""
    return f"Nothing was saved. {say_broken_rule(error)}"


def _key_to(model: type[models.Model], parent: type[models.Model]) -> str:
    keys = [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is parent
    ]
    return keys[0]
