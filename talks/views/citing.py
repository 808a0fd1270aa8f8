"""An event as an entry for a reference manager."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.exports.citing import Reference, bibtex, ris
from talks.filters import past
from talks.queries import events
from talks.shapes import formats

FORMATS = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
}


@require_safe
def reference(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Return a published event as a file of one reference."""
    write, content_type = FORMATS[form]
    answer = HttpResponse(
        write(_refer(request, slug)), content_type=f"{content_type}; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{slug}.{form}"'
    return answer


def _refer(request: HttpRequest, slug: str) -> Reference:
    today, language = timezone.localdate(), get_language() or "en"
    event = events.detail(slug, today=today, language=language, known_by=past.day())
    if event is None:
        raise Http404
    address = reverse("event", args=[slug])
    if day := past.day():
        address += f"?as_of={day.isoformat()}"
    card = event.card
    said_by = ", ".join(source.text.text for source in card.sources)
    return Reference(
        key=slug,
        title=card.title.text,
        address=request.build_absolute_uri(address),
        language=card.title.language,
        revised=event.row["changed_at"].date(),
        seen=today,
        note=_("%(day)s. According to: %(sources)s.")
        % {"day": formats.when(card.when), "sources": said_by},
    )
