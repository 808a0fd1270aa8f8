"""Error pages: one that helps on, and one that needs nothing to be well."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.views.defaults import server_error


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("where", "words"),
    [("/nothing/", "Nothing is here"), ("/ar/nothing/", "لا شيء هنا"), ("/fr/x/", "Il n’y a rien ici")],
)  # fmt: skip
def test_what_is_not_found_is_said_in_the_readers_language(
    client, settings, where, words
):
    settings.DEBUG = False

    response = client.get(where)

    assert response.status_code == 404
    assert words in response.text


def test_a_fault_is_said_without_database_or_translations():
    response = server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert "Something went wrong" in response.text
