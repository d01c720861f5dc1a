"""What is read aloud before a yes, sentence by sentence: each is done, and the result is looked at.

A key of `citizens.wordings.SENTENCES` leads to what does it; `test_words_kept.py` finds the sentence that lacks one.
"""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from access.context import acting
from access.links import Purpose
from citizens.models import Citizen, KnownAs, Wishes
from citizens.tests.emergencies import WHY, use
from coordinators.attention import for_coordinator
from friendships.models import Contact
from friendships.models.consents import FORGOTTEN_WITHIN
from friendships.tests.pairs import agreed, in_state, proposed, token_of
from history.moves import NotPossible
from matching.models import Match
from notes.models import Confidence
from notes.tests.telling import SENTENCE, TOLD, guide, link_of, tell
from weshelter.tests import people

NAME, WISH = "Borgny", "En at gå med i haven"
YES_LINE, NO_LINE = "Har sejlet i mange år", "Det kommer ingen ved"


def borgny(cast, *consents: str) -> Citizen:
    """A citizen who has wishes, and has said yes to one line and no to another."""
    citizen = people.create_citizen(cast, NAME, consents=("registration", *consents), own_words=WISH)
    with acting(user=cast.karen):
        citizen.disclose("past", "yes", YES_LINE)
        citizen.disclose("health", "no", NO_LINE)
    return citizen


def friends(cast, *consents: str) -> Match:
    return in_state(cast, "active", citizen=borgny(cast, "friend", *consents))


def take_back(cast, citizen: Citizen, purpose: str) -> None:
    with acting(user=cast.karen):
        citizen.consents.live().get(purpose=purpose).withdraw(by=cast.karen)


def page(client, user, name: str, thing) -> str:
    people.sign_in(client, user)
    return client.get(reverse(name, args=[thing.pk])).content.decode()


def own_page(client, cast, match: Match) -> str:
    """What the volunteer of a pair sees."""
    client.logout()
    return client.get(reverse("coordinators:own_page", args=[token_of(cast, match)])).content.decode()


def what_is_kept(client, cast) -> None:
    people.sign_in(client, cast.karen)
    citizen = borgny(cast)

    shown = page(client, cast.karen, "coordinators:citizen", citizen)

    assert [word for word in (NAME, "i cafeen", WISH) if word not in shown] == []


def who_reads_it(client, cast) -> None:
    citizen = borgny(cast)

    for user in (cast.karen, cast.lars):
        assert WISH in page(client, user, "coordinators:citizen", citizen)
    for user in (cast.nanna, cast.leif, cast.sille):
        assert NAME not in page(client, user, "coordinators:citizen", citizen)


def in_an_emergency(_client, cast) -> None:
    citizen = borgny(cast)
    people.create_user("Sofie Sekretær", is_secretariat=True)  # somebody looks at it afterwards
    with acting(user=cast.sille):
        before = KnownAs.objects.filter(citizen=citizen).exists()

    glass = use(cast, citizen)

    with acting(user=cast.sille):
        assert (before, KnownAs.objects.get(citizen=citizen).called_name) == (False, NAME)
    assert (glass.user, glass.reason) == (cast.sille, WHY)


def no_longer_registered(client, cast) -> None:
    citizen = borgny(cast)
    before = page(client, cast.lars, "coordinators:citizen", citizen)

    take_back(cast, citizen, "registration")

    with acting(user=cast.karen):
        citizen.refresh_from_db()
        desk = [line for line in for_coordinator(cast.karen).mine if line.who == NAME]
    assert NAME in before
    assert NAME not in page(client, cast.lars, "coordinators:citizen", citizen)
    assert citizen.forget_on == timezone.localdate() + FORGOTTEN_WITHIN
    day = date_format(citizen.forget_on, "MONTH_DAY_FORMAT")
    assert [line.what for line in desk] == [f"Tilbyd en afsked: Alt skal være slettet senest {day}"]


def a_friend(_client, cast) -> None:
    citizen, vera = borgny(cast), people.ready_volunteer(cast)
    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(vera, citizen, by=cast.karen)

    with acting(user=cast.karen):
        citizen.consent_to(["friend"], given="spoken", witnessed_by=cast.karen)
        assert Match.propose(vera, citizen, by=cast.karen).state == "proposed"


