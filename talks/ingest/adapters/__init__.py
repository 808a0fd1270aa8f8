"""The families of feeds: what each is asked, and how its answer becomes entries.

One module a family, each with the two functions of `Adapter`; neither touches network,
database or clock.
"""

from __future__ import annotations

from talks.ingest.adapters import feed, gdelt, reliefweb, sitemap
from talks.ingest.adapters.entries import Adapter
from talks.models.sources import Feed

ADAPTERS: dict[str, Adapter] = {
    Feed.Adapter.FEED: feed,
    Feed.Adapter.SITEMAP: sitemap,
    Feed.Adapter.RELIEFWEB: reliefweb,
    Feed.Adapter.GDELT: gdelt,
}
