"""Bringing a table through the admin: tried, matched, written, taken back."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from talks.models import Actor, Import
from tests.ingest.test_imports import ACTORS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def bring(staff, table: str | bytes = ACTORS, name="actors.csv"):
    content = table.encode() if isinstance(table, str) else table
    form = {"noun": "actors", "table": SimpleUploadedFile(name, content)}
    return staff.post(reverse("admin:imports"), form, follow=True)


def test_a_table_is_tried_before_anything_is_written(staff):
    shown = bring(staff).text

    assert "2 new" in shown
    assert "libya-dawn" in shown
    assert not Actor.objects.exists()


def test_what_is_no_table_is_told_and_not_kept(staff):
    shown = bring(staff, b"PK\x03\x04 broken", "actors.xlsx").text

    assert "The workbook is broken" in shown
    assert not Import.objects.exists()


def test_written_then_taken_back(staff):
    bring(staff)
    it = Import.objects.get()

    written = staff.post(reverse("admin:import-write", args=[it.pk]), follow=True)
    assert "Written: 2 new." in written.text
    assert Actor.objects.count() == 2

    back = staff.post(reverse("admin:import-take-back", args=[it.pk]), follow=True)
    assert "All of it was taken back." in back.text
    assert not Actor.objects.exists()


def test_a_faulty_row_shuts_the_way_and_says_why(staff):
    bring(staff, ACTORS.replace("body", "club"))
    it = Import.objects.get()

    shown = staff.get(reverse("admin:import", args=[it.pk])).text
    refused = staff.post(reverse("admin:import-write", args=[it.pk]), follow=True)

    assert "1 faulty" in shown
    assert "&#x27;club&#x27; is not one of" in shown
    assert "Nothing was written." in refused.text
    assert not Actor.objects.exists()


def test_columns_of_other_names_are_matched_by_hand(staff):
    bring(staff, ACTORS.replace("slug,name,", "code,title,"))
    it = Import.objects.get()
    assert "slug" not in it.columns

    form = {f"column-{name}": name for name in ("name_ar", "kind", "side", "aliases")}
    form |= {"column-slug": "code", "column-name": "title", "column-role": "no such"}
    shown = staff.post(reverse("admin:import", args=[it.pk]), form, follow=True).text

    assert "2 new" in shown


def test_the_template_has_the_columns(staff):
    answer = staff.get(reverse("admin:import-template", args=["actors"]))

    assert answer.content.decode("utf-8-sig").startswith("slug,name,name_ar,name_fr,")
    assert (
        staff.get(reverse("admin:import-template", args=["spies"])).status_code == 404
    )


def test_one_without_the_right_may_not(client, reviewer):
    client.force_login(reviewer)
    reviewer.user_permissions.clear()

    assert client.get(reverse("admin:imports")).status_code == 403
    assert client.post(reverse("admin:imports")).status_code == 403
