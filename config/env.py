"""Typed readers of the environment that refuse what they don't know."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
REDIS_SCHEMES = ("redis", "rediss")
REDIS_HINT = "For example redis://127.0.0.1:6379/0"
TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    """Return the variable, or `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """Return a yes/no variable; anything else than the usual words is refused."""
    value = text(name).lower()
    if not value:
        return default
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name}={value!r}: say 1 for yes or 0 for no.")


def number(name: str, default: int, *, low: int, high: int) -> int:
    """Return a whole number from `low` to `high`; anything else is refused."""
    value = text(name, str(default))
    if not re.fullmatch("[0-9]{1,9}", value) or not low <= int(value) <= high:
        raise ImproperlyConfigured(
            f"{name}={value!r}: give a whole number from {low} to {high}."
        )
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list without empty entries."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def choice(name: str, default: str, *, among: Collection[str]) -> str:
    """Return one of a few words, whatever its case; any other is refused."""
    value = text(name, default).upper()
    if value not in among:
        raise ImproperlyConfigured(f"{name}={value!r}: choose {', '.join(among)}.")
    return value


def required(name: str, hint: str) -> str:
    """Return the variable; unset, refuse to start and say what to set."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint}")
    return value


def address(name: str, hint: str, *, schemes: Collection[str]) -> str:
    """Return a server's URL; another kind of server is refused."""
    value = required(name, hint)
    # The value may hold a password, so it is never repeated in the message.
    if urlsplit(value).scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name} must begin with {' or '.join(f'{word}://' for word in schemes)}. "
            f"{hint}"
        )
    return value


def var_dir() -> Path:
    """Return the folder for everything that is made while running."""
    return Path(text("VAR_DIR", str(ROOT / "var"))).resolve()


def read_file(path: Path) -> dict[str, str]:
    """Return the NAME=value lines of a file; nothing if there is no such file."""
    if not path.exists():
        return {}
    pairs = (line.partition("=") for line in path.read_text().splitlines())
    return {name: value for name, _, value in pairs if name}


def write_file(path: Path, variables: dict[str, str]) -> None:
    """Write NAME=value lines that only we may read, all of them or none."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text("".join(f"{name}={value}\n" for name, value in variables.items()))
    draft.replace(path)


def find_running_site() -> None:
    """Take over the addresses of the site that `make run` keeps up, if we have none.

    So that `manage.py` works in a second terminal with nothing set.
    """
    if not text("DATABASE_URL"):
        for name, value in read_file(var_dir() / "running.env").items():
            os.environ[name] = text(name, value)


@contextmanager
def plain_refusal() -> Iterator[None]:
    """Turn a refusal of the settings into one sentence and exit status 1."""
    try:
        yield
    except ImproperlyConfigured as problem:
        sys.exit(f"Cannot start: {problem}")