def who_is_asked(client, cast) -> None:
    citizen = borgny(cast, "friend")
    with acting(user=cast.karen):
        Wishes.objects.filter(citizen=citizen).update(
            interests=["chess", "walks"], slots=["weekend_day"], needs=["quiet"]
        )
    vera = people.ready_volunteer(cast, interests=["chess", "music"], slots=["weekend_day", "weekday_day"])
    match = people.create_match(cast, citizen=citizen, volunteer=vera, started=False)
    asked = link_of(match, cast.rg60, Purpose.PROPOSAL, about=match)
    client.logout()

    shown = client.get(reverse("matching:answer", args=[asked])).content.decode() + own_page(client, cast, match)

    assert all(word in shown for word in ("RG60", "skak", "weekend"))
    assert [word for word in (NAME, YES_LINE, WISH, "gåture", "stille", "hverdag") if word in shown] == []


def the_name(client, cast) -> None:
    match = people.create_match(cast, citizen=borgny(cast, "friend"), started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    after_one = own_page(client, cast, match)

    with acting(user=cast.karen):
        match.citizen_says_yes(heard_by=cast.karen)

    assert NAME not in after_one
    assert NAME in own_page(client, cast, match)


def line_by_line(client, cast) -> None:
    match = friends(cast)
    before = own_page(client, cast, match)

    with acting(user=cast.karen):
        match.citizen.disclose("past", "no", YES_LINE)

    assert (YES_LINE in before, NO_LINE in before) == (True, False)
    assert YES_LINE not in own_page(client, cast, match)


def nothing_without_a_yes(client, cast) -> None:
    match = friends(cast)
    with acting(user=cast.karen), pytest.raises(NotPossible):
        guide(match.citizen, cast.rg60)

    shown = own_page(client, cast, match)

    assert [word for word in (WISH, "i cafeen", NO_LINE, SENTENCE) if word in shown] == []


def what_the_house_hears(client, cast) -> None:
    match = friends(cast)

    shown = page(client, cast.lars, "coordinators:pair", match)

    assert [word for word in (match.volunteer.first_name, "det første møde", "i gang") if word not in shown] == []


def what_the_house_does_not_hear(client, cast) -> None:
    match = friends(cast)
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=timezone.localdate(), kind="met", activity="walk")
    known = page(client, cast.karen, "coordinators:pair", match)

    shown = page(client, cast.lars, "coordinators:pair", match)

    assert ("gåtur" in known, "gåtur" in shown) == (True, False)
    with acting(user=cast.lars):
        assert not Contact.objects.exists()


def during_a_rest(client, cast) -> None:
    match = in_state(cast, "paused", citizen=borgny(cast, "friend"))
    agnes, berit = (people.ready_volunteer(cast, name) for name in ("Agnes Af", "Berit Af"))
    refused = proposed(cast, match, agnes)
    with acting(user=cast.karen):
        refused.decline(asked_on=timezone.localdate(), asked_by="lead", by=cast.karen)

    agreed(cast, match, berit)

    assert NAME not in own_page(client, cast, Match(volunteer=agnes))
    assert NAME in own_page(client, cast, Match(volunteer=berit))


def no_friend_any_more(client, cast) -> None:
    match = friends(cast)
    before = own_page(client, cast, match)

    take_back(cast, match.citizen, "friend")

    after = own_page(client, cast, match)
    assert (NAME in before, YES_LINE in before) == (True, True)
    assert (NAME in after, YES_LINE in after) == (False, False)


def staff_tells_the_coordinator(_client, cast) -> None:
    without = people.create_citizen(cast, "Ib")
    with pytest.raises((NotPossible, DatabaseError)), transaction.atomic():
        tell(without, cast.rg60)

    told = tell(borgny(cast, "guidance"), cast.rg60)

    with acting(user=cast.karen):
        assert Confidence.objects.visible_to(cast.karen).get().pk == told.pk


def advice_never_the_reason(client, cast) -> None:
    match = friends(cast, "guidance")
    guide(match.citizen, cast.rg60, origin=tell(match.citizen, cast.rg60))

    shown = own_page(client, cast, match)

    assert (SENTENCE in shown, TOLD in shown) == (True, False)


def no_advice_any_more(client, cast) -> None:
    match = friends(cast, "guidance")
    guide(match.citizen, cast.rg60)
    before = own_page(client, cast, match)

    take_back(cast, match.citizen, "guidance")

    assert (SENTENCE in before, SENTENCE in own_page(client, cast, match)) == (True, False)


KEPT: dict[str, Callable] = {
    act.__name__: act
    for act in (
        what_is_kept,
        who_reads_it,
        in_an_emergency,
        no_longer_registered,
        a_friend,
        who_is_asked,
        the_name,
        line_by_line,
        nothing_without_a_yes,
        what_the_house_hears,
        what_the_house_does_not_hear,
        during_a_rest,
        no_friend_any_more,
        staff_tells_the_coordinator,
        advice_never_the_reason,
        no_advice_any_more,
    )
}
