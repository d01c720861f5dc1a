"""Whoever becomes ready is told at once, by whichever last step it came, and once."""

import re

import pytest
from django.core.management import call_command

from volunteers.tests import way
from weshelter.tests import people


@pytest.mark.feature(94)
def test_the_last_step_writes_to_her_and_the_link_leads_to_her_own_page(client, committed_cast, as_login, mailoutbox):
    vera = people.ready_volunteer(committed_cast)

    as_login("jobs")
    call_command("work", once=True)
    as_login("app")

    [mail] = [one for one in mailoutbox if one.to == [vera.email]]
    assert mail.subject == "Du er klar"
    [page] = re.findall(r"https?://[^/]+(/min-side/\S+)", mail.body)
    assert client.get(page).status_code == 200


def test_whoever_comes_back_from_a_break_is_not_told_again(committed_cast, as_login, mailoutbox):
    vera = way.rests(committed_cast, people.ready_volunteer(committed_cast))
    as_login("jobs")
    call_command("work", once=True)

    assert [one.subject for one in mailoutbox if one.to == [vera.email]] == []
