"""Is this report one we have?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest.duplicates import find_original, identity_of, print_of
from talks.models import Article
from tests import factories
from tests.ingest.invented import OTHER_TEXT, SENTENCES, TEXT, TITLE

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def held(text: str, **fields) -> Article:
    printed = print_of(text)
    known = {"fingerprint": printed.fingerprint, "bands": printed.bands}
    return factories.article(text, **(known | fields))


# ----------------------------------------------------------------------- identity


def test_a_report_is_its_address_before_its_text_and_its_text_before_its_title():
    by_address = identity_of(
        address="https://a.example/1", text="x", source="s", title="t"
    )
    by_text = identity_of(text="x", source="s", title="t")
    by_title = identity_of(source="s", title="t")

    assert by_address == identity_of(
        address="https://a.example/1", source="z", title="z"
    )
    assert by_text == identity_of(text=" X \n", source="z", title="z")
    assert by_title != identity_of(source="z", title="t")
    assert len({by_address, by_text, by_title}) == 3
    assert {len(by_address), len(by_text), len(by_title)} == {64}


def test_a_meeting_told_twice_by_the_un_press_office_is_one_report():
    release, blog = (
        identity_of(address=f"https://press.un.org/en/{tail}", source="", title="")
        for tail in ("2026/sc16444.doc.htm", "blog/sc16444")
    )

    assert release == blog


# -------------------------------------------------------------------------- copies


@pytest.mark.parametrize(
    "reprint",
    [
        pytest.param(TEXT, id="the same"),
        pytest.param(TEXT.upper(), id="capitals"),
        pytest.param(TEXT.replace(TITLE, "Rivals under one roof"), id="another title"),
        pytest.param(TEXT.replace("\n\n", "\n"), id="other breaks"),
        pytest.param("\n\n".join((TITLE, *SENTENCES[:3])), id="last paragraph cut"),
        pytest.param(
            f"{TEXT}\nOur reporter adds that shops were open.", id="a line added"
        ),
        pytest.param(TEXT.replace("Monday", "yesterday"), id="a word changed"),
    ],
)
def test_a_reprint_finds_its_original(reprint: str):
    original = held(TEXT)

    assert find_original(held(reprint)) == original


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(OTHER_TEXT, id="another matter"),
        pytest.param(
            f"Toll rises\n\n{SENTENCES[1]}\n\nThree of the wounded died on the way to a clinic "
            "in the south of the city, a doctor who did not want to be named told us on the "
            "telephone. He had worked for two days without sleep, and expected more to come.",
            id="one sentence shared",
        ),
        pytest.param("Talks go on", id="too short to tell"),
    ],
)
def test_another_report_is_no_copy(text: str):
    held(TEXT)

    assert find_original(held(text)) is None


def test_two_short_notes_of_the_same_words_are_one():
    original = held("Talks go on")

    assert find_original(held("Talks  go on")) == original


def test_the_earliest_is_the_original_and_copies_of_copies_point_to_it():
    original = held(TEXT, found_at=NOW - DAY)
    copy = held(TEXT, found_at=NOW, duplicate_of=original)

    assert find_original(held(TEXT, found_at=NOW + DAY)) == original
    assert copy.duplicate_of == original


def test_what_was_published_weeks_apart_is_no_reprint():
    held(TEXT, published_at=NOW - 30 * DAY)
    later = held(TEXT.replace("Monday", "yesterday"), published_at=NOW)

    assert find_original(later) is None


def test_arabic_typography_makes_no_difference():
    plain = "اجتمع الوفدان في قاعتين منفصلتين وقال الوسيط إن الخلاف لم يحسم بعد " * 6
    marked = plain.replace("الوفدان", "الوفـــدان").replace("لم", "لَم")

    assert print_of(plain).fingerprint == print_of(marked).fingerprint


def test_prints_are_the_same_in_every_process():
    assert print_of(TEXT).bands == print_of(TEXT).bands
    assert all(-(2**63) <= band < 2**63 for band in print_of(TEXT).bands)
