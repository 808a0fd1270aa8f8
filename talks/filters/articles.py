"""Which reports to show, as the address of their list says it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from talks.filters.reading import Key, Problem, Query, Reader, read_key, read_slug
from talks.models import Article


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which reports to show: of some sources, in some states, from some place on."""

    sources: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    before: Key | None = None
    after: Key | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, query: Query) -> Self:
        """Read a query string. What cannot be used is left out and told in `problems`."""
        read = Reader(query)
        return cls(
            sources=read.many("source", read_slug),
            states=read.choices("state", Article.State.values),
            before=read.one("before", read_key),
            after=read.one("after", read_key),
            problems=tuple(read.problems),
        )

    def address(self) -> str:
        """Return the query string of this filter and page, or "?" for everything."""
        said = [("source", each) for each in self.sources]
        said += [("state", each) for each in self.states]
        pages = [("before", self.before), ("after", self.after)]
        said += [(name, str(key)) for name, key in pages if key]
        return f"?{urlencode(said)}"

    def page(self, *, before: Key | None = None, after: Key | None = None) -> Self:
        """Return the same filter on another page."""
        return replace(self, before=before, after=after)
