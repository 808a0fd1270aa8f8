"""All shipped facts on the pages of numbers: drawn without a warning, in each language."""

from __future__ import annotations

import warnings

import pytest
from django.core.management import call_command

from talks.models import Commitment, Figure, Truce

pytestmark = pytest.mark.django_db
PAST = "?as_of=2020-02-04"


@pytest.fixture
def addresses() -> list[str]:
    """Return every page of numbers, of today and of a past day."""
    call_command("seed", verbosity=0)
    pages = ["/figures/", "/truces/", "/talks/", "/embargo/", "/commitments/"]
    for measure, population in Figure.objects.values_list("measure", "population"):
        pages.append(f"/figures/{measure}/?population={population}")
    pages += [f"/truces/{truce.event.slug}/" for truce in Truce.objects.all()]
    pages += [f"/commitments/{one.slug}/" for one in Commitment.objects.all()]
    return sorted({*pages, *(page + PAST for page in pages[:5])})


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_every_shipped_number_is_drawn_without_a_warning(client, prefix, addresses):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        answers = {
            page: client.get(prefix + page).status_code
            for page in addresses
            # what nobody had claimed by that day has no page of its own to fail
        }

    assert {
        page: code for page, code in answers.items() if code not in {200, 404}
    } == {}
    assert [
        page for page, code in answers.items() if code == 404 and PAST not in page
    ] == []
