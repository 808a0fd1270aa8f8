"""Rows that the public sees by way of an event: changing them waits for a second person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from talks.admin.rows import RowAdmin, forget_messages, say_refusal
from talks.models import ProposedChange
from talks.queries import signoff
from talks.queries.changes import Version
from talks.review import proposed
from talks.review.refusals import Refused

Show = Callable[[], HttpResponse]
State = ProposedChange.State
APPROVE = "talks.approve_event"
# How typed words were understood is worth telling, that they were saved would be wrong.
_HINT = messages.INFO


def may_decide_alone(request: HttpRequest) -> bool:
    """Tell whether this person's work needs nobody else's approval."""
    return settings.SIGN_OFF_ALONE and request.user.has_perm(APPROVE)


class GovernedAdmin(RowAdmin):
    """Keeps what is approved as it is, and what was done to it as a proposed change.

    An address with `?change=` goes on from an open change.
    """

    # Actions that are steps of the sign-off themselves.
    steps: ClassVar[frozenset[str]] = frozenset()

    def changeform_view(
        self,
        request: Any,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        """Show the row as the change would have it; keep what is done as a change."""
        parent = super().changeform_view
        show = partial(parent, request, object_id, form_url, extra_context)
        request.continued = change = self._continued(request) if object_id else None
        if change:
            row = self.get_object(request, str(object_id))
            request.stood = super().latest_version(request, row) if row else None
        if request.method == "POST":
            return self.govern(request, show)
        return proposed.rehearse(change, _rendered(show)) if change else show()

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> Any:
        """Have the removal of what the public sees wait as well."""
        show = partial(super().delete_view, request, object_id, extra_context)
        return self.govern(request, show) if request.method == "POST" else show()

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Have what is done to many rows at once wait as well."""
        show = partial(super().changelist_view, request, extra_context)
        is_step = request.POST.get("action") in self.steps
        return self.govern(request, show) if request.POST and not is_step else show()

    def go_back_view(self, request: HttpRequest, pk: int, version: int) -> HttpResponse:
        """Have going back to an earlier version wait as well."""
        return self.govern(request, partial(super().go_back_view, request, pk, version))

    def govern(self, request: Any, do: Show) -> HttpResponse:
        """Do it if it may stand; else answer with the change that it became."""
        change = getattr(request, "continued", None)
        try:
            if change:
                return self._revise(request, change, do)
            return self._guard(request, do)
        except Refused as refusal:
            said = str(refusal)
        except IntegrityError as error:
            said = say_refusal(error)
        forget_messages(request)
        messages.error(request, said)
        return HttpResponseRedirect(request.get_full_path())

    def stood(self, request: HttpRequest) -> None:
        """Go on once what was done stands; for nouns that have a next step."""

    def latest_version(self, request: Any, row: models.Model) -> Version | None:
        """Return the version approved last, whatever an open change makes of the row."""
        if getattr(request, "continued", None):
            version: Version | None = request.stood
            return version
        return super().latest_version(request, row)

    def render_change_form(
        self, request: Any, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Say which changes of the row wait, and whether saving makes another."""
        row = kwargs.get("obj")
        context = {
            **context,
            "continued": getattr(request, "continued", None),
            "waiting_changes": signoff.open_changes_of(row) if row else [],
            "is_shown": signoff.is_shown(row) if row else False,
            "decides_alone": may_decide_alone(request),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def _guard(self, request: Any, do: Show) -> HttpResponse:
        asked = bool({"_draft", "_review"} & request.POST.keys())
        answer, changes = proposed.guard(
            do,
            by=request.user,
            now=timezone.now(),
            alone=may_decide_alone(request) and not asked,
            state=_wanted(request),
            note=request.POST.get("_note", "").strip(),
        )
        if changes:
            return _tell(request, changes)
        if isinstance(answer, HttpResponseRedirect):
            self.stood(request)
        return answer

    def _revise(self, request: Any, change: ProposedChange, do: Show) -> HttpResponse:
        answer = proposed.revise(
            change,
            _rendered(do),
            is_done=lambda answer: isinstance(answer, HttpResponseRedirect),
            by=request.user,
            now=timezone.now(),
            state=_wanted(request),
        )
        if isinstance(answer, HttpResponseRedirect):
            change.refresh_from_db()
            return _tell(request, [change])
        return answer

    def _continued(self, request: HttpRequest) -> ProposedChange | None:
        asked = request.GET.get("change", "")
        found = ProposedChange.objects.open().filter(
            pk=asked if asked.isdecimal() else 0
        )
        return found.first()


def _rendered(show: Show) -> Show:
    """Have the page written while the change is true, not after it is taken back."""

    def write() -> HttpResponse:
        answer = show()
        return answer.render() if isinstance(answer, TemplateResponse) else answer

    return write


def _wanted(request: HttpRequest) -> State:
    return State.DRAFT if "_draft" in request.POST else State.IN_REVIEW


def _tell(request: HttpRequest, changes: list[ProposedChange]) -> HttpResponse:
    """Say that the public goes on seeing the old, and show what waits."""
    hints = [each for each in messages.get_messages(request) if each.level == _HINT]
    for hint in hints:
        messages.add_message(request, hint.level, hint.message)
    waits = "waits for somebody else to approve it"
    kept = "is kept as a draft, to be gone on with"
    for change in changes:
        fate = kept if change.state == State.DRAFT else waits
        said = f"{change} {fate}. The public goes on seeing what was approved."
        messages.warning(request, said)
    if len(changes) > 1:
        return redirect("admin:sign-off")
    return redirect("admin:sign-off-change", changes[0].pk)
