"""What the secretariat sets up and sees: food clubs, and of evenings the numbers alone."""

from django.urls import reverse

from access.context import acting
from foodclubs.models import FoodClub
from foodclubs.tests.tables import create_club, create_evening, sign_up
from weshelter.tests.people import sign_in


def test_the_secretariat_sets_up_a_food_club(client, cast):
    sign_in(client, cast.sille)
    values = {"project": cast.rg60.food.pk, "name": "Tirsdagsklubben", "weekday": 1, "price": 15}

    client.post(reverse("admin:foodclubs_foodclub_add"), values)

    with acting():
        assert FoodClub.objects.get().project == cast.rg60.food


def test_a_food_club_is_not_set_up_at_a_project_of_another_kind(client, cast):
    sign_in(client, cast.sille)
    values = {"project": cast.rg60.friends.pk, "name": "Forkert", "weekday": 1, "price": 15}

    response = client.post(reverse("admin:foodclubs_foodclub_add"), values)

    assert response.context["adminform"].form.errors.keys() == {"project"}


def test_the_secretariat_reads_the_numbers_of_an_evening_and_no_guest(client, cast):
    evening = create_evening(cast.rg60)
    sign_up(evening, "Hemmelige Bo")
    sign_in(client, cast.sille)

    pages = [
        client.get(reverse("admin:foodclubs_evening_changelist")),
        client.get(reverse("admin:foodclubs_evening_change", args=[evening.pk])),
    ]

    assert [page.status_code for page in pages] == [200, 200]
    assert not any("Hemmelige" in page.content.decode() for page in pages)


def test_the_secretariat_changes_no_evening_and_deletes_nothing(client, cast):
    evening, club = create_evening(cast.rg60), create_club(cast.rg60, "Torsdagsklubben")
    sign_in(client, cast.sille)

    answers = [
        client.post(reverse("admin:foodclubs_evening_change", args=[evening.pk]), {"state": "held"}),
        client.get(reverse("admin:foodclubs_evening_add")),
        client.post(reverse("admin:foodclubs_evening_delete", args=[evening.pk]), {"post": "yes"}),
        client.post(reverse("admin:foodclubs_foodclub_delete", args=[club.pk]), {"post": "yes"}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4


def test_nobody_but_the_secretariat_has_the_admin(client, cast):
    sign_in(client, cast.karen)

    assert client.get(reverse("admin:foodclubs_foodclub_changelist")).status_code == 404
