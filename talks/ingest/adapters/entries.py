"""What all families of feeds have in common: a subscription in, a listing of entries out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from talks.ingest.http import Answer, Question
from talks.ingest.moments import Moment
from talks.ingest.schedule import Asked


@dataclass(frozen=True, slots=True)
class Subscription:
    """What an adapter must know of a feed polled at `now`, last with success at `since`."""

    address: str
    now: datetime
    options: Mapping[str, Any] = field(default_factory=dict)
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as its feed announces it; every text may hold markup.

    `origin` is the address of the first publication, where the feed names one.
    """

    title: str
    address: str = ""
    guid: str = ""
    summary: str = ""
    content: str = ""
    published: Moment | None = None
    updated: str = ""
    language: str = ""
    byline: str = ""
    publisher: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a feed.

    `more` asks for the next page; with `more_is_older` only reports missed earlier are
    to be found there. `withdrawn` are guids that the publisher took back.
    """

    entries: tuple[Entry, ...]
    title: str = ""
    more: Question | None = None
    more_is_older: bool = False
    asked: Asked = field(default_factory=Asked)
    withdrawn: tuple[str, ...] = ()


class Adapter(Protocol):
    """One family of feeds."""

    def ask(self, subscription: Subscription) -> Question:
        """Return the first question of a poll. Raises Refusal where something is missing."""

    def read(self, answer: Answer) -> Listing:
        """Return what the answer lists. Raises Refusal where it is not of this family."""
