"""Parts are made once for a version, and never given for another."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from talks.filters import past
from talks.views import fragments
from talks.views.fragments import Shelf
from tests.factories import NOW, TODAY

LATER = NOW + timedelta(seconds=1)


class Maker:
    """Makes a part of each name, and remembers which it was asked for."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, names: list[str]) -> dict[str, str]:
        self.made += names
        return {name: name.upper() for name in names}


def test_only_what_is_missing_is_made():
    shelf: Shelf[str, str] = Shelf(10)
    maker = Maker()

    shelf.take(["a"], NOW, maker)
    found = shelf.take(["a", "b"], NOW, maker)

    assert found == {"a": "A", "b": "B"}
    assert maker.made == ["a", "b"]


@pytest.mark.parametrize("version", [LATER, None])
def test_another_version_finds_nothing(version: datetime | None):
    shelf: Shelf[str, str] = Shelf(10)
    maker = Maker()

    shelf.take(["a"], NOW, maker)
    shelf.take(["a"], version, maker)

    assert maker.made == ["a", "a"]


def test_without_a_version_nothing_is_kept():
    shelf: Shelf[str, str] = Shelf(10)
    maker = Maker()

    shelf.take(["a"], None, maker)
    shelf.take(["a"], NOW, maker)

    assert maker.made == ["a", "a"]


def test_a_full_shelf_is_emptied():
    shelf: Shelf[str, str] = Shelf(2)
    maker = Maker()

    shelf.take(["a", "b"], NOW, maker)
    shelf.take(["c"], NOW, maker)
    shelf.take(["a"], NOW, maker)

    assert maker.made == ["a", "b", "c", "a"]


@pytest.mark.django_db
def test_a_past_day_and_a_transaction_have_no_version(settings):
    settings.DEBUG = False
    with past.looking_back(TODAY):
        assert fragments.version() is None

    assert fragments.version() is None
