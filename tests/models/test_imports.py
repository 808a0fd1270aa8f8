"""What the database guarantees of an import: written by somebody, taken back after."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from talks.models import Import
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def brought(editor) -> Import:
    return Import.objects.create(
        noun="actors",
        file_name="a.csv",
        header=[],
        rows=[],
        columns={},
        by=editor,
        at=NOW,
    )


@pytest.mark.parametrize("part", ["written_at", "written_by", "context"])
def test_what_was_written_says_when_by_whom_and_where(brought, editor, part):
    written = {"written_at": NOW, "written_by": editor, "context": uuid4()}

    with (
        pytest.raises(IntegrityError, match="import_is_written_by_somebody"),
        transaction.atomic(),
    ):
        Import.objects.update(**(written | {part: None}))
    Import.objects.update(**written)


def test_it_is_taken_back_after_it_was_written(brought, editor):
    back = {"taken_back_at": NOW, "taken_back_by": editor}
    refused = pytest.raises(IntegrityError, match="taken_back_after_it_was_written")

    with refused, transaction.atomic():
        Import.objects.update(**back)
    later = NOW + timedelta(1)
    with refused, transaction.atomic():
        Import.objects.update(
            written_at=later, written_by=editor, context=uuid4(), **back
        )
