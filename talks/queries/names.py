"""Texts in the reader's language, with the language that they are really in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.expressions import Combinable

from talks.models.base import Language, Localized


@dataclass(frozen=True, slots=True)
class Name:
    """What a row is called on a page, and the last part of its address."""

    slug: str
    text: Localized


def local(field: str, language: str) -> Combinable:
    """Return the column that holds this text in the reader's language."""
    if language == Language.ENGLISH:
        return Value("", output_field=CharField())
    return F(f"{field}_{language}")


def localized(english: str, translated: str | None, language: str) -> Localized:
    """Return the translation, or the English text where it is missing."""
    if translated:
        return Localized(translated, language)
    return Localized(english, Language.ENGLISH)


def pick(row: Mapping[str, Any], field: str, language: str) -> Localized:
    """Return a row's text; the row holds it under `field` and `field_local`."""
    return localized(row[field], row[f"{field}_local"], language)


def name(row: Mapping[str, Any], language: str) -> Name:
    """Return what to call a row that holds `slug`, `name` and `name_local`."""
    return Name(row["slug"], pick(row, "name", language))


def of_json(row: Mapping[str, Any], language: str) -> Name:
    """Return what to call a JSON object that holds `slug`, `name` and `local`."""
    return Name(row["slug"], localized(row["name"], row["local"], language))


def columns(path: str, language: str, *, prefix: str = "") -> dict[str, Any]:
    """Return the columns that name what a key points at, for `of_part` to read.

    `prefix` is the path to the row that holds the key, where it is another one.
    """
    return {
        f"{path}_slug": F(f"{prefix}{path}__slug"),
        f"{path}_name": F(f"{prefix}{path}__name"),
        f"{path}_name_local": local(f"{prefix}{path}__name", language),
    }


def of_part(row: Mapping[str, Any], path: str, language: str) -> Name | None:
    """Return the name that `columns` asked for, or None where the key is empty."""
    slug = row[f"{path}_slug"]
    return Name(slug, pick(row, f"{path}_name", language)) if slug else None
