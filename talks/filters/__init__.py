"""Narrowing in: what an address asks for narrows a list, for pages, API and exports alike."""

from talks.filters.articles import ArticleFilter
from talks.filters.events import EventFilter
from talks.filters.figures import FigureFilter
from talks.filters.reading import Key, Problem
from talks.filters.search import SearchFilter

__all__ = [
    "ArticleFilter",
    "EventFilter",
    "FigureFilter",
    "Key",
    "Problem",
    "SearchFilter",
]
