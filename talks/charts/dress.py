"""The pages' style sheets with every variable written out, for pictures that stand alone.

A page's picture takes its colours from the page; a file has no page around it, and what
draws PNGs knows neither variables nor mixed colours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from django.contrib.staticfiles import finders

Theme = Literal["light", "dark"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;]+);")
_USED = re.compile(r"var\((--[\w-]+)\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TRACK = re.compile(r"--track:\s*([^;]+);")
_MIXED = re.compile(r"color-mix\(in srgb, (#\w+) (\d+)%, (#\w+)\)")
_DARK = "@media (prefers-color-scheme: dark)"


@cache
def sheet(names: Sequence[str], theme: Theme) -> str:
    """Return these style sheets of the site as one, in the colours of a theme."""
    tokens = _COMMENT.sub("", _read("tokens"))
    css = "\n".join(_read(name) for name in names)
    return written_out(css, variables(tokens, theme), tracks(tokens))


def _read(name: str) -> str:
    path = finders.find(f"css/{name}.css")
    if not isinstance(path, str):
        message = f"there is no style sheet {name}.css"
        raise FileNotFoundError(message)
    return Path(path).read_text(encoding="utf-8")


def variables(tokens: str, theme: Theme) -> dict[str, str]:
    """Return what each variable of the tokens stands for in a theme."""
    plain, _, rest = tokens.partition(_DARK)
    named = dict(_VARIABLE.findall(plain.partition("@media")[0]))
    if theme == "dark":
        named |= dict(_VARIABLE.findall(_block(rest)))
    return named


def tracks(tokens: str) -> dict[str, str]:
    """Return the colour of each track's own class."""
    return {
        selector.strip(): colour[1]
        for selector, body in _RULE.findall(_without_media(tokens))
        if (colour := _TRACK.search(body))
    }


def written_out(css: str, named: Mapping[str, str], tracks: Mapping[str, str]) -> str:
    """Return rules without variables, mixed colours, comments and rules for a medium.

    A rule that asks for the colour of its track is written once for every track.
    """
    rules = _RULE.findall(_without_media(_COMMENT.sub("", css)))
    css = "\n".join(_rule(selector, body, tracks) for selector, body in rules)
    css = _USED.sub(lambda used: named[used[1]], css)
    return _MIXED.sub(lambda mixed: _mix(mixed[1], int(mixed[2]), mixed[3]), css)


def _rule(selector: str, body: str, tracks: Mapping[str, str]) -> str:
    if "var(--track)" not in body:
        return f"{selector.strip()} {{{body}}}"
    rules = []
    for track, colour in tracks.items():
        own = ", ".join(f"{track} {one.strip()}" for one in selector.split(","))
        rules.append(f"{own} {{{body.replace('var(--track)', colour)}}}")
    return "\n".join(rules)


def _without_media(css: str) -> str:
    while (start := css.find("@media")) >= 0:
        rest = css[start:]
        css = css[:start] + rest[rest.index("{") + len(_block(rest)) + 2 :]
    return css


def _block(css: str) -> str:
    """Return what stands between the first brace and the one that closes it."""
    start = css.index("{") + 1
    depth = 1
    for place, sign in enumerate(css[start:], start):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            return css[start:place]
    raise ValueError("a brace is never closed")


def _mix(one: str, share: int, other: str) -> str:
    """Return the colour that holds so many per cent of one and the rest of another."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    mixed = [round((a * share + b * (100 - share)) / 100) for a, b in pairs]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> list[int]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
