"""What every answer carries."""

from __future__ import annotations


def test_every_answer_denies_the_visitors_device(client):
    policy = client.get("/healthz").headers["Permissions-Policy"]

    assert "geolocation=()" in policy
    assert "camera=()" in policy
