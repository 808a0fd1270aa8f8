"""A report is cut at the sentences that something was read from."""

from __future__ import annotations

import pytest

from talks.queries import articles, sentences
from tests import factories

pytestmark = pytest.mark.django_db
SECOND = "A second sentence says that the guns were not silent."


def cut(report):
    detail = articles.detail(report.pk, today=factories.TODAY, language="en")
    marked = sentences.sentences(detail)
    return marked, list(sentences.stretches(detail.text, marked))


@pytest.fixture
def report(db):
    return factories.article(source=factories.herald())


def test_the_pieces_are_the_whole_text(report):
    factories.suggestion(report)
    factories.suggestion(report, **factories.quoted(report, SECOND))

    marked, stretches = cut(report)

    assert "".join(piece.text for piece in stretches) == report.text
    assert [piece.sentence for piece in stretches] == [marked[0], None, marked[1]]


def test_all_that_one_sentence_gave_stands_with_it(report):
    factories.suggestion(report)
    factories.event(cited_by=[report])
    factories.figure(report)

    marked, _stretches = cut(report)

    assert len(marked) == 1
    assert [len(part) for part in (marked[0].findings, marked[0].cited)] == [1, 1]
    assert len(marked[0].claims) == 1


def test_of_two_stretches_that_overlap_the_first_is_marked(report):
    factories.suggestion(report)
    part = factories.SENTENCE[10:]
    factories.suggestion(report, **factories.quoted(report, part))

    marked, stretches = cut(report)

    assert len(marked) == 2
    assert [piece.sentence for piece in stretches if piece.sentence] == [marked[0]]


@pytest.mark.parametrize(
    ("state", "standing"), [("open", "undecided"), ("rejected", "settled")]
)
def test_standing_of_what_is_not_published(report, state, standing):
    factories.suggestion(report, state=state)

    assert cut(report)[0][0].standing == standing


def test_what_is_published_stands_decided_beside_open_suggestions(report):
    factories.suggestion(report)
    factories.event(cited_by=[report])

    assert cut(report)[0][0].standing == "decided"


def test_names_are_counted_and_the_unsure_kept(report):
    known = {"slug": "haftar", "words": "Haftar", "evidence": [{}, {}]}
    unsure = {"slug": None, "words": "the colonel", "evidence": [{}]}
    factories.suggestion(report, kind="actor", finding=unsure)
    factories.suggestion(report, kind="actor", finding=known)

    detail = articles.detail(report.pk, today=factories.TODAY, language="en")

    found = [(name.slug, name.times) for name in sentences.names(detail)]
    assert found == [("haftar", 2), (None, 1)]
