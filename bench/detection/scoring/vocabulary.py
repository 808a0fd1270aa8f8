"""The words of an annotation, and the other words that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Item = Mapping[str, Any]
Report = Mapping[str, Any]

LANGUAGES = ("en", "ar", "fr")
KINDS = (
    *("truce", "talks", "agreement", "embargo_violation", "truce_violation"),
    *("attack", "offensive", "control_change", "resolution", "statement"),
    *("appointment", "humanitarian", "economic", "mediation"),
)
# What was said to come, not to be so, or to be wanted: no event that took place.
UNREAL = ("planned", "denied", "called_for")
STATUSES = ("occurred", *UNREAL, "background")
PRECISIONS = ("day", "range", "part", "month", "year", "none")
MEASURES = (
    *("killed", "injured", "casualties", "missing"),
    *("displaced", "returned", "bodies"),
)
QUALIFIERS = (
    *("exact", "at_least", "more_than", "about", "nearly"),
    *("up_to", "fewer_than", "between", "vague"),
)
SCOPES = ("incident", "cumulative", "stock")
POPULATIONS = (
    *("people", "civilians", "fighters", "migrants", "children", "women", "men"),
    *("families", "health-workers", "un-staff", "police", "deminers", "prisoners"),
)


def _reversed(groups: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, words in groups.items() for word in words.split()}


_STATUS = {
    "": "occurred",
    **_reversed(
        {
            "occurred": "asserted reported observed claimed accused confirmed",
            "background": "historical historical_background past",
            "planned": "conditional hypothetical announced scheduled threatened",
            "called_for": "proposed demanded urged requested",
            "denied": "negated refused did_not_occur not_occurred",
        }
    ),
}
_MEASURE = _reversed(
    {
        "injured": "wounded hurt injuries wounds",
        "killed": "dead deaths death fatalities deceased",
        "casualties": (
            "killed_or_injured killed_and_injured killed_or_wounded victims"
        ),
        "displaced": "idp idps displacement fled",
        "returned": "returnees returns",
        "bodies": "bodies_found bodies_recovered exhumed",
        "missing": "missing_persons",
    }
)
# Hedges that mean the same for the reader of a number: "over 44" is "at least 45".
_HEDGE = {
    "": "exact",
    **_reversed(
        {
            "exact": "exact none",
            "min": "at_least more_than over minimum min",
            "approx": (
                "about nearly around some approximately approx almost estimated"
            ),
            "max": "up_to fewer_than less_than maximum max",
            "range": "between range",
            "vague": "vague",
        }
    ),
}
_SCOPE = {
    "event": ("incident",),
    "total": ("cumulative",),
    "as_of": ("stock",),
    **dict.fromkeys(("flow", "period", "change"), ("incident", "cumulative")),
}
_POPULATION = {
    "": "people",
    **_reversed(
        {
            "people": (
                "mixed-or-unknown not-applicable persons unspecified unknown"
                " individuals mixed total all"
            ),
            "migrants": "migrants-refugees refugees migrants-and-refugees",
            "fighters": (
                "foreign-fighters combatants-or-fighters combatants soldiers troops"
                " militants military fighter combatant mercenaries"
            ),
            "civilians": "civilian",
            "children": "child minors boys girls",
            "health-workers": (
                "medical-personnel medics medical-staff medical-workers"
                " health-worker doctors"
            ),
            "families": "households family",
            "un-staff": "un-personnel un-workers",
            "police": "policemen police-officers",
            "prisoners": "detainees",
            "deminers": "mine-clearers clearance-operators",
            "men": "male",
            "women": "female",
        }
    ),
}


def kind_of(item: Item) -> str:
    """Return the kind of an event as annotations write it."""
    return _plain(item.get("kind"))


def status_of(item: Item) -> str:
    """Return the status of an event, other words folded into ours."""
    status = _plain(item.get("status"))
    return _STATUS.get(status, status)


def measure_of(item: Item) -> str:
    """Return what a figure counts, other words folded into ours."""
    measure = _plain(item.get("measure"))
    return _MEASURE.get(measure, measure)


def hedge_of(qualifier: object) -> str:
    """Return which way a number is hedged; a question mark for a word not known."""
    return _HEDGE.get(_plain(qualifier), "?")


def scopes_of(item: Item) -> set[str]:
    """Return what a figure's number may run over: some words leave two open."""
    scope = str(item.get("scope") or item.get("mode") or "").lower()
    return set(_SCOPE.get(scope, (scope,)))


def population_of(slug: str) -> str:
    """Return whom a figure counts, other words folded into ours."""
    return _POPULATION.get(slug, slug)


def allowed(item: Item, key: str) -> list[Any]:
    """Return what an annotation accepts under `key`: its value, and the alternatives."""
    return [item.get(key), *item.get(f"{key}_alt", [])]


def _plain(word: object) -> str:
    return str(word or "").strip().lower().replace("-", "_").replace(" ", "_")
