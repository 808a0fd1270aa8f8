"""What machines are told of an event is no more exact than what is known."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def told(client, event) -> dict:
    html = client.get(event.get_absolute_url()).text
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])


def test_an_event_has_its_day_place_and_reports(client):
    report = factories.article(title="Guns fall silent", address="https://h.test/1")
    event = factories.event(
        date(2020, 1, 12), title="A truce", at=[factories.tripoli()], cited_by=[report]
    )

    said = told(client, event)

    assert said["name"] == {"@language": "en", "@value": "A truce"}
    assert (said["startDate"], said["endDate"]) == ("2020-01-12", "2020-01-12")
    assert said["location"][0]["name"]["@value"] == "Tripoli"
    assert said["subjectOf"][0]["headline"] == "Guns fall silent"
    assert said["url"] == f"http://testserver{event.get_absolute_url()}"


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "ends"),
    [
        ("2020-01-11", "2020-01-20", "part", ("2020-01", "2020-01")),
        ("2020-01-28", "2020-02-03", "week", ("2020", "2020")),
        ("2019-12-30", "2020-01-05", "week", ("2019", "2020")),
    ],
)
def test_a_day_nobody_knows_is_not_made_up(client, earliest, latest, precision, ends):
    event = factories.event(earliest=earliest, latest=latest, date_precision=precision)

    said = told(client, event)

    assert (said["startDate"], said["endDate"]) == ends


def test_nothing_in_a_title_ends_the_block(client):
    event = factories.event(title="</script><script>alert(1)</script> & <b>")

    assert told(client, event)["name"]["@value"] == event.title
