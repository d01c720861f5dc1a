"""Registering a citizen, his wishes, consents and what the friend may know."""

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Citizen, Consent, Disclosure
from citizens.wordings import CURRENT
from weshelter.tests import people


def registration(project, /, **changes) -> dict:
    """A form as a coordinator fills it in."""
    return {
        "project": project.pk, "called_name": "Bo", "reach": "i cafeen", "attachment": "lives_here",
        "languages": ["da"], "interests": ["walks"], "slots": ["weekday_evening"], "wants_friend": "on",
        "own_words": "En at gå tur med", "purposes": ["registration", "friend"], "given": "spoken", **changes,
    }  # fmt: skip


@pytest.mark.feature(20)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_coordinator_and_lead_register_a_citizen_in_one_form(client, cast, who):
    user = getattr(cast, who)
    people.sign_in(client, user)

    response = client.post(reverse("citizens:register"), registration(cast.rg60.friends))

    with acting(user=user):
        citizen = Citizen.objects.get()
        assert response.url == reverse("coordinators:citizen", args=[citizen.pk])
        assert citizen.wishes.interests == ["walks"]
        assert citizen.current_house() == cast.rg60.institution


def test_a_form_that_is_sent_twice_registers_one_citizen(client, cast):
    people.sign_in(client, cast.karen)
    said = registration(cast.rg60.friends)

    once, again = (client.post(reverse("citizens:register"), said) for _time in range(2))

    with acting(user=cast.karen):
        assert Citizen.objects.count() == 1
    assert (once.status_code, again.url) == (302, once.url)


@pytest.mark.parametrize("other", [{"called_name": "Bodil"}, {"reach": "i gården"}], ids=str)
def test_whoever_is_called_something_else_or_reached_elsewhere_is_somebody_else(client, cast, other):
    people.sign_in(client, cast.karen)

    for changes in ({}, other):
        client.post(reverse("citizens:register"), registration(cast.rg60.friends, **changes))

    with acting(user=cast.karen):
        assert Citizen.objects.count() == 2


@pytest.mark.feature(69)
def test_a_consent_keeps_what_was_said_and_who_heard_it(client, cast):
    people.sign_in(client, cast.karen)

    client.post(reverse("citizens:register"), registration(cast.rg60.friends))

    with acting(user=cast.karen):
        said = set(Consent.objects.values_list("purpose", "given", "witnessed_by__name", "wording_version"))
    assert said == {
        ("registration", "spoken", "Karen Koordinator", CURRENT),
        ("friend", "spoken", "Karen Koordinator", CURRENT),
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"called_name": ""}, "called_name"),
        ({"called_name": "B" * 61}, "called_name"),
        ({"called_name": "Bo 010190-1234"}, "called_name"),
        ({"own_words": "født 010190 1234"}, "own_words"),
        ({"own_words": "x" * 1001}, "own_words"),
        ({"languages": ["xx"]}, "languages"),
        ({"interests": ["<script>"]}, "interests"),
        ({"purposes": ["friend"]}, "purposes"),
        ({"project": "999999999999999999999"}, "project"),
        ({"reach": "\0"}, "reach"),
    ],
)
def test_bad_input_gets_a_sentence_beside_the_field_and_is_not_stored(client, cast, changes, field):
    people.sign_in(client, cast.karen)

    response = client.post(reverse("citizens:register"), registration(cast.rg60.friends, **changes))

    assert response.context["form"].errors[field]
    with acting(user=cast.karen):
        assert not Citizen.objects.exists()


def test_a_project_of_another_house_cannot_be_chosen(client, cast):
    people.sign_in(client, cast.karen)

    response = client.post(reverse("citizens:register"), registration(cast.nabo.friends))

    assert set(response.context["form"].errors) == {"project"}


@pytest.mark.parametrize("text", ["Bø 🎣", "<script>alert(1)</script>", "{{7*7}}"])
def test_odd_words_are_kept_as_written_and_shown_as_text(client, cast, text):
    people.sign_in(client, cast.karen)

    client.post(reverse("citizens:register"), registration(cast.rg60.friends, own_words=text))

    with acting(user=cast.karen):
        citizen = Citizen.objects.get()
        assert citizen.wishes.own_words == text
    page = client.get(reverse("coordinators:citizen", args=[citizen.pk])).content.decode()
    assert "<script>alert" not in page


