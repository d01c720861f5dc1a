"""What was written down wrong about a volunteer is put right, and her links follow her to the right address."""

import re

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from letters.models import Message
from screening.emails import send_agreement
from volunteers.emails import send_goodbye, send_new_link
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import databases, people

RIGHT = {"name": "Anna Ansøgersen", "email": "anna@example.com", "phone": "20 30 40 51", "postcode": "2100"}


def put_right(client, cast, volunteer, **said):
    people.sign_in(client, cast.karen)
    stands = {name: getattr(volunteer, name) for name in RIGHT}
    return client.post(reverse("coordinators:correct", args=[volunteer.pk]), stands | said)


@pytest.fixture
def written(as_login, mailoutbox):
    """What has left since the last time, once the worker has worked: to whom, the subject, and the links in it."""

    def work() -> list[tuple]:
        as_login("jobs")
        call_command("work", once=True)
        as_login("app")
        found = [
            (mail.to, mail.subject, re.findall(r"https?://[^/]+(/\S+)", mail.body), mail.body) for mail in mailoutbox
        ]
        mailoutbox.clear()
        return found

    return work


@pytest.fixture
def ida(committed_cast, written):
    """In training: the agreement and the choice of courses are with her, and so is a link to her own page."""
    ida = way.in_training(committed_cast)
    with acting(user=committed_cast.karen):
        send_agreement(ida)
    written()
    return ida


@pytest.mark.feature(94)
def test_name_address_phone_and_postcode_are_read_back_and_stand_in_the_timeline(client, cast):
    anna = way.applied(cast)

    response = put_right(client, cast, anna, **RIGHT)

    detail = client.get(response.url).content.decode()
    with acting(user=cast.karen):
        anna = Volunteer.objects.get(pk=anna.pk)
    assert {name: str(getattr(anna, name)) for name in RIGHT} == RIGHT | {"phone": "+45 20 30 40 51"}
    assert "Karen Koordinator ændrede oplysningerne" in detail


@pytest.mark.feature(94)
def test_a_new_address_ends_all_links_and_gets_them_anew_there_alone(client, committed_cast, ida, written):
    with acting(user=committed_cast.karen):
        former = issue_link(Purpose.AGREEMENT, ida, "screening:sign").partition("/aftale/")[2]

    put_right(client, committed_cast, ida, email="ida@example.com")

    [(to, _subject, links, text)] = written()
    assert to == ["ida@example.com"]
    assert [path.split("/")[1] for path in links] == ["min-side", "aftale"]
    assert [client.get(path).status_code for path in links] == [200, 200]
    assert client.get(f"/aftale/{former}").status_code == 404
    assert "Ida" not in text.partition("\n")[2]


def test_the_former_address_hears_nothing_where_no_link_was_used(client, committed_cast, ida, written):
    put_right(client, committed_cast, ida, email="ida@example.com")

    assert [to for to, *_rest in written()] == [["ida@example.com"]]


@pytest.mark.feature(94)
def test_the_former_address_hears_it_where_a_link_was_used_and_learns_nothing(client, committed_cast, ida, written):
    with acting(user=committed_cast.karen):
        own = issue_link(Purpose.OWN_PAGE, ida, "coordinators:own_page")
    client.get(own.partition("localhost:8000")[2] or re.sub(r"^https?://[^/]+", "", own))

    put_right(client, committed_cast, ida, email="ny@example.com")
    mails = {to[0]: (subject, links, text) for to, subject, links, text in written()}

    subject, links, text = mails.pop(ida.email)
    assert list(mails) == ["ny@example.com"]
    assert links == []
    assert not any(word in subject + text for word in ("Ida", "Tove", "ny@example.com", "RG60", "aftale"))


def test_what_was_used_at_one_address_says_nothing_of_the_next(client, committed_cast, ida, written):
    with acting(user=committed_cast.karen):
        own = issue_link(Purpose.OWN_PAGE, ida, "coordinators:own_page")
    client.get(re.sub(r"^https?://[^/]+", "", own))
    put_right(client, committed_cast, ida, email="tastet.forkert@example.com")
    ida.email = "tastet.forkert@example.com"
    written()

    put_right(client, committed_cast, ida, email="ny@example.com")

    assert [to for to, *_rest in written()] == [["ny@example.com"]]


def test_another_letter_case_is_the_same_address(client, committed_cast, ida, written):
    put_right(client, committed_cast, ida, email=ida.email.upper())

    assert written() == []


