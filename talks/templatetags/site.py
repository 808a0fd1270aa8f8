"""What the public pages' templates can call: addresses, translations, formats."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment; a missing variable is an error, never a blank."""
    made = Environment(**{"undefined": StrictUndefined, **options})
    made.globals.update(static=static, url=reverse)
    return made
