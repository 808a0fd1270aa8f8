"""What several sentences tell of one event becomes one finding."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.detect.events import Candidate
from talks.detect.findings import Evidence, FoundEvent, Status
from talks.detect.merging import merge
from talks.values import PartialDate
from tests.detect.reading import GAZETTEER

MONDAY = PartialDate.of_day(date(2020, 6, 8), "on Monday")
FRIDAY = PartialDate.of_day(date(2020, 6, 5), "on Friday")


def told(start: int, **said) -> Candidate:
    """An attack on Monday, told in the sentence that begins at `start`."""
    return Candidate(
        **{
            "kind": "attack",
            "modality": "observed",
            "status": Status.OCCURRED,
            "rule": "en-attack@1",
            "sure": 0.8,
            "evidence": Evidence(start, start + 10, f"at {start}"),
            "in_title": False,
            "when": MONDAY,
            "when_is_assumed": False,
            "place": None,
            **said,
        }
    )


def merged(*candidates: Candidate) -> list[FoundEvent]:
    return merge(candidates, GAZETTEER)


def starts(event: FoundEvent) -> list[int]:
    return [evidence.start for evidence in event.evidence]


def test_two_sentences_on_one_event_are_two_pieces_of_evidence():
    (event,) = merged(told(100), told(200))

    assert starts(event) == [100, 200]


def test_a_sentence_is_quoted_once():
    (event,) = merged(told(100), told(100))

    assert starts(event) == [100]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"kind": "offensive"}, id="kind"),
        pytest.param({"status": Status.DENIED}, id="status"),
        pytest.param({"when": FRIDAY}, id="day"),
        pytest.param({"place": "sirte"}, id="town"),
    ],
)
def test_what_differs_is_another_event(other):
    assert len(merged(told(100, place="benghazi"), told(200, **other))) == 2


def test_a_district_lies_in_its_town():
    (event,) = merged(told(100, place="tripoli"), told(200, place="ain-zara"))

    assert event.place == "tripoli"


def test_an_assumed_day_gives_way_to_one_that_is_told():
    assumed = told(100, when=FRIDAY, when_is_assumed=True)

    (event,) = merged(assumed, told(200))

    assert (event.date, event.date_is_assumed) == (MONDAY, False)


def test_a_day_that_nobody_told_is_marked_as_assumed():
    (event,) = merged(told(100, when_is_assumed=True))

    assert event.date_is_assumed


def test_the_text_tells_it_better_than_the_headline():
    headline = told(0, in_title=True, when_is_assumed=True, place="misrata")

    (event,) = merged(headline, told(100, place="sirte"))

    assert starts(event) == [100, 0]
    assert event.place == "sirte"


def test_a_headline_alone_is_an_event():
    (event,) = merged(told(0, in_title=True))

    assert starts(event) == [0]


def test_a_stand_in_a_headline_alone_is_none():
    assert merged(told(0, in_title=True, kind="statement")) == []


def test_stands_of_two_speakers_are_two():
    stands = [
        told(100, kind="statement", issuer="gna"),
        told(200, kind="statement", issuer="lna"),
        told(300, kind="statement", issuer="gna"),
    ]

    assert [starts(event) for event in merged(*stands)] == [[100, 300], [200]]


def test_the_first_role_that_is_told_counts():
    surer = told(200, sure=0.9, actors=(("gna", "accused"),))
    other = told(100, actors=(("gna", "participant"), ("lna", "participant")))

    (event,) = merged(other, surer)

    assert dict(event.actors) == {"gna": "accused", "lna": "participant"}


LESS_SURE = [
    pytest.param({"in_title": True}, id="a headline alone"),
    pytest.param({"status": Status.PLANNED}, id="what is planned"),
    pytest.param({"when_is_assumed": True}, id="an assumed day"),
    pytest.param({"sure": 0.6}, id="a weaker rule"),
]


@pytest.mark.parametrize("said", LESS_SURE)
def test_what_is_told_less_plainly_is_less_sure(said):
    (plain,), (weaker,) = merged(told(100)), merged(told(100, **said))

    assert weaker.confidence < plain.confidence


def test_what_is_told_again_is_surer():
    (once,), (twice,) = merged(told(100)), merged(told(100), told(200))

    assert twice.confidence > once.confidence


@given(
    st.lists(
        st.builds(
            told,
            st.integers(1, 30).map(lambda n: 100 * n),
            kind=st.sampled_from(["attack", "truce", "statement"]),
            when=st.sampled_from([MONDAY, FRIDAY]),
            place=st.sampled_from([None, "sirte", "tripoli", "ain-zara"]),
            issuer=st.sampled_from([None, "gna"]),
        ),
        max_size=8,
    )
)
def test_no_sentence_of_the_text_is_lost_and_the_order_is_that_of_the_text(candidates):
    events = merged(*candidates)

    told_of = {(e.kind, start) for e in events for start in starts(e)}
    assert told_of == {(c.kind, c.evidence.start) for c in candidates}
    firsts = [event.evidence[0].start for event in events]
    assert firsts == sorted(firsts)
