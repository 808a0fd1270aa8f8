"""The compose file and the image name nothing that the project does not have."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from django.urls import resolve

from config import env, prepare
from tests.config.test_settings import variables_read

TEXT = (env.ROOT / "docker-compose.yml").read_text()
DOCKERFILE = (env.ROOT / "Dockerfile").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
LONG_RUNNING = set(SERVICES) - {"migrate"}
BIN = Path(sys.executable).parent


def commands() -> dict[str, list[str]]:
    """What each service of ours runs: its own command, or that of the image."""
    (default,) = re.findall(
        r"^CMD \[(.*)\]", DOCKERFILE.replace("\\\n", ""), re.MULTILINE
    )
    of_the_image = re.findall(r'"([^"]+)"', default)
    return {
        name: service.get("command", of_the_image) for name, service in OURS.items()
    }


@cache
def help_of(*words: str) -> str:
    environment = {"COLUMNS": "200", "PATH": str(BIN)}
    done = subprocess.run(
        [*words, "--help"], capture_output=True, text=True, env=environment, check=True
    )
    return done.stdout


def test_the_production_form_has_its_six_services():
    assert set(SERVICES) == {"db", "redis", "migrate", "web", "worker", "beat"}


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_program_exists(name):
    program = commands()[name][0]

    assert shutil.which(program, path=str(BIN))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("web", ["granian"]),
        ("worker", ["celery", "--app", "config.celery", "worker"]),
        ("beat", ["celery", "--app", "config.clock", "beat"]),
    ],
)
def test_every_option_is_known_to_its_program(name, words):
    command = commands()[name]
    subcommand = [word for word in words if word in {"worker", "beat"}]

    options = {word.partition("=")[0] for word in command if word.startswith("--")}

    known = help_of(str(BIN / words[0])) + help_of(str(BIN / words[0]), *subcommand)
    assert command[: len(words)] == words
    assert {option for option in options if option not in known} == set()


def test_the_web_server_and_celery_are_given_what_we_define():
    module, _, name = commands()["web"][1].partition(":")
    apps = [commands()[service][2] for service in ("worker", "beat")]

    assert callable(getattr(import_module(module), name))
    assert [import_module(app).app.main for app in apps] == ["config", "clock"]


def test_every_step_of_the_preparation_exists():
    image_step = re.search(r"python -m config\.prepare (\w+)", DOCKERFILE)

    assert commands()["migrate"][:3] == ["python", "-m", "config.prepare"]
    assert set(commands()["migrate"][3:]) | {image_step[1]} == set(prepare.STEPS)


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_variable_of_ours_is_read(name):
    assert set(OURS[name]["environment"]) <= variables_read()


def test_every_variable_asked_of_the_operator_is_in_the_example():
    example = (env.ROOT / ".env.example").read_text()

    asked = set(re.findall(r"\$\{([A-Z_]+)", TEXT))

    assert asked <= set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE))


def test_no_secret_has_a_value_of_its_own():
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD"):
        uses = re.findall(rf"\$\{{{name}(\S)", TEXT)

        assert set(uses) == {":"}
        assert f"${{{name}:-" not in TEXT


@pytest.mark.parametrize("name", sorted(LONG_RUNNING))
def test_every_long_running_service_says_how_it_is(name):
    assert SERVICES[name]["healthcheck"]["test"]


def test_the_health_check_asks_at_an_address_we_have():
    (address,) = re.findall(r"127\.0\.0\.1:8000(/\w+)", str(SERVICES["web"]))

    assert resolve(address).func.__name__ == "readyz"
    assert OURS["web"]["environment"]["ALLOWED_HOSTS"].endswith(",127.0.0.1")


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_what_a_service_waits_for_exists_and_can_come_true(name):
    for awaited, how in SERVICES[name].get("depends_on", {}).items():
        healthy = how["condition"] == "service_healthy"

        assert ("healthcheck" in SERVICES[awaited]) == healthy


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_service_runs_as_root(name):
    assert SERVICES[name].get("user") or re.search(
        "^USER talks$", DOCKERFILE, re.MULTILINE
    )
    assert "no-new-privileges:true" in SERVICES[name]["security_opt"]


def test_every_image_is_pinned():
    named = [SERVICES[name]["image"] for name in set(SERVICES) - set(OURS)]
    named += re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)

    assert all(re.search(r":\d+\.\d+\.\d+", image) for image in named)


def test_every_volume_is_declared():
    used = {
        volume.partition(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
    }

    assert used == set(COMPOSE["volumes"])


def test_the_image_holds_no_secret_and_no_history():
    left_out = (env.ROOT / ".dockerignore").read_text().split()

    assert {".env", ".git", "var", ".venv"} <= set(left_out)
