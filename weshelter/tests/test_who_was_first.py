"""Of two who do the same, the second is told who did what and when, and keeps what was typed and ticked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from courses.models import Gathering
from foodclubs.places import give_back
from foodclubs.tests import tables
from institutions.models import Membership
from matching.models import Match
from notes.tests import telling
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.filling import bound_form


@pytest.fixture
def kirsten(cast):
    """The second coordinator of RG60, who holds it together with Karen."""
    kirsten = people.create_user("Kirsten Koordinator")
    with acting(user=cast.sille):
        for project in (cast.rg60.friends, cast.rg60.food):
            Membership.objects.create(user=kirsten, role="coordinator", project=project)
    return kirsten


@pytest.fixture
def second(client, kirsten):
    """Her browser."""
    people.sign_in(client, kirsten)
    return client


def sentence_of(response) -> str:
    """What the second was told: on a page of its own, or in the form that was sent."""
    form = bound_form(response) if response.status_code == 200 else None
    return form.non_field_errors()[0] if form else response.context["sentence"]


def test_an_evening_that_was_opened_is_not_opened_again(second, cast):
    evening = tables.create_evening(cast.rg60, opened=False)
    with acting(user=cast.karen):
        evening.open(by=cast.karen)

    told = second.post(reverse("foodclubs:open", args=[evening.pk]))

    assert sentence_of(told).startswith(
        "Det er allerede gjort: Status er »åben«. Det stod Karen Koordinator for i dag kl."
    )


def test_whoever_did_it_before_is_told_so_too(second, kirsten, cast):
    evening = tables.create_evening(cast.rg60, opened=False)
    address = reverse("foodclubs:open", args=[evening.pk])

    told = [second.post(address) for _twice in range(2)][1]

    assert sentence_of(told).startswith("Det er allerede gjort: Status er »åben«. Det stod du selv for i dag kl.")


def test_an_applicant_who_was_declined_is_told_with_the_letter_kept(second, cast):
    vera = people.apply("Vera Ven", cast.rg60.friend_role)
    with acting(user=cast.karen):
        Volunteer.objects.get(pk=vera.pk).decline(reason="not_now", by=cast.karen)

    told = second.post(
        reverse("screening:decline", args=[vera.pk]), {"reason": "not_now", "letter": "Kære Vera, vi har talt om det."}
    )

    assert "»har fået afslag«. Det stod Karen Koordinator for i dag kl." in sentence_of(told)
    assert told.context["form"]["letter"].value() == "Kære Vera, vi har talt om det."


def test_times_that_a_colleague_has_offered_are_told_before_others_take_their_place(second, cast):
    vera = people.apply("Vera Ven", cast.rg60.friend_role)
    address = reverse("screening:offer", args=[vera.pk])
    opened = second.get(address).context["form"].opened
    way.offered(cast, vera)
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT%H:%M}"

    told = second.post(address, {"place": "Caféen", "time_1": tomorrow, "opened": opened})

    assert sentence_of(told).startswith("Karen Koordinator gemte noget her i dag kl.")
    assert told.context["form"]["time_1"].value() == tomorrow
    with acting(user=cast.karen):
        assert vera.appointments.count() == 1


def test_a_tick_is_not_turned_round_by_a_page_that_was_opened_before_it(second, cast):
    tove = way.in_training(cast)
    with acting(user=cast.karen):
        attendance = cast.course.book(tove)
    with acting(user=cast.sille):
        Gathering.objects.filter(pk=cast.course.pk).update(starts_at=timezone.now() - timedelta(minutes=5))
    with acting(user=cast.karen):
        attendance.gathering.refresh_from_db()
        attendance.tick(came=True, by=cast.karen)

    told = second.post(
        reverse("courses:tick", args=[cast.course.pk, attendance.pk]), {"kom": "nej", "opened": "booked"}
    )

    with acting(user=cast.karen):
        attendance.refresh_from_db()
    assert attendance.state == "attended"
    assert "Status er nu »kom«. Det stod Karen Koordinator for i dag kl." in sentence_of(told)


def test_a_yes_that_was_heard_is_told_to_whoever_would_write_down_a_no(second, cast):
    match = people.create_match(cast, started=False)
    opened = match.answers
    with acting(user=cast.karen):
        match.citizen_says_yes(heard_by=cast.karen)

    told = second.post(reverse("matching:citizen_answers", args=[match.pk]), {"answer": "no", "opened": opened})

    with acting(user=cast.karen):
        assert Match.objects.get(pk=match.pk).state == "proposed"
    assert "Det stod Karen Koordinator for i dag kl." in sentence_of(told)


def test_the_same_yes_is_written_down_by_the_first_who_heard_it(second, cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.citizen_says_yes(heard_by=cast.karen)

    told = second.post(reverse("matching:citizen_answers", args=[match.pk]), {"answer": "yes"})

    assert "Det stod Karen Koordinator for i dag kl." in sentence_of(told)


def test_a_citizen_who_has_been_proposed_to_somebody_is_told_with_who_did_it(second, cast):
    bo = people.create_citizen(cast)
    other = people.ready_volunteer(cast, "Olga Olsen")
    people.create_match(cast, citizen=bo, started=False)

    told = second.post(reverse("matching:propose", args=[bo.pk]), {"volunteer": other.pk, "note": "Hun spiller skak"})

    assert "Det stod Karen Koordinator for i dag kl." in sentence_of(told)
    assert "Hun spiller skak" in told.content.decode()


def test_a_sentence_that_a_colleague_has_changed_is_read_again_before_it_is_approved(second, cast):
    guidance = telling.guide(telling.consenting_citizen(cast, "Bo"), cast.rg60, approved=False)
    opened = second.get(reverse("notes:guidance", args=[guidance.pk])).context["opened"]
    with acting(user=cast.karen):
        guidance.reword("Hør historien til ende", review_on=guidance.review_on, by=cast.karen)

    told = second.post(reverse("notes:guidance", args=[guidance.pk]), {"opened": opened})

    assert "Det stod Karen Koordinator for i dag kl." in sentence_of(told)
    assert told.context["opened"] != opened


def test_a_place_that_was_given_back_is_told_with_who_did_it(second, cast):
    evening = tables.create_evening(cast.rg60)
    signup = tables.sign_up(evening, "Kaj")[0]
    with acting(user=cast.karen):
        give_back(signup)

    told = second.post(reverse("foodclubs:give_guest_back", args=[signup.pk]))

    assert "Det stod Karen Koordinator for i dag kl." in sentence_of(told)
