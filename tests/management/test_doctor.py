"""The doctor says what is wrong and what to do, and is content with what is well."""

from __future__ import annotations

from collections import namedtuple
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from talks.management.commands import doctor
from tests.factories import NOW, article, event, feed

Usage = namedtuple("Usage", "total used free")


def words(findings) -> list[str]:
    return [str(finding) for finding in findings]


def test_a_database_that_answers_is_well(db):
    finding = doctor.check_database()

    assert not finding.is_wrong
    assert "PostgreSQL" in finding.words


def test_a_database_that_is_down_is_wrong_and_nothing_in_it_is_asked(db, monkeypatch):
    def refuse():
        raise OperationalError("connection refused\nand more")

    with monkeypatch.context() as down:
        down.setattr(connection, "cursor", refuse)
        said = words(doctor.examine(now=NOW))

    assert said[0] == (
        "WRONG  database: it does not answer (connection refused). Check DATABASE_URL."
    )
    assert not any("migrations" in line for line in said)


def test_migrations_left_out_are_counted(db, monkeypatch):
    monkeypatch.setattr(
        doctor.MigrationExecutor, "migration_plan", lambda *_: ["one", "two"]
    )

    assert str(doctor.check_migrations()) == (
        "WRONG  migrations: 2 are not applied. Run: manage.py migrate"
    )


def test_an_empty_site_asks_for_facts_and_people(db):
    assert "manage.py seed" in doctor.check_facts().words
    assert "manage.py createsuperuser" in doctor.check_staff().words


def test_a_site_with_facts_and_people_is_well(editor):
    event(status="approved", editor_note="Seen by staff.")

    assert not doctor.check_facts().is_wrong
    assert not doctor.check_staff().is_wrong


def test_a_failing_feed_is_named_with_its_reason(db):
    feed(
        address="https://feeds.example/broken",
        failures=4,
        disabled_reason="It answers 404.",
        next_poll_at=NOW + timedelta(hours=1),
    )

    assert words(doctor.check_feeds(NOW)) == [
        "WRONG  feed: https://feeds.example/broken failed 4 times in a row: It answers 404.",
        "ok     feeds: 1 are on",
    ]


def test_of_many_failing_feeds_some_are_named(db):
    for _ in range(7):
        feed(failures=3, next_poll_at=NOW + timedelta(hours=1))

    said = words(doctor.check_feeds(NOW))

    assert "WRONG  feeds: 2 more fail, see the admin" in said
    assert len(said) == 7


def test_a_feed_switched_off_is_no_trouble(db):
    feed(failures=9, is_on=False, next_poll_at=NOW - timedelta(days=1))

    assert words(doctor.check_feeds(NOW)) == ["ok     feeds: 0 are on"]


def test_feeds_that_wait_for_a_key_are_counted_apart(db):
    feed(needs="An application name.", is_on=False)

    assert words(doctor.check_feeds(NOW)) == [
        "ok     feeds: 0 are on, 1 first need something, see the admin"
    ]


def test_a_feed_that_nobody_polls_points_at_the_scheduler(db):
    feed(next_poll_at=NOW - timedelta(hours=1))

    assert "Is the scheduler (beat) running?" in words(doctor.check_feeds(NOW))[0]


def test_articles_that_wait_too_long_are_stuck(db):
    article(state="fetched", next_attempt_at=NOW - timedelta(hours=1))
    article(state="fetched", next_attempt_at=NOW)

    said = words(doctor.check_articles(NOW))

    assert said[0].startswith("WRONG  articles: 1 have waited for 15 minutes.")


def test_a_queue_that_is_down_is_wrong(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert doctor.check_queue().words.endswith("Check REDIS_URL.")


def test_a_queue_that_answers_is_well():
    assert not doctor.check_queue().is_wrong


def test_a_worker_that_answers_is_named(worker):
    finding = doctor.check_workers()

    assert not finding.is_wrong
    assert "@" in finding.words


def test_no_worker_is_wrong():
    assert doctor.check_workers().is_wrong


def test_a_full_disk_is_wrong(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: Usage(10, 9, 1))

    assert doctor.check_disk(Path("/")).words == "only 0.0 GB free. Make room."


def test_the_command_fails_when_anything_is_wrong(db, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    said = StringIO()

    with pytest.raises(SystemExit):
        call_command("doctor", stdout=said)

    assert "WRONG  queue" in said.getvalue()
    assert said.getvalue().splitlines()[-1].endswith("wrong")
