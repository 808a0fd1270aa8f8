"""Messages to the workers are hints: without the queue the sweep finds the work all the same."""

from __future__ import annotations

import logging
from typing import Any

from kombu.exceptions import OperationalError

_log = logging.getLogger(__name__)


def send(task: Any, **ids: int) -> bool:
    """Send the task; tell whether the queue could be reached."""
    try:
        task.delay(**ids)
    except OperationalError as error:
        _log.warning("%s is left to the sweep: %s", task.name, error)
        return False
    return True
