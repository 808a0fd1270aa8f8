"""Whole reports, invented: what is found in them, and that nothing breaks the reader."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.detect.article import read
from talks.detect.findings import Findings, Status
from talks.detect.report import as_report
from tests.detect.reading import GAZETTEER, read_report

DAY = date(2020, 2, 19)
ENGLISH = """Shelling kills seven at Tripoli port

TRIPOLI, Feb 18 - Forces of Khalifa Haftar shelled the port of Tripoli on Tuesday, killing seven people, \
among them two children, and wounding 12 others.

"We will not negotiate under fire," Fayez al-Sarraj said. UNSMIL condemned the shelling and called for a truce.

The talks in Geneva were suspended. A new round is due to open on 26 February.

More than 150,000 people have been displaced since Haftar launched an offensive on Tripoli in April 2019.
"""
FRENCH = """Libye : sept morts dans un bombardement

Tripoli - Les forces de Khalifa Haftar ont bombardé mardi le port de Tripoli, tuant sept personnes et en blessant douze.

La Manul a condamné le bombardement et appelé à une trêve. Les pourparlers de Genève ont été suspendus.

Plus de 150.000 personnes ont été déplacées depuis avril 2019.
"""
ARABIC = """مقتل سبعة في قصف على طرابلس

طرابلس - قصفت قوات حفتر ميناء طرابلس يوم الثلاثاء، ما أسفر عن مقتل سبعة أشخاص وإصابة 12 آخرين.

ودانت بعثة الأمم المتحدة القصف ودعت إلى هدنة. وعلقت حكومة الوفاق مشاركتها في محادثات جنيف.

ونزح أكثر من 150 ألف شخص منذ أبريل 2019.
"""


def kinds(findings: Findings, status: Status = Status.OCCURRED) -> set[str]:
    return {event.kind for event in findings.events if event.status is status}


def numbers(findings: Findings) -> set[tuple[str, int | None]]:
    return {(figure.measure, figure.count.low) for figure in findings.figures}


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (FRENCH, "fr"), (ARABIC, "ar")],
    ids=["en", "fr", "ar"],
)
def test_the_same_news_is_read_in_three_languages(text: str, language: str) -> None:
    findings = read(text, published=DAY, gazetteer=GAZETTEER)

    assert findings.language == language
    assert findings.relevant
    assert {"attack", "statement", "talks"} <= kinds(findings)
    assert {("deaths", 7), ("injured", 12), ("displaced", 150_000)} <= numbers(findings)


def test_every_finding_rests_on_the_characters_it_quotes() -> None:
    findings = read_report(ENGLISH, "en", DAY)

    pieces = [piece for event in findings.events for piece in event.evidence]
    pieces += [figure.evidence for figure in findings.figures]
    pieces += [mention.evidence for mention in findings.mentions]
    assert pieces
    assert all(ENGLISH[piece.start : piece.end] == piece.quote for piece in pieces)


def test_a_part_points_at_the_figure_it_is_part_of() -> None:
    findings = read_report(ENGLISH, "en", DAY)

    children = next(f for f in findings.figures if f.population == "children")
    whole = findings.figures[children.subset_of or 0]
    assert (whole.measure, whole.count.low) == ("deaths", 7)


def test_one_event_told_twice_is_one_finding_with_both_sentences() -> None:
    findings = read_report(ENGLISH, "en", DAY)

    attacks = [
        e for e in findings.events if e.kind == "attack" and e.status is Status.OCCURRED
    ]
    assert len(attacks) == 1
    assert len(attacks[0].evidence) >= 2


def test_what_is_due_and_what_is_recalled_are_told_apart_from_news() -> None:
    findings = read_report(ENGLISH, "en", DAY)

    assert "talks" in kinds(findings, Status.PLANNED)
    assert "truce" in kinds(findings, Status.CALLED_FOR)
    assert "offensive" in kinds(findings, Status.BACKGROUND)


def test_a_date_the_text_does_not_give_is_marked_as_assumed() -> None:
    findings = read_report(ENGLISH, "en", DAY)

    attack = next(e for e in findings.events if e.kind == "attack")
    statement = next(e for e in findings.events if e.kind == "statement")
    assert not attack.date_is_assumed
    assert statement.date_is_assumed


def test_the_day_of_publication_is_that_of_its_own_zone() -> None:
    late = datetime(2020, 2, 19, 23, 30, tzinfo=UTC) + timedelta()

    assert read(ENGLISH, published=late, gazetteer=GAZETTEER) == read_report(
        ENGLISH, "en", DAY
    )


def test_a_report_in_another_language_is_set_aside_with_the_reason() -> None:
    findings = read(
        "Das Wetter in Bremen bleibt heute trüb und regnerisch.",
        published=DAY,
        language="de",
        gazetteer=GAZETTEER,
    )

    assert not findings.relevant
    assert findings.relevance_reason == "in a language that is not read"


def test_reading_twice_finds_the_same() -> None:
    assert read_report(ARABIC, "ar", DAY) == read_report(ARABIC, "ar", DAY)


def test_a_report_prints_as_json() -> None:
    printed = json.loads(json.dumps(as_report(read_report(ENGLISH, "en", DAY))))

    assert {"relevant", "events", "figures", "actors", "places"} <= set(printed)
    assert {event["kind"] for event in printed["events"]} >= {"attack", "talks"}
    assert {figure["measure"] for figure in printed["figures"]} >= {"killed", "injured"}


MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "abc 123.,\n\"'-–—()%$٠١٢٣قتلشخصا،؟\u200f\u202b\u202c\u00a0\u202f«»éà"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


@settings(max_examples=150, deadline=None)
@given(MIXED, st.sampled_from([None, "en", "ar", "fr"]))
def test_no_text_whatever_breaks_the_reader(text: str, language: str | None) -> None:
    findings = read(text, published=DAY, language=language, gazetteer=GAZETTEER)

    assert findings.relevance_reason


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([ENGLISH, FRENCH, ARABIC]), st.integers(0, 700), st.integers(0, 700)
)
def test_half_sentences_do_not_break_the_reader(
    text: str, start: int, length: int
) -> None:
    piece = text[start : start + length]

    findings = read(
        "Libya Libye ليبيا " + piece, published=DAY, language="en", gazetteer=GAZETTEER
    )

    assert findings.language == "en"


def test_reading_time_grows_no_faster_than_the_text() -> None:
    def seconds(text: str) -> float:
        started = time.process_time()
        read_report(text, "en", DAY)
        return time.process_time() - started

    seconds(ENGLISH)
    short, long = seconds(ENGLISH * 20), seconds(ENGLISH * 80)

    assert long < 4 * 2.5 * short
