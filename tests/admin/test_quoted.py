"""A sentence that is typed finds its own place in the report."""

from __future__ import annotations

import pytest

from talks.admin.quoted import QuotedForm
from talks.models import Citation
from tests import factories
from tests.factories import SENTENCE

pytestmark = pytest.mark.django_db


def _form(text: str, quote: str) -> QuotedForm:
    class CitationForm(QuotedForm):
        class Meta:
            model = Citation
            fields = ["article", "quote", "stance"]

    report = factories.article(text)
    sent = {"article": report.pk, "quote": quote, "stance": "reports"}
    return CitationForm(sent, instance=Citation(event=factories.event()))


@pytest.mark.parametrize(
    ("text", "quote", "position"),
    [
        pytest.param(f"Before. {SENTENCE}", SENTENCE, (8, 60), id="in the text"),
        pytest.param("", SENTENCE, (None, None), id="a text not held"),
        pytest.param(SENTENCE, "", (None, None), id="nothing quoted"),
    ],
)
def test_the_position_is_found(text, quote, position):
    form = _form(text, quote)

    assert form.is_valid(), form.errors
    assert (form.instance.quote_start, form.instance.quote_end) == position


def test_words_that_are_not_there_are_an_error():
    form = _form("Something else was said.", SENTENCE)

    assert form.errors["quote"] == ["These words are not in the report's text."]
