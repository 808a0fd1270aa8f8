"""What the public pages' templates can call: addresses, translations, labels, formats."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from talks.filters import past
from talks.models import (
    Actor,
    Article,
    Citation,
    CommitmentStatus,
    Delegation,
    EmbargoViolation,
    Event,
    Figure,
    Participation,
    Place,
    Round,
    Source,
    Suggestion,
    Truce,
    TruceParty,
)
from talks.models.base import Localized
from talks.models.events import Standard
from talks.queries.grading import Grade
from talks.shapes import formats

# Under these names templates ask `label("kind", event.kind)`.
CHOICES = {
    "kind": Event.Kind,
    "track": Event.Track,
    "modality": Event.Modality,
    "precision": Event.DatePrecision,
    "status": Event.Status,
    "role": Participation.Role,
    "stance": Citation.Stance,
    "grade": Grade,
    "actor_kind": Actor.Kind,
    "side": Actor.Side,
    "place_kind": Place.Kind,
    "source_kind": Source.Kind,
    "lean": Source.Lean,
    "reliability": Source.Reliability,
    "article_state": Article.State,
    "outcome": Round.Outcome,
    "purpose": Truce.Purpose,
    "truce_end": Truce.End,
    "position": TruceParty.Position,
    "item": EmbargoViolation.Item,
    "proof": EmbargoViolation.Proof,
    "attendance": Delegation.Attendance,
    "standard": Standard,
    "measure": Figure.Measure,
    "population": Figure.Population,
    "scope": Figure.Scope,
    "assertion": Figure.Assertion,
    "level": CommitmentStatus.Level,
    "suggestion": Suggestion.Kind,
    "suggestion_state": Suggestion.State,
}


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment; a missing variable is an error, never a blank."""
    asked = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**{**options, **asked}, extensions=["jinja2.ext.i18n"])  # noqa: S701  Django turns autoescape on
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    made.globals.update(
        static=static,
        url=url,
        label=label,
        text=text,
        english=english,
        languages=languages,
        past_day=past.day,
        as_of_today=as_of_today,
    )
    made.globals.update(language=language, direction=direction, choices=CHOICES)
    made.filters.update(
        number=formats.number,
        day=formats.day,
        short_day=formats.short_day,
        weekday=formats.weekday,
        month=formats.month,
        short_month=formats.short_month,
        when=formats.when,
        count_words=formats.count,
        days=formats.days,
        linked=linked,
    )
    made.globals.update(
        span=formats.span, short_span=formats.short_span, band=formats.band
    )
    return made


def url(name: str, *args: Any, **query: Any) -> str:
    """Return a page's address in the reader's language, and as of the day shown.

    A part of the query may be a list of values; one that is empty is left out.
    """
    address = reverse(name, args=args)
    if day := past.day():
        query.setdefault("as_of", day.isoformat())
    said = {part: value for part, value in query.items() if value}
    return f"{address}?{urlencode(said, doseq=True)}" if said else address


def label(choices: str, value: str) -> str:
    """Return what a code is called in the reader's language.

    A catalogue may translate a word apart for one list of choices: "Reports" is what
    a source does under `stance`, and a page elsewhere.
    """
    return _label(choices, value, language())


@cache
def _label(choices: str, value: str, _language: str) -> str:
    # kept for good: a page of fifty events asks two hundred times
    return formats.coded(choices, str(CHOICES[choices](value).label))


def text(it: Localized) -> str:
    """Return a text as markup, set apart where it is not in the reader's language.

    A function and not a macro, as a page of fifty events writes five hundred.
    """
    if it.language == language():
        return escape(it.text)
    turned = direction(it.language)
    return _APART.format(it.language, turned, it.text)


def english(words: str) -> Localized:
    """Return words that exist in English alone, to be written as such."""
    return Localized(words, "en")


def linked(it: dict[str, Any]) -> Markup:
    """Return a block of JSON-LD: data to the browser, which nothing in it can leave."""
    said = json.dumps(it, ensure_ascii=False, separators=(",", ":"))
    block = f'<script type="application/ld+json">{said.translate(_NO_MARKUP)}</script>'
    return Markup(block)  # noqa: S704  what could end the block is written as escapes


_NO_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_APART = Markup('<bdi class="fallback" lang="{}" dir="{}">{}</bdi>')


def language() -> str:
    """Return the code of the language that the page is in."""
    return (translation.get_language() or settings.LANGUAGE_CODE)[:2]


def direction(code: str | None = None) -> str:
    """Return which way a language is written, the page's own unless told which."""
    return "rtl" if (code or language()) in settings.LANGUAGES_BIDI else "ltr"


def as_of_today(request: HttpRequest) -> str:
    """Return the query string of this page with all that is known by now."""
    asked = request.GET.copy()
    asked.pop("as_of", None)
    return f"?{asked.urlencode()}"


def languages(request: HttpRequest) -> list[dict[str, str]]:
    """Return this very page, filters and all, in each language.

    Only the front of an address tells the language; Django would look for the page.
    """
    ours, here = settings.LANGUAGE_CODE, request.get_full_path()
    plain = here.removeprefix(f"/{language()}") if language() != ours else here
    return [
        {
            "code": code,
            "name": name,
            "address": plain if code == ours else f"/{code}{plain}",
        }
        for code, name in settings.LANGUAGES
    ]
