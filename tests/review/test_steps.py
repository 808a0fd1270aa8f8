"""Who may take a step, and the record it leaves."""

from __future__ import annotations

import pytest

from talks.models import SignOff
from talks.review.refusals import Refused
from talks.review.steps import need_reason, refuse_own_work, sign
from tests import factories
from tests.factories import NOW
from tests.review.people import person

pytestmark = pytest.mark.django_db


def test_nobody_approves_own_work_unless_the_house_allows_it():
    amal, basma = person("amal"), person("basma")

    refuse_own_work(amal, by=basma, alone=False)
    refuse_own_work(amal, by=amal, alone=True)
    refuse_own_work(None, by=amal, alone=False)
    with pytest.raises(Refused, match="somebody else has to approve"):
        refuse_own_work(amal, by=amal, alone=False)


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_a_reason_is_not_left_out(nothing):
    assert need_reason(" The day is wrong. ") == "The day is wrong."
    with pytest.raises(Refused, match="Say why"):
        need_reason(nothing)


@pytest.mark.parametrize(
    ("verb", "author", "is_alone"),
    [
        ("approved", "amal", True),
        ("approved", "basma", False),
        ("sent", "amal", False),
    ],
)
def test_a_step_says_whether_its_author_took_it_alone(verb, author, is_alone):
    step = sign(
        SignOff.Verb(verb),
        by=person("amal"),
        author=person(author),
        now=NOW,
        event=factories.event(),
    )

    assert step.is_alone == is_alone
