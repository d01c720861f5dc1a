"""Whether two have met: two taps by link, or the coordinator's note; a day and a tick, and no text."""

import pytest
from django.db import DatabaseError, models, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from coordinators.attention import for_coordinator, for_lead
from friendships.models import Contact, Pause
from friendships.tests.pairs import in_state, met_days_ago, today, token_of
from history.moves import SENTENCES, NotPossible
from weshelter.tests import databases, people
from weshelter.tests.undoing import press_undo


@pytest.fixture
def match(cast):
    return met_days_ago(in_state(cast, "active"), 30)


@pytest.fixture
def token(cast, match):
    return token_of(cast, match)


def tick(client, token, match, kind="met", day=None):
    address = reverse("friendships:tick", args=[token, match.pk])
    return client.post(address, {"happened_on": str(day or today()), "kind": kind}, follow=True)


def noted(cast) -> list[tuple]:
    with acting(user=cast.karen):
        return list(Contact.objects.values_list("happened_on", "kind", "activity", "by_volunteer"))


def desk(user) -> list[tuple[str, str]]:
    with acting(user=user):
        return [(line.what, line.page) for line in for_coordinator(user).mine]


WISH = ("Den frivillige vil gerne holde pause: Tal med dem begge", "friendships:rest")


@pytest.mark.feature(64)
def test_it_has_no_column_for_a_text():
    free = [
        field.name
        for field in Contact._meta.local_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices
    ]

    assert free == []


@pytest.mark.feature(72)
def test_two_taps_say_that_they_met_and_what_they_did(client, cast, match, token):
    page = tick(client, token, match)
    asked = page.context["form"]

    address = page.redirect_chain[-1][0]
    client.post(address, {"happened_on": str(today()), "kind": "met", "activity": "walk", "opened": asked.opened})

    assert noted(cast) == [(today(), "met", "walk", True)]


@pytest.mark.feature(38)
def test_a_wish_for_a_rest_leaves_the_desk_when_they_have_talked_and_go_on(client, cast, match, token):
    tick(client, token, match, "pause")
    people.sign_in(client, cast.karen)
    page = client.get(reverse("friendships:rest", args=[match.pk]))
    assert f'action="{reverse("friendships:asked", args=[match.pk])}"' in page.text

    done = client.post(reverse("friendships:asked", args=[match.pk]), follow=True)

    assert WISH not in desk(cast.karen)
    press_undo(client, done)
    assert WISH in desk(cast.karen)


def test_a_wish_for_a_rest_is_heard_when_they_have_rested_since_the_same_day_on(client, cast, match, token):
    tick(client, token, match, "pause")
    assert WISH in desk(cast.karen)

    with acting(user=cast.karen):
        Pause.begin(match, why="volunteer_rests", back_on=today(9), by=cast.karen)
        match.come_back(by=cast.karen)

    assert WISH not in desk(cast.karen)


@pytest.mark.parametrize("kind", ["not", "moved", "pause"])
def test_whatever_else_came_of_it_is_one_tap(client, cast, match, token, kind):
    page = tick(client, token, match, kind, today(-2))

    assert page.redirect_chain[-1][0] == reverse("coordinators:own_page", args=[token])
    assert noted(cast) == [(today(-2), kind, "", True)]


def test_a_tick_by_mistake_is_taken_back_from_the_sentence_that_tells_of_it(client, cast, match, token):
    page = tick(client, token, match, "not")

    press_undo(client, page)

    assert noted(cast) == []


@pytest.mark.parametrize("day", [-31, 1])
def test_neither_before_they_met_nor_ahead(client, cast, match, token, day):
    tick(client, token, match, "met", today(day))

    assert noted(cast) == []


def test_the_same_day_is_noted_once_and_the_second_is_told(client, cast, match, token):
    tick(client, token, match)
    people.sign_in(client, cast.karen)

    answer = client.post(reverse("friendships:contacts", args=[match.pk]), {"happened_on": str(today()), "kind": "not"})

    assert "allerede noteret noget for den dag" in answer.context["form"].non_field_errors()[0]
    assert noted(cast) == [(today(), "met", "", True)]


