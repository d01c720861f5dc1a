"""A project or a house closes when nothing is open there, and whoever was there is told; nobody is left behind."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from access.context import acting
from citizens.models import Wishes
from coordinators.open_at import of_project
from courses.models import Gathering
from foodclubs.tests import tables
from history.moves import NotPossible, gates
from institutions.models import Institution, Membership, Project
from letters.models import Message
from notes.tests import telling
from volunteers.models import Interested, Volunteer
from volunteers.tests import asking, way
from weshelter.tests import people
from weshelter.tests.days import today
from weshelter.waiting import waiting_for


def page_of(project, act: str = "project") -> str:
    return reverse(f"coordinators:{act}", args=[project.pk])


@pytest.fixture
def sille(client, cast):
    """The browser of the secretariat."""
    people.sign_in(client, cast.sille)
    return client


def state_of(cast, project) -> str:
    with acting(user=cast.sille):
        return Project.objects.get(pk=project.pk).state


def wishes_no_more(cast, citizen) -> None:
    with acting(user=cast.karen):
        citizen.spoken_with(outcome="no_longer", by=cast.karen)


def a_match(cast):
    return people.create_match(cast)


def a_wish(cast):
    return people.create_citizen(cast, "Bo Borger")


def an_applicant(cast):
    return way.applied(cast, "Anna Ansøger")


def a_confidence(cast):
    """He has ended his wish since it was told."""
    bo = telling.consenting_citizen(cast, "Bo Borger")
    told = telling.tell(bo, cast.rg60)
    wishes_no_more(cast, bo)
    return told


OPEN = {"confidence": a_confidence, "match": a_match, "citizen": a_wish, "applicant": an_applicant}


@pytest.mark.feature(45)
@pytest.mark.parametrize("kind", OPEN)
def test_what_is_open_is_named_and_the_project_stays(sille, cast, kind):
    OPEN[kind](cast)

    page = sille.get(page_of(cast.rg60.friends)).content.decode()
    sille.post(page_of(cast.rg60.friends, "close_project"))

    assert "Det skal afsluttes først" in page
    assert "Luk projektet for altid" not in page
    assert state_of(cast, cast.rg60.friends) == "open"
    with acting(user=cast.karen):
        assert kind in {one.kind for one in of_project(cast.rg60.friends, cast.karen)}
        assert cast.karen.memberships.in_force().filter(project=cast.rg60.friends).exists()


def test_an_evening_that_is_not_closed_is_in_the_way(sille, cast):
    tables.create_evening(cast.rg60)

    sille.post(page_of(cast.rg60.food, "close_project"))

    assert state_of(cast, cast.rg60.food) == "open"


@pytest.mark.feature(45)
def test_with_nothing_open_all_that_ends_with_it_ends_and_each_is_told(sille, cast):
    friend = people.ready_volunteer(cast, "Vera Ven")
    asking.closed_role(cast, cast.rg60)
    waits = asking.interested("Ib Interesseret", house=cast.rg60)

    sille.post(page_of(cast.rg60.friends, "close_project"))

    assert state_of(cast, cast.rg60.friends) == "closed"
    with acting(user=cast.sille):
        told = {(one.kind, one.address) for one in Message.objects.all()}
        assert not friend.assignments.in_force().exists()
        assert not Interested.objects.exists()
        assert not cast.rg60.friends.roles.filter(is_open=True).exists()
        assert not cast.karen.memberships.in_force(today()).filter(project=cast.rg60.friends).exists()
    assert {
        ("assignment_ended", friend.email),
        ("role_is_gone", waits.email),
        ("role_ends", cast.karen.email),
    } <= told


@pytest.mark.feature(45)
def test_whose_project_has_closed_stands_with_the_secretariat(sille, cast):
    friend = people.ready_volunteer(cast, "Vera Ven")

    sille.post(page_of(cast.rg60.friends, "close_project"))

    with acting(user=cast.sille):
        assert "1 frivillig, hvis projekt er lukket" in [line.what for line in waiting_for(cast.sille)]
        assert list(Volunteer.objects.without_project()) == [friend]
    assert friend.name in sille.get(reverse("volunteers:list") + "?tilstand=uden-projekt").content.decode()


def test_the_database_asks_the_same_of_whoever_does_not_come_by_the_page(cast):
    with acting(user=cast.sille), pytest.raises(NotPossible, match="noget åbent i projektet"):
        cast.rg60.friends.close(by=cast.sille)


@pytest.mark.parametrize(("who", "status"), [("karen", 200), ("nanna", 404), ("lars", 404), ("sille", 200)])
def test_whoever_holds_the_project_reads_what_is_open(client, cast, who, status):
    gunnar = people.create_match(cast, citizen=people.create_citizen(cast, "Gunnar")).citizen
    people.sign_in(client, getattr(cast, who))

    page = client.get(page_of(cast.rg60.friends))

    assert page.status_code == status
    assert (gunnar.called_name in page.content.decode()) == (who == "karen")


def test_a_coordinator_closes_nothing(client, cast):
    people.sign_in(client, cast.karen)

    assert client.post(page_of(cast.rg60.friends, "close_project")).status_code == 404


def close_projects(browser, cast) -> None:
    for project in (cast.rg60.friends, cast.rg60.food):
        browser.post(page_of(project, "close_project"))


@pytest.mark.feature(45)
def test_a_house_closes_after_its_projects_and_stands_nowhere(sille, cast):
    house = cast.rg60.institution
    page = reverse("coordinators:close_house", args=[house.slug])
    before = sille.get(page).content.decode()
    sille.post(page)
    with acting(user=cast.sille):
        assert Institution.objects.open().filter(pk=house.pk).exists()
    close_projects(sille, cast)

    sille.post(page)

    assert str(cast.rg60.friends) in before
    with acting(user=cast.sille):
        assert not Institution.objects.open().filter(pk=house.pk).exists()
        assert not cast.lars.memberships.in_force(today()).exists()
    sille.logout()
    assert sille.get(reverse("house", args=[house.slug])).status_code == 404
    assert house.name not in sille.get("/").content.decode()


@pytest.mark.feature(40, 45)
def test_a_house_where_somebody_lives_whom_a_project_follows_does_not_close(sille, cast):
    bo = people.create_citizen(cast, "Bo Nabo", house=cast.nabo)
    with acting(user=cast.nanna):
        bo.attach(cast.rg60.institution, kind="comes_here", from_on=today(), heard_by=cast.nanna)
    close_projects(sille, cast)

    page = sille.get(reverse("coordinators:close_house", args=[cast.rg60.institution.slug])).content.decode()
    sille.post(reverse("coordinators:close_house", args=[cast.rg60.institution.slug]))

    assert f"{cast.nabo.friends}: borgere, der er tilknyttet huset: 1" in page
    assert "Bo Nabo" not in page
    with acting(user=cast.sille):
        assert Institution.objects.open().filter(pk=cast.rg60.institution.pk).exists()


@pytest.mark.feature(40, 45)
def test_whom_nobody_follows_any_more_the_house_lets_go(sille, cast):
    bo = people.create_citizen(cast, "Bo Borger")
    wishes_no_more(cast, bo)
    close_projects(sille, cast)

    sille.post(reverse("coordinators:close_house", args=[cast.rg60.institution.slug]))

    with acting(user=cast.lars), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM citizens_citizen")
        assert cursor.fetchone() == (0,)
    with acting(user=cast.sille):
        assert not Institution.objects.open().filter(pk=cast.rg60.institution.pk).exists()
        assert not Wishes.objects.filter(citizen=bo, wants_friend=True).exists()


def test_nothing_begins_at_a_closed_house_until_it_opens_again(sille, cast):
    close_projects(sille, cast)
    sille.post(reverse("coordinators:close_house", args=[cast.rg60.institution.slug]))
    new = {"institution": cast.rg60.institution, "kind": "other", "name": "Spil", "slug": "spil"}
    with acting(user=cast.sille), pytest.raises(IntegrityError, match="closed"), transaction.atomic():
        Project.objects.create(**new)
    changelist = reverse("admin:institutions_institution_changelist")

    sille.post(changelist, {"action": "open_again", "_selected_action": [cast.rg60.institution.pk]})

    with acting(user=cast.sille):
        Project.objects.create(**new)


def test_no_wish_begins_at_a_closed_project(sille, cast):
    bo = people.create_citizen(cast, "Bo Borger")
    wishes_no_more(cast, bo)
    close_projects(sille, cast)

    with acting(user=cast.lars), pytest.raises(NotPossible, match="Projektet er lukket"), gates():
        Wishes.objects.filter(citizen=bo).update(wants_friend=True)


def test_a_wish_at_a_closed_project_is_refused_on_its_page(client, sille, cast):
    bo = people.create_citizen(cast, "Bo Borger")
    wishes_no_more(cast, bo)
    close_projects(sille, cast)
    people.sign_in(client, cast.lars)

    page = client.post(reverse("citizens:wishes", args=[bo.pk]), {"wants_friend": "on", "languages": ["da"]})

    assert page.status_code == 200
    assert "Projektet er lukket" in page.content.decode()


def test_no_role_is_had_again_at_a_closed_project(sille, cast):
    with acting(user=cast.sille):
        role = cast.karen.memberships.get(project=cast.rg60.friends)
    close_projects(sille, cast)
    role.from_on = today()

    with acting(user=cast.sille), pytest.raises(NotPossible, match="Projektet er lukket"):
        role.change_days(by=cast.sille)


def test_several_who_come_there_are_told_in_one_go(sille, cast):
    for name in ("Vera Ven", "Vibe Ven", "Viggo Ven"):
        people.ready_volunteer(cast, name)

    sille.post(page_of(cast.rg60.friends, "close_project"))

    with acting(user=cast.sille):
        assert Message.objects.filter(kind="assignment_ended").count() == 3


def test_no_course_is_planned_at_a_closed_house(sille, cast):
    close_projects(sille, cast)
    sille.post(reverse("coordinators:close_house", args=[cast.rg60.institution.slug]))

    with acting(user=cast.sille), pytest.raises(NotPossible, match="Huset er lukket"), gates():
        Gathering.objects.filter(pk=cast.course.pk).update(institution=cast.rg60.institution)


def test_who_has_a_role_there_is_told_that_a_colleague_closes_it(client, cast):
    with acting(user=cast.sille):
        ruth = people.create_user("Ruth Rask", is_secretariat=True)
    with acting(user=cast.sille):
        Membership.objects.create(user=ruth, role="coordinator", project=cast.rg60.friends)
    people.sign_in(client, ruth)

    page = client.get(page_of(cast.rg60.friends)).content.decode()

    assert "En kollega skal lukke" in page
    assert "Luk projektet for altid" not in page
