"""What the tests of volunteers share."""

import pytest

from letters.models import MessageBody


@pytest.fixture
def mailbox(committed, as_login):
    """The letters on their way, with their texts; only the background login may read them, after a real commit."""

    def read() -> list[MessageBody]:
        as_login("jobs")
        letters = list(MessageBody.objects.select_related("message").order_by("message__made_at"))
        as_login("app")
        return letters

    return read
