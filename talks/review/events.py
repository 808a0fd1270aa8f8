"""From a suggested event to an Event with its actors, place and citation, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

from talks.models import Actor, Citation, Event, EventPlace, Participation, Place
from talks.models import Suggestion as SuggestionRow
from talks.review.refusals import Refused
from talks.review.titles import propose_title

Finding = dict[str, Any]
Made = dict[str, Any]
Kind = Event.Kind
Track = Event.Track

# Where an event of this kind belongs unless the person says otherwise.
TRACKS = {
    Kind.TRUCE: Track.MILITARY,
    Kind.TALKS: Track.POLITICAL,
    Kind.AGREEMENT: Track.MILITARY,
    Kind.TRUCE_VIOLATION: Track.GROUND,
    Kind.EMBARGO_VIOLATION: Track.EMBARGO,
    Kind.ATTACK: Track.GROUND,
    Kind.OFFENSIVE: Track.GROUND,
    Kind.CONTROL_CHANGE: Track.GROUND,
    Kind.RESOLUTION: Track.SECURITY_COUNCIL,
    Kind.STATEMENT: Track.POLITICAL,
    Kind.APPOINTMENT: Track.POLITICAL,
    Kind.MEDIATION: Track.POLITICAL,
    Kind.HUMANITARIAN: Track.HUMANITARIAN,
    Kind.ECONOMIC: Track.ECONOMIC,
}


def proposed(finding: Finding) -> Finding:
    """Return what may be recorded of a finding: announced is not observed.

    What is only planned is announced; a call for something is a statement; what was
    denied is recorded as denied.
    """
    match finding["status"]:
        case "planned":
            return {**finding, "modality": Event.Modality.ANNOUNCED.value}
        case "denied":
            return {**finding, "modality": Event.Modality.DENIED.value}
        case "called_for":
            return {
                **finding,
                "kind": Kind.STATEMENT.value,
                "modality": Event.Modality.ANNOUNCED.value,
                "called_for": finding["kind"],
            }
    return finding


def make(suggestion: SuggestionRow, finding: Finding) -> Made:
    """Write the approved event; return the ids of all rows made."""
    actors = find_actors([slug for slug, _ in finding["actors"]])
    place = find_place(finding["place"])
    event = _new_event(finding, list(actors.values()), place)
    _save_under_a_slug(event, spare=suggestion.pk)
    participations = [
        Participation.objects.get_or_create(event=event, actor=actors[slug], role=role)
        for slug, role in finding["actors"]
    ]
    places = [EventPlace.objects.create(event=event, place=place)] if place else []
    citation, _ = _cite(event, suggestion, finding)
    suggestion.event = event
    return {
        "event": event.pk,
        "changed_at": event.changed_at.isoformat(),
        "citation": citation.pk,
        "participations": [row.pk for row, is_new in participations if is_new],
        "event_places": [row.pk for row in places],
    }


def merge(suggestion: SuggestionRow, event: Event) -> Made:
    """Cite the report for an event that is known; nothing is cited twice."""
    known = Event.objects.select_for_update().filter(pk=event.pk).first()
    if not known:
        raise Refused("That event has been deleted meanwhile.")
    citation, is_new = _cite(known, suggestion, suggestion.finding)
    suggestion.event = known
    return {"merged_into": known.pk, "citation": citation.pk if is_new else None}


def unmake(suggestion: SuggestionRow, made: Made) -> None:
    """Delete the event that was made, or the citation that was added by a merge."""
    if "merged_into" in made:
        _unmerge(made)
        return
    event = Event.objects.select_for_update().filter(pk=made["event"]).first()
    if not event:
        return
    if what := _built_upon(event, suggestion, made):
        message = f"The event has been built upon since ({', '.join(what)})."
        raise Refused(message)
    event.delete()


def find_actors(slugs: list[str]) -> dict[str, Actor]:
    """Return the actors by slug, in the order asked for."""
    found = Actor.objects.in_bulk(slugs, field_name="slug")
    if missing := [slug for slug in slugs if slug not in found]:
        message = f"There is no actor “{missing[0]}”: choose another, or add it."
        raise Refused(message)
    return {slug: found[slug] for slug in slugs}


def find_place(slug: str | None) -> Place | None:
    """Return the place of this slug; None where none is named."""
    if not slug:
        return None
    if place := Place.objects.filter(slug=slug).first():
        return place
    message = f"There is no place “{slug}”: choose another, or add it."
    raise Refused(message)


def refuse_if_invalid(row: models.Model) -> None:
    """Say what the database would not accept, before it is asked to."""
    try:
        row.full_clean(exclude=["slug"], validate_unique=False)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _new_event(finding: Finding, actors: list[Actor], place: Place | None) -> Event:
    when = finding["date"]
    if not when:
        raise Refused("The report gives no date: say when it happened.")
    event = Event(
        kind=finding["kind"],
        track=finding.get("track") or TRACKS.get(finding["kind"], Track.POLITICAL),
        modality=finding["modality"],
        title=finding.get("title") or propose_title(finding, actors, place),
        summary=finding.get("summary", ""),
        earliest=date.fromisoformat(when["earliest"]),
        latest=date.fromisoformat(when["latest"]),
        date_precision=when["precision"],
        date_words=when["words"],
        status=Event.Status.APPROVED,
    )
    refuse_if_invalid(event)
    return event


def _save_under_a_slug(event: Event, *, spare: int) -> None:
    """Insert the event under a readable slug, with `spare` at its end if it is taken.

    The unique index decides, so two people who accept alike events do not collide.
    """
    event.slug = f"{slugify(event.title)[:90].strip('-')}-{event.earliest}"
    try:
        with transaction.atomic():
            event.save(force_insert=True)
    except IntegrityError:
        event.slug = f"{event.slug}-{spare}"
        event.save(force_insert=True)


def _cite(
    event: Event, suggestion: SuggestionRow, finding: Finding
) -> tuple[Citation, bool]:
    speaker = finding.get("speaker")
    denied = finding["status"] == "denied"
    stance = Citation.Stance.DENIES if denied else Citation.Stance.REPORTS
    return Citation.objects.get_or_create(
        event=event,
        article=suggestion.article,
        quote_start=suggestion.quote_start,
        speaker=find_actors([speaker])[speaker] if speaker else None,
        stance=finding.get("stance") or stance,
        defaults={"quote": suggestion.quote, "quote_end": suggestion.quote_end},
    )


def _unmerge(made: Made) -> None:
    citation = Citation.objects.filter(pk=made["citation"]).first()
    if not citation:
        return
    event = Event.objects.select_for_update().get(pk=citation.event_id)
    needs_it = event.status == Event.Status.APPROVED and not event.editor_note
    if needs_it and event.citations.count() == 1:
        raise Refused("This is the only citation that the event has left.")
    citation.delete()


# Looked at row by row; whatever else points at an event is something built upon it.
_MADE_WITH_IT = ("citations", "participations", "event_places")
# "index" is what the search keeps of it: the database writes and removes that
_NOT_BUILT = {*_MADE_WITH_IT, "history", "index", "suggestions"}


def _built_upon(event: Event, suggestion: SuggestionRow, made: Made) -> list[str]:
    """Name what others did to the event after it was made."""
    found = []
    if event.changed_at.isoformat() != made["changed_at"]:
        found.append("it was edited")
    ours = {**made, "citations": [made["citation"]]}
    for name in _MADE_WITH_IT:
        rows = getattr(event, name).all()
        edited = any(row.history.filter(pgh_label="update").exists() for row in rows)
        if edited or {row.pk for row in rows} != set(ours[name]):
            found.append(str(rows.model._meta.verbose_name_plural))
    if event.suggestions.exclude(pk=suggestion.pk).exists():
        found.append("other suggestions")
    return found + _name_details(event)


def _name_details(event: Event) -> list[str]:
    relations = event._meta.related_objects
    return [
        str(relation.related_model._meta.verbose_name_plural)
        for relation in relations
        if relation.get_accessor_name() not in _NOT_BUILT
        and relation.related_model._base_manager.filter(
            **{relation.field.name: event}
        ).exists()
    ]
