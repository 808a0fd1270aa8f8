"""Reports in the admin: cited by hand, tried again, told apart from copies."""

from __future__ import annotations

import pytest

from talks.models import Article, CopyVerdict
from tests import factories
from tests.admin.forms import errors_of, fields_of

pytestmark = pytest.mark.django_db

LIST = "/admin/talks/article/"


def _add(staff, **fields):
    given = {"title": "A report", "source": factories.herald().pk}
    return staff.post(f"{LIST}add/", given | fields)


def _change(staff, article, **fields):
    address = f"{LIST}{article.pk}/change/"
    return staff.post(address, fields_of(staff.get(address)) | fields)


def test_a_report_added_by_hand_is_cited_and_never_fetched(staff):
    _add(staff, address="https://www.herald.example/talks?utm_source=x")

    article = Article.objects.get()
    assert article.state == Article.State.CITED
    assert article.canonical_address == "https://herald.example/talks"
    assert len(article.identity) == 64


def test_a_report_that_is_known_is_not_added_again(staff):
    _add(staff, address="https://herald.example/talks")

    response = _add(staff, address="https://www.herald.example/talks#top")

    assert "known already" in errors_of(response)
    assert Article.objects.count() == 1


def test_calling_a_report_a_copy_is_remembered_as_a_verdict(staff):
    original, reprint = factories.article(), factories.article()

    response = _change(staff, reprint, duplicate_of=original.pk)

    assert response.status_code == 302, errors_of(response)
    assert CopyVerdict.objects.get().is_copy
    assert list(original.copies.all()) == [reprint]


def test_so_is_calling_it_none_and_it_is_read(staff):
    original = factories.article()
    reprint = factories.article(duplicate_of=original)

    _change(staff, reprint, duplicate_of="")

    reprint.refresh_from_db()
    assert (reprint.duplicate_of, reprint.state) == (None, Article.State.FETCHED)
    verdict = CopyVerdict.objects.get()
    assert (verdict.first, verdict.second) == (original, reprint)
    assert not verdict.is_copy


def test_what_failed_is_tried_again_and_what_did_not_is_left(staff):
    failed = factories.article(text="", state="failed", reason="Timed out.")
    read = factories.article()

    page = staff.post(
        LIST,
        {"action": "send_again", "_selected_action": [failed.pk, read.pk]},
        follow=True,
    )

    failed.refresh_from_db(), read.refresh_from_db()
    assert "1 will be tried again" in page.content.decode()
    assert (failed.state, failed.reason) == (Article.State.FOUND, "")
    assert read.state == Article.State.READ


def test_its_page_leads_to_the_review_desk(staff):
    article = factories.article()
    factories.suggestion(article)

    page = staff.get(f"{LIST}{article.pk}/change/").content.decode()

    assert f'<a href="/admin/review/{article.pk}/">1 waiting for review</a>' in page


def test_its_page_leads_to_the_pairs_it_is_in(staff):
    article = factories.article()

    page = staff.get(f"{LIST}{article.pk}/change/").content.decode()

    assert f'href="/admin/ingest/copies/?report={article.pk}"' in page
