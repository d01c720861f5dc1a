"""The agreement that is signed is the one that was read."""

from access.context import acting
from screening.models import Agreement
from screening.tests.test_signing import link_for, signatures
from volunteers.tests import way


def test_a_version_that_was_not_shown_is_not_signed(client, cast):
    tove = way.in_training(cast)
    link = link_for(cast, tove)
    shown = client.get(link).context["form"].opened
    with acting(user=cast.sille):
        newer = Agreement.objects.create(version=2, text_da="Den nye aftale")

    asked = client.post(link, {"has_read": "on", "opened": shown})
    assert "Den nye aftale" in asked.content.decode()
    assert "checked" not in str(asked.context["form"]["has_read"])
    assert signatures(cast, tove) == []

    client.post(link, {"has_read": "on", "opened": asked.context["form"].opened})
    assert signatures(cast, tove) == [(newer, "link", None)]
