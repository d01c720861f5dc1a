"""Access ends at once; what is left open stands on the same page, and mails go to whoever has it now."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from institutions.emails import who_has
from institutions.models import Alignment, Membership
from letters.models import Message
from matching.emails import send_meeting_called_off
from matching.models import FirstMeeting
from screening.emails import send_conversation_answered
from screening.models import Appointment
from volunteers.tests import way
from weshelter.handing_on import lies_with
from weshelter.tests import people

USERS = reverse("admin:accounts_user_changelist")


@pytest.fixture
def kaj(cast):
    """A second coordinator of the friends' project."""
    kaj = people.create_user("Kaj Koordinator", by=cast.sille)
    with acting(user=cast.sille):
        Membership.objects.create(user=kaj, role="coordinator", project=cast.rg60.friends)
    return kaj


@pytest.fixture
def talk(cast) -> Appointment:
    """Karen has a talk with an applicant before the next day is over."""
    return way.chosen(cast, way.applied(cast), hours=20)


def end_roles(client, cast, user) -> None:
    people.sign_in(client, cast.sille)
    client.post(USERS, {"action": "end_roles", "_selected_action": [user.pk]})


@pytest.mark.feature(94)
def test_a_role_opens_nothing_the_moment_it_has_ended(client, cast):
    desk = reverse("coordinators:desk")
    people.sign_in(client, cast.karen)
    before = client.get(desk).status_code
    end_roles(client, cast, cast.karen)

    people.sign_in(client, cast.karen)

    assert (before, client.get(desk).status_code) == (200, 404)


def test_a_role_that_was_given_today_by_mistake_ends_today(client, cast, kaj):
    end_roles(client, cast, kaj)

    with acting(user=cast.sille):
        assert list(kaj.memberships.in_force()) == []


@pytest.mark.parametrize(("days", "named"), [(0, 2), (-1, 0)])
def test_an_alignment_lies_with_its_lead_until_the_day_of_its_review(cast, days, named):
    with acting(user=cast.sille):
        Alignment.objects.filter(lead=cast.lars).update(
            made_on=timezone.localdate() - timedelta(days=30), review_on=timezone.localdate() + timedelta(days=days)
        )

        assert sum("alignment" in page for _sentence, page in lies_with(cast.lars)) == named


@pytest.mark.feature(94)
def test_what_is_left_open_stands_on_the_page_of_who_left(client, cast, talk):
    end_roles(client, cast, cast.karen)

    page = client.get(reverse("admin:accounts_user_change", args=[cast.karen.pk])).content.decode()

    assert "1 samtale med en ansøger" in page
    assert f"{cast.rg60.friends} mangler en koordinator" in page


@pytest.mark.feature(94)
def test_a_mail_to_who_left_goes_to_whoever_has_it_now(client, cast, kaj, talk):
    end_roles(client, cast, cast.karen)

    with acting(user=cast.sille):
        send_conversation_answered(Appointment.objects.with_people().get(pk=talk.pk))
        told = [one.address for one in Message.objects.filter(kind="conversation_answered")]
    assert told == [kaj.email]


@pytest.mark.parametrize("who", ["karen", "sille"])
def test_whoever_works_here_still_has_it_alone(cast, kaj, who):
    user = getattr(cast, who)

    with acting(user=cast.sille):
        assert who_has(user, [cast.rg60.friends.pk]) == [user]


@pytest.mark.feature(94)
def test_who_works_at_another_house_now_has_it_no_more(client, cast, kaj, talk):
    end_roles(client, cast, cast.karen)
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.karen, role="coordinator", project=cast.nabo.friends)

        assert who_has(cast.karen, [cast.rg60.friends.pk]) == [kaj]


@pytest.mark.feature(94)
def test_a_role_that_begins_tomorrow_does_not_begin(client, cast, kaj):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with acting(user=cast.sille):
        Membership.objects.create(user=kaj, role="coordinator", project=cast.rg60.food, from_on=tomorrow)

    end_roles(client, cast, kaj)

    with acting(user=cast.sille):
        assert list(kaj.memberships.in_force(tomorrow)) == []


@pytest.mark.feature(94)
def test_whoever_has_it_now_is_greeted_by_the_own_name(committed_cast, mailbox):
    cast = committed_cast
    kaj = people.create_user("Kaj Koordinator", by=cast.sille)
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        in_a_week = timezone.localtime() + timedelta(days=7)
        meeting = FirstMeeting.arrange(match, starts_at=in_a_week, place="Haven", accompanied_by=cast.karen)
    with acting(user=cast.sille):
        Membership.objects.create(user=kaj, role="coordinator", project=cast.rg60.friends)
        cast.karen.memberships.end(by=cast.sille)
    with acting(user=kaj):
        send_meeting_called_off(meeting, match)

    [mail] = [one for one in mailbox() if one.message.kind == "first_meeting_host_off"]
    assert mail.message.address == kaj.email
    assert mail.text.startswith("Kære Kaj\n")
