"""The clock that sends tasks at their times; it knows their names and nothing else.

An app of its own, because one that loads what the tasks do takes three times the memory.
"""

from __future__ import annotations

from celery import Celery

from config import env

with env.plain_refusal():
    REDIS_URL = env.address("REDIS_URL", env.REDIS_HINT, schemes=env.REDIS_SCHEMES)

# Not the current app: whoever imports this keeps sending by the project's own.
app = Celery("clock", broker=REDIS_URL, set_as_current=False)
app.conf.broker_connection_retry_on_startup = True
# Unheard, a call is void when the next comes.
EACH_MINUTE = {"schedule": 60.0, "options": {"expires": 55}}
app.conf.beat_schedule = {
    # Polls every feed whose time has come.
    "poll_due": {"task": "talks.tasks.poll_due", **EACH_MINUTE},
    # Sends again whatever is due or stuck; the database says what that is.
    "sweep": {"task": "talks.tasks.sweep", **EACH_MINUTE},
    # Folds what was added to the counts of events one by one.
    "recount": {
        "task": "talks.tasks.recount",
        "schedule": 3600.0,
        "options": {"expires": 3500},
    },
}
