"""Data sets: figures and events that come with codes of their own, never as reports.

A release is one document; each of its rows is one line of it and becomes suggestions that
rest on that line. So people decide on them as on any other finding, and what they accept
cites the release.
"""

from __future__ import annotations

from talks.ingest.datasets import dtm, hapi, ucdp
from talks.ingest.datasets.rows import Dataset

DATASETS: dict[str, Dataset] = {
    "ucdp": Dataset(
        source="ucdp",
        name="Uppsala Conflict Data Program",
        title="UCDP Georeferenced Event Dataset",
        homepage="https://ucdp.uu.se/",
        terms="CC BY 4.0; cite UCDP.",
        read=ucdp.read,
    ),
    "dtm": Dataset(
        source="iom",
        name="IOM Displacement Tracking Matrix",
        title="IOM DTM, displaced people present in Libya",
        homepage="https://dtm.iom.int/libya",
        terms="Cite IOM DTM; a subscription key is needed to download.",
        read=dtm.read,
    ),
    "hapi-idps": Dataset(
        source="iom",
        name="IOM Displacement Tracking Matrix",
        title="HDX HAPI, displaced people in Libya",
        homepage="https://dtm.iom.int/libya",
        terms="Per data set, see HDX; an app identifier is needed to download.",
        read=hapi.read_displaced,
    ),
    "hapi-returnees": Dataset(
        source="iom",
        name="IOM Displacement Tracking Matrix",
        title="HDX HAPI, people returned in Libya",
        homepage="https://dtm.iom.int/libya",
        terms="Per data set, see HDX; an app identifier is needed to download.",
        read=hapi.read_returned,
    ),
}
