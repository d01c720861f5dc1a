"""A mail waits for somebody who leaves before it does: it goes to whoever has it now, or to nobody."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from access.context import acting
from institutions.emails import send_role_given
from institutions.models import Membership
from letters.claiming import claim_next
from letters.models import Message
from letters.sending import note
from screening.emails import send_conversation_told
from screening.models import Appointment
from volunteers.tests import way
from weshelter.digest import send_digest
from weshelter.tests import people

TOLD = "Aflyst: samtalen"


@pytest.fixture
def told(committed_cast) -> Message:
    """It waits that Karen's talk is called off."""
    talk = way.chosen(committed_cast, way.applied(committed_cast))
    with acting(user=committed_cast.karen):
        send_conversation_told(Appointment.objects.with_people().get(pk=talk.pk))
        return Message.objects.get(kind="conversation_told")


@pytest.fixture
def work(as_login, mailoutbox):
    """The worker works; gives to whom what has left by this subject, maybe with other mails."""

    def run(subject: str) -> list[str]:
        as_login("jobs")
        call_command("work", once=True)
        as_login("app")
        return sorted(mail.to[0] for mail in mailoutbox if subject in mail.subject + mail.body)

    return run


def comes(cast, name: str, **project) -> str:
    """Another coordinator, of the friends' project unless told; gives the address."""
    user = people.create_user(name, by=cast.sille)
    with acting(user=cast.sille):
        Membership.objects.create(user=user, role="coordinator", **{"project": cast.rg60.friends} | project)
    return user.email


def ends(cast, user, *, how: str = "membership") -> None:
    with acting(user=cast.sille):
        if how == "membership":
            user.memberships.end(by=cast.sille)
        else:
            type(user).objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.feature(94)
@pytest.mark.parametrize("how", ["membership", "login"])
def test_what_waits_for_who_left_goes_to_each_who_has_it_now(committed_cast, told, work, mailoutbox, how):
    heirs = [comes(committed_cast, name) for name in ("Kaj Koordinator", "Kim Koordinator")]
    ends(committed_cast, committed_cast.karen, how=how)

    assert work(TOLD) == heirs
    texts = [mail.body for mail in mailoutbox if mail.to[0] in heirs]
    assert all("Dette blev skrevet til en, der er væk eller er holdt op." in text for text in texts)


@pytest.mark.feature(94)
def test_where_nobody_has_it_now_it_is_put_aside(committed_cast, told, work):
    comes(committed_cast, "Kaj Koordinator", project=committed_cast.nabo.friends)
    ends(committed_cast, committed_cast.karen)

    assert work(TOLD) == []
    with acting(user=committed_cast.sille):
        assert Message.objects.get(pk=told.pk).state == "put_aside"


def test_whoever_is_here_still_has_it_alone(committed_cast, told, work):
    comes(committed_cast, "Kaj Koordinator")

    assert work(TOLD) == [committed_cast.karen.email]


@pytest.mark.feature(94)
def test_a_day_that_passes_ends_a_role_as_well(committed_cast, told, work, as_login):
    """Its last day was today, and the mail waits past midnight: nothing is written as a day passes."""
    kaj = comes(committed_cast, "Kaj Koordinator")
    as_login("owner")
    Membership.objects.filter(user=committed_cast.karen).update(until_on=timezone.localdate() - timedelta(days=1))

    assert work(TOLD) == [kaj]


@pytest.mark.feature(94)
def test_what_the_mail_server_put_off_is_asked_about_again(committed_cast, told, work, as_login):
    kaj = comes(committed_cast, "Kaj Koordinator")
    as_login("jobs")
    note(claim_next(), "later")
    as_login("app")
    ends(committed_cast, committed_cast.karen)
    as_login("owner")
    Message.objects.update(next_try_at=timezone.now())

    assert work(TOLD) == [kaj]


@pytest.mark.feature(94)
def test_what_is_told_to_all_who_work_here_goes_to_nobody_else(committed_cast, work):
    """What waits each morning, and who has come to the house: who left hears neither, and nobody hears it twice."""
    cast = committed_cast
    kaj = comes(cast, "Kaj Koordinator")
    with acting(user=cast.sille):
        send_digest(cast.karen, [], ["1 samtale er aftalt"], timezone.localdate() - timedelta(days=1))
        send_role_given(Membership.objects.get(user__email=kaj), [cast.karen])
    ends(cast, cast.karen)

    assert (work("Det venter"), work("En ny rolle i WeShelter")) == ([], [kaj])


def test_ones_own_role_is_told_after_it_has_ended(committed_cast, work):
    ends(committed_cast, committed_cast.karen)

    assert committed_cast.karen.email in work("En rolle i WeShelter slutter")
