"""One set of rows for the tests that open every page: each request is taken back, so nothing is made twice."""

import pytest
from django.db import transaction

from weshelter.tests.rows import create_rows


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    """See weshelter/tests/rows.py."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield create_rows()
        transaction.set_rollback(True)
