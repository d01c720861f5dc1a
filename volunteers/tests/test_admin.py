"""The secretariat makes roles, agreements and courses in the admin, and reads volunteers there."""

from datetime import date

import pytest
from django.urls import reverse

from access.context import acting
from courses.models import Gathering
from screening.models import Agreement
from volunteers.models import RoleProfile
from volunteers.tests import way
from weshelter.tests import people


@pytest.fixture
def admin(client, cast):
    """The browser of the secretariat."""
    people.sign_in(client, cast.sille)
    return client


def address(model: str, act: str, *args) -> str:
    app = {"agreement": "screening", "gathering": "courses"}.get(model, "volunteers")
    return reverse(f"admin:{app}_{model}_{act}", args=args)


def role(cast, **changes) -> dict:
    typed = {
        "what": "Gå tur",
        "why_volunteers": "Lyst",
        "not_what": "Ikke behandling",
        "asks": "To timer",
        "is_open": "on",
    }
    return {"project": cast.rg60.friends.pk, "title": "Gåven", "references_asked": "0", **typed} | changes


def course(**changes) -> dict:
    return {
        "kind": "introduction",
        "title": "Forårskursus",
        "starts_at_0": "2027-03-01",
        "starts_at_1": "17:00",
        "ends_at_0": "2027-03-01",
        "ends_at_1": "20:00",
        "place": "Fællessekretariatet",
        "institution": "",
        "places": "12",
    } | changes


@pytest.mark.feature(8)
def test_a_role_is_made_and_closed(admin, cast):
    admin.post(address("roleprofile", "add"), role(cast))
    with acting(user=cast.sille):
        made = RoleProfile.objects.get(title="Gåven")

    admin.post(address("roleprofile", "change", made.pk), role(cast, is_open=""))

    with acting(user=cast.sille):
        assert not RoleProfile.objects.get(title="Gåven").is_open


@pytest.mark.feature(9)
def test_an_agreement_is_made_and_then_stays_as_it_is(admin, cast):
    typed = {"version": "2", "text_da": "Ny aftale", "text_en": "", "in_force_from": "2027-01-01"}
    admin.post(address("agreement", "add"), typed)
    with acting(user=cast.sille):
        made = Agreement.objects.get(version=2)

    response = admin.post(address("agreement", "change", made.pk), typed | {"text_da": "Noget andet"})

    assert response.status_code == 403
    assert admin.get(address("agreement", "change", made.pk)).status_code == 200
    with acting(user=cast.sille):
        assert Agreement.objects.get(version=2).text_da == "Ny aftale"


@pytest.mark.feature(11)
def test_a_course_is_made_and_moved(admin, cast):
    admin.post(address("gathering", "add"), course())
    with acting(user=cast.sille):
        made = Gathering.objects.get(title="Forårskursus")

    admin.post(address("gathering", "change", made.pk), course(place="RG60", places="10"))

    with acting(user=cast.sille):
        made.refresh_from_db()
    assert (made.place, made.places, made.starts_at.date()) == ("RG60", 10, date(2027, 3, 1))


def test_a_course_saved_unchanged_stays(admin, cast):
    admin.post(address("gathering", "add"), course())
    with acting(user=cast.sille):
        made = Gathering.objects.get(title="Forårskursus")

    assert admin.post(address("gathering", "change", made.pk), course()).status_code == 302


def test_a_course_ends_after_it_begins(admin, cast):
    response = admin.post(address("gathering", "add"), course(ends_at_1="16:00"))

    assert response.context["errors"]


def test_places_that_are_taken_are_not_taken_away(admin, cast):
    way.booked(cast)
    typed = course(starts_at_0=f"{cast.course.starts_at:%Y-%m-%d}", ends_at_0="2027-03-02", places="0")

    response = admin.post(address("gathering", "change", cast.course.pk), typed)

    assert list(response.context["adminform"].form.errors) == ["places"]


@pytest.mark.parametrize("model", ["roleprofile", "agreement", "gathering", "volunteer"])
def test_nothing_is_deleted(admin, cast, model):
    rows = {
        "roleprofile": cast.rg60.friend_role,
        "agreement": cast.agreement,
        "gathering": cast.course,
        "volunteer": way.applied(cast),
    }

    assert admin.get(address(model, "delete", rows[model].pk)).status_code == 403
    assert admin.get(address(model, "changelist")).status_code == 200


@pytest.mark.feature(12)
def test_a_volunteer_is_read_with_her_records_and_changed_by_nobody(admin, cast):
    attendance = way.booked(cast)
    volunteer = attendance.volunteer
    page = address("volunteer", "change", volunteer.pk)

    shown = admin.get(page)

    assert "Birgit Booket" in shown.content.decode()
    assert "<select" not in shown.content.decode()
    assert admin.post(page, {"state": "ready", "name": "En anden"}).status_code == 403
    assert admin.get(address("volunteer", "add")).status_code == 403
    assert way.now(cast, volunteer).state == "in_training"


def test_volunteers_are_listed_by_state(admin, cast):
    way.applied(cast)
    way.in_training(cast)

    response = admin.get(address("volunteer", "changelist"), {"state__exact": "applied"})

    assert [one.name for one in response.context["cl"].result_list] == ["Anna Ansøger"]


@pytest.mark.finding("F13")
def test_nobody_looks_herself_up(admin, cast):
    way.applied(cast)
    sille = way.in_training(cast, "Sille Sekretær")
    signe = people.create_user("Signe Sekretær", is_secretariat=True)
    with acting(user=signe):
        type(sille).objects.filter(pk=sille.pk).update(user=cast.sille)

    assert admin.get(address("volunteer", "change", sille.pk)).status_code == 404
    listed = admin.get(address("volunteer", "changelist")).context["cl"].result_list
    assert [one.name for one in listed] == ["Anna Ansøger"]


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_admin_is_not_there_for_others(client, cast, who):
    people.sign_in(client, getattr(cast, who))

    for model in ("roleprofile", "agreement", "gathering", "volunteer"):
        assert client.get(address(model, "changelist")).status_code == 404
