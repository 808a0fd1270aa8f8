"""Brings database and static files up to date before the site starts.

`python -m config.prepare database static` takes the steps named, in that order. Each is
safe to take twice, and does nothing the second time.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError

from config import env


def main(steps: Sequence[str]) -> None:
    """Take the named steps, each saying what it does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with env.plain_refusal():
        django.setup()
    try:
        for step in steps:
            STEPS[step]()
    except OperationalError as problem:
        sys.exit(f"The database does not answer; check DATABASE_URL. {problem}")


def fill_database() -> None:
    """Migrate, set up the roles, and load the shipped facts if there is no event yet."""
    call_command("migrate", interactive=False)
    call_command("roles", verbosity=0, stdout=StringIO())
    if not apps.get_model("talks.Event").objects.exists():
        call_command("seed")


def collect_static() -> None:
    """Collect the static files, unless the last collection was of these very ones."""
    stamp, digest = Path(settings.STATIC_ROOT, ".collected"), static_digest()
    if not stamp.exists() or stamp.read_text() != digest:
        call_command("collectstatic", interactive=False, clear=True)
        stamp.write_text(digest)


def static_digest() -> str:
    """Return a fingerprint of all that static files are made from.

    Those of packages change only with the packages, hence with requirements.txt.
    """
    facts = [settings.STORAGES["staticfiles"]["BACKEND"]]
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            state = path.stat()
            facts.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    packages = (env.ROOT / "requirements.txt").read_bytes()
    return hashlib.sha256("\n".join(facts).encode() + packages).hexdigest()


STEPS = {"database": fill_database, "static": collect_static}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m config.prepare")
    parser.add_argument("steps", nargs="+", choices=STEPS)
    main(parser.parse_args().steps)
