"""The volunteer's own page, by link: my next step, my dates, my friend; nobody else's."""

import pytest
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link, revoke_link
from friendships.models import Pause
from friendships.tests.pairs import in_state, today
from volunteers.tests import way
from weshelter.tests import people


def own_page(cast, volunteer, *, by=None) -> str:
    """The path of the volunteer's own page."""
    with acting(user=by or cast.karen):
        return issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page").replace("http://localhost:8000", "")


@pytest.mark.feature(72)
def test_an_applicant_sees_the_next_step(client, cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    page = client.get(own_page(cast, anna))

    assert [step.code for step in page.context["page"].steps if step.current] == ["booked"]


def test_until_she_is_in_training_the_agreement_lies_with_the_coordinator(client, cast):
    page = client.get(own_page(cast, way.interviewed(cast))).content.decode()

    assert "Det ligger hos koordinatoren" in page
    assert "Du har en mail med aftalen" not in page


def test_who_has_a_place_on_the_course_is_not_asked_to_choose_one(client, cast):
    birgit = way.booked(cast).volunteer

    page = client.get(own_page(cast, birgit))

    assert page.context["page"].course.gathering == cast.course
    assert "Det er din tur" not in page.content.decode()


def test_a_friend_sees_the_first_name_and_what_he_said_yes_to(client, cast):
    match = people.create_match(cast)
    with acting(user=cast.karen):
        match.citizen.disclose("bad_day", "yes", "Gå ved siden af mig")
        match.citizen.disclose("health", "not_yet", "Ikke endnu")

    page = client.get(own_page(cast, match.volunteer)).content.decode()

    assert "Bo" in page
    assert "Gå ved siden af mig" in page
    assert "Ikke endnu" not in page
    assert "En at gå tur med" not in page


def test_of_two_who_take_a_break_nobody_asks_whether_they_have_met(client, cast):
    match = in_state(cast, "active")
    tick = f"/kontakt/{match.pk}/"
    before = client.get(own_page(cast, match.volunteer)).content.decode()
    with acting(user=cast.karen):
        Pause.begin(match, why="volunteer_away", back_on=today(30), by=cast.karen)

    page = client.get(own_page(cast, match.volunteer)).content.decode()

    assert tick in before
    assert tick not in page
    assert "I holder pause. Koordinatoren spørger jer begge, før I fortsætter." in page


def test_before_both_have_said_yes_there_is_only_a_letter_to_answer(client, cast):
    match = people.create_match(cast, started=False)

    page = client.get(own_page(cast, match.volunteer))

    assert page.context["page"].unanswered == 1
    assert page.context["page"].friends == []


def test_another_volunteer_sees_nothing_of_it(client, cast):
    people.create_match(cast)
    sofie = people.ready_volunteer(cast, "Sofie Skov")

    page = client.get(own_page(cast, sofie))

    assert page.context["page"].friends == []


@pytest.mark.parametrize("how", ["revoked", "unknown", "of another purpose"])
def test_a_dead_link_opens_one_and_the_same_page(client, cast, how):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)
    url = own_page(cast, anna)
    if how == "revoked":
        with acting(user=cast.karen):
            revoke_link(Purpose.OWN_PAGE, anna)
    if how == "unknown":
        url = reverse("coordinators:own_page", args=["intet-link"])
    if how == "of another purpose":
        url = url.replace("/min-side/", "/aftale/")

    page = client.get(url)

    assert page.status_code == 404
    assert page.templates[0].name == "access/dead_link.html"


def test_whoever_is_signed_in_sees_through_a_link_only_what_the_link_shows(client, cast):
    match = people.create_match(cast)
    people.sign_in(client, cast.karen)

    page = client.get(own_page(cast, match.volunteer))

    assert page.context["navigation"] == []


def test_no_link_is_made_for_a_volunteer_elsewhere(cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    with pytest.raises(Exception, match="outside the scope"):
        own_page(cast, anna, by=cast.nanna)


def own_dates(client, cast, volunteer):
    """The page and what it says, on one line."""
    response = client.get(own_page(cast, volunteer))
    return response.context["page"], " ".join(response.content.decode().split())


@pytest.mark.feature(72)
def test_the_conversation_stands_among_her_dates_with_its_place_and_a_way_to_the_calendar(client, cast):
    talk = way.chosen(cast, way.applied(cast))

    url = own_page(cast, talk.volunteer)
    page = client.get(url)

    assert page.context["page"].talk_ahead == talk
    assert "Caféen · Du møder Karen Koordinator." in " ".join(page.content.decode().split())
    calendar = reverse("screening:choose_calendar", args=[way.token_of(url)])
    assert f'href="{calendar}"' in page.content.decode()
    assert client.get(calendar)["Content-Type"] == "text/calendar; charset=utf-8"


@pytest.mark.feature(72)
def test_times_that_wait_for_her_choice_are_her_next_step(client, cast):
    talk = way.offered(cast, way.applied(cast))

    page, text = own_dates(client, cast, talk.volunteer)

    assert (page.next_step.code, page.may_choose, page.talk_ahead) == ("booked", True, None)
    assert text.count("Det er din tur:") == 1


def test_once_a_time_is_chosen_the_next_step_waits_for_nobody(client, cast):
    talk = way.chosen(cast, way.applied(cast))

    page, text = own_dates(client, cast, talk.volunteer)

    assert (page.may_choose, text.count("Det er din tur:")) == (False, 0)


def test_a_conversation_given_back_is_none_of_her_dates(client, cast):
    talk = way.chosen(cast, way.applied(cast))
    with acting(user=cast.karen):
        talk.none_fits(by=talk.volunteer)

    page, _text = own_dates(client, cast, talk.volunteer)

    assert (page.talk_ahead, page.may_choose) == (None, False)


def test_another_volunteer_sees_no_conversation_but_her_own(client, cast):
    way.chosen(cast, way.applied(cast))
    url = own_page(cast, people.ready_volunteer(cast, "Sofie Skov"))

    page = client.get(url)
    calendar = client.get(reverse("screening:choose_calendar", args=[way.token_of(url)]))

    assert (page.context["page"].talk, calendar.status_code) == (None, 409)
    assert "Caféen" not in page.content.decode()
