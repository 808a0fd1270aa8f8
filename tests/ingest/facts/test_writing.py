"""Facts are written once, again when they change, and never over people's changes."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from talks import models
from talks.ingest.facts.reports import Report
from talks.ingest.facts.writing import Tally, seed
from tests.factories import NOW, article
from tests.ingest.facts.shipped import SMALL, ship


def sow(folder, **changes: dict[str, str]) -> dict[str, Tally]:
    """Seed the small files, with other cells where a row (its slug with _) changed."""
    named = {slug.replace("_", "-"): cells for slug, cells in changes.items()}
    *tallies, _feeds = seed(ship(folder, changes=named), now=NOW)
    return {tally.file: tally for tally in tallies}


@pytest.fixture
def sown(db, tmp_path):
    sow(tmp_path)
    return tmp_path


def test_all_rows_are_added(db, tmp_path):
    tallies = sow(tmp_path)

    for file, rows in SMALL.items():
        assert tallies[file] == Tally(file, len(rows), 0, 0, 0)


def test_a_row_becomes_its_model_with_its_parts(sown):
    loud = models.Event.objects.get(slug="loud-week")

    assert (str(loud.earliest), str(loud.latest)) == ("2020-01-13", "2020-01-19")
    assert loud.status == "approved"
    assert [str(place) for place in loud.event_places.all()] == [
        "The guns speak again at Harbour",
        "The guns speak again at Coast",
    ]
    assert loud.truce_violation.truce.event.slug == "quiet-day"
    assert loud.citations.count() == 2


def test_a_row_may_name_one_that_follows_it(sown):
    late = models.Figure.objects.get(slug="wounded-late")

    assert late.supersedes.slug == "wounded-early"
    assert models.Affiliation.objects.get().body.slug == "mission"


def test_a_cited_report_is_known_but_not_held(sown):
    cited = models.Article.objects.get(
        address="https://gazette.example/2020/01/13/quiet"
    )

    assert cited.state == "cited"
    assert str(cited.published_at.date()) == "2020-01-13"
    assert cited.published_day_only


def test_a_report_that_came_in_by_itself_is_cited_and_not_doubled(db, tmp_path):
    weekly = Report("gazette", "https://gazette.example/loud")
    fetched = article(identity=weekly.identity, address=weekly.address)

    sow(tmp_path)

    assert fetched.citations.get().event.slug == "loud-week"
    assert models.Article.objects.filter(address=weekly.address).count() == 1


def test_a_shipped_change_is_written_where_nobody_changed_the_row(sown):
    tallies = sow(sown, quiet_day={"title": "Silence", "actors": "envoy:mediator"})

    quiet = models.Event.objects.get(slug="quiet-day")
    assert tallies["events"] == Tally("events", 0, 1, 0, 1)
    assert quiet.title == "Silence"
    assert [str(actor) for actor in quiet.actors.all()] == ["The Envoy"]


def test_another_figure_may_become_the_recommended_one(db, tmp_path):
    same_day = {"as_of": "2020-01-13"}
    steps_back = same_day | {"role": "triangulation"}
    steps_up = same_day | {"role": "recommended"}
    sow(tmp_path, wounded_late=steps_back, wounded_early=steps_up)

    tallies = sow(tmp_path, wounded_late=steps_up, wounded_early=steps_back)

    assert tallies["figures"].updated == 2
    assert models.Figure.objects.recommended().get().slug == "wounded-late"


def test_what_staff_changed_is_kept(sown):
    models.Event.objects.filter(slug="quiet-day").update(title="Staff's title")

    tallies = sow(sown, quiet_day={"title": "Silence"})

    assert tallies["events"] == Tally("events", 0, 0, 1, 1)
    assert models.Event.objects.get(slug="quiet-day").title == "Staff's title"


def test_a_part_that_staff_changed_keeps_the_row_too(sown):
    models.Participation.objects.all().update(role="host")

    tallies = sow(sown, quiet_day={"title": "Silence"})

    assert tallies["events"].kept == 1
    assert models.Participation.objects.get().role == "host"


def test_what_staff_removed_does_not_come_back(sown):
    models.Commitment.objects.all().delete()

    tallies = sow(sown)

    assert tallies["commitments"] == Tally("commitments", 0, 0, 1, 0)
    assert tallies["statuses"].kept == 1
    assert not models.Commitment.objects.exists()


def test_a_row_that_names_what_staff_removed_is_left_out(sown):
    models.Figure.objects.get(slug="wounded-late").delete()
    models.Figure.objects.get(slug="wounded-early").delete()
    models.Event.objects.get(slug="loud-week").delete()
    models.Seeded.objects.filter(file="figures").delete()

    tallies = sow(sown)

    assert tallies["figures"] == Tally("figures", 0, 0, 2, 0)


def test_a_citation_that_people_add_is_no_change_of_the_shipped_row(sown):
    quiet = models.Event.objects.get(slug="quiet-day")
    models.Citation.objects.create(event=quiet, article=article())

    tallies = sow(sown, quiet_day={"title": "Silence"})

    assert tallies["events"].updated == 1
    assert quiet.citations.count() == 2


def test_a_report_that_is_cited_no_more_goes(sown):
    only = {"sources": "gazette=The weekly letter"}

    tallies = sow(sown, loud_week=only)

    citation = models.Citation.objects.get(event__slug="loud-week")
    assert tallies["events"].updated == 1
    assert citation.article.title == "The weekly letter"


def test_a_field_that_was_not_shipped_before_does_not_hide_a_row(sown):
    for row in models.Seeded.objects.filter(file="events"):
        del row.fact["title_fr"]
        row.save()

    tallies = sow(sown, quiet_day={"title_fr": "Silence"})

    assert tallies["events"].updated == 1


def test_a_field_that_staff_filled_before_it_was_shipped_is_kept(sown):
    for row in models.Seeded.objects.filter(file="events"):
        del row.fact["title_fr"]
        row.save()
    models.Event.objects.filter(slug="quiet-day").update(title_fr="Le calme")

    tallies = sow(sown, quiet_day={"title_fr": "Silence"})

    assert tallies["events"].kept == 1


def test_a_row_that_staff_made_under_the_same_slug_is_theirs(db, tmp_path):
    models.Place.objects.create(slug="harbour", name="Staff's harbour", kind="port")

    tallies = sow(tmp_path)

    assert tallies["places"] == Tally("places", 1, 0, 1, 0)
    assert models.Place.objects.get(slug="harbour").name == "Staff's harbour"


def test_nothing_is_written_when_the_database_refuses_one_row(db, tmp_path):
    with pytest.raises(IntegrityError), transaction.atomic():
        sow(tmp_path, quiet_day={"lasted_until": "2020-01-01"})

    assert not models.Source.objects.exists()


def test_a_tally_says_in_one_line_what_became_of_the_rows():
    assert str(Tally("events", 3, 2, 1, 0)) == (
        "events.csv: 3 added, 2 updated, 1 kept as staff changed them, 0 unchanged"
    )


def test_a_part_that_was_shipped_with_fewer_fields_is_no_change_of_staff(sown):
    known = models.seeded.Seeded.objects.get(file="rounds", slug="first-meeting")
    for part in known.fact["delegations"]:
        del part["attendance"]
    known.save()
    models.Delegation.objects.update(attendance="came")

    tallies = sow(sown)

    assert tallies["rounds"].updated == 1
    assert models.Delegation.objects.get().attendance == "left"
