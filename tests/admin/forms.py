"""What a browser would send of a page of the admin, unchanged or with some fields given."""

from __future__ import annotations

from typing import Any


def fields_of(page: Any) -> dict[str, Any]:
    """Return all fields of the row's form and of its inlines as they stand."""
    fields = list(page.context["adminform"].form)
    for inline in page.context["inline_admin_formsets"]:
        formset = inline.formset
        forms = [formset.management_form, *formset.initial_forms]
        fields += [field for form in forms for field in form]
    values = {field.html_name: field.value() for field in fields}
    sent = {name: value for name, value in values.items() if _is_sent(value)}
    return sent | {"_seen": page.context.get("seen") or ""}


def added(page: Any, prefix: str, **fields: Any) -> dict[str, Any]:
    """Return one more row of an inline, with its form counted."""
    formsets = (inline.formset for inline in page.context["inline_admin_formsets"])
    held = next(one for one in formsets if one.prefix == prefix).initial_form_count()
    row = {f"{prefix}-{held}-{name}": value for name, value in fields.items()}
    return row | {f"{prefix}-TOTAL_FORMS": held + 1}


def errors_of(response: Any) -> str:
    """Return what the page complains about; nothing where it was saved."""
    return str(response.context["errors"]) if response.context else ""


def _is_sent(value: Any) -> bool:
    return value is not None and value is not False
