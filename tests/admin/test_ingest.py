"""The operators' page: what waits, what is done, who is heard, what was given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from talks.models import Article, Fetch
from tests import factories

pytestmark = pytest.mark.django_db

PAGE = "/admin/ingest/"


@pytest.fixture
def sent(monkeypatch):
    """What the queue was told."""
    told = []

    def tell(*, article_id: int) -> None:
        told.append(article_id)

    monkeypatch.setattr("talks.tasks.advance_article.delay", tell)
    return told


def _lost(**fields):
    given = {"state": "set_aside", "reason": "The server did not answer."}
    return factories.article("", **(given | fields))


def _step(step="poll", outcome="new"):
    now = timezone.now()
    Fetch.objects.create(
        feed=factories.feed(),
        step=step,
        outcome=outcome,
        started_at=now,
        finished_at=now,
    )


def _allow(user, *codenames):
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))


@pytest.fixture
def someone(client, django_user_model):
    """Staff who may do nothing yet."""
    user = django_user_model.objects.create_user("someone", is_staff=True)
    client.force_login(user)
    return user


def test_it_says_how_much_waits_and_since_when(staff):
    two_hours_ago = timezone.now() - timedelta(hours=2)
    factories.article("", state="found", next_attempt_at=two_hours_ago)

    page = staff.get(PAGE)

    assert page.context["queue"].due == 1
    assert "2\xa0hours" in page.content.decode()


def test_an_hour_says_what_was_done_and_how_it_ended(staff):
    _step(), _step(outcome="bot_wall"), _step("read", "read")

    latest = staff.get(PAGE).context["hours"][0]

    assert (latest["polls"], latest["reports"], latest["done"]) == (2, 1, 3)
    assert "1 stopped by a bot wall" in latest["ended"]


def test_a_week_without_a_report_is_hatched_and_never_a_zero(staff):
    factories.feed(source=factories.source(name="Herald"))

    shown = staff.get(PAGE).content.decode()

    assert shown.count("not heard</span>") == 12
    assert '<td class="came">' not in shown


def test_what_was_given_up_is_listed_with_its_reason(staff):
    _lost(title="Lost report")

    shown = staff.get(PAGE).content.decode()

    assert "Lost report" in shown
    assert "The server did not answer." in shown


def test_what_is_ticked_is_sent_again(staff, sent):
    ticked, other = _lost(), _lost()

    page = staff.post(f"{PAGE}again/", {"article": [ticked.pk]}, follow=True)

    ticked.refresh_from_db(), other.refresh_from_db()
    assert (ticked.state, other.state) == ("found", "set_aside")
    assert sent == [ticked.pk]
    assert "1 will be tried again" in page.content.decode()


def test_what_is_no_number_is_passed_over(staff, sent):
    staff.post(f"{PAGE}again/", {"article": ["x", "", "999999"]})

    assert sent == []


def test_it_is_for_those_who_may_see_the_steps(client, someone):
    assert client.get(PAGE).status_code == 403

    _allow(someone, "view_fetch")

    assert client.get(PAGE).status_code == 200


def test_who_may_only_look_cannot_send_again(client, someone):
    report = _lost()
    _allow(someone, "view_fetch")

    refused = client.post(f"{PAGE}again/", {"article": [report.pk]})

    assert refused.status_code == 403
    assert "Send again" not in client.get(PAGE).content.decode()
    assert Article.objects.get().state == Article.State.SET_ASIDE


def test_the_admins_first_page_leads_here(staff, client):
    assert f'href="{PAGE}"' in staff.get("/admin/").content.decode()


def test_who_may_not_see_the_page_is_not_led_to_it(client, someone):
    assert f'href="{PAGE}"' not in client.get("/admin/").content.decode()


def test_many_rows_take_no_more_queries(staff, django_assert_max_num_queries):
    for _ in range(5):
        _step(), _lost()
        factories.article(found_at=datetime.now(UTC))

    with django_assert_max_num_queries(15):
        staff.get(PAGE)
