"""Consent governs: what rests on one that is taken back stops at once, and whoever was told of it is told anew."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from citizens.models import Citizen, Consent
from coordinators.attention import for_coordinator
from friendships.models import Pause
from friendships.tests.pairs import bring_to_an_end, in_state
from history.moves import NotPossible
from letters.models import Message
from matching.models import FirstMeeting, Match
from weshelter.tests import people

TELL = "Fortæl den frivillige, at venskabet holder pause – ikke hvorfor"
ASK = "Spørg borgeren, om venskabet skal slutte"


def take_back(client, cast, citizen: Citizen, purpose: str = "friend", *, by=None):
    people.sign_in(client, by or cast.karen)
    with acting(user=cast.karen):
        consent = citizen.consents.live().get(purpose=purpose)
    return client.post(reverse("friendships:withdraw_consent", args=[consent.pk]))


def before_the_meeting(cast, state: str) -> Match:
    match = people.create_match(cast, started=False)
    if state == "accepted":
        with acting(user=cast.karen):
            match.volunteer_says_yes()
            match.citizen_says_yes(heard_by=cast.karen)
            in_two_days = timezone.localtime() + timedelta(days=2)
            FirstMeeting.arrange(match, starts_at=in_two_days, place="Caféen", accompanied_by=cast.lars)
    return match


def now(cast, match: Match) -> Match:
    with acting(user=cast.karen):
        return Match.objects.get(pk=match.pk)


def desk(cast) -> list[str]:
    with acting(user=cast.karen):
        return [line.what for line in for_coordinator(cast.karen).mine]


@pytest.mark.feature(69)
@pytest.mark.parametrize("purpose", ["friend", "registration"])
@pytest.mark.parametrize("by", ["karen", "lars"])
@pytest.mark.parametrize("state", ["proposed", "accepted"])
def test_a_proposal_and_a_first_meeting_are_called_off_with_a_mail(client, cast, state, by, purpose):
    match = before_the_meeting(cast, state)

    take_back(client, cast, match.citizen, purpose, by=getattr(cast, by))

    with acting(user=cast.sille):
        kinds = set(Message.objects.values_list("kind", flat=True))
    called_off = {"first_meeting_called_off", "first_meeting_host_off"} if state == "accepted" else set()
    assert now(cast, match).state == "withdrawn"
    assert kinds == {"came_to_nothing"} | called_off
    assert "Fortæl borgeren, at det ikke blev til noget" not in desk(cast)


@pytest.mark.feature(69)
@pytest.mark.feature(38)
@pytest.mark.parametrize("by", ["karen", "lars"])
@pytest.mark.parametrize("state", ["trial", "active", "paused"])
def test_a_running_friendship_rests_the_volunteer_is_told_and_the_citizen_asked_once(client, cast, state, by):
    match = in_state(cast, state)
    take_back(client, cast, match.citizen, by=getattr(cast, by))
    first = desk(cast)
    people.sign_in(client, cast.karen)
    client.post(reverse("friendships:volunteer_is_told", args=[match.pk]))
    then = desk(cast)

    later = timezone.localdate() + timedelta(days=60)
    client.post(reverse("friendships:rest", args=[match.pk]), {"why": "no_consent", "back_on": later.isoformat()})

    assert now(cast, match).state == "paused"
    assert [line for line in first if line in (TELL, ASK)] == [TELL]
    assert [line for line in then if line in (TELL, ASK)] == [ASK]
    assert [line for line in desk(cast) if line in (TELL, ASK)] == []


@pytest.mark.feature(69)
def test_nobody_chooses_another_reason_while_it_rests_for_want_of_the_consent(client, cast):
    match = in_state(cast, "active")
    take_back(client, cast, match.citizen)

    later = (timezone.localdate() + timedelta(days=30)).isoformat()
    page = client.post(reverse("friendships:rest", args=[match.pk]), {"why": "other", "back_on": later})

    assert "why" in page.context["form"].errors
    assert TELL in desk(cast)


@pytest.mark.feature(69)
def test_the_volunteers_page_shows_nothing_of_him_and_not_why(client, cast):
    match = in_state(cast, "active", citizen=people.create_citizen(cast, "Borgny"))
    with acting(user=cast.karen):
        link = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
    own_page = link.removeprefix("http://localhost:8000")
    before = client.get(own_page).content.decode()

    take_back(client, cast, match.citizen)

    client.logout()
    after = client.get(own_page).content.decode()
    assert "Borgny" in before
    assert "Borgny" not in after
    assert "samtykke" not in after.lower()


@pytest.mark.feature(69)
def test_nothing_goes_on_without_the_consent_and_with_a_new_one_it_can(client, cast):
    match = in_state(cast, "active")
    take_back(client, cast, match.citizen)
    resting = now(cast, match)
    with acting(user=cast.karen), pytest.raises(NotPossible):
        resting.come_back(by=cast.karen)

    with acting(user=cast.karen):
        match.citizen.consent_to(["friend"], given="spoken", witnessed_by=cast.karen)
        resting.come_back(by=cast.karen)

    assert now(cast, match).state == "active"


@pytest.mark.feature(69)
def test_the_page_of_the_two_offers_what_can_be_done_and_shows_what_the_friend_sees(client, cast):
    match = in_state(cast, "active", citizen=people.create_citizen(cast, "Borgny"))
    page, go_on = (reverse(name, args=[match.pk]) for name in ("coordinators:pair", "friendships:come_back"))
    stand_in, end = (reverse(f"friendships:{name}", args=[match.pk]) for name in ("propose_stand_in", "begin_to_end"))
    take_back(client, cast, match.citizen)
    without = client.get(page)

    with acting(user=cast.karen):
        match.citizen.consent_to(["friend"], given="spoken", witnessed_by=cast.karen)
    again = client.get(page)

    assert [one in without.content.decode() for one in (go_on, stand_in, end)] == [False, False, True]
    assert without.context["page"].view is None
    assert [one in again.content.decode() for one in (go_on, stand_in, end)] == [True, True, True]
    assert again.context["page"].view.called_name == "Borgny"


def test_what_ends_already_goes_on_ending(client, cast):
    match = in_state(cast, "ending")

    take_back(client, cast, match.citizen)

    assert now(cast, match).state == "ending"


@pytest.mark.feature(69)
def test_who_takes_back_being_registered_is_seen_by_whoever_ends_it_alone_and_erased_by_a_day(client, cast):
    match = in_state(cast, "active")

    answer = take_back(client, cast, match.citizen, "registration", by=cast.lars)

    with acting(user=cast.lars):
        seen_by_the_house = Citizen.objects.known_to(cast.lars).exists() or Citizen.objects.exists()
    with acting(user=cast.karen):
        citizen = Citizen.objects.get(pk=match.citizen_id)
        live = Consent.objects.live().filter(citizen=citizen).exists()
        desk = [line.what for line in for_coordinator(cast.karen).mine]
    assert any(line.startswith("Tilbyd en afsked: Alt skal være slettet senest") for line in desk)
    page = people.sign_in(client, cast.karen) or client.get(reverse("coordinators:citizen", args=[citizen.pk]))
    assert answer.url == reverse("coordinators:my_house")
    assert (seen_by_the_house, live) == (False, False)
    assert citizen.forget_on == timezone.localdate() + timedelta(days=14)
    assert "bliver slettet" in page.content.decode()
    assert now(cast, match).state == "paused"


@pytest.mark.feature(69)
@pytest.mark.parametrize(("days", "status"), [(13, 302), (14, 200), (60, 200)])
def test_nobody_puts_the_question_off_beyond_the_day_on_which_he_is_erased(client, cast, days, status):
    match = in_state(cast, "active")
    take_back(client, cast, match.citizen, "registration")
    on = (timezone.localdate() + timedelta(days=days)).isoformat()

    answer = client.post(reverse("friendships:rest", args=[match.pk]), {"why": "no_consent", "back_on": on})

    assert answer.status_code == status
    assert status == 302 or "Vælg en dag før" in answer.content.decode()


@pytest.mark.feature(69)
def test_a_farewell_can_still_be_offered_to_whoever_is_to_be_forgotten(client, cast):
    match = in_state(cast, "active")
    take_back(client, cast, match.citizen, "registration")

    bring_to_an_end(cast, now(cast, match))

    assert now(cast, match).state == "ended"


def test_a_new_yes_to_being_registered_keeps_him(client, cast):
    citizen = people.create_citizen(cast)
    take_back(client, cast, citizen, "registration")

    with acting(user=cast.karen):
        citizen.consent_to(["registration"], given="spoken", witnessed_by=cast.karen)
        citizen.refresh_from_db()

    assert citizen.forget_on is None


def test_advice_that_is_taken_back_ends_no_friendship(client, cast):
    bo = people.create_citizen(cast, consents=("registration", "friend", "guidance"))
    match = in_state(cast, "active", citizen=bo)

    take_back(client, cast, match.citizen, "guidance")

    assert now(cast, match).state == "active"
    with acting(user=cast.karen):
        assert not Pause.objects.exists()


@pytest.mark.feature(69)
def test_out_of_every_suggestion(client, cast):
    citizen, vera = people.create_citizen(cast), people.ready_volunteer(cast)
    take_back(client, cast, citizen, "registration")

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(vera, citizen, by=cast.karen)
    with acting(user=cast.karen):
        assert not Citizen.objects.known_to(cast.karen).waiting().exists()
