"""The staff's door: one module a noun, and the review desk.

Shared by all: `rows` (forms, inlines, history), `typed` (dates and numbers in words),
`keys` (choosing rows), `quoted` (sentences and their position), `translations`.
What the public sees is changed through `governed`, and approved through `signoff`.
`site` holds the addresses that belong to no noun.
"""

from talks.admin import (
    actors,
    alerts,
    articles,
    citations,
    commitments,
    embargo,
    events,
    feeds,
    figures,
    places,
    records,
    rounds,
    sources,
    suggestions,
    truces,
)

__all__ = [
    "actors",
    "alerts",
    "articles",
    "citations",
    "commitments",
    "embargo",
    "events",
    "feeds",
    "figures",
    "places",
    "records",
    "rounds",
    "sources",
    "suggestions",
    "truces",
]
