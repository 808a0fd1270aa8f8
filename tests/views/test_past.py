"""Every page as of a past day: what came later is left out, and links stay in that day."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from talks.models import Article, Event
from tests import factories

pytestmark = pytest.mark.django_db
EARLY, LATE = datetime(2020, 1, 13, tzinfo=UTC), datetime(2020, 2, 20, tzinfo=UTC)
THEN = "?as_of=2020-01-31"


@pytest.fixture
def truce():
    """A truce told of in January, again in February, and a violation told of then."""
    soon = factories.article(published_at=EARLY, title="Guns fall silent")
    later = factories.article(published_at=LATE, title="Looking back at a truce")
    there = {"at": [factories.tripoli()], "who": [(factories.gna(), "signatory")]}
    declared = factories.event(
        EARLY.date(), slug="the-truce", kind="truce", cited_by=[soon, later], **there
    )
    truce = factories.truce(declared, effective_on=EARLY.date())
    factories.violation(
        truce, EARLY.date(), title="Told of late", cited_by=[later], **there
    )
    return truce


@pytest.mark.parametrize(
    "page",
    ["/", "/timeline/", "/actors/gna/", "/places/tripoli/", "/truces/the-truce/"],
)
def test_an_event_told_of_later_is_left_out(client, truce, page):
    now, then = client.get(page).text, client.get(page + THEN).text

    assert "Told of late" in now
    assert "Told of late" not in then
    assert "This page shows what was known on 31 January 2020" in then


def test_an_event_has_the_reports_of_that_day(client, truce):
    then = client.get(f"/events/the-truce/{THEN}").text

    assert "Guns fall silent" in then
    assert "Looking back at a truce" not in then


def test_what_nobody_had_told_of_is_not_there(client, truce):
    late = Event.objects.get(title="Told of late")
    report = Article.objects.get(title="Looking back at a truce")

    for page in (late.get_absolute_url(), report.get_absolute_url()):
        assert client.get(page).status_code == 200
        assert client.get(page + THEN).status_code == 404


def test_the_list_of_reports_ends_with_that_day(client, truce):
    shown = client.get(f"/articles/{THEN}").text

    assert "Guns fall silent" in shown
    assert "Looking back at a truce" not in shown


@pytest.mark.parametrize(
    "page", ["/", "/events/the-truce/", "/actors/gna/", "/places/"]
)
def test_links_stay_in_the_past_and_one_leads_out(client, truce, page):
    then = client.get(page + THEN).text

    within = set(re.findall(r'href="(/[a-z]+/[^"]*)"', then))
    assert within
    assert all(
        "as_of=2020-01-31" in address for address in within if not is_file(address)
    )
    assert '<a href="?">Back to today</a>' in then


def is_file(address: str) -> bool:
    return address.startswith("/static/")
