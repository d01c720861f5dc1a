"""allauth reads each of one's few sessions and factors by itself; our own loops are still found elsewhere."""

import pytest


@pytest.fixture(autouse=True)
def loops_of_the_library(settings):
    models = ("sessions.Session", "mfa.Authenticator", "accounts.User")
    settings.ZEAL_ALLOWLIST = [{"model": model, "field": "get()"} for model in models]
