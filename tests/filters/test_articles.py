"""The reports' address reads back to itself, and tells what it could not use."""

from __future__ import annotations

from django.http import QueryDict

from talks.filters import ArticleFilter


def test_an_address_reads_back_to_its_filter():
    query = "source=herald&state=read&state=failed&before=2020-02-03.12"

    asked = ArticleFilter.parse(QueryDict(query))

    assert asked.address() == f"?{query}"


def test_a_state_that_is_none_is_told():
    asked = ArticleFilter.parse(QueryDict("state=lost&after=x"))

    assert [problem.name for problem in asked.problems] == ["state", "after"]
