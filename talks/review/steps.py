"""One step of a sign-off: who may take it, and the record it leaves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from talks.models import SignOff
from talks.review.refusals import Refused

OWN_WORK = (
    "You were the last to change this, so somebody else has to approve it. A house of"
    " one allows otherwise with the setting SIGN_OFF_ALONE."
)


def sign(
    verb: SignOff.Verb, *, by: User, now: datetime, author: User | None, **fields: Any
) -> SignOff:
    """Keep one step, with whose work it was."""
    is_alone = verb == SignOff.Verb.APPROVED and author == by
    return SignOff.objects.create(
        verb=verb, by=by, at=now, author=author, is_alone=is_alone, **fields
    )


def refuse_own_work(author: User | None, *, by: User, alone: bool) -> None:
    """Raise Refused where a second person is needed and there is none.

    `alone` tells whether the house lets people approve what they wrote themselves.
    """
    if author == by and not alone:
        raise Refused(OWN_WORK)


def need_reason(reason: str) -> str:
    """Return the reason; raise Refused where none is given."""
    if not reason.strip():
        raise Refused("Say why it goes back: the author has to know.")
    return reason.strip()
