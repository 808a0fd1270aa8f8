"""Comments: on any record, written once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from talks.models import Comment
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_a_record_has_its_own_comments_oldest_first(editor):
    event, figure = factories.event(), factories.figure(pk=factories.event().pk)
    for text in ("First", "Second"):
        Comment.objects.create(about=event, text=text, by=editor, at=NOW)
    Comment.objects.create(about=figure, text="Of a figure", by=editor, at=NOW)

    assert [each.text for each in Comment.objects.on(event)] == ["First", "Second"]


def test_an_empty_comment_is_refused(editor):
    with pytest.raises(IntegrityError, match="comment_says_something"):
        Comment.objects.create(about=factories.event(), text="", by=editor, at=NOW)


@pytest.mark.parametrize(
    "rewrite", [lambda rows: rows.update(text="Other"), lambda rows: rows.delete()]
)
def test_a_comment_is_never_edited_nor_removed(editor, rewrite):
    Comment.objects.create(about=factories.event(), text="Said", by=editor, at=NOW)

    with (
        pytest.raises(ProgrammingError, match="Cannot update or"),
        transaction.atomic(),
    ):
        rewrite(Comment.objects.all())

    assert Comment.objects.get().text == "Said"
