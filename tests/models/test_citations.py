"""What the database guarantees of citations, and the day an event became known."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from talks.models import Citation, Event
from tests import factories

pytestmark = pytest.mark.django_db

HAPPENED = date(2020, 1, 12)


def published(day: int) -> datetime:
    return datetime(2020, 2, day, 9, tzinfo=UTC)


def known_on(event: Event) -> date | None:
    event.refresh_from_db()
    return event.known_on


def test_an_event_is_known_from_its_first_cited_report():
    early = factories.article(published_at=published(4))
    late = factories.article(published_at=published(9))

    event = factories.event(HAPPENED, cited_by=[late, early])

    assert known_on(event) == date(2020, 2, 4)


def test_an_earlier_report_makes_it_known_earlier():
    event = factories.event(
        HAPPENED, cited_by=[factories.article(published_at=published(9))]
    )

    factories.citation(
        event=event, article=factories.article(published_at=published(2))
    )

    assert known_on(event) == date(2020, 2, 2)


def test_it_is_known_later_once_the_first_citation_is_taken_back():
    early = factories.article(published_at=published(4))
    late = factories.article(published_at=published(9))
    event = factories.event(HAPPENED, cited_by=[early, late])

    event.citations.get(article=early).delete()

    assert known_on(event) == date(2020, 2, 9)


def test_a_corrected_day_of_publication_moves_what_it_made_known():
    report = factories.article(published_at=published(9))
    event = factories.event(HAPPENED, cited_by=[report])

    report.published_at = published(5)
    report.save()

    assert known_on(event) == date(2020, 2, 5)


def test_a_report_of_unknown_day_told_of_it_when_it_happened():
    report = factories.article(published_at=None)

    event = factories.event(HAPPENED, cited_by=[report])

    assert known_on(event) == HAPPENED


def test_known_by_leaves_out_what_was_not_yet_known():
    known = factories.event(
        HAPPENED, cited_by=[factories.article(published_at=published(4))]
    )
    factories.event(HAPPENED, cited_by=[factories.article(published_at=published(5))])

    assert list(Event.objects.known_by(date(2020, 2, 4))) == [known]


def test_the_same_sentence_is_cited_once():
    event = factories.event()
    citation = event.citations.get()

    with pytest.raises(IntegrityError, match="citation_once"):
        factories.citation(event=event, article=citation.article)


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        pytest.param(5, 5, "words", id="empty stretch"),
        pytest.param(9, 5, "words", id="ends before it starts"),
        pytest.param(5, None, "words", id="no end"),
        pytest.param(None, 5, "words", id="no start"),
        pytest.param(5, 9, "", id="a position of nothing"),
    ],
)
def test_a_quote_has_a_position(start, end, quote):
    event = factories.event()

    with (
        pytest.raises(IntegrityError, match="citation_quote_has_a_position"),
        transaction.atomic(),
    ):
        Citation.objects.create(
            event=event,
            article=factories.article(),
            quote=quote,
            quote_start=start,
            quote_end=end,
        )
