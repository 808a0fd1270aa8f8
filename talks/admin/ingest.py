"""How reports come in, for operators: what waits, what is done, who is heard, what was given up."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from talks import tasks
from talks.admin import hints
from talks.ingest import articles, health
from talks.models import Article, Fetch
from talks.queries import copies, given_up, heard

_WEEKS, _HOURS = 12, 24
_MOST_REASONS, _MOST_REPORTS = 20, 50
_OUTCOMES = dict(Fetch.Outcome.choices)

may_look = permission_required("talks.view_fetch", raise_exception=True)
may_send = permission_required("talks.change_article", raise_exception=True)


@require_GET
@may_look
def show(request: HttpRequest) -> HttpResponse:
    """Show how it goes, on one page."""
    now = timezone.now()
    hours = health.throughput(now=now, hours=_HOURS)
    context = {
        **admin.site.each_context(request),
        "title": "How reports come in",
        "now": now,
        "queue": health.queue(now=now),
        "hours": [_say_hour(hour) for hour in hours],
        "most": max(hour.outcomes.total() for hour in hours),
        "heard": heard.by_source(day=now.date(), weeks=_WEEKS),
        "to_judge": copies.say_left(),
        "reasons": given_up.reasons(most=_MOST_REASONS),
        "given_up": given_up.reports(most=_MOST_REPORTS),
    }
    return TemplateResponse(request, "admin/ingest/page.html", context)


def _say_hour(hour: health.Hour) -> dict[str, Any]:
    ended = [
        f"{n} {_OUTCOMES[name].lower()}" for name, n in hour.outcomes.most_common()
    ]
    return {
        "began_at": hour.began_at,
        "done": hour.outcomes.total(),
        "polls": hour.steps[Fetch.Step.POLL],
        "pages": hour.steps[Fetch.Step.FETCH],
        "reports": hour.steps[Fetch.Step.READ],
        "ended": ", ".join(ended),
    }


@require_POST
@may_send
def again(request: HttpRequest) -> HttpResponse:
    """Send again the reports that were ticked."""
    ticked = [pk for pk in request.POST.getlist("article") if pk.isdecimal()]
    send_again(request, Article.objects.filter(pk__in=ticked))
    return redirect("admin:ingest")


def send_again(request: HttpRequest, reports: QuerySet[Article]) -> None:
    """Give those that failed or were set aside another five tries, and tell a worker."""
    now = timezone.now()
    pks = list(reports.order_by().values_list("pk", flat=True))
    sent = [pk for pk in pks if articles.send_again(pk, now=now)]
    for pk in sent:
        if not hints.send(tasks.advance_article, article_id=pk):
            break
    messages.success(request, f"{len(sent)} will be tried again within a minute.")
    if left := len(pks) - len(sent):
        messages.info(request, f"{left} had neither failed nor been set aside.")
