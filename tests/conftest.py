"""What every test may lean on: real servers, named people, a worker, a browser."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis
from playwright.sync_api import Browser, Page, expect, sync_playwright

from config import env, servers, supervisor

# How fast the machine is at the moment says nothing about the code.
hypothesis.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent
RUNNING = pytest.StashKey[list[supervisor.Process]]()
HOME = pytest.StashKey[Path]()
# How long a browser on a crowded machine may take to show what was asked for.
SLOWEST = 20
# Set whatever the caller's environment says: the suite brings its own.
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "SECRET_KEY": "only-for-tests",
    "DEBUG": "1",
    "HTTPS": "0",
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "FETCH_ALLOW_LOOPBACK": "0",
}


def pytest_configure(config: pytest.Config) -> None:
    """Bring up the servers that the environment does not name, then choose settings.

    The settings are named here and not in pyproject.toml because they read the
    addresses of the servers. Under xdist this happens once: workers inherit it.
    """
    config.stash[RUNNING] = []
    os.environ.update(ENVIRONMENT)
    if not {"DATABASE_URL", "REDIS_URL"} <= os.environ.keys():
        _start_servers(config)
    django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop our servers and remove their files."""
    supervisor.stop(config.stash.get(RUNNING, []))
    if home := config.stash.get(HOME, None):
        shutil.rmtree(home, ignore_errors=True)


def pytest_report_header() -> str:
    """Say at the top whether the browser tests will run."""
    return f"browser: {_chromium() or 'none found, its tests are skipped'}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever asks for a page, so that `-m browser` finds it."""
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """A page asked for in Arabic must not leave Arabic behind for the next test."""
    with translation.override("en"):
        yield


@pytest.fixture
def editor(db):
    """A superuser: may change everything."""
    return get_user_model().objects.create_superuser("editor", password="editor")


@pytest.fixture
def reviewer(db):
    """A staff member who may see and change the app's rows, but not delete them."""
    user = get_user_model().objects.create_user(
        "reviewer", password="reviewer", is_staff=True
    )
    permissions = apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="talks"
    )
    user.user_permissions.set(permissions.exclude(codename__startswith="delete_"))
    return user


@pytest.fixture
def reader(db):
    """Somebody with an account and no rights."""
    return get_user_model().objects.create_user("reader", password="reader")


@pytest.fixture
def worker(transactional_db, tmp_path: Path) -> Iterator[supervisor.Process]:
    """A real Celery worker on this test's database and queue, in its own process."""
    database = settings.DATABASES["default"]["NAME"]
    address = os.environ["DATABASE_URL"].rpartition("/")[0]
    process = supervisor.Process(
        name="worker",
        command=[
            *(sys.executable, "-m", "celery", "--app", "config.celery"),
            *("worker", "--pool", "solo", "--loglevel", "INFO"),
            *("--without-mingle", "--without-gossip"),
        ],
        log=tmp_path / "worker.log",
        env={"DATABASE_URL": f"{address}/{database}"},
        cwd=ROOT,
        is_ready=lambda: "ready." in supervisor.tail(tmp_path / "worker.log"),
    )
    process.start()
    process.wait_until_ready(Event())
    yield process
    supervisor.stop([process])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the test is skipped, or fails if it is required."""
    chromium = _chromium()
    if not chromium:
        required = env.flag("REQUIRE_BROWSER", default=False)
        complain = pytest.fail if required else pytest.skip
        complain("There is no Chromium: install one, or name it in CHROMIUM.")
    # Playwright keeps an event loop in this thread, which Django takes for ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        expect.set_options(timeout=SLOWEST * 1000)
        chrome = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield chrome
        chrome.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """A fresh browser window; addresses are relative to the live server."""
    context = browser.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()


def _chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


def _start_servers(config: pytest.Config) -> None:
    """Start what is missing in a fresh folder, beside any site that is running."""
    (ROOT / "var").mkdir(exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="test-", dir=ROOT / "var"))
    config.stash[HOME] = home
    password = secrets.token_urlsafe(12)
    if "DATABASE_URL" not in os.environ:
        database = servers.postgres(
            home / "postgres",
            password=password,
            log=home / "postgres.log",
            settings=servers.FORGETFUL,
        )
        os.environ["DATABASE_URL"] = _start(config, database)
    if "REDIS_URL" not in os.environ:
        queue = servers.redis_server(
            home / "redis", password=password, log=home / "redis.log"
        )
        os.environ["REDIS_URL"] = _start(config, queue)


def _start(config: pytest.Config, server: servers.Server) -> str:
    config.stash[RUNNING].append(server.process)
    server.process.start()
    server.process.wait_until_ready(Event())
    return server.url
