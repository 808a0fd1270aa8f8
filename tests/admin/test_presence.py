"""Who is at a report: for a minute, and never oneself."""

from __future__ import annotations

import pytest

from talks.admin import presence

pytestmark = pytest.mark.django_db


def test_others_are_seen_and_oneself_is_not(editor, reviewer):
    presence.note(1, editor)
    presence.note(1, reviewer)

    assert presence.others(1, editor) == ["reviewer"]


def test_those_at_another_report_are_not_seen(editor, reviewer):
    presence.note(2, reviewer)

    assert presence.others(1, editor) == []
