"""What failed connections and answers without a page mean."""

from __future__ import annotations

import errno
import socket
import ssl
from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest import meanings
from talks.ingest.refusals import Outcome

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


def caused_by(cause: Exception) -> Exception:
    error = ConnectionError("from further down")
    error.__cause__ = cause
    return error


def untrusted() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("[SSL: CERTIFICATE_VERIFY_FAILED] (_ssl.c:1)")
    error.verify_message = "certificate has expired"
    return error


@pytest.mark.parametrize(
    ("cause", "outcome", "reason"),
    [
        pytest.param(
            OSError(errno.ECONNREFUSED, "Connection refused"),
            Outcome.UNREACHABLE,
            "It takes no connections.",
            id="nobody listens",
        ),
        pytest.param(
            ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"),
            Outcome.UNREACHABLE,
            "It broke the connection off.",
            id="hung up",
        ),
        pytest.param(
            OSError(errno.ENETUNREACH, "Network is unreachable"),
            Outcome.UNREACHABLE,
            "No way leads to it.",
            id="no way",
        ),
        pytest.param(
            OSError(errno.EPERM, "Operation not permitted"),
            Outcome.UNREACHABLE,
            "It cannot be reached: Operation not permitted.",
            id="something else",
        ),
        pytest.param(
            untrusted(),
            Outcome.TLS,
            "Its certificate is not valid: certificate has expired.",
            id="expired",
        ),
        pytest.param(
            ssl.SSLError(1, "[SSL] nothing said"),
            Outcome.TLS,
            "Its encryption is not valid: no reason given.",
            id="no encryption",
        ),
    ],
)
def test_a_failed_connection_is_told_in_words(cause, outcome, reason):
    refusal = meanings.of_failure(caused_by(cause))

    assert (refusal.outcome, refusal.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(
            socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
            "Nobody is known by the name paper.example.",
            id="unknown",
        ),
        pytest.param(
            socket.gaierror(socket.EAI_AGAIN, "Temporary failure"),
            "Names cannot be looked up just now, paper.example among them.",
            id="no answer",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_told_in_words(error, reason):
    refusal = meanings.of_unknown_name("paper.example", error)

    assert (refusal.outcome, refusal.reason) == (Outcome.UNREACHABLE, reason)


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        pytest.param("120", timedelta(minutes=2), id="seconds"),
        pytest.param("Tue, 04 Feb 2020 13:00:00 GMT", timedelta(hours=1), id="a date"),
        pytest.param(
            "Tue, 04 Feb 2020 11:00:00 GMT", timedelta(0), id="a date gone by"
        ),
        pytest.param("999999999999", timedelta(days=1), id="a day at most"),
        pytest.param("soon", None, id="no answer at all"),
        pytest.param("٣", None, id="digits of another script"),
    ],
)
def test_when_the_server_asks_us_back(value: str, wait: timedelta | None):
    refusal = meanings.of_status(503, {"retry-after": value}, b"", now=NOW)

    assert refusal.again_at == (None if wait is None else NOW + wait)
    assert refusal.outcome == (
        Outcome.SERVER_ERROR if wait is None else Outcome.THROTTLED
    )
