"""Giving the reader a report by address or by text."""

from __future__ import annotations

import pytest
from django.urls import reverse

from talks.models import Article
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "Both delegations arrived in Geneva on Monday.\n\nTalks begin on Tuesday."


@pytest.fixture
def staff(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def sent(monkeypatch):
    """What the queue was told."""
    told = []

    def tell(*, article_id: int) -> None:
        told.append(article_id)

    monkeypatch.setattr("talks.tasks.advance_article.delay", tell)
    return told


def _give(staff, **given):
    return staff.post(reverse("admin:review-give"), given)


def test_a_text_waits_to_be_read_and_a_worker_is_told(staff, sent):
    source = factories.herald()

    response = _give(
        staff, title="Talks", text=TEXT, source="the herald", published="3 Feb 2020"
    )

    article = Article.objects.get()
    assert response.url == reverse("admin:review-article", args=[article.pk])
    assert (article.source, article.state) == (source, Article.State.FETCHED)
    assert (f"{article.published_at:%Y-%m-%d}", article.published_day_only) == (
        "2020-02-03",
        True,
    )
    assert sent == [article.pk]


def test_an_address_waits_to_be_fetched(staff, sent):
    _give(staff, address="https://news.example/talks?utm_source=feed")

    article = Article.objects.get()
    assert article.state == Article.State.FOUND
    assert article.canonical_address == "https://news.example/talks"
    assert article.source.slug == "by-hand"


def test_its_page_at_the_desk_says_that_it_is_being_read(staff, sent):
    response = _give(staff, title="Talks", text=TEXT)

    page = staff.get(response.url).content.decode()

    assert "being fetched and read" in page
    assert "Look again" in page


def test_giving_the_same_twice_leads_to_the_same_report(staff, sent):
    for _ in range(2):
        _give(staff, title="Talks", text=TEXT)

    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param({}, "either an address or a text", id="nothing"),
        pytest.param(
            {"address": "https://a.example/1", "text": TEXT}, "either an", id="both"
        ),
        pytest.param({"text": TEXT}, "needs its title", id="no title"),
        pytest.param(
            {"title": "T", "text": TEXT, "source": "Nobody"},
            "no source called “Nobody”",
            id="unknown source",
        ),
        pytest.param(
            {"title": "T", "text": TEXT, "published": "January 2020"},
            "Give one day",
            id="inexact day",
        ),
    ],
)
def test_what_is_missing_is_asked_for(staff, sent, given, said):
    response = _give(staff, **given)

    assert said in response.content.decode()
    assert not Article.objects.exists()


def test_only_those_who_may_add_reports_may_give_them(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("someone", is_staff=True))

    assert client.get(reverse("admin:review-give")).status_code == 403
