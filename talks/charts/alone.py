"""A picture made fit to stand alone, outside any page: in each reader, in each direction."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree

# the spaces of markup; a narrow space within a number is none of them
_SPACES = re.compile(r"[ \t\n]+")
_SVG = "{http://www.w3.org/2000/svg}"
_ISOLATED = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def stand(drawn: str, *, origin: str, from_right: bool) -> str:
    """Return an SVG document as every reader of SVG should show it.

    Its links lead to the site at `origin`, wherever the file is opened.
    Some know no `direction`: where lines run from the right, each is marked so by its
    own signs, and hangs from its right end.
    """
    root = etree.fromstring(drawn.encode(), etree.XMLParser(remove_blank_text=True))
    for link in root.iter(f"{_SVG}a"):
        link.set("href", urljoin(origin, link.get("href", "")))
    if from_right:
        for line in root.iter(f"{_SVG}text"):
            words = _SPACES.sub(" ", "".join(line.itertext())).strip()
            for part in list(line):
                line.remove(part)
            line.text = words.join(_ISOLATED)
    written: str = etree.tostring(root, encoding="unicode")
    return written
