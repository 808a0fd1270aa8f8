"""Pictures as PNG: in each script, drawn once."""

from __future__ import annotations

import struct

import pytest

from talks.charts import png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">'
    '<rect width="120" height="40" fill="#fff"/>'
    '<text x="4" y="24" font-size="16">{}</text></svg>'
)
EMPTY = SVG.format("")


def size(drawn: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", drawn[16:24])
    return width, height


@pytest.mark.parametrize("words", ["Deaths", "القتلى", "Blessés", "2019"])
def test_words_of_each_script_leave_their_mark(words):
    drawn = png.draw(SVG.format(words))

    assert drawn.startswith(b"\x89PNG")
    assert size(drawn) == (240, 80)
    assert drawn != png.draw(EMPTY)


def test_letters_that_no_font_holds_are_not_what_arabic_looks_like():
    arabic, none = png.draw(SVG.format("س")), png.draw(SVG.format("\U000e0001"))

    assert arabic != none


def test_a_picture_is_drawn_once(monkeypatch):
    first = png.draw(EMPTY)

    monkeypatch.setattr(png, "_draw", lambda svg: b"drawn anew")

    assert png.draw(EMPTY) == first
    assert png.draw(SVG.format("other")) == b"drawn anew"
