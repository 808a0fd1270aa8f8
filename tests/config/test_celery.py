from __future__ import annotations

from django.conf import settings

from config.celery import app


def test_a_lost_message_comes_back_only_after_its_task_must_have_ended():
    waits = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]

    assert waits > app.conf.task_time_limit > app.conf.task_soft_time_limit


def test_the_worker_of_a_test_hears_its_queue(worker):
    pong = app.control.ping(timeout=5, limit=1)

    assert list(pong[0].values()) == [{"ok": "pong"}]
