"""Going back to an earlier version of a row."""

from __future__ import annotations

import pytest

from talks.admin.versions import CannotGoBackError, go_back
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """An event whose title was changed once."""
    event = factories.event(title="First", title_ar="الأول")
    event.title, event.title_ar = "Second", ""
    event.save()
    return event


def _versions(event) -> list[int]:
    return list(event.history.order_by("pgh_id").values_list("pgh_id", flat=True))


def test_the_earlier_values_are_back_and_the_later_ones_still_known(event):
    go_back(event, version=_versions(event)[0])

    event.refresh_from_db()
    assert (event.title, event.title_ar) == ("First", "الأول")
    assert "Second" in event.history.values_list("title", flat=True)


def test_what_the_machine_keeps_is_left_alone(event):
    event.refresh_from_db()
    before = event.known_on, event.created_at

    go_back(event, version=_versions(event)[0])

    event.refresh_from_db()
    assert (event.known_on, event.created_at) == before


def test_a_version_of_another_row_is_refused(event):
    other = factories.event()

    with pytest.raises(CannotGoBackError, match="no such version"):
        go_back(event, version=_versions(other)[0])


def test_values_that_break_a_rule_by_now_are_refused(event):
    first = _versions(event)[0]
    slug = event.slug
    event.slug = "moved"
    event.save()
    factories.event(slug=slug)

    with pytest.raises(CannotGoBackError, match="already exists"):
        go_back(event, version=first)


def test_it_is_done_on_the_history_page(staff, event):
    history = f"/admin/talks/event/{event.pk}/history/"
    (first, *_) = _versions(event)
    address = f"/admin/talks/event/{event.pk}/back/{first}/"
    assert f'action="{address}"' in staff.get(history).content.decode()

    page = staff.post(address, follow=True)

    event.refresh_from_db()
    assert page.request["PATH_INFO"] == history
    assert event.title == "First"


def test_only_those_who_may_change_the_row_may_do_it(client, django_user_model, event):
    client.force_login(django_user_model.objects.create_user("someone", is_staff=True))
    address = f"/admin/talks/event/{event.pk}/back/{_versions(event)[0]}/"

    assert client.post(address).status_code == 403
