"""One try at one step: claimed once, ended once, whatever happens in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError

from talks.ingest import attempts
from talks.ingest.attempts import LEASE, MOST_TRIES, Ended, Step
from talks.ingest.hosts import NotYet
from talks.ingest.refusals import Outcome, Refusal
from talks.models import Article, Fetch
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def found() -> Article:
    return factories.article("", state="found", next_attempt_at=NOW)


def step(work=lambda article: "text") -> Step[str]:
    def settle(article: Article, result: str) -> Ended:
        article.state, article.next_attempt_at = "read", None
        article.text, article.attempts = result, 0
        article.save()
        return Ended(Outcome.NEW)

    return Step(Fetch.Step.FETCH, Article.State.FOUND, work, settle)


def failing(error: Exception) -> Step[str]:
    def work(article: Article) -> str:
        raise error

    return step(work)


def run(article: Article, a_step: Step[str], *, now: datetime = NOW):
    again = attempts.run(a_step, article.pk, now=now)
    article.refresh_from_db()
    return again


def test_a_step_that_works_ends_in_its_one_outcome(found):
    run(found, step())

    assert (found.state, found.text) == ("read", "text")
    assert Fetch.objects.get().outcome == "new"


def test_a_step_is_done_once_however_often_it_is_sent(found):
    done = []
    counting = step(lambda article: done.append(1) or "text")

    for _ in range(3):
        run(found, counting)

    assert len(done) == 1


def test_while_one_worker_is_at_it_another_keeps_away(found):
    tried = []

    def work(article: Article) -> str:
        tried.append(attempts.run(step(), article.pk, now=NOW + LEASE / 2))
        return "mine"

    run(found, step(work))

    assert tried == [None]
    assert found.text == "mine"


def test_a_worker_that_comes_back_after_its_lease_changes_nothing(found):
    def slow(article: Article) -> str:
        attempts.run(step(lambda a: "the other's"), article.pk, now=NOW + LEASE)
        return "mine, too late"

    run(found, step(slow))

    assert found.text == "the other's"
    assert Fetch.objects.count() == 1


def test_a_passing_failure_rests_longer_each_time(found):
    rests, now = [], NOW
    for _ in range(4):
        run(found, failing(Refusal(Outcome.TIMEOUT, "Too slow.")), now=now)
        rests.append(found.next_attempt_at - now)
        now = found.next_attempt_at

    assert rests == sorted(rests)
    assert found.state == "found"
    assert found.reason == "Too slow."


def test_after_five_passing_failures_it_is_set_aside_with_its_reason(found):
    now = NOW
    for _ in range(MOST_TRIES):
        run(found, failing(Refusal(Outcome.TIMEOUT, "Too slow.")), now=now)
        now += 24 * HOUR

    assert found.state == "set_aside"
    assert found.reason == "Set aside after 5 tries. Too slow."
    assert list(Fetch.objects.values_list("outcome", flat=True)) == ["timeout"] * 5


def test_a_lasting_failure_ends_it_at_once(found):
    run(found, failing(Refusal(Outcome.NOT_FOUND, "It is not there (404).")))

    assert (found.state, found.next_attempt_at) == ("failed", None)


def test_retry_after_is_waited_for(found):
    run(found, failing(Refusal(Outcome.THROTTLED, "Later.", again_at=NOW + 9 * HOUR)))

    assert found.next_attempt_at == NOW + 9 * HOUR


def test_a_page_closed_to_us_leaves_what_its_feed_said_to_be_read(found):
    Article.objects.filter(pk=found.pk).update(text="Title\n\nA teaser of some words.")

    again = run(found, failing(Refusal(Outcome.ROBOTS, "Barred.")))

    assert found.state == "fetched"
    assert "Only what its feed says" in found.reason
    assert again == timedelta(0)


def test_an_update_that_cannot_be_had_leaves_the_text_that_is_held(found):
    Article.objects.filter(pk=found.pk).update(text="Held.", fingerprint="f" * 64)

    run(found, failing(Refusal(Outcome.NOT_FOUND, "Gone.")))

    assert (found.state, found.text) == ("read", "Held.")


@pytest.mark.parametrize(
    "error",
    [ValueError("odd\x00page"), RecursionError("deep"), MemoryError(), KeyError()],
)
def test_whatever_a_page_provokes_is_recorded_and_tried_again(found, error):
    run(found, failing(error))

    assert found.state == "found"
    assert type(error).__name__ in found.reason
    assert Fetch.objects.get().outcome == "failed"


def test_a_worker_that_dies_leaves_a_claim_that_runs_out(found):
    with pytest.raises(SystemExit):
        run(found, failing(SystemExit()))

    assert attempts.due_articles(now=NOW + LEASE / 2) == []
    assert attempts.due_articles(now=NOW + LEASE) == [found.pk]


def test_an_article_that_kills_its_workers_is_set_aside_after_five(found):
    now = NOW
    for _ in range(MOST_TRIES):
        with pytest.raises(SystemExit):
            run(found, failing(SystemExit()), now=now)
        now += LEASE

    run(found, step(), now=now)

    assert found.state == "set_aside"
    assert "stopped during each of 5 tries" in found.reason
    assert Fetch.objects.get().outcome == "failed"


def test_nothing_is_half_written_when_the_database_fails(found, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(attempts, "record", fail)

    with pytest.raises(OperationalError):
        run(found, step())

    found.refresh_from_db()
    assert (found.state, found.text) == ("found", "")


def test_a_busy_host_costs_no_try(found):
    again = run(found, failing(NotYet(NOW + timedelta(seconds=40))))

    assert again == timedelta(seconds=40)
    assert (found.attempts, found.turn_at) == (0, NOW + timedelta(seconds=40))
    assert not Fetch.objects.exists()


def test_the_sweep_names_what_is_due_the_longest_waiting_first():
    later = factories.article("", state="found", next_attempt_at=NOW - HOUR)
    first = factories.article(state="fetched", next_attempt_at=NOW - 2 * HOUR)
    factories.article("", state="found", next_attempt_at=NOW + HOUR)
    factories.article("", state="set_aside")
    factories.article(state="read")

    assert attempts.due_articles(now=NOW) == [first.pk, later.pk]


def test_the_sweep_does_not_repeat_itself_for_a_while(found):
    assert attempts.due_articles(now=NOW) == [found.pk]
    assert attempts.due_articles(now=NOW + timedelta(minutes=1)) == []
    assert attempts.due_articles(now=NOW + timedelta(minutes=5)) == [found.pk]
