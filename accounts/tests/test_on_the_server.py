"""What takes two on the site, done on the server by whoever runs it."""

import pytest
from django.core.management import CommandError, call_command

from access.context import acting
from accounts.models import AccessChange, User
from accounts.tests.changing import NEW, ask, confirm, letters, state_of


@pytest.mark.feature(88)
@pytest.mark.parametrize("what", ["address", "way_back", "secretariat"])
def test_on_the_server_one_does_it_alone_and_everybody_is_told(committed_cast, as_login, what):
    cast = committed_cast
    as_login("owner")
    call_command("change_login", what, "karen@example.org", *([NEW] if what == "address" else []))
    as_login("app")

    cast.karen.refresh_from_db()
    done = {
        "address": cast.karen.email == NEW,
        "way_back": not cast.karen.has_usable_password(),
        "secretariat": cast.karen.is_secretariat and cast.karen.secretariat_by is None,
    }
    assert done == {kind: kind == what for kind in done}
    assert {("change_done", "karen@example.org"), ("change_done", "sille@example.org")} <= set(letters())


@pytest.mark.parametrize(
    "said", [["way_back", "ingen@example.org"], ["address", "karen@example.org", "lars@example.org"]]
)
def test_on_the_server_what_cannot_be_done_is_said(committed_cast, as_login, said):
    as_login("owner")

    with pytest.raises(CommandError):
        call_command("change_login", *said)


def test_whoever_was_made_on_the_server_is_a_second_person_at_once(committed_cast, as_login):
    as_login("owner")
    call_command("invite", "ruth@example.org", "--secretariat")
    as_login("app")
    ruth = User.objects.get(email="ruth@example.org")

    change = ask(about=committed_cast.karen, by=committed_cast.sille)
    confirm(change, by=ruth)

    assert state_of(change) == "confirmed"
    with acting(user=ruth):
        assert AccessChange.objects.get().confirmed_by == ruth
