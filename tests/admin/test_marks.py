"""Cutting a report's text so that overlapping findings can be marked in place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talks.admin.marks import cut
from talks.models import Suggestion

TEXT = "Both sides met in Geneva. More than 20 died."


def _finding(pk: int, kind: str, *spans: tuple[int, int]) -> Suggestion:
    (start, end), *_ = spans
    return Suggestion(
        pk=pk,
        kind=kind,
        quote_start=start,
        quote_end=end,
        finding={"evidence": [{"start": a, "end": b} for a, b in spans]},
    )


def test_a_text_without_findings_stays_whole():
    assert [stretch.text for stretch in cut(TEXT, [])] == [TEXT]


def test_a_name_inside_a_sentence_is_marked_as_both():
    sentence, place = _finding(1, "event", (0, 25)), _finding(2, "place", (18, 24))

    stretches = cut(TEXT, [sentence, place])

    assert [(one.text, one.ids) for one in stretches] == [
        ("Both sides met in ", "1"),
        ("Geneva", "1 2"),
        (".", "1"),
        (" More than 20 died.", ""),
    ]
    assert stretches[1].looks == "is-event is-open is-place"


def test_its_tag_stands_where_the_first_sentence_begins():
    twice = _finding(1, "actor", (0, 4), (26, 30))

    begins = [one.text for one in cut(TEXT, [twice]) if one.begins]

    assert begins == ["Both"]


def test_evidence_outside_the_text_is_left_out():
    gone = _finding(1, "event", (900, 950))

    assert [stretch.covered_by for stretch in cut(TEXT, [gone])] == [()]


spans = st.tuples(st.integers(0, 60), st.integers(0, 60))


@given(st.lists(spans, max_size=6))
def test_nothing_of_the_text_is_lost_or_repeated(found):
    findings = [_finding(n, "event", span) for n, span in enumerate(found)]

    assert "".join(stretch.text for stretch in cut(TEXT, findings)) == TEXT
