"""The review desk: one report at a time, its findings marked in place and decided beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_POST

from talks import review
from talks.admin import presence
from talks.admin.marks import Stretch, cut
from talks.admin.proposals import ProposalForm, propose
from talks.models import Article, Decision, Event, Suggestion
from talks.queries import desk

_MOST_WAITING = 50
_BEING_READ = {Article.State.FOUND, Article.State.FETCHED}
_REFUSED = 409
_NOT_VALID = 422
REASONS = (
    "Background, not news of this report",
    "Recorded already",
    "Misread: the sentence does not say so",
    "Not about the conflict in Libya",
)

may_look = permission_required("talks.view_suggestion", raise_exception=True)
may_decide = permission_required("talks.change_suggestion", raise_exception=True)


@require_GET
@may_look
def queue(request: HttpRequest) -> HttpResponse:
    """List the reports that wait, best first."""
    chosen = {
        name: request.GET.get(name, "") for name in ("kind", "language", "source")
    }
    waiting = _narrow(chosen)
    context = {
        "title": "Review desk",
        "waiting": desk.queue(waiting, most=_MOST_WAITING),
        "left": desk.count_left(),
        "chosen": chosen,
        "kinds": Suggestion.Kind.choices,
        "languages_read": [("en", "English"), ("ar", "Arabic"), ("fr", "French")],
    }
    return _render(request, "admin/review/queue.html", context)


def _narrow(chosen: dict[str, str]) -> Any:
    keys = {
        "kind": "kind",
        "language": "article__language",
        "source": "article__source__name__icontains",
    }
    given = {keys[name]: value for name, value in chosen.items() if value}
    return Suggestion.objects.to_decide().filter(**given)


@dataclass
class Proposal:
    """A suggestion on its report's page."""

    suggestion: Suggestion
    number: int
    form: ProposalForm | None = None
    decision: Decision | None = None
    candidates: list[desk.Candidate] = field(default_factory=list)
    found: list[desk.Candidate] = field(default_factory=list)
    words: str = ""
    refusal: str = ""

    @property
    def is_plain(self) -> bool:
        """Tell whether it can be accepted unseen: news, and not like a known event."""
        status = self.suggestion.finding.get("status", "occurred")
        is_clear = self.suggestion.finding.get("slug", "") is not None
        return status == "occurred" and is_clear and not self.candidates


@require_GET
@may_look
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report with its findings."""
    return _show(request, _find_article(pk))


@require_POST
@may_decide
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what was chosen for one suggestion; show the page again where it cannot be."""
    suggestion = _as_seen(request, pk)
    form = propose(suggestion, desk.load_directory(), request.POST)
    verb = request.POST.get("verb", "")
    if verb == "accept" and not form.is_valid():
        return _show(request, suggestion.article, bound=form, status=_NOT_VALID)
    try:
        decision = _carry_out(request, verb, suggestion, form)
    except review.Refused as refusal:
        said = str(refusal)
        return _show(
            request, suggestion.article, bound=form, refusal=said, status=_REFUSED
        )
    messages.success(request, f"{decision.get_verb_display()}: {suggestion.quote[:80]}")
    return _back_to(suggestion)


def _carry_out(
    request: Any, verb: str, suggestion: Suggestion, form: ProposalForm
) -> Decision:
    who: dict[str, Any] = {"by": request.user, "now": timezone.now()}
    if verb == "reject":
        reason = request.POST.get("reason", "")
        return review.reject(suggestion, reason=reason, **who)
    if verb == "merge":
        chosen = request.POST.get("event", "")
        event = Event.objects.filter(pk=chosen if chosen.isdecimal() else 0).first()
        if not event:
            raise review.Refused("Choose the event to merge it into.")
        return review.merge(suggestion, event=event, **who)
    if verb != "accept":
        raise review.Refused("Accept, merge or reject it.")
    changes = form.changes()
    if changes:
        return review.correct(suggestion, changes, **who)
    return review.accept(suggestion, **who)


@require_POST
@may_decide
def accept_all(request: Any, pk: int) -> HttpResponse:
    """Accept those of a report that were listed, as proposed; events before figures."""
    seen = dict(one.split("=", 1) for one in request.POST.getlist("seen") if "=" in one)
    waiting = Suggestion.objects.to_decide().filter(article=pk, pk__in=seen)
    accepted = 0
    for suggestion in waiting.order_by("kind", "quote_start", "pk"):
        suggestion.changed_at = _moment(seen[str(suggestion.pk)])
        try:
            review.accept(suggestion, by=request.user, now=timezone.now())
            accepted += 1
        except review.Refused as refusal:
            messages.error(request, f"“{suggestion.quote[:80]}”: {refusal}")
    messages.success(request, f"{accepted} accepted.")
    return redirect("admin:review-article", pk)


