"""While two rest somebody may meet the citizen: after his own yes, and until the rest is over."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from access.context import acting
from access.links import Purpose
from citizens.models import Disclosure
from coordinators.attention import for_coordinator
from friendships.models import Closure, StandIn
from friendships.tests.pairs import BEGUN, agreed, in_state, proposed, today, token_of
from matching.models import Match
from notes.friend import stand_in_view
from notes.tests.telling import consenting_citizen, guide, link_of
from volunteers.models import Volunteer
from weshelter.tests import people

LINE = "Har sejlet i mange år"
ASK = "Spørg borgeren om afløseren"


@pytest.fixture
def match(cast):
    bo = consenting_citizen(cast, "Borgny")
    with acting(user=cast.karen):
        bo.disclose("past", "yes", LINE)
        bo.disclose("health", "no", "Det kommer ingen ved")
    guide(bo, cast.rg60, "Lad ham tale ud")
    return in_state(cast, "paused", citizen=bo)


@pytest.fixture
def agnes(cast):
    return people.ready_volunteer(cast, "Agnes Afløser")


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def token(cast, volunteer: Volunteer) -> str:
    return token_of(cast, Match(volunteer=volunteer))


def own_page(client, cast, volunteer: Volunteer) -> str:
    client.logout()
    return client.get(reverse("coordinators:own_page", args=[token(cast, volunteer)])).content.decode()


def post(client, page: str, match: Match, **said):
    return client.post(reverse(f"friendships:{page}", args=[match.pk]), said)


def state_of(cast, stand_in: StandIn) -> str:
    with acting(user=cast.karen):
        return StandIn.objects.get(pk=stand_in.pk).state


def desk(cast) -> list[str]:
    with acting(user=cast.karen):
        return [line.what for line in for_coordinator(cast.karen).mine]


@pytest.mark.feature(39)
def test_without_his_yes_she_sees_nothing_and_after_it_his_yes_lines_alone(client, karen, cast, match, agnes):
    post(karen, "propose_stand_in", match, volunteer=agnes.pk)
    asked = desk(cast)
    before = own_page(client, cast, agnes)
    people.sign_in(client, cast.karen)

    post(client, "stand_in_answered", match, answer="yes", asked_by="lead", asked_on=str(today()))

    after = own_page(client, cast, agnes)
    assert ASK in asked
    assert ASK not in desk(cast)
    assert ("Borgny" in before, LINE in before) == (False, False)
    assert ("Borgny" in after, LINE in after) == (True, True)
    assert "Det kommer ingen ved" not in after
    assert "Lad ham tale ud" not in after


def come_back(cast, match: Match) -> None:
    match.come_back(by=cast.karen)


def begin_to_end(cast, match: Match) -> None:
    Closure.begin(match, tell_on=today(), by=cast.karen, **BEGUN)


def take_consent_back(cast, match: Match, purpose: str = "friend") -> None:
    match.citizen.consents.live().get(purpose=purpose).withdraw(by=cast.karen)


def take_every_consent_back(cast, match: Match) -> None:
    take_consent_back(cast, match, "registration")


def end_it(cast, match: Match) -> None:
    StandIn.objects.get().end(by=cast.karen)


def she_leaves(cast, match: Match) -> None:
    Volunteer.objects.get(name="Agnes Afløser").leave(by=cast.karen)


WHATEVER = [come_back, begin_to_end, take_consent_back, take_every_consent_back, end_it, she_leaves]


@pytest.mark.feature(39)
@pytest.mark.parametrize("state", ["proposed", "agreed"])
@pytest.mark.parametrize("ends", WHATEVER, ids=lambda one: one.__name__)
def test_whatever_ends_it_she_sees_nothing_afterwards(cast, match, agnes, ends, state):
    stand_in = (agreed if state == "agreed" else proposed)(cast, match, agnes)
    hers = token(cast, agnes)
    with acting(link=hers):
        before = stand_in_view(stand_in)

    with acting(user=cast.karen):
        ends(cast, match)

    with acting(link=hers):
        assert stand_in_view(stand_in) is None
        assert not StandIn.objects.exists()
    assert (before is not None) is (state == "agreed")
    assert state_of(cast, stand_in) == "ended"
    assert ASK not in desk(cast)


@pytest.mark.feature(39)
def test_a_consent_that_is_gone_hides_him_whatever_the_row_says(cast, match, agnes):
    stand_in = agreed(cast, match, agnes)
    hers = token(cast, agnes)
    with acting(user=cast.karen):
        Disclosure.objects.filter(citizen=match.citizen).update(answer="no")

    with acting(link=hers):
        assert stand_in_view(stand_in).lines == ()


@pytest.mark.feature(39)
def test_she_hears_by_mail_that_he_said_yes_and_that_it_is_over_and_of_nobodys_name(
    client, committed_cast, as_login, mailoutbox
):
    cast = committed_cast
    match = in_state(cast, "paused", citizen=people.create_citizen(cast, "Borgny"))
    agnes = people.ready_volunteer(cast, "Agnes Afløser")
    agreed(cast, match, agnes)
    as_login("jobs")
    call_command("work", once=True)
    as_login("app")
    [said_yes] = [one for one in mailoutbox if one.subject == "Der er en, der gerne vil møde dig for en tid"]
    [page] = re.findall(r"https?://[^/]+(/min-side/\S+)", said_yes.body)
    shown = client.get(page).content.decode()

    with acting(user=cast.karen):
        match.come_back(by=cast.karen)
    as_login("jobs")
    call_command("work", once=True)
    as_login("app")

    [over] = [one for one in mailoutbox if one.subject == "Tak, fordi du var afløser"]
    assert said_yes.to == over.to == [agnes.email]
    assert "Borgny" in shown
    for mail in (said_yes, over):
        assert not {name for name in ("Borgny", "Vera") if name in mail.subject + mail.body}
    assert "Borgny" not in client.get(page).content.decode()


@pytest.mark.feature(39)
def test_that_it_is_over_is_written_once_though_the_mail_of_the_yes_had_not_left(committed_cast, as_login, mailoutbox):
    cast = committed_cast
    match = in_state(cast, "paused")
    agreed(cast, match, people.ready_volunteer(cast, "Agnes Afløser"))
    with acting(user=cast.karen):
        match.come_back(by=cast.karen)

    as_login("jobs")
    call_command("work", once=True)

    hers = [one.subject for one in mailoutbox if "fløser" in one.subject or "møde dig" in one.subject]
    assert hers == ["Tak, fordi du var afløser"]


def test_who_was_only_proposed_or_got_a_no_hears_nothing(committed_cast, as_login, mailoutbox):
    cast = committed_cast
    match = in_state(cast, "paused")
    stand_in = proposed(cast, match, people.ready_volunteer(cast, "Agnes Afløser"))
    with acting(user=cast.karen):
        stand_in.decline(asked_on=today(), asked_by="coordinator", by=cast.karen)
    other = proposed(cast, match, people.ready_volunteer(cast, "Berit Afløser"))
    with acting(user=cast.karen):
        other.end(by=cast.karen)

    as_login("jobs")
    call_command("work", once=True)

    assert [one.subject for one in mailoutbox if "fløser" in one.subject or "møde dig" in one.subject] == []


@pytest.mark.feature(39)
def test_the_friend_who_rests_is_not_told_who_it_is(client, cast, match, agnes):
    agreed(cast, match, agnes)

    page = own_page(client, cast, match.volunteer)

    assert "Borgny" in page
    assert "Agnes" not in page
    with acting(link=token(cast, match.volunteer)):
        assert not StandIn.objects.exists()


@pytest.mark.parametrize("page", ["friends", "rest", "leave"])
def test_what_she_has_open_names_it(karen, cast, match, agnes, page):
    agreed(cast, match, agnes)

    shown = karen.get(reverse(f"coordinators:{page}", args=[agnes.pk])).content.decode()

    assert "Afløser: Netværksvenner RG60" in shown
    assert reverse("coordinators:pair", args=[match.pk]) in shown


def test_a_link_of_another_purpose_shows_nothing(cast, match, agnes):
    stand_in = agreed(cast, match, agnes)

    with acting(link=link_of(Match(volunteer=agnes), cast.rg60, Purpose.AGREEMENT)):
        assert stand_in_view(stand_in) is None
        assert not StandIn.objects.exists()


@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_nobody_else_knows_of_it(client, cast, match, agnes, who):
    stand_in = agreed(cast, match, agnes)
    people.sign_in(client, getattr(cast, who))

    answer = client.get(reverse("friendships:propose_stand_in", args=[match.pk]))

    assert answer.status_code == 404
    with acting(user=getattr(cast, who)):
        assert not StandIn.objects.exists()
        assert stand_in_view(stand_in) is None
