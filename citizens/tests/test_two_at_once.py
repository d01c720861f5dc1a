"""Two people write about the same citizen: nothing is lost, and a later no is never overwritten by an old page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen, Disclosure, Wishes, just_registered, register
from weshelter.tests import people
from weshelter.tests.at_once import at_once


def page_as_opened(client, name: str, citizen) -> dict:
    """What a browser would send from the page as it stands."""
    form = client.get(reverse(f"citizens:{name}", args=[citizen.pk])).context["form"]
    return {field.html_name: field.value() for field in form if field.value()} | {"opened": str(form.opened)}


def said(cast, citizen) -> dict:
    with acting(user=cast.karen):
        return dict(citizen.disclosures.values_list("line", "answer"))


def wish(user, citizen, **changes) -> None:
    with acting(user=user):
        Wishes.objects.filter(citizen=citizen).update(**changes)


def wishes_of(cast, citizen) -> tuple:
    with acting(user=cast.karen):
        return Wishes.objects.values_list("own_words", "interests", "area").get(citizen=citizen)


@pytest.fixture
def bo(cast):
    """His friend may know about his health."""
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        bo.disclose("health", "yes", "Har sukkersyge")
    return bo


def test_a_page_left_open_does_not_turn_a_no_into_a_yes(client, cast, bo):
    people.sign_in(client, cast.lars)
    sent = page_as_opened(client, "disclose", bo) | {"past_answer": "yes", "past_words": "Har sejlet"}
    with acting(user=cast.karen):
        bo.disclose("health", "no", "")

    client.post(reverse("citizens:disclose", args=[bo.pk]), sent)

    assert said(cast, bo) == {"health": "no", "past": "yes"}


def test_a_line_that_both_have_changed_is_asked_about_once(client, cast, bo):
    people.sign_in(client, cast.lars)
    address = reverse("citizens:disclose", args=[bo.pk])
    sent = page_as_opened(client, "disclose", bo) | {"health_words": "Har sukkersyge og gigt"}
    with acting(user=cast.karen):
        bo.disclose("health", "no", "")

    asked = client.post(address, sent)
    assert set(asked.context["form"].errors) == {"health_answer"}
    assert said(cast, bo) == {"health": "no"}

    client.post(address, sent | {"opened": str(asked.context["form"].opened)})
    assert said(cast, bo) == {"health": "yes"}


def test_a_page_that_was_wrong_elsewhere_still_knows_what_it_showed(client, cast, bo):
    people.sign_in(client, cast.lars)
    address = reverse("citizens:disclose", args=[bo.pk])
    sent = page_as_opened(client, "disclose", bo) | {"past_answer": "yes"}
    with acting(user=cast.karen):
        bo.disclose("health", "no", "")

    asked = client.post(address, sent)
    client.post(address, sent | {"past_words": "Har sejlet", "opened": str(asked.context["form"].opened)})

    assert said(cast, bo) == {"health": "no", "past": "yes"}


def test_wishes_changed_by_another_stay_where_this_form_left_them(client, cast, bo):
    people.sign_in(client, cast.lars)
    sent = page_as_opened(client, "wishes", bo) | {"interests": ["chess"]}
    wish(cast.karen, bo, own_words="En at spise med", area="2200")

    client.post(reverse("citizens:wishes", args=[bo.pk]), sent)

    assert wishes_of(cast, bo) == ("En at spise med", ["chess"], "2200")


def test_a_wish_that_both_have_changed_is_told_with_who_was_first_and_what_stands_now(client, cast, bo):
    people.sign_in(client, cast.lars)
    sent = page_as_opened(client, "wishes", bo) | {"own_words": "En at sejle med"}
    wish(cast.karen, bo, own_words="En at spise med", area="2200")

    form = client.post(reverse("citizens:wishes", args=[bo.pk]), sent).context["form"]

    [sentence] = form.errors["own_words"]
    assert sentence.startswith("Karen Koordinator gemte en ændring her i dag kl. ")
    assert "Der står nu: <q>En at spise med</q>" in form["own_words"].help_text
    assert (form["own_words"].value(), form["area"].value()) == ("En at sejle med", "2200")
    assert wishes_of(cast, bo) == ("En at spise med", ["walks"], "2200")


def test_what_is_sent_once_more_is_said_knowingly(client, cast, bo):
    people.sign_in(client, cast.lars)
    address = reverse("citizens:wishes", args=[bo.pk])
    sent = page_as_opened(client, "wishes", bo) | {"own_words": "En at sejle med"}
    wish(cast.karen, bo, own_words="En at spise med")
    told = client.post(address, sent).context["form"]

    client.post(address, sent | {"opened": str(told.opened)})

    assert wishes_of(cast, bo) == ("En at sejle med", ["walks"], "")


def test_the_same_said_by_two_is_no_quarrel(client, cast, bo):
    people.sign_in(client, cast.lars)
    sent = page_as_opened(client, "wishes", bo) | {"own_words": "En at spise med"}
    wish(cast.karen, bo, own_words="En at spise med")

    response = client.post(reverse("citizens:wishes", args=[bo.pk]), sent)

    assert (response.status_code, wishes_of(cast, bo)) == (302, ("En at spise med", ["walks"], ""))


def test_two_consents_at_once_are_one(committed_cast):
    cast = committed_cast
    bo = people.create_citizen(cast)

    def hear(user):
        bo.consent_to(["guidance"], given="spoken", witnessed_by=user)

    def hear_too():
        with acting(user=cast.lars):
            hear(cast.lars)

    with acting(user=cast.karen):
        thread, met = at_once(lambda: hear(cast.karen), hear_too)
    thread.join(timeout=20)

    with acting(user=cast.karen):
        assert (met, bo.consents.live().filter(purpose="guidance").count()) == ([], 1)


def test_of_two_taps_at_once_the_later_finds_whom_the_earlier_registered(committed_cast):
    cast = committed_cast
    who = {"project": cast.rg60.friends, "called_name": "Bo", "reach": "i cafeen"}

    def tap():
        return just_registered(**who) or register(**who, attachment_kind="lives_here")

    def tap_too():
        with acting(user=cast.karen):
            tap()

    with acting(user=cast.karen):
        thread, met = at_once(tap, tap_too)
    thread.join(timeout=20)

    with acting(user=cast.karen):
        assert (met, Citizen.objects.count()) == ([], 1)


def test_two_first_answers_to_a_line_at_once_are_told_to_the_later(committed_cast):
    cast = committed_cast
    bo = people.create_citizen(cast)

    def answer_too():
        with acting(user=cast.lars):
            bo.disclose("past", "yes", "Har sejlet")

    with acting(user=cast.karen):
        thread, met = at_once(lambda: bo.disclose("past", "no", ""), answer_too)
    thread.join(timeout=20)

    with acting(user=cast.karen):
        assert (len(met), Disclosure.objects.get().answer) == (1, "no")


@pytest.fixture
def moved_to_nabo(cast):
    """He comes to RG60, where his project is, and lives at NABO."""
    with acting(user=cast.karen):
        bo = register(project=cast.rg60.friends, called_name="Bo", reach="", attachment_kind="comes_here")
        Wishes.objects.create(citizen=bo, project=bo.project, languages=["da"])
        bo.consent_to(["registration", "friend"], given="spoken", witnessed_by=cast.karen)
        bo.attach(cast.nabo.institution, kind="lives_here", from_on=timezone.localdate(), heard_by=cast.karen)
    return bo


def test_the_house_where_he_lives_comes_before_the_one_he_visits(cast, moved_to_nabo):
    with acting(user=cast.karen):
        assert moved_to_nabo.current_house() == cast.nabo.institution


@pytest.mark.parametrize("page", ["wishes", "disclose", "consent"])
def test_the_lead_of_the_house_where_he_lives_writes_what_he_says(client, cast, moved_to_nabo, page):
    people.sign_in(client, cast.leif)

    assert client.get(reverse(f"citizens:{page}", args=[moved_to_nabo.pk])).status_code == 200


def test_the_lead_of_the_house_where_he_lives_hears_his_answer(client, cast, moved_to_nabo):
    match = people.create_match(cast, citizen=moved_to_nabo, started=False)
    people.sign_in(client, cast.leif)
    pair = client.get(reverse("coordinators:pair", args=[match.pk])).content.decode()

    client.post(reverse("matching:citizen_answers", args=[match.pk]), {"answer": "no"})

    with acting(user=cast.karen):
        match.refresh_from_db()
    assert reverse("matching:citizen_answers", args=[match.pk]) in pair
    assert match.state == "declined"


def test_the_lead_of_the_house_where_he_lives_writes_down_that_a_consent_is_taken_back(client, cast, moved_to_nabo):
    people.sign_in(client, cast.leif)
    with acting(user=cast.karen):
        consent = moved_to_nabo.consents.get(purpose="friend")

    client.post(reverse("friendships:withdraw_consent", args=[consent.pk]))

    with acting(user=cast.karen):
        assert not moved_to_nabo.has_consented_to("friend")
