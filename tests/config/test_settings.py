"""What the settings refuse, and how closed they are by default."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

PRODUCTION = {
    "SECRET_KEY": "x7" * 30 + "-a-long-and-varied-secret-0123456789",
    "DATABASE_URL": "postgres://talks:p%40ss@db.example:5433/talks",
    "REDIS_URL": "redis://queue.example:6379/0",
    "ALLOWED_HOSTS": "talks.example",
}
READER = re.compile(
    r'env\.(?:text|flag|number|words|choice|required|address)\(\s*"([A-Z_]+)"'
)
# Read by the tests alone, and by docker-compose.yml alone.
ELSEWHERE = {"CHROMIUM", "REQUIRE_BROWSER", "POSTGRES_PASSWORD", "REDIS_PASSWORD"}


@pytest.fixture
def production(monkeypatch):
    """The environment of a server that says only what it must."""
    # The last is for the browser tests alone.
    for name in variables_read() | {"DJANGO_ALLOW_ASYNC_UNSAFE"}:
        monkeypatch.delenv(name, raising=False)
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def variables_read() -> set[str]:
    sources = (path.read_text() for path in (env.ROOT / "config").glob("*.py"))
    # var_dir() reads its own inside env.py, hence without the prefix.
    return {name for text in sources for name in READER.findall(text)} | {"VAR_DIR"}


def settings() -> dict:
    """Evaluate the settings anew under the present environment."""
    return runpy.run_path(str(env.ROOT / "config" / "settings.py"))


def test_production_is_closed_by_default(production):
    found = settings()

    assert found["DEBUG"] is False
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SESSION_COOKIE_SECURE"] is True
    assert found["CSRF_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert found["FETCH_ALLOW_LOOPBACK"] is False
    assert found["SECURE_PROXY_SSL_HEADER"] is None


def test_the_content_policy_allows_nothing_unsafe_and_nobody_else(production):
    policy = settings()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]

    allowed = {source for sources in policy.values() for source in sources}

    assert policy["default-src"] == ["'self'"]
    assert allowed == {"'self'", "'none'", "data:"}


@pytest.mark.parametrize("name", PRODUCTION)
def test_what_must_be_said_is_asked_for(production, name):
    production.delenv(name)

    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set"):
        settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("DEBUG", "maybe", id="a flag that says neither"),
        pytest.param("HTTPS", "sometimes", id="another"),
        pytest.param("LOG_LEVEL", "LOUD", id="no such level"),
        pytest.param("DATABASE_TIMEOUT", "soon", id="no number"),
        pytest.param("DATABASE_URL", "sqlite:///db", id="another database"),
        pytest.param("REDIS_URL", "valkey://queue", id="a scheme Celery cannot speak"),
        pytest.param("FETCH_ALLOW_LOOPBACK", "1", id="open to itself in production"),
    ],
)
def test_what_is_not_understood_is_refused(production, name, value):
    production.setenv(name, value)

    with pytest.raises(ImproperlyConfigured, match=name):
        settings()


def test_a_database_address_is_taken_apart(production):
    database = settings()["DATABASES"]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"]) == ("db.example", 5433)
    assert database["PASSWORD"] == "p@ss"
    assert database["OPTIONS"] == {"options": "-c jit=off"}


def test_a_database_timeout_is_set_on_every_connection(production):
    production.setenv("DATABASE_TIMEOUT", "15")

    database = settings()["DATABASES"]["default"]

    assert database["OPTIONS"]["options"] == "-c jit=off -c statement_timeout=15s"


def test_a_proxy_is_believed_only_when_we_say_so(production):
    production.setenv("BEHIND_PROXY", "1")

    header = settings()["SECURE_PROXY_SSL_HEADER"]

    assert header == ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["manage.py", "check"], id="manage"),
        pytest.param(["-c", "import config.wsgi"], id="web"),
        pytest.param(["-m", "celery", "-A", "config.celery", "report"], id="worker"),
        pytest.param(["-m", "config.prepare", "static"], id="prepare"),
    ],
)
def test_each_door_refuses_in_one_sentence(production, tmp_path, command):
    production.delenv("SECRET_KEY")
    production.setenv("VAR_DIR", str(tmp_path))
    production.setenv("DJANGO_SETTINGS_MODULE", "config.settings")

    done = subprocess.run(
        [sys.executable, *command],
        cwd=env.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("Cannot start: SECRET_KEY is not set.")
    assert "Traceback" not in done.stderr


def test_a_production_server_passes_the_deployment_checks(production):
    production.setenv("DJANGO_SETTINGS_MODULE", "config.settings")

    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level=WARNING"],
        cwd=env.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_the_example_lists_every_variable():
    example = (env.ROOT / ".env.example").read_text()

    named = set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE))

    assert named == variables_read() | ELSEWHERE


def test_the_manual_explains_every_variable():
    manual = (env.ROOT / "docs" / "operations.md").read_text()

    named = set(re.findall(r"^\| `([A-Z_]+)` \|", manual, re.MULTILINE))

    assert named == variables_read() | ELSEWHERE


def test_the_settings_fit_on_a_few_screens():
    assert len(Path(env.ROOT, "config", "settings.py").read_text().splitlines()) < 260
