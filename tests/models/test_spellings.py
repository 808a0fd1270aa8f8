"""Names are looked up in one spelling, whoever writes them and however they are written."""

from __future__ import annotations

import pytest
from django.db import connection

from talks.detect.folding import fold_name
from talks.models import ActorAlias, Spelling
from tests import factories

pytestmark = pytest.mark.django_db


def sql(expression: str, *values: object):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {expression}", values)
        return cursor.fetchone()[0]


def keys(holder: str) -> set[str]:
    return set(Spelling.objects.filter(holder=holder).values_list("key", flat=True))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Zaouïa", "zaouia", id="French accents"),
        pytest.param("TRÊVE", "treve", id="capitals"),
        pytest.param("al-Jufra", "al jufra", id="hyphen"),
        pytest.param("l’accord d'Alger", "l accord d alger", id="apostrophes"),
        pytest.param("U.N.", "u n", id="full stops"),
        pytest.param("إطلاق أحمد آل ٱل", "اطلاق احمد ال ال", id="one alef"),
        pytest.param("مصطفى", "مصطفي", id="ya"),
        pytest.param("هدنة", "هدنه", id="ta marbuta"),
        pytest.param("طرابلـــس", "طرابلس", id="tatweel"),
        pytest.param("المُتَّحِدة", "المتحده", id="vowel signs"),
        pytest.param("٢٠٢٠", "2020", id="Arabic digits"),
        pytest.param("a\u200fb", "ab", id="direction marks"),
        pytest.param("  two\n lines ", "two lines", id="spaces"),
        pytest.param("?!", "", id="nothing but signs"),
    ],
)
def test_text_is_compared_in_one_spelling(written, folded):
    assert sql("talks_fold(%s)", written) == folded


def test_the_database_folds_letters_as_the_reader_does():
    letters = [chr(code) for code in [*range(0x41, 0x180), *range(0x620, 0x6D4)]]
    letters = [letter for letter in letters if letter.isalpha()]

    differing = [
        (letter, folded)
        for letter in letters
        if (folded := sql("talks_fold(%s)", letter)) != fold_name(letter)
    ]

    # ligatures: the database keeps both letters, the reader needs one for one
    assert {letter for letter, _folded in differing} <= set("ĲĳŉſŸÿĿŀٵٶٷٸ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("al-Sarraj", "Sarraj", id="Latin article"),
        pytest.param("السراج", "سراج", id="Arabic article"),
        pytest.param("الأمم المتحدة", "امم متحده", id="article on each word"),
        pytest.param("ليبية", "ليبي", id="feminine"),
    ],
)
def test_a_name_is_the_same_with_its_article_or_without(one, other):
    assert sql("talks_key(%s) = talks_key(%s)", one, other)


def test_an_alias_added_and_taken_away_is_a_spelling_and_none():
    haftar = factories.haftar()
    holder = f"actor:{haftar.pk}"

    alias = ActorAlias.objects.create(actor=haftar, text="Hefter")
    added = keys(holder)
    alias.delete()

    assert "hefter" in added
    assert "hefter" not in keys(holder)


def test_a_name_that_changes_leaves_no_spelling_behind():
    place = factories.place(name="Old Town")

    place.name = "New Town"
    place.save()

    assert keys(f"place:{place.pk}") == {"new town"}


def test_who_is_deleted_is_spelled_no_more():
    place = factories.place()
    holder = f"place:{place.pk}"

    place.delete()

    assert keys(holder) == set()


def test_a_name_that_holds_a_shorter_one_is_not_looked_for_in_texts():
    haftar = factories.haftar()
    ActorAlias.objects.create(actor=haftar, text="Marshal Haftar")
    ActorAlias.objects.get_or_create(actor=haftar, text="Haftar")

    short = Spelling.objects.filter(holder=f"actor:{haftar.pk}", is_shortest=True)

    assert "haftar" in set(short.values_list("key", flat=True))
    assert "marshal haftar" not in set(short.values_list("key", flat=True))
