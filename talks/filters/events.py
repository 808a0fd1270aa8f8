"""Which events to show, as the timeline's address says it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Exists, FilteredRelation, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from talks.filters.reading import (
    Key,
    Problem,
    Query,
    Reader,
    read_first_day,
    read_key,
    read_last_day,
    read_slug,
    read_text,
)
from talks.models import Actor, Citation, Event, EventPlace, Participation, Sought
from talks.models.events import EventQuerySet, Standard, first_begun

# the places named, and all that lies in them
_LYING_IN = """
    WITH RECURSIVE lying AS (
        SELECT id FROM talks_place WHERE slug = ANY(%s)
        UNION
        SELECT part.id FROM talks_place AS part JOIN lying ON part.within_id = lying.id
    ) SELECT id FROM lying
"""


# taken out of their classes once, which make them anew each time they are asked
_CHOICES = {
    "kind": frozenset(Event.Kind.values),
    "track": frozenset(Event.Track.values),
    "modality": frozenset(Event.Modality.values),
    "role": frozenset(Participation.Role.values),
    "proof": frozenset(Standard.values),
}


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to show. Each field is one part of the address.

    Of several kinds, tracks, modalities, places, roles or sources an event needs one;
    of several actors it needs all, each in one of the roles. A place holds what lies
    in it. `known_by` leaves out what no cited report had told of by the end of a day,
    `proof` what does not meet a standard of proof.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    known_by: date | None = None
    proof: str = ""
    before: Key | None = None
    after: Key | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, query: Query) -> Self:
        """Read a query string. What cannot be used is left out and told in `problems`."""
        read = Reader(query)
        first = read.one("from", read_first_day)
        last = read.one("to", read_last_day)
        if first and last and first > last:
            read.complain("to", str(last), _("This is before the first day asked for."))
            last = None
        return cls(
            text=read.one("q", read_text) or "",
            kinds=read.choices("kind", _CHOICES["kind"]),
            tracks=read.choices("track", _CHOICES["track"]),
            modalities=read.choices("modality", _CHOICES["modality"]),
            actors=read.many("actor", read_slug),
            roles=read.choices("role", _CHOICES["role"]),
            places=read.many("place", read_slug),
            sources=read.many("source", read_slug),
            first=first,
            last=last,
            known_by=read.one("as_of", read_last_day),
            proof=_demanding(read.choices("proof", _CHOICES["proof"])),
            before=read.one("before", read_key),
            after=read.one("after", read_key),
            problems=tuple(read.problems),
        )

    def narrow(
        self, events: EventQuerySet, *, leaving_out: Collection[str] = ()
    ) -> EventQuerySet:
        """Return those that match, but for the parts left out. Pages are not cut here."""
        for name, narrowing in _NARROWINGS.items():
            if name not in leaving_out:
                events = narrowing(self, events)
        return events

    def newest_first(
        self, events: EventQuerySet, *, leaving_out: Collection[str] = ()
    ) -> EventQuerySet:
        """Return those that match in the order of lists, ready to be cut off anywhere.

        Where an actor is asked for, the walk is down that actor's own timeline; where
        words are, down the index of words.
        """
        if not self.actors or "actor" in leaving_out:
            found = self.narrow(events, leaving_out=leaving_out)
            if self.text and "q" not in leaving_out:
                return found.order_by("-index__day", "-index__event_id")
            return found.order_by("-earliest", "-id")
        first, *others = self.actors
        found = self.narrow(events, leaving_out={*leaving_out, "actor"})
        found = _with(_parts(self), others, found)
        day, number = "part__event_earliest", "part__event_id"
        return (
            found.annotate(part=FilteredRelation("participations"))
            .filter(**_on_the_timeline_of(first, self, leaving_out))
            .order_by(f"-{day}", f"-{number}")
            .distinct(day, number)
        )

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield what an address needs to say for this filter, without the page."""
        if self.text:
            yield "q", self.text
        for name, attribute in MANY.items():
            for value in getattr(self, attribute):
                yield name, value
        if self.first:
            yield "from", self.first.isoformat()
        if self.last:
            yield "to", self.last.isoformat()
        if self.known_by:
            yield "as_of", self.known_by.isoformat()
        if self.proof:
            yield "proof", self.proof

    def address(self) -> str:
        """Return the query string of this filter and page, or "?" for everything."""
        pages = [("before", self.before), ("after", self.after)]
        said = [(name, str(key)) for name, key in pages if key]
        return f"?{urlencode([*self.pairs(), *said])}"

    def zooms(self) -> Callable[[date, date], str]:
        """Return what gives the address of other days; a strip asks for sixty of them."""
        asked = self.within(None, None)
        before, as_of = replace(asked, known_by=None).address(), ""
        if asked.known_by:
            as_of = f"&as_of={asked.known_by.isoformat()}"
        start = before if before == "?" else f"{before}&"

        def address(first: date, last: date) -> str:
            return f"{start}from={first.isoformat()}&to={last.isoformat()}{as_of}"

        return address

    def within(self, first: date | None, last: date | None) -> Self:
        """Return the same filter over other days, from its first page."""
        return replace(self._first_page(), first=first, last=last)

    def toggled(self, name: str, value: str) -> Self:
        """Return the filter with one value of a part taken in, or out if it was in."""
        attribute = MANY[name]
        held: tuple[str, ...] = getattr(self, attribute)
        others = tuple(each for each in held if each != value)
        values = others if value in held else (*held, value)
        changed: dict[str, Any] = {attribute: values}
        return replace(self._first_page(), **changed)

    def without_text(self) -> Self:
        """Return the filter without its words, from its first page."""
        return replace(self._first_page(), text="")

    def as_known_today(self) -> Self:
        """Return the filter over all that is known by now, from its first page."""
        return replace(self._first_page(), known_by=None)

    def proven(self, standard: str) -> Self:
        """Return the filter by another standard of proof, from its first page."""
        return replace(self._first_page(), proof=standard)

    def page(self, *, before: Key | None = None, after: Key | None = None) -> Self:
        """Return the same filter on another page."""
        return replace(self, before=before, after=after)

    def is_of_kinds_alone(self) -> bool:
        """Tell whether kinds, tracks and modalities are all that it narrows by."""
        plain = replace(self._first_page(), kinds=(), tracks=(), modalities=())
        return not plain.narrows()

    def narrows(self) -> bool:
        """Tell whether it leaves anything out."""
        return any(True for _pair in self.pairs())

    def _first_page(self) -> Self:
        return replace(self, before=None, after=None)


