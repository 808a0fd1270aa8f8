"""Facts as rows: read back as they were written, and written, with ids for slugs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from talks.ingest.facts.fact import Fact, Picture, Values, draw
from talks.ingest.facts.files import File
from talks.models import Article, Citation


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the database, drawn as the shipped fact would be."""

    pk: int
    picture: Picture


def held_rows(
    file: File, facts: list[Fact], seeded: dict[str, Picture]
) -> dict[str, Held]:
    """Return the rows of a file's model by slug; causes a query, and one for each part.

    What no shipped row tells of, now or when last written, is left out.
    """
    if not facts:
        return {}
    drawn = [*seeded.values(), *(fact.picture for fact in facts)]
    parts = {name: _held_parts(file.model, name, drawn) for name in facts[0].parts}
    fields = list(facts[0].fields)
    columns = dict.fromkeys(("pk", *file.key, *fields))
    held: dict[str, Held] = {}
    for row in _rows(file.model).order_by("pk").values(*columns):
        own = {name: found[row["pk"]] for name, found in parts.items()}
        picture = draw({name: row[name] for name in fields}, own)
        held.setdefault(
            "-".join(str(row[name]) for name in file.key), Held(row["pk"], picture)
        )
    return held


def _held_parts(
    model: type[Model], name: str, drawn: list[Picture]
) -> defaultdict[int, list[Values]]:
    child, parent = _relation(model, name)
    shipped: list[Values] = [
        part for picture in drawn for part in picture.get(name, ())
    ]
    found: defaultdict[int, list[Values]] = defaultdict(list)
    if not shipped:
        return found
    rows = _rows(child)
    if child is Citation:
        # Those that people or the reader add are theirs, and no change of what was shipped.
        cited = {part["article__identity"] for part in shipped}
        rows = rows.filter(quote="", article__identity__in=cited)
    for row in rows.values(parent, *shipped[-1]):
        found[row.pop(parent)].append(row)
    return found


class Ids:
    """The ids of the rows that facts name, looked up once a model."""

    def __init__(self, articles: dict[str, int]) -> None:
        self._known: dict[tuple[Any, str], dict[str, int]] = {
            (Article, "identity"): articles
        }

    def forget(self, model: type[Model]) -> None:
        """Look a model's rows up again: some have been written."""
        self._known = {key: ids for key, ids in self._known.items() if key[0] != model}

    def resolve(self, model: type[Model], values: Values) -> Values | None:
        """Return the values with ids for slugs; None where a row they name is not there."""
        columns: Values = {}
        for name, value in values.items():
            field, _, lookup = name.partition("__")
            if not lookup:
                columns[name] = value
                continue
            pk = self._find(model, field, lookup, value)
            if pk is None and value is not None:
                return None
            columns[f"{field}_id"] = pk
        return columns

    def _find(
        self, model: type[Model], field: str, lookup: str, value: str | None
    ) -> int | None:
        related = model._meta.get_field(field).related_model
        if (related, lookup) not in self._known:
            rows: Any = _rows(related).values_list(lookup, "pk")
            self._known[related, lookup] = dict(rows)
        return None if value is None else self._known[related, lookup].get(value)


def write_rows(
    file: File, facts: list[Fact], held: dict[str, Held], ids: Ids
) -> dict[str, int]:
    """Write the facts whose references are there; return the id of each by its slug.

    A fact may name another of its file, so those that name none are written first.
    Of figures there may be one recommended: the others step back before it steps up.
    """
    facts = sorted(facts, key=lambda fact: fact.fields.get("role") == "recommended")
    written: dict[str, int] = {}
    while ready := _resolved(file, facts, ids):
        for slug, columns in ready.items():
            if slug in held:
                _change(file.model, held[slug].pk, columns)
        new = {slug: file.model(**ready[slug]) for slug in ready if slug not in held}
        _rows(file.model).bulk_create(new.values())
        written |= {slug: held[slug].pk for slug in ready if slug in held}
        written |= {slug: row.pk for slug, row in new.items()}
        ids.forget(file.model)
        facts = [fact for fact in facts if fact.slug not in written]
    return written


def _resolved(file: File, facts: list[Fact], ids: Ids) -> dict[str, Values]:
    # A key of several fields is among the fact's own, which here win.
    resolved = {
        fact.slug: ids.resolve(file.model, {file.key[0]: fact.slug} | fact.fields)
        for fact in facts
    }
    return {slug: columns for slug, columns in resolved.items() if columns is not None}


def _change(model: type[Model], pk: int, columns: Values) -> None:
    row = _rows(model).get(pk=pk)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that a row had and is to have."""

    pk: int
    had: list[Values]
    wanted: list[Values]


def write_parts(model: type[Model], name: str, rows: Iterable[Parts], ids: Ids) -> None:
    """Bring the parts of rows to what is wanted, touching only those that differ.

    All removals come first: a part may move from one row to another.
    """
    child, parent = _relation(model, name)
    new = []
    for row in rows:
        for part in row.had:
            if part not in row.wanted:
                _rows(child).filter(**{parent: row.pk}, **part).delete()
        new += [(row.pk, part) for part in row.wanted if part not in row.had]
    resolved = [(pk, ids.resolve(child, part)) for pk, part in new]
    _rows(child).bulk_create(
        child(**{parent: pk}, **columns)
        for pk, columns in resolved
        if columns is not None
    )


def _relation(model: type[Model], name: str) -> tuple[type[Model], str]:
    """Return the model of a row's parts, and its column that holds the row's id."""
    relation: Any = model._meta.get_field(name)
    return relation.related_model, relation.field.attname


def _rows(model: Any) -> QuerySet[Any]:
    return model._default_manager.all()  # type: ignore[no-any-return]