@require_POST
@may_decide
def undo(request: Any, pk: int) -> HttpResponse:
    """Take a decision back."""
    decision = get_object_or_404(Decision.objects.select_related("suggestion"), pk=pk)
    try:
        review.undo(decision, by=request.user, now=timezone.now())
        messages.success(request, "Undone: it waits for a decision again.")
    except review.Refused as refusal:
        messages.error(request, str(refusal))
    return _back_to(decision.suggestion)


@require_POST
@may_look
def here(request: Any, pk: int) -> JsonResponse:
    """Note that the page is still open; answer who else has it open."""
    presence.note(pk, request.user)
    return JsonResponse({"others": presence.others(pk, request.user)})


def _show(
    request: Any,
    shown: Article,
    *,
    bound: ProposalForm | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    if "X-Ahead" not in request.headers:
        presence.note(shown.pk, request.user)
    rows = list(shown.suggestions.exclude(state=Suggestion.State.WITHDRAWN))
    directory = desk.load_directory()
    proposals = _proposals(rows, directory)
    _search(request, proposals)
    if bound and not _put_back(proposals, bound, refusal):
        messages.error(request, refusal)
    context = {
        "title": str(shown),
        "article": shown,
        "is_being_read": shown.state in _BEING_READ,
        "stretches": _stretches(shown, rows),
        "proposals": proposals,
        "open": [one for one in proposals if one.form],
        "plain": [one for one in proposals if one.form and one.is_plain],
        "decided": [one for one in proposals if not one.form],
        "directory": directory,
        "others": presence.others(shown.pk, request.user),
        "next": desk.find_next(shown.pk),
        "left": desk.count_left(),
        "reasons": REASONS,
    }
    return _render(request, "admin/review/article.html", context, status=status)


def _proposals(rows: list[Suggestion], directory: desk.Directory) -> list[Proposal]:
    asking = [one for one in rows if _needs_a_person(one)]
    waiting = [one for one in asking if one.state == Suggestion.State.OPEN]
    alike = desk.find_candidates(waiting)
    decisions = _latest_decisions(asking)
    return [
        Proposal(
            one,
            number,
            form=propose(one, directory) if one in waiting else None,
            decision=decisions.get(one.pk),
            candidates=alike.get(one.pk, []),
        )
        for number, one in enumerate(asking, 1)
    ]


def _search(request: HttpRequest, proposals: list[Proposal]) -> None:
    """Look for the words typed at one suggestion among all events."""
    asked, words = request.GET.get("suggestion", ""), request.GET.get("q", "")
    for proposal in proposals:
        if str(proposal.suggestion.pk) == asked:
            proposal.words, proposal.found = words, desk.search_events(words)


def _put_back(proposals: list[Proposal], bound: ProposalForm, refusal: str) -> bool:
    """Show again what was typed, beside the reason why it could not be done.

    Tells whether there was a place for it: what somebody else decided has no form.
    """
    for proposal in proposals:
        if proposal.form and proposal.suggestion.pk == bound.suggestion.pk:
            proposal.form, proposal.refusal = bound, refusal
            return True
    return False


def _needs_a_person(suggestion: Suggestion) -> bool:
    claims = {Suggestion.Kind.EVENT, Suggestion.Kind.FIGURE}
    return suggestion.kind in claims or suggestion.finding["slug"] is None


def _latest_decisions(suggestions: list[Suggestion]) -> dict[int, Decision]:
    rows = Decision.objects.filter(suggestion__in=suggestions).select_related("by")
    return {row.suggestion_id: row for row in rows.order_by("pk")}


def _stretches(shown: Article, rows: list[Suggestion]) -> list[Stretch]:
    rejected = Suggestion.State.REJECTED
    return cut(shown.text, [row for row in rows if row.state != rejected])


def _find_article(pk: int) -> Article:
    rows = Article.objects.select_related("source").defer("bands")
    return get_object_or_404(rows, pk=pk)


def _as_seen(request: HttpRequest, pk: int) -> Suggestion:
    """Return the suggestion as the person saw it: changed since, it is not decided."""
    rows = Suggestion.objects.select_related("article__source")
    suggestion = get_object_or_404(rows, pk=pk)
    suggestion.changed_at = _moment(request.POST.get(f"s{pk}-seen", ""))
    return suggestion


def _moment(words: str) -> datetime:
    moment = parse_datetime(words)
    if moment is None:
        raise Http404("The form does not say which version of the suggestion was seen.")
    return moment


def _back_to(suggestion: Suggestion) -> HttpResponseRedirect:
    """Go on at the next suggestion of the report that is still open."""
    page = reverse("admin:review-article", args=[suggestion.article_id])
    waiting = Suggestion.objects.to_decide().filter(article=suggestion.article_id)
    following = waiting.filter(quote_start__gte=suggestion.quote_start or 0).first()
    ahead = following or waiting.first()
    return HttpResponseRedirect(f"{page}#s{ahead.pk}" if ahead else f"{page}#done")


def _render(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    whole = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, template, whole, status=status)