def test_of_who_has_gone_the_name_is_put_right_and_no_link_leaves(client, committed_cast, written):
    anna = way.applied(committed_cast)
    with acting(user=committed_cast.karen):
        anna.decline(reason="other", by=committed_cast.karen)
    written()

    response = put_right(client, committed_cast, anna, email="ny@example.com")

    assert (response.status_code, written()) == (302, [])


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("email", "anna@", "e-mail"),
        ("email", "", "Udfyld feltet"),
        ("email", "0101701234@example.org", "CPR"),
        ("name", "", "Udfyld feltet"),
        ("name", "Anna 010170-1234", "CPR"),
        ("phone", "12", "telefonnummer"),
        ("postcode", "22", "postnummer"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_nothing_is_lost(client, cast, field, typed, sentence):
    anna = way.applied(cast)

    response = put_right(client, cast, anna, **RIGHT | {field: typed})

    form = response.context["form"]
    assert sentence in " ".join(form.errors[field])
    assert {name: form[name].value() for name in RIGHT} == RIGHT | {field: typed}


def test_only_who_screens_her_may(client, cast):
    anna = way.applied(cast)
    address = reverse("coordinators:correct", args=[anna.pk])

    seen = {}
    for who in ("karen", "sille", "lars", "nanna"):
        people.sign_in(client, getattr(cast, who))
        seen[who] = client.get(address).status_code

    assert seen == {"karen": 200, "sille": 200, "lars": 404, "nanna": 404}


HER_OWN = {
    "phone": "22 33 44 55",
    "postcode": "2100",
    "languages": ["da", "en"],
    "interests": ["chess"],
    "slots": ["weekday_evening"],
    "limits": [],
    "gender": "",
    "age_group": "",
    "experience": [],
    "around": ["pets"],
}


@pytest.fixture
def own_page(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        return vera, re.sub(r"^https?://[^/]+", "", issue_link(Purpose.OWN_PAGE, vera, "coordinators:own_page"))


@pytest.mark.feature(94)
def test_she_says_anew_on_her_own_page_how_she_is_reached_and_what_she_likes(client, cast, own_page):
    vera, page = own_page
    assert f"{page}om-mig/" in client.get(page).content.decode()

    response = client.post(f"{page}om-mig/", HER_OWN)

    with acting(user=cast.karen):
        now = Volunteer.objects.get(pk=vera.pk)
    assert response.url == page
    assert {name: getattr(now, name) for name in HER_OWN} == HER_OWN | {"phone": now.phone}
    assert str(now.phone) == "+45 22 33 44 55"


def test_by_her_link_she_changes_neither_name_nor_address(client, cast, own_page):
    vera, page = own_page
    client.post(f"{page}om-mig/", HER_OWN | {"name": "En Anden", "email": "en.anden@example.org"})

    with acting(link=page.split("/")[2]):
        for column in ("name", "email", "capacity"):
            with pytest.raises(DatabaseError, match="a link changes nothing else"), transaction.atomic():
                Volunteer.objects.filter(pk=vera.pk).update(**{column: 7})
    with acting(user=cast.karen):
        now = Volunteer.objects.get(pk=vera.pk)
    assert (now.name, now.email) == (vera.name, vera.email)


def test_that_a_link_was_used_is_noted_once_and_no_hour_with_it(client, cast, own_page, as_login):
    vera, page = own_page

    client.get(page)
    client.get(page)

    with acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute("SELECT app.has_used_a_link(%s)", [vera.pk])
        assert cursor.fetchone() == (True,)


@pytest.mark.feature(94)
def test_what_has_not_left_yet_does_not_go_to_the_former_address(client, committed_cast, ida, written):
    """A mail that waits for the morning, when in the evening the address is put right: a stranger reads the old one."""
    with acting(user=committed_cast.karen):
        send_agreement(ida)

    put_right(client, committed_cast, ida, email="ida@example.com")

    assert [to for to, *_rest in written()] == [["ida@example.com"]]


def test_what_somebody_else_reads_at_that_address_stays_on_its_way(client, committed_cast, written):
    """Two of one household have one address; a referee is another person, whatever was typed of her."""
    anna = way.applied(committed_cast)
    bent = way.applied(committed_cast, "Bent Ansøger", email=anna.email)
    with acting(user=committed_cast.karen):
        send_new_link(bent, link="https://localhost/x")

    put_right(client, committed_cast, anna, email="ny@example.com")

    assert sorted(to for to, *_rest in written()) == [[anna.email], ["ny@example.com"]]


@pytest.mark.feature(94)
def test_what_tells_her_something_follows_her_to_the_new_address(client, committed_cast, ida, written):
    """That a course is called off waits for the morning, and nobody would tell her once more."""
    with acting(user=committed_cast.karen):
        send_goodbye(ida)

    put_right(client, committed_cast, ida, email="ida@example.com")

    left = written()
    assert "Tak for din tid hos os" in {subject for _to, subject, *_rest in left}
    assert {tuple(to) for to, *_rest in left} == {("ida@example.com",)}


def test_what_the_former_address_put_off_is_as_new_at_the_right_one(client, committed_cast, as_login):
    anna = way.applied(committed_cast)
    with acting(user=committed_cast.karen):
        send_goodbye(anna)
    databases.as_owner("UPDATE letters_message SET fault = 'later', tries = 3")

    put_right(client, committed_cast, anna, email="anna@example.com")

    as_login("jobs")
    goodbye = Message.objects.filter(kind="goodbye").values_list("address", "state", "fault", "tries")
    assert list(goodbye) == [("anna@example.com", "waiting", "", 0)]


@pytest.mark.feature(94)
def test_whoever_read_the_former_address_a_moment_ago_writes_to_the_new_one(client, committed_cast, ida, written):
    """A job holds her row in its hands while somebody corrects her address."""
    with acting(user=committed_cast.karen):
        before = Volunteer.objects.with_roles().get(pk=ida.pk)
    put_right(client, committed_cast, ida, email="ida@example.com")

    with acting(user=committed_cast.karen):
        send_goodbye(before)

    assert {tuple(to) for to, *_rest in written()} == {("ida@example.com",)}
