"""Dates and numbers typed as people write them, and shown back as understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy
from django.utils.text import capfirst
from django.views.decorators.http import require_GET

from talks.values import Count, PartialDate

UNDERSTOOD = reverse_lazy("admin:understood")


class TypedField(forms.CharField):
    """One field for several columns: reads words into a value, spreads it over them."""

    kind = ""

    def __init__(self, *columns: str, **kwargs: Any) -> None:
        self.columns = columns
        super().__init__(**kwargs)
        self.widget.attrs |= {"data-understood": UNDERSTOOD, "data-kind": self.kind}
        # "4 February" must not turn into "February 4" on an Arabic page.
        self.widget.attrs["dir"] = "auto"

    def to_python(self, value: Any) -> Any:
        """Return the value; None where nothing was typed."""
        words = super().to_python(value)
        if not words:
            return None
        try:
            return _PARSE[self.kind](words)
        except ValueError as error:
            raise ValidationError(capfirst(str(error))) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what was shown with what came back: the same words change nothing."""
        return str(initial or "").strip() != str(data or "").strip()

    def run_validators(self, value: Any) -> None:
        """Leave out those for strings: the value is none any more."""

    def spread(self, value: Any) -> dict[str, Any]:
        """Return what to store in each column."""
        raise NotImplementedError

    def gather(self, columns: tuple[Any, ...]) -> str:
        """Return the words that would be read back to what the columns hold."""
        raise NotImplementedError


class DateTyped(TypedField):
    """Earliest and latest day; also precision and words, where there are columns for them."""

    kind = "date"

    def spread(self, value: PartialDate | None) -> dict[str, Any]:
        """Return the days, and the precision and words if they are kept."""
        if value is None:
            return dict.fromkeys(self.columns)
        stored = (value.earliest, value.latest, value.precision.value, value.words)
        return dict(zip(self.columns, stored, strict=False))

    def gather(self, columns: tuple[Any, ...]) -> str:
        """Print the date in English."""
        if columns[0] is None or columns[1] is None:
            return ""
        if len(columns) == 2:
            return str(PartialDate.spanning(*columns))
        return str(PartialDate(*columns))


class NumberTyped(TypedField):
    """Low, best and high, and how the number was hedged."""

    kind = "number"

    def spread(self, value: Count | None) -> dict[str, Any]:
        """Return the bounds and the qualifier."""
        if value is None:
            return {}
        stored = (value.low, value.best, value.high, value.qualifier.value)
        return dict(zip(self.columns, stored, strict=True))

    def gather(self, columns: tuple[Any, ...]) -> str:
        """Print the number with its hedge."""
        low, best, high, qualifier = columns
        if low is None and best is None and high is None:
            return ""
        return str(Count(low, best, high, qualifier))


_PARSE: dict[str, Callable[[str], PartialDate | Count]] = {
    "date": PartialDate.parse,
    "number": Count.parse,
}


def say_understood(value: PartialDate | Count) -> str:
    """Say what was understood, with its exact bounds."""
    if isinstance(value, Count):
        bounds = ("at least", value.low), ("best", value.best), ("at most", value.high)
        given = ", ".join(f"{word} {n:,}" for word, n in bounds if n is not None)
        return f"{value}: {given}"
    if value.earliest == value.latest:
        return f"{value.earliest:%A, %-d %B %Y}"
    return f"{value}: from {value.earliest:%-d %B %Y} to {value.latest:%-d %B %Y}"


@require_GET
def understood(request: HttpRequest) -> JsonResponse:
    """Answer how words would be understood, while they are being typed."""
    parse = _PARSE.get(request.GET.get("kind", ""))
    words = request.GET.get("words", "")[:200]
    if not parse or not words.strip():
        return JsonResponse({"understood": "", "error": ""})
    try:
        value = parse(words)
    except ValueError as error:
        return JsonResponse({"understood": "", "error": str(error)})
    return JsonResponse({"understood": say_understood(value), "error": ""})
