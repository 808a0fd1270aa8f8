"""A person's word on two reports, asked once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission

from talks.models import Article, CopyVerdict
from tests import factories

pytestmark = pytest.mark.django_db

PAGE = "/admin/ingest/copies/"


@pytest.fixture
def sent(monkeypatch):
    """What the queue was told."""
    told = []

    def tell(*, article_id: int) -> None:
        told.append(article_id)

    monkeypatch.setattr("talks.tasks.advance_article.delay", tell)
    return told


@pytest.fixture
def pair():
    """An original, and what was taken for its copy and so never read."""
    original = factories.article(title="First told")
    return original, factories.article(title="Told again", duplicate_of=original)


def _judge(staff, pair, verdict):
    original, copy = pair
    address = f"{PAGE}{copy.pk}/{original.pk}/"
    return staff.post(address, {"verdict": verdict}, follow=True)


def test_a_pair_is_shown_with_both_beginnings(staff, pair):
    shown = staff.get(PAGE).content.decode()

    assert "First told" in shown
    assert "Told again" in shown
    assert shown.count(factories.SENTENCE) == 2


def test_a_copy_confirmed_stays_one_and_is_asked_no_more(staff, pair, sent):
    page = _judge(staff, pair, "copy")

    assert CopyVerdict.objects.get().is_copy
    assert page.context["pairs"] == []
    assert sent == []


def test_what_is_no_copy_is_read_on_its_own_and_asked_no_more(staff, pair, sent):
    page = _judge(staff, pair, "not")

    copy = Article.objects.get(title="Told again")
    assert (copy.duplicate_of, copy.state) == (None, Article.State.FETCHED)
    assert page.context["pairs"] == []
    assert sent == [copy.pk]


@pytest.mark.parametrize("verdict", ["", "perhaps"])
def test_without_a_verdict_nothing_is_kept(staff, pair, verdict):
    page = _judge(staff, pair, verdict)

    assert not CopyVerdict.objects.exists()
    assert len(page.context["pairs"]) == 1


def test_a_report_is_no_pair_with_itself(staff, pair):
    original, _ = pair

    _judge(staff, (original, original), "copy")

    assert not CopyVerdict.objects.exists()


def test_the_pairs_of_one_report(staff, pair):
    original, copy = pair
    factories.article(duplicate_of=factories.article())

    pairs = staff.get(PAGE, {"report": original.pk}).context["pairs"]

    assert [asked.copy.pk for asked in pairs] == [copy.pk]


def test_who_may_only_look_cannot_judge(client, django_user_model, pair):
    someone = django_user_model.objects.create_user("someone", is_staff=True)
    someone.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(someone)

    assert "It is a copy" not in client.get(PAGE).content.decode()
    assert _judge(client, pair, "copy").status_code == 403


def test_many_pairs_take_no_more_queries(staff, django_assert_max_num_queries):
    for _ in range(5):
        factories.article(duplicate_of=factories.article())

    with django_assert_max_num_queries(4):
        staff.get(PAGE)