def _demanding(standards: tuple[str, ...]) -> str:
    """Return the standard asked for; one that leaves nothing out is none."""
    return next((each for each in standards if each != Standard.ALL), "")


# the parts of an address that may be given several times
MANY = {
    "kind": "kinds",
    "track": "tracks",
    "modality": "modalities",
    "actor": "actors",
    "role": "roles",
    "place": "places",
    "source": "sources",
}


# ------------------------------------------------------------------ narrowing


def _by_text(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    """Narrow to events that hold each word, or in which somebody so named took part."""
    return events.filter(index__vector=Sought(asked.text)) if asked.text else events


def _by_kind(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    return events.filter(kind__in=asked.kinds) if asked.kinds else events


def _by_track(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    return events.filter(track__in=asked.tracks) if asked.tracks else events


def _by_modality(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    return events.filter(modality__in=asked.modalities) if asked.modalities else events


def _by_knowledge(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    return events.known_by(asked.known_by) if asked.known_by else events


def _by_proof(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    if not asked.proof:
        return events
    return events.proven(asked.proof, known_by=asked.known_by)


def _by_actor(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    """Narrow by actors and roles together: the role asked for is that of the actor."""
    parts = _parts(asked)
    if asked.roles and not asked.actors:
        return events.filter(Exists(parts))
    return _with(parts, asked.actors, events)


def _parts(asked: EventFilter) -> QuerySet[Participation]:
    parts = Participation.objects.filter(event=OuterRef("pk"))
    return parts.filter(role__in=asked.roles) if asked.roles else parts


def _with(
    parts: QuerySet[Participation], actors: Iterable[str], events: EventQuerySet
) -> EventQuerySet:
    for slug in actors:
        events = events.filter(Exists(parts.filter(actor__slug=slug)))
    return events


def _on_the_timeline_of(
    actor: str, asked: EventFilter, leaving_out: Collection[str]
) -> dict[str, Any]:
    """Return what holds of the actor's part; day and kind are copied there.

    All of it holds of the event as well: it tells the planner where to enter the index.
    """
    found: dict[str, Any] = {
        # as a value, so that the order of the actor's index is the order of the list
        "part__actor": Actor.objects.filter(slug=actor).order_by().values("pk")[:1],
    }
    if asked.roles:
        found["part__role__in"] = asked.roles
    if asked.kinds and "kind" not in leaving_out:
        found["part__event_kind__in"] = asked.kinds
    days = asked if "days" not in leaving_out else replace(asked, first=None, last=None)
    lasts = [days.last, asked.before and asked.before.day]
    if last := min(filter(None, lasts), default=None):
        found["part__event_earliest__lte"] = last
    if days.first:
        found["part__event_earliest__gte"] = first_begun(days.first)
    return found


def _by_place(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    if not asked.places:
        return events
    # Django cannot say a recursion; the slugs are bound, never spliced in.
    lying_in = RawSQL(_LYING_IN, [list(asked.places)])  # noqa: S611
    there = EventPlace.objects.filter(event=OuterRef("pk"), place_id__in=lying_in)
    return events.filter(Exists(there))


def _by_source(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    if not asked.sources:
        return events
    cited = Citation.objects.filter(
        event=OuterRef("pk"), article__source__slug__in=asked.sources
    )
    return events.filter(Exists(cited))


def _by_days(asked: EventFilter, events: EventQuerySet) -> EventQuerySet:
    return events.possibly_within(asked.first, asked.last)


_NARROWINGS: dict[str, Callable[[EventFilter, EventQuerySet], EventQuerySet]] = {
    "q": _by_text,
    "kind": _by_kind,
    "track": _by_track,
    "modality": _by_modality,
    "as_of": _by_knowledge,
    "proof": _by_proof,
    "actor": _by_actor,
    "place": _by_place,
    "source": _by_source,
    "days": _by_days,
}
