"""Reports: the list as they came in, and what was read from one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.filters import ArticleFilter, past
from talks.queries import articles, sentences

# the largest id that the database can hold
LARGEST = 2**63 - 1


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show one page of the reports that the address asks for."""
    asked = ArticleFilter.parse(request.GET)
    page = articles.page(asked, get_language() or "en", known_by=past.day())
    context = {"asked": asked, "page": page, "problems": asked.problems}
    return render(request, "articles/list.html", context)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report, the undecided plainly apart from the published."""
    today, language = timezone.now().date(), get_language() or "en"
    detail = None
    if pk <= LARGEST:
        detail = articles.detail(
            pk, today=today, language=language, known_by=past.day()
        )
    if detail is None:
        raise Http404
    marked = sentences.sentences(detail)
    context = {
        "report": detail,
        "sentences": marked,
        "stretches": list(sentences.stretches(detail.text, marked)),
        "names": sentences.names(detail),
    }
    return render(request, "articles/page.html", context)
