"""Brings database and static files up to date before the site starts.

1. migrations; 2. static files, if they changed; 3. the shipped facts, if there are none.
Safe to run twice, and does nothing the second time.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from config import env


def main() -> None:
    """Run the three steps, each saying what it does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with env.plain_refusal():
        django.setup()
    call_command("migrate", interactive=False, verbosity=1)
    collect_static(Path(settings.STATIC_ROOT))
    if not apps.get_model("talks.Event").objects.exists():
        call_command("seed")


def collect_static(target: Path) -> None:
    """Collect the static files, unless the last collection was of these very ones."""
    stamp, digest = target / ".collected", static_digest()
    if not stamp.exists() or stamp.read_text() != digest:
        call_command("collectstatic", interactive=False, clear=True, verbosity=1)
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


if __name__ == "__main__":
    main()
