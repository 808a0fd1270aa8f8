"""Every sentence of the public pages is there in Arabic and French, and compiled."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from talks.templatetags.site import CHOICES

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "talks" / "locale"
IN_CODE = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy")),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
LANGUAGES = pytest.mark.parametrize("language", ["ar", "fr"])


def sentences() -> Iterator[tuple[str, Any, str | None]]:
    """Yield where each sentence stands, the sentence, and its context."""
    site = ROOT / "templates/site"
    sources = [("jinja2", path) for path in site.rglob("*.*") if path.is_file()]
    sources += [("python", path) for path in (ROOT / "talks").rglob("*.py")]
    for method, path in sources:
        with path.open("rb") as file:
            for line, sentence, _comments, context in extract(
                method, file, keywords=IN_CODE, options={"trim_blocks": "true"}
            ):
                yield f"{path.relative_to(ROOT)}:{line}", sentence, context


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale=language)


def is_translated(words: Catalog, sentence: Any, context: str | None) -> bool:
    entry = words.get(sentence, context)
    if entry is None or entry.fuzzy:
        return False
    forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    return all(forms)


@LANGUAGES
def test_no_sentence_is_missing(language):
    words = catalogue(language)

    missing = [
        f"{where} {sentence}"
        for where, sentence, context in sentences()
        if "/admin/" not in where and not is_translated(words, sentence, context)
    ]

    assert missing == []


@LANGUAGES
def test_no_label_is_missing(language):
    words = catalogue(language)

    missing = [
        (name, str(label))
        for name, choices in CHOICES.items()
        for label in choices.labels
        if not is_translated(words, str(label), name)
        and not is_translated(words, str(label), None)
    ]

    assert missing == []


@LANGUAGES
def test_every_placeholder_is_one_of_the_english_sentence(language):
    wrong = [
        (entry.id, errors)
        for entry in catalogue(language)
        if (errors := list(map(str, entry.check())))
    ]

    assert wrong == []


@LANGUAGES
def test_what_runs_is_what_is_written(language):
    written = catalogue(language)

    with (LOCALE / language / "LC_MESSAGES/django.mo").open("rb") as file:
        running = gettext.GNUTranslations(file)

    for entry in written:
        if isinstance(entry.id, str) and entry.id and not entry.context:
            assert running.gettext(entry.id) == entry.string
