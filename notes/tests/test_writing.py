"""A lead tells the coordinator something: only about somebody of the own house, and only with the citizen's yes."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Attachment
from history.moves import NotPossible
from institutions.models import Membership
from letters.models import Message
from notes.models import Confidence
from notes.reading import open_confidence
from notes.tests.telling import TOLD, consenting_citizen, tell, withdraw_consent
from weshelter.tests import people


def post(client, user, citizen, text: str = TOLD):
    people.sign_in(client, user)
    return client.post(reverse("notes:write", args=[citizen.pk]), {"text": text})


@pytest.mark.feature(60)
def test_a_lead_sends_and_gets_a_receipt_that_he_cannot_read_it_again(client, cast):
    bo = consenting_citizen(cast)

    response = post(client, cast.lars, bo)

    with acting(user=cast.karen):
        told = Confidence.objects.get()
        assert open_confidence(told, "check_in") == TOLD
    assert response.url == reverse("notes:confidence", args=[told.pk])
    receipt = client.get(response.url).content.decode()
    assert TOLD not in receipt
    assert reverse("notes:open", args=[told.pk]) not in receipt


def test_the_page_names_those_who_will_be_able_to_read_it(client, cast):
    bo = consenting_citizen(cast)
    people.sign_in(client, cast.lars)

    page = client.get(reverse("notes:write", args=[bo.pk]))

    assert page.context["readers"] == [cast.karen]
    assert "Karen Koordinator" in page.content.decode()


@pytest.mark.feature(64)
def test_the_field_says_that_names_and_diagnoses_do_not_belong_here(client, cast):
    people.sign_in(client, cast.lars)

    page = client.get(reverse("notes:write", args=[consenting_citizen(cast).pk]))

    hint = str(page.context["form"].fields["text"].help_text)
    assert hint in page.content.decode()
    assert "diagnos" in hint


@pytest.mark.feature(93)
def test_no_mail_tells_of_it_but_the_next_of_what_waits(client, cast):
    post(client, cast.lars, consenting_citizen(cast), "Kanariefuglen synger")

    with acting(user=cast.sille):
        assert not Message.objects.exists()


@pytest.mark.feature(69)
def test_without_consent_the_page_asks_to_ask_and_shows_no_field(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.lars)

    page = client.get(reverse("notes:write", args=[bo.pk])).content.decode()

    assert "<textarea" not in page
    assert reverse("citizens:consent", args=[bo.pk]) in page


@pytest.mark.feature(69)
@pytest.mark.parametrize("consent", ["never given", "taken back"])
def test_without_consent_nothing_is_written_and_nothing_typed_is_lost(client, cast, consent):
    bo = people.create_citizen(cast) if consent == "never given" else consenting_citizen(cast)
    if consent == "taken back":
        withdraw_consent(bo, cast.rg60)

    response = post(client, cast.lars, bo)

    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert TOLD in response.content.decode()
    with acting(user=cast.karen):
        assert not Confidence.objects.exists()


def test_the_database_asks_the_consent_too(cast):
    bo = people.create_citizen(cast)

    with pytest.raises(NotPossible), acting(user=cast.lars):
        Confidence.write(bo, TOLD, house=cast.rg60.institution, by=cast.lars)


def test_nobody_writes_in_another_name_or_from_another_house(cast):
    bo = consenting_citizen(cast)

    for user, author, house in (
        (cast.lars, cast.leif, cast.rg60),
        (cast.lars, cast.lars, cast.nabo),
        (cast.leif, cast.leif, cast.nabo),
        (cast.karen, cast.karen, cast.rg60),
        (cast.sille, cast.sille, cast.rg60),
    ):
        with (
            acting(user=user),
            pytest.raises((NotPossible, ProgrammingError)),
            transaction.atomic(),
        ):
            Confidence.write(bo, TOLD, house=house.institution, by=author)


def test_once_the_citizen_has_left_the_house_its_lead_writes_no_more_and_sees_none(client, cast):
    bo = consenting_citizen(cast)
    told = tell(bo, cast.rg60)
    with acting(user=cast.karen):
        yesterday = timezone.localdate() - timedelta(days=1)
        Attachment.objects.filter(citizen=bo).update(from_on=yesterday, until_on=yesterday)

    assert post(client, cast.lars, bo).status_code == 404
    assert client.get(reverse("notes:confidence", args=[told.pk])).status_code == 404


def test_without_a_coordinator_nobody_could_read_it_so_it_is_not_sent(client, cast):
    bo = consenting_citizen(cast)
    with acting(user=cast.sille):
        yesterday = timezone.localdate() - timedelta(days=1)
        Membership.objects.filter(user=cast.karen).update(from_on=yesterday, until_on=yesterday)

    response = post(client, cast.lars, bo)

    assert response.context["form"].non_field_errors()


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "Hans nummer er 010180-1234", "010180 1234", "0101801234"])
def test_what_is_refused(client, cast, text):
    response = post(client, cast.lars, consenting_citizen(cast), text)

    assert list(response.context["form"].errors) == ["text"]
    with acting(user=cast.karen):
        assert not Confidence.objects.exists()


@pytest.mark.parametrize("text", ["x" * 2000, "🙂" * 2000, "<script>alert(1)</script>", "Æblegrød\r\npå to linjer"])
def test_what_is_kept_as_it_was_written(client, cast, text):
    post(client, cast.lars, consenting_citizen(cast), text)

    with acting(user=cast.karen):
        assert open_confidence(Confidence.objects.get(), "check_in") == text


def test_the_author_takes_it_back_while_nobody_has_opened_it(client, cast):
    told = tell(consenting_citizen(cast), cast.rg60)
    people.sign_in(client, cast.lars)
    assert client.get(reverse("notes:confidence", args=[told.pk])).context["may_withdraw"]

    client.post(reverse("notes:withdraw", args=[told.pk]))

    page = client.get(reverse("notes:confidence", args=[told.pk]))
    assert page.context["confidence"].withdrawn_at
    assert not page.context["may_withdraw"]


def test_once_opened_taking_it_back_answers_a_sentence(client, cast):
    told = tell(consenting_citizen(cast), cast.rg60)
    with acting(user=cast.karen):
        open_confidence(told, "check_in")
    people.sign_in(client, cast.lars)

    response = client.post(reverse("notes:withdraw", args=[told.pk]))

    assert response.status_code == 409
    with acting(user=cast.karen):
        assert Confidence.objects.get().withdrawn_at is None


def test_the_text_taken_back_is_erased(committed_cast, as_login):
    cast = committed_cast
    told = tell(consenting_citizen(cast), cast.rg60)
    with acting(user=cast.lars):
        told.withdraw(by=cast.lars)
    as_login("owner")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM notes_confidencebody")
        assert cursor.fetchone() == (0,)
