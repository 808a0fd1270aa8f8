"""What a browser would send from the review desk."""

from __future__ import annotations

from django.urls import reverse


def open_report(staff, report):
    return staff.get(reverse("admin:review-article", args=[report.pk]))


def form_of(page, suggestion) -> dict[str, str]:
    """Return what a browser would send of this suggestion's form, unchanged."""
    proposal = next(
        one for one in page.context["proposals"] if one.suggestion == suggestion
    )
    form = proposal.form
    fields = list(form)
    if roles := getattr(form, "roles", None):
        fields += [
            *roles.management_form,
            *(field for role in roles.forms for field in role),
        ]
    values = {field.html_name: field.value() for field in fields}
    return {name: "" if value is None else value for name, value in values.items()}


def decide(staff, suggestion, sent, **more):
    address = reverse("admin:review-decide", args=[suggestion.pk])
    return staff.post(address, {**sent, "verb": "accept", **more})