def test_the_volunteer_puts_it_right_for_a_week(client, cast, match, token):
    tick(client, token, match)
    with acting(user=cast.karen):
        [contact] = Contact.objects.all()
    address = reverse("friendships:own_contact", args=[token, match.pk, contact.pk])
    client.post(address, {"happened_on": str(today(-1)), "kind": "moved", "activity": "walk"})
    changed = noted(cast)
    databases.as_owner("UPDATE friendships_contact SET ticked_at = now() - interval '8 days'")

    late = client.get(address)

    assert changed == [(today(-1), "moved", "", True)]
    assert late.status_code == 404
    with acting(link=token), pytest.raises(NotPossible):
        contact.say(kind="met")
    with acting(link=token), pytest.raises(NotPossible):
        contact.take_back()


def test_what_the_coordinator_has_noted_is_hers_to_change(client, cast, match, token):
    with acting(user=cast.karen):
        contact = Contact.tick(match, happened_on=today(), kind="met")

    page = client.get(reverse("friendships:own_contact", args=[token, match.pk, contact.pk]))

    assert page.status_code == 404
    with acting(link=token), pytest.raises(NotPossible):
        contact.say(kind="not")


def test_the_coordinator_notes_a_day_puts_it_right_and_takes_it_away(client, cast, match):
    people.sign_in(client, cast.karen)
    client.post(
        reverse("friendships:contacts", args=[match.pk]),
        {"happened_on": str(today(-3)), "kind": "met", "activity": "coffee"},
    )
    first = noted(cast)
    with acting(user=cast.karen):
        [contact] = Contact.objects.all()

    client.post(
        reverse("friendships:contact", args=[match.pk, contact.pk]), {"happened_on": str(today(-4)), "kind": "not"}
    )
    then = noted(cast)
    client.post(reverse("friendships:take_contact_back", args=[match.pk, contact.pk]))

    assert (first, then) == ([(today(-3), "met", "coffee", False)], [(today(-4), "not", "", False)])
    assert noted(cast) == []


@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_nobody_else_reads_a_row(cast, match, token, who):
    with acting(link=token):
        Contact.tick(match, happened_on=today(), kind="met", by_volunteer=True)

    with acting(user=getattr(cast, who)):
        assert not Contact.objects.exists()


def test_another_volunteer_neither_reads_nor_ticks_it(cast, match):
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=today(), kind="met")
    sofie = people.ready_volunteer(cast, "Sofie Skov")
    with acting(user=cast.karen):
        other = issue_link(Purpose.OWN_PAGE, sofie, "coordinators:own_page").rstrip("/").split("/")[-1]

    with acting(link=other):
        assert not Contact.objects.exists()
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Contact.tick(match, happened_on=today(-1), kind="met", by_volunteer=True)


def test_of_a_friendship_that_is_over_nothing_is_noted(cast):
    match = in_state(cast, "ended")

    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        Contact.tick(match, happened_on=today(), kind="met")

    assert str(refused.value) == str(SENTENCES["a_contact_is_of_two_who_are_friends"])


@pytest.mark.feature(38)
def test_a_wish_to_rest_stands_on_the_desk_until_somebody_has_acted(client, cast, match, token):
    tick(client, token, match, "pause", today(-3))
    wished = desk(cast.karen)
    with acting(user=cast.lars):
        of_lead = [line.what for line in for_lead(cast.lars)]

    with acting(user=cast.karen):
        Pause.begin(match, why="volunteer_rests", back_on=today(20), by=cast.karen)
        match.come_back(by=cast.karen)

    assert WISH in wished
    assert of_lead == []
    assert WISH not in desk(cast.karen)


def test_whoever_has_met_since_wishes_no_rest(client, cast, match, token):
    tick(client, token, match, "pause", today(-3))
    tick(client, token, match, "met", today(-1))

    assert WISH not in desk(cast.karen)


def test_the_coordinators_own_note_of_a_rest_is_no_wish(cast, match):
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=today(), kind="pause")

    assert WISH not in desk(cast.karen)
