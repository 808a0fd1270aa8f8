"""Figures found against figures annotated.

A figure counts when measure, number and sentence agree; strictly also hedge, scope and
whom it counts, with every piece of evidence word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bench.detection.scoring.evidence import Located, overlap
from bench.detection.scoring.pairing import pair
from bench.detection.scoring.slugs import slug_of
from bench.detection.scoring.tallies import Fault, Scores, Tally
from bench.detection.scoring.vocabulary import (
    MEASURES,
    Item,
    allowed,
    hedge_of,
    measure_of,
    population_of,
    scopes_of,
)

# "More than 44" may be kept as 45 and up, "fewer than 44" and "nearly 44" as up to 43.
NEXT_TO = {"more_than": 1, "fewer_than": -1, "nearly": -1}


def agrees(found: Located, wanted: Located) -> bool:
    """Whether measure, number and evidence are those of the annotation."""
    same_measure = measure_of(found.item) in allowed(wanted.item, "measure")
    return (
        same_measure
        and _value_agrees(found.item, wanted.item)
        and overlap(found, wanted)
    )


def agrees_strictly(found: Located, wanted: Located) -> bool:
    """Whether all else agrees too, and the evidence is quoted word for word."""
    return (
        found.exact
        and agrees(found, wanted)
        and _hedge_agrees(found.item, wanted.item)
        and _scope_agrees(found.item, wanted.item)
        and _population_agrees(found.item, wanted.item)
    )


def score_figures(
    found: Iterable[Located],
    annotations: Sequence[Located],
    scores: Scores,
    faults: list[Fault],
) -> dict[str, Tally]:
    """Tally a report's figures loosely and strictly."""
    counted = _countable(found, scores)
    required = [one for one in annotations if not one.item.get("optional")]
    optional = [one for one in annotations if one.item.get("optional")]
    pairs = pair(counted, required, agrees)
    strict_pairs = pair(counted, required, agrees_strictly)
    loose = Tally(hits=len(pairs), missed=len(required) - len(pairs))
    strict = Tally(hits=len(strict_pairs), missed=len(required) - len(strict_pairs))
    matched = set(pairs.values())
    missed = [want for n, want in enumerate(required) if n not in matched]
    faults += [Fault(1, f"missed figure {_in_short(want)}") for want in missed]
    for index, one in enumerate(counted):
        if any(agrees(one, want) for want in optional):
            continue
        strict.false += index not in strict_pairs
        if index in pairs:
            continue
        if any(agrees(one, want) for want in required):
            scores.notes["redundant_figures"] += 1
        else:
            loose.false += 1
            faults.append(Fault(1, f"false  figure {_in_short(one)}"))
    for index, n in pairs.items():
        _note_attributes(counted[index].item, required[n].item, scores)
    return {"figures": loose, "figures strict": strict}


def _countable(found: Iterable[Located], scores: Scores) -> list[Located]:
    """Set aside what no annotation counts, and that nobody was hurt."""
    counted = []
    for one in found:
        measure = measure_of(one.item)
        nobody = _says_none(one.item)
        scores.notes["zero_figures"] += nobody
        if measure not in MEASURES:
            scores.unscored_measures[measure] += 1
        elif not nobody:
            counted.append(one)
    return counted


def _note_attributes(found: Item, wanted: Item, scores: Scores) -> None:
    scores.notes["fig_matched"] += 1
    scores.notes["fig_qualifier"] += _hedge_agrees(found, wanted)
    scores.notes["fig_scope"] += _scope_agrees(found, wanted)
    scores.notes["fig_population"] += _population_agrees(found, wanted)


def _says_none(item: Item) -> bool:
    """Whether the figure says that there were none: neither required nor false."""
    numbers = [_number(item.get(key)) for key in ("low", "high", "value")]
    known = [number for number in numbers if number is not None]
    hedge = str(item.get("qualifier") or "").lower().replace(" ", "_")
    return hedge == "none_reported" or (bool(known) and not any(known))


def _value_agrees(found: Item, wanted: Item) -> bool:
    low, high = _range(found)
    numbers = [number for number in (low, high) if number is not None]
    least, most = wanted.get("low"), wanted.get("high")
    if wanted["qualifier"] == "vague":
        if not numbers:
            return hedge_of(found.get("qualifier")) == "vague"
        return all(0.4 * least <= number <= 2.1 * most for number in numbers)
    if least is not None and most is not None and least != most:
        return _is_near(low, least) and _is_near(high, most)
    if least is None and low == 0:
        numbers = [number for number in numbers if number] or numbers
    said = most if least is None else least
    neighbour = said + NEXT_TO.get(wanted["qualifier"], 0)
    return bool(numbers) and all(_is_near(n, said) or n == neighbour for n in numbers)


def _range(item: Item) -> tuple[float | None, float | None]:
    low, high = _number(item.get("low")), _number(item.get("high"))
    if low is None and high is None:
        key = "best" if item.get("value") is None else "value"
        low = high = _number(item.get(key))
    return low, high


def _number(written: object) -> float | None:
    if isinstance(written, bool) or written is None or written == "":
        return None
    if isinstance(written, int | float):
        return float(written)
    try:
        return float(re.sub(r"[,\s\u00a0\u202f']", "", str(written)))
    except ValueError:
        return None


def _is_near(number: float | None, wanted: float) -> bool:
    """Whether a number is the wanted one; from a thousand on, to one in a hundred."""
    slack = 0.01 * abs(wanted) if abs(wanted) >= 1000 else 0
    return number is not None and abs(number - wanted) <= slack


def _hedge_agrees(found: Item, wanted: Item) -> bool:
    accepted = {hedge_of(word) for word in allowed(wanted, "qualifier")}
    return hedge_of(found.get("qualifier")) in accepted


def _scope_agrees(found: Item, wanted: Item) -> bool:
    return bool(scopes_of(found) & set(allowed(wanted, "scope")))


def _population_agrees(found: Item, wanted: Item) -> bool:
    counted = population_of(slug_of(found.get("population") or ""))
    return counted in allowed(wanted, "population")


def _in_short(figure: Located) -> str:
    item = figure.item
    head = f"{measure_of(item)} {item.get('low')}/{item.get('high')}"
    return f"{head} {item.get('population')}: {str(item.get('evidence'))[:110]}"
