"""Is this report a copy of that one? Asked once of a pair, and never again."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from talks import tasks
from talks.admin import hints
from talks.ingest import copies as verdicts
from talks.models import Article
from talks.queries import copies

_MOST_ASKED = 25

may_look = permission_required("talks.view_article", raise_exception=True)
may_judge = permission_required("talks.change_article", raise_exception=True)


@require_GET
@may_look
def ask(request: HttpRequest) -> HttpResponse:
    """Show the pairs that nobody has judged, or those of one report."""
    asked = request.GET.get("report", "")
    pk = int(asked) if asked.isdecimal() else None
    context = {
        **admin.site.each_context(request),
        "title": "Copies to judge",
        "report": pk,
        "pairs": copies.of_report(pk) if pk else copies.to_ask(most=_MOST_ASKED),
        "left": copies.say_left(),
    }
    return TemplateResponse(request, "admin/ingest/copies.html", context)


@require_POST
@may_judge
def judge(request: HttpRequest, first: int, second: int) -> HttpResponse:
    """Keep what the person says of a pair, and ask the next one."""
    pair = [
        get_object_or_404(Article.objects.defer("bands"), pk=pk)
        for pk in (first, second)
    ]
    verdict = request.POST.get("verdict", "")
    if verdict not in {"copy", "not"} or first == second:
        messages.error(request, "Say whether one is a copy of the other.")
    else:
        give_verdict(request, *pair, is_copy=verdict == "copy")
    return redirect("admin:ingest-copies")


def give_verdict(
    request: HttpRequest, first: Article, second: Article, *, is_copy: bool
) -> None:
    """Keep the verdict, say what follows, and have read what is no copy after all."""
    verdicts.say(first, second, is_copy=is_copy, now=timezone.now())
    said = "are one report" if is_copy else "are two reports"
    messages.success(
        request,
        f"Kept: no. {first.pk} and no. {second.pk} {said}. Nobody is asked again.",
    )
    waiting = {Article.State.FOUND, Article.State.FETCHED}
    rows = Article.objects.filter(pk__in=[first.pk, second.pk], state__in=waiting)
    for pk in rows.values_list("pk", flat=True):
        hints.send(tasks.advance_article, article_id=pk)
