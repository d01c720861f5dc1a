"""The preview before there is a friend is, word for word, what the friend sees when both have said yes."""

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from access.context import acting
from notes.friend import friend_preview, friend_view
from notes.tests import telling
from weshelter.tests import people


@pytest.fixture
def bo(cast):
    """He said yes to one line, not yet to another; there is guidance, approved and not."""
    bo = telling.consenting_citizen(cast)
    with acting(user=cast.karen):
        bo.disclose("past", "yes", "Jeg har sejlet")
        bo.disclose("health", "not_yet", "Mit hjerte")
    telling.guide(bo, cast.rg60)
    telling.guide(bo, cast.rg60, approved=False)
    return bo


def view_of(cast, citizen, user):
    with acting(user=user):
        return friend_preview(citizen)


@pytest.mark.feature(69)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_preview_is_what_the_friend_will_see(cast, bo, who):
    user = getattr(cast, who)
    before = view_of(cast, bo, user)

    match = people.create_match(cast, citizen=bo)

    with acting(user=user):
        assert friend_view(match) == before
    assert [words for _label, words in before.lines] == ["Jeg har sejlet"]


@pytest.mark.feature(69)
def test_a_consent_taken_back_hides_the_lines_at_once(client, cast, bo):
    people.sign_in(client, cast.lars)
    url = reverse("notes:friend_sees", args=[bo.pk])
    before = client.get(url).content.decode()
    with acting(user=cast.karen):
        bo.consents.live().get(purpose="friend").withdraw(by=cast.karen)

    after = client.get(url)

    assert ("Jeg har sejlet" in before, "Mit hjerte" in before) == (True, False)
    assert (after.context["has_consent"], after.context["view"].lines) == (False, ())


@pytest.mark.parametrize("purpose", ["friend", "guidance"])
def test_every_sharing_rests_on_its_own_consent(cast, bo, purpose):
    with acting(user=cast.karen):
        bo.consents.live().get(purpose=purpose).withdraw(by=cast.karen)

    view = view_of(cast, bo, cast.karen)

    assert (bool(view.lines), bool(view.guidance)) == (purpose != "friend", purpose != "guidance")


@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_nobody_of_another_house_previews(client, cast, bo, who):
    people.sign_in(client, getattr(cast, who))

    response = client.get(reverse("notes:friend_sees", args=[bo.pk]))

    assert (response.status_code, view_of(cast, bo, getattr(cast, who))) == (404, None)


def test_the_inner_functions_are_not_the_apps_to_call(cast, bo):
    for call in ("app.friend_lines(%s)", "app.friend_guidance(%s, NULL, true)"):
        with pytest.raises(DatabaseError, match="permission denied"), acting(user=cast.nanna):
            connection.cursor().execute(f"SELECT {call}", [bo.pk])
