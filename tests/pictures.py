"""Pictures for tests: their structure without their numbers, and what it should be."""

from __future__ import annotations

from pathlib import Path

from lxml import html

FOLDER = Path(__file__).parent / "data" / "pictures"


def kept(name: str) -> str:
    """Return the structure that a picture is known to have."""
    return (FOLDER / f"{name}.txt").read_text()


def skeleton(page: str, anchor: str) -> str:
    """Return a picture's elements with classes and words, indented as they nest."""
    figure = html.fromstring(page).get_element_by_id(anchor)
    lines = []
    for element in figure.find(".//svg").iter():
        depth = len(list(element.iterancestors()))
        words = " ".join((element.text or "").split())
        name = ".".join((element.tag, *(element.get("class") or "").split()))
        lines.append(f"{'  ' * depth}{name} {words}".rstrip())
    shallowest = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[shallowest:] for line in lines) + "\n"
