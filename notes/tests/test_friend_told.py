"""Guidance that is approved while a friendship runs: a mail tells the friend that it is there, and nothing of it."""

import pytest
from django.urls import reverse

from access.context import acting
from letters.models import Message
from notes.tests import telling
from weshelter.tests import people


@pytest.mark.feature(94)
@pytest.mark.parametrize(("started", "told"), [(True, ["vera@example.net"]), (False, [])])
def test_the_friend_of_a_running_pair_hears_of_it_once(client, cast, started, told):
    bo = telling.consenting_citizen(cast)
    people.create_match(cast, citizen=bo, started=started)
    guidance = telling.guide(bo, cast.rg60, "Lad ham tale ud", approved=False)
    people.sign_in(client, cast.karen)

    for _time in range(2):
        client.post(reverse("notes:guidance", args=[guidance.pk]), {})

    with acting(user=cast.sille):
        assert [one.address for one in Message.objects.filter(kind="guidance_there")] == told
