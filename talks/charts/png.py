"""An SVG picture as PNG: the same picture for slides and papers that take no SVG."""

from __future__ import annotations

from hashlib import sha256

import fontpkg_noto_sans_arabic
import resvg_py
from django.core.cache import cache

# Noto Sans Arabic holds Latin letters too; a bare machine has no font at all.
FAMILY = fontpkg_noto_sans_arabic.FAMILY
FONTS = [str(path) for path in fontpkg_noto_sans_arabic.ROOT.glob("files/*.ttf")]
# sharp on screens of double density and in print
ZOOM = 2
# Drawing costs a fifth of a second, and the same picture is often taken by many.
KEPT_SECONDS = 3600


def draw(svg: str) -> bytes:
    """Return the picture as PNG, drawn once an hour at most."""
    key = f"png-{sha256(svg.encode()).hexdigest()}"
    found: bytes | None = cache.get(key)
    if found is None:
        found = _draw(svg)
        cache.set(key, found, KEPT_SECONDS)
    return found


def _draw(svg: str) -> bytes:
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=ZOOM,
        skip_system_fonts=True,
        font_files=FONTS,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(drawn)
