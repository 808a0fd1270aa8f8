"""Telling a worker, with a queue or without."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from kombu.exceptions import OperationalError

from talks.admin import hints


def test_the_task_is_sent_with_its_ids():
    sent = []
    task = SimpleNamespace(name="poll", delay=lambda **ids: sent.append(ids))

    assert hints.send(task, feed_id=7)
    assert sent == [{"feed_id": 7}]


def test_an_unreachable_queue_is_told_and_survived():
    def unreachable(**ids):
        raise OperationalError

    assert not hints.send(SimpleNamespace(name="poll", delay=unreachable), feed_id=7)


def test_any_other_failure_is_not_hidden():
    def broken(**ids):
        raise TypeError

    with pytest.raises(TypeError):
        hints.send(SimpleNamespace(name="poll", delay=broken), feed_id=7)
