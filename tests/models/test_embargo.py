"""What the database guarantees of embargo violations."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from tests import factories

pytestmark = pytest.mark.django_db


def test_nobody_supplies_himself():
    state = factories.actor(kind="state")

    with pytest.raises(IntegrityError, match="embargo_supplier_is_not_the_recipient"):
        factories.embargo_violation(supplier=state, recipient=state)


def test_a_supplier_may_be_unknown():
    assert factories.embargo_violation(recipient=factories.lna()).supplier is None
