"""One volunteer: all for those who screen her, a few lines for the lead and for herself."""

from uuid import uuid4

import pytest
from django.urls import reverse

from volunteers.tests import way
from weshelter.tests import people


def page(client, volunteer):
    return client.get(reverse("screening:detail", args=[volunteer.pk]))


def test_the_coordinator_reads_the_application_and_what_is_missing(client, cast):
    anna = way.applied(cast, motivation="Jeg vil gerne lytte", phone="+4520304050", postcode="2200")
    people.sign_in(client, cast.karen)

    response = page(client, anna)

    words = response.content.decode()
    assert [step.code for step in response.context["card"].missing] == ["interview", "agreement", "course"]
    assert all(word in words for word in ("Jeg vil gerne lytte", "anna@example.net", "20 30 40 50", "2200"))


def test_the_page_of_an_id_that_is_not_mine_is_the_page_of_no_id(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.nanna)

    hidden = page(client, anna)
    missing = client.get(reverse("screening:detail", args=[uuid4()]))

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert hidden.content == missing.content


def test_a_lead_sees_name_phone_role_and_whether_ready(client, cast):
    tove = people.ready_volunteer(cast, "Tove Træning", phone="+4520304050", motivation="Jeg har været ensom")
    people.sign_in(client, cast.lars)

    words = page(client, tove).content.decode()

    assert all(word in words for word in ("Tove Træning", "20 30 40 50", "Netværksvenner, RG60"))
    assert not any(word in words for word in ("tove@example.net", "Jeg har været ensom", "Sille", 'class="steps"'))


def test_a_lead_does_not_see_an_applicant(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.lars)

    assert page(client, anna).status_code == 404


@pytest.mark.feature(4)
def test_nobody_reads_the_conversation_about_herself(client, cast):
    karen = way.in_training(cast, "Karen Koordinator")
    way.becomes_user(cast, karen, cast.karen)
    people.sign_in(client, cast.karen)

    response = page(client, karen)

    assert "screening/detail_limited.html" in [template.name for template in response.templates]
    assert cast.sille.name not in response.content.decode()


def test_a_ready_volunteer_shows_that_nothing_is_missing(client, cast):
    vera = people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    response = page(client, vera)

    assert response.context["card"].missing == []
    assert [step.done for step in response.context["card"].steps] == [True] * 6
