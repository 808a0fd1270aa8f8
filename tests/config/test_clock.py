from __future__ import annotations

import subprocess
import sys

import pytest
from celery import current_app

from config import clock, env
from config.celery import app as workers


@pytest.mark.parametrize("name", sorted(clock.app.conf.beat_schedule))
def test_what_is_scheduled_is_a_task_the_workers_have(name):
    workers.loader.import_default_modules()

    assert clock.app.conf.beat_schedule[name]["task"] in workers.tasks


def test_what_is_scheduled_goes_where_the_workers_listen():
    assert clock.app.conf.broker_url == workers.conf.broker_url
    assert clock.app.conf.task_default_queue == workers.conf.task_default_queue


def test_a_call_is_void_before_the_next_one_comes():
    for entry in clock.app.conf.beat_schedule.values():
        assert entry["options"]["expires"] < entry["schedule"]


def test_the_clock_stays_slim():
    program = (
        "import sys, config.clock; print({'django.apps', 'talks'} & {*sys.modules})"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=env.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "set()\n"


def test_who_imports_the_clock_still_sends_as_a_worker_would():
    assert current_app.conf.broker_transport_options == (
        workers.conf.broker_transport_options
    )