def test_the_list_shows_who_waits(client, cast):
    people.create_citizen(cast, "Bo")
    people.create_match(cast, citizen=people.create_citizen(cast, "Ib"))
    people.sign_in(client, cast.karen)

    everybody = client.get(reverse("citizens:list"))
    waiting = client.get(reverse("citizens:list"), {"vis": "venter"})

    assert [citizen.called_name for citizen in everybody.context["list"].rows] == ["Bo", "Ib"]
    assert [citizen.called_name for citizen in waiting.context["list"].rows] == ["Bo"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(client, cast, rows, django_assert_max_num_queries):
    for number in range(rows):
        people.create_citizen(cast, f"Nr. {number}")
    people.sign_in(client, cast.karen)

    with django_assert_max_num_queries(11):
        response = client.get(reverse("citizens:list"))

    assert len(response.context["list"].rows) == rows


@pytest.mark.parametrize("name", ["wishes", "disclose", "consent"])
@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_the_page_of_somebody_elsewhere_is_the_page_of_nobody(client, cast, name, who):
    bo = people.create_citizen(cast)
    people.sign_in(client, getattr(cast, who))

    hidden = client.get(reverse(f"citizens:{name}", args=[bo.pk]))
    missing = client.get(reverse(f"citizens:{name}", args=["00000000-0000-0000-0000-000000000000"]))

    assert (hidden.status_code, hidden.content) == (404, missing.content)


def test_what_the_friend_may_know_is_a_no_until_the_citizen_says_yes(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.lars)
    form = client.get(reverse("citizens:disclose", args=[bo.pk])).context["form"]
    answers = {name: form[name].initial for name in form.fields}
    assert {answers[name] for name in answers if name.endswith("_answer")} == {"no"}

    client.post(
        reverse("citizens:disclose", args=[bo.pk]), {**answers, "past_answer": "yes", "past_words": "Jeg har sejlet"}
    )

    with acting(user=cast.lars):
        assert set(Disclosure.objects.exclude(answer="no").values_list("line", "words")) == {("past", "Jeg har sejlet")}


@pytest.mark.feature(69)
def test_a_no_keeps_no_words(client, cast):
    """What he told and does not want passed on is not kept with the no, whoever sends it along."""
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.karen)
    answers = {f"{line}_answer": "no" for line in Disclosure.Line.values}
    page = reverse("citizens:disclose", args=[bo.pk])

    for said in ("yes", "no"):
        client.post(page, {**answers, "past_answer": said, "past_words": "Jeg har sejlet"})

    with acting(user=cast.karen):
        assert [one.words for one in Disclosure.objects.filter(answer="no") if one.words] == []
        assert Disclosure.objects.get(line="past").answer == "no"


def test_a_yes_without_words_is_asked_again(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.karen)
    answers = {f"{line}_answer": "no" for line in Disclosure.Line.values}

    response = client.post(reverse("citizens:disclose", args=[bo.pk]), {**answers, "past_answer": "yes"})

    assert set(response.context["form"].errors) == {"past_words"}


def test_a_consent_is_taken_back_after_a_page_that_says_what_follows(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.karen)
    with acting(user=cast.karen):
        consent = bo.consents.get(purpose="friend")

    client.post(reverse("friendships:withdraw_consent", args=[consent.pk]))

    with acting(user=cast.karen):
        assert not bo.has_consented_to("friend")


def test_a_consent_of_another_house_is_not_there(client, cast):
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        consent = bo.consents.get(purpose="friend")
    people.sign_in(client, cast.nanna)

    response = client.post(reverse("friendships:withdraw_consent", args=[consent.pk]))

    assert response.status_code == 404
    with acting(user=cast.karen):
        assert bo.has_consented_to("friend")


def test_changed_wishes_are_kept(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.lars)

    client.post(
        reverse("citizens:wishes", args=[bo.pk]), {"languages": ["en"], "own_words": "Skak", "interests": ["chess"]}
    )

    with acting(user=cast.lars):
        bo.wishes.refresh_from_db()
        assert (bo.wishes.interests, bo.wishes.languages, bo.wishes.wants_friend) == (["chess"], ["en"], False)


def test_only_the_yeses_that_are_missing_are_asked_for(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("citizens:consent", args=[bo.pk]))

    assert [one.data["value"] for one in page.context["form"]["purposes"]] == ["guidance"]
    assert [one.purpose for one in page.context["standing"]] == ["friend", "registration"]


def test_a_yes_that_is_posted_twice_is_written_once(client, cast):
    bo = people.create_citizen(cast, consents=["registration"])
    people.sign_in(client, cast.karen)
    said = {"purposes": ["friend"], "given": "spoken"}

    answers = [client.post(reverse("citizens:consent", args=[bo.pk]), said).status_code for _time in range(2)]

    with acting(user=cast.karen):
        assert (answers, bo.consents.filter(purpose="friend").count()) == ([302, 302], 1)


def test_whoever_has_said_yes_to_everything_is_asked_nothing(client, cast):
    bo = people.create_citizen(cast, consents=["registration", "friend", "guidance"])
    people.sign_in(client, cast.karen)

    page = client.get(reverse("citizens:consent", args=[bo.pk]))

    assert page.context["form"].is_complete
    assert 'name="purposes"' not in page.content.decode()
