"""A referee is named, answers by link about a first name, and is reminded once; the answer is read by who decides."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from courses.models import Attendance
from history.moves import NotPossible
from screening.due import remind_referees
from screening.models import Interview, Reference, Signature
from volunteers.models import Assignment, Volunteer
from volunteers.tests import way
from weshelter.tests import people

NAMED = {"name": "Rita Referent", "email": "rita@example.org", "relation": "work", "has_said_yes": "on"}
SAID = {"known_for": "years", "trusts": "yes", "text": "Hun holder, hvad hun lover"}


def link_for(cast, reference) -> str:
    with acting(user=cast.karen):
        link = issue_link(Purpose.REFERENCE, reference.volunteer, "screening:answer_reference", about=reference)
    return reverse("screening:answer_reference", args=[way.token_of(link)])


def named(cast, volunteer) -> list[tuple]:
    with acting(user=cast.karen):
        return [(one.name, one.state, one.trusts, one.asked_by) for one in volunteer.references.all()]


@pytest.mark.feature(6)
def test_the_coordinator_names_a_referee_who_gets_a_letter(client, committed_cast, mailbox):
    cast = committed_cast
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    client.post(reverse("screening:ask_reference", args=[anna.pk]), NAMED)

    assert named(cast, anna) == [("Rita Referent", "asked", "", cast.karen)]
    (letter,) = mailbox()
    assert (letter.message.kind, letter.message.address) == ("reference", "rita@example.org")
    assert "Anna" in letter.text
    assert "Ansøger" not in letter.text


@pytest.mark.feature(6)
def test_the_applicant_names_a_referee_by_link(client, cast):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        token = way.token_of(issue_link(Purpose.REFEREES, anna, "screening:name_referee"))

    client.post(reverse("screening:name_referee", args=[token]), NAMED)

    assert named(cast, anna) == [("Rita Referent", "asked", "", None)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "anna@example.net"}, "email"),
        ({"name": "www.kom-og-kob.dk"}, "name"),
        ({"has_said_yes": ""}, "has_said_yes"),
    ],
    ids=str,
)
def test_a_referee_who_cannot_be_one_is_refused(client, cast, changes, field):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:ask_reference", args=[anna.pk]), NAMED | changes)

    assert list(response.context["form"].errors) == [field]
    assert named(cast, anna) == []


def test_who_names_somebody_herself_is_spoken_to_herself(client, cast):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        token = way.token_of(issue_link(Purpose.REFEREES, anna, "screening:name_referee"))

    form = client.post(reverse("screening:name_referee", args=[token]), NAMED | {"email": anna.email}).context["form"]

    assert form.errors == {"email": ["Det er din egen adresse: Skriv adressen på den, der kender dig."]}
    assert str(form["relation"].label) == "Hvor kender I hinanden fra?"


def test_the_same_referee_is_asked_once(client, cast):
    anna = way.applied(cast)
    way.referee(cast, anna)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:ask_reference", args=[anna.pk]), NAMED)

    (said,) = response.context["form"].errors["email"]
    assert said.startswith("Personen er allerede spurgt. Det stod du selv for i dag kl.")
    assert len(named(cast, anna)) == 1


@pytest.mark.feature(6)
@pytest.mark.feature(72)
def test_the_answer_comes_back_on_the_record_and_the_link_dies(client, cast):
    reference = way.referee(cast, way.applied(cast))
    link = link_for(cast, reference)

    response = client.post(link, SAID)

    assert response.url == reverse("screening:reference_answered")
    assert named(cast, reference.volunteer) == [("Rita Referent", "answered", "yes", cast.karen)]
    assert client.post(link, SAID | {"trusts": "no"}).status_code == 404


@pytest.mark.feature(6)
def test_the_page_tells_the_referee_the_first_name_and_nothing_else(client, cast):
    anna = way.applied(cast, motivation="Min bror har boet på herberg", phone="+4520304050")

    page = client.get(link_for(cast, way.referee(cast, anna))).content.decode()

    assert "Hvad kan du sige om Anna?" in page
    assert [word for word in ("Ansøger", "Min bror", "20 30 40 50", "anna@", "Karen", "RG60") if word in page] == []


def test_the_referees_link_reads_no_table_but_its_own_row(cast):
    reference = way.referee(cast, people.ready_volunteer(cast))
    token = way.token_of(link_for(cast, reference))

    with acting(link=token), connection.cursor() as cursor:
        read = {}
        for model in (Volunteer, Interview, Signature, Attendance, Assignment, Reference):
            table = model._meta.model_name
            cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")
            read[table] = cursor.fetchone()[0]
        cursor.execute("SELECT count(*) FROM app.requirements_seen(ARRAY[%s]::uuid[])", [reference.volunteer_id])
        read["requirements"] = cursor.fetchone()[0]

    assert {table: rows for table, rows in read.items() if rows} == {"reference": 1}


def test_a_number_is_asked_for_where_we_may_call(client, cast):
    reference = way.referee(cast, way.applied(cast))

    response = client.post(link_for(cast, reference), SAID | {"may_call": "on"})

    assert list(response.context["form"].errors) == ["phone"]


@pytest.mark.feature(6)
def test_nobody_who_screens_writes_an_answer_himself(cast):
    reference = way.referee(cast, way.applied(cast))

    with pytest.raises(DatabaseError, match="the answer is the referee's"), acting(user=cast.karen):
        reference.answer(known_for="long", trusts="yes", by=cast.karen)


def test_an_answer_is_not_changed_afterwards(cast):
    reference = way.referee(cast, way.applied(cast), trusts="no")

    with pytest.raises(DatabaseError, match="the answer is the referee's"), acting(user=cast.karen):
        Reference.objects.filter(pk=reference.pk).update(trusts="yes")


@pytest.mark.parametrize("how", ["taken back", "declined", "withdrawn"])
def test_whoever_is_not_asked_any_more_has_a_dead_link(client, cast, how):
    anna = way.applied(cast)
    reference = way.referee(cast, anna)
    link = link_for(cast, reference)
    with acting(user=cast.karen):
        {
            "taken back": reference.take_back,
            "declined": partial(anna.decline, reason="other"),
            "withdrawn": anna.withdraw,
        }[how](by=cast.karen)

    assert client.get(link).status_code == 404
    assert [state for _name, state, *_ in named(cast, anna)] == ["withdrawn"]


def test_after_the_answer_nothing_is_taken_back(cast):
    reference = way.referee(cast, way.applied(cast), trusts="yes")

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Reference.objects.get(pk=reference.pk).take_back(by=cast.karen)


@pytest.mark.feature(6)
def test_a_referee_is_reminded_once_with_a_link_that_works(client, committed_cast, as_login, mailbox):
    reference = way.referee(committed_cast, way.applied(committed_cast))
    today = timezone.localdate()
    as_login("jobs")
    assert remind_referees(today) == 0
    Reference.objects.update(asked_at=timezone.localtime() - timedelta(days=8))

    assert (remind_referees(today), remind_referees(today)) == (1, 0)

    (letter,) = mailbox()
    link = next(line for line in letter.text.splitlines() if "/reference/" in line)
    assert client.post(reverse("screening:answer_reference", args=[way.token_of(link)]), SAID).status_code == 302
    assert [state for _name, state, *_ in named(committed_cast, reference.volunteer)] == ["answered"]
