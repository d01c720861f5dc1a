"""Emergency access needs two people who are two: neither has made the other, and the second has been there a while."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from access.context import acting
from accounts.tests.changing import ask, confirm, newcomer, take_effect
from citizens.breakglass import BreakGlass
from citizens.tests.emergencies import use
from history.moves import NotPossible
from weshelter.tests import databases, people

NOT_TWO = "UPDATE citizens_breakglass SET reviewed_by_id = app.uid(), reviewed_at = now(), outcome = 'right'"


@pytest.fixture
def office(cast):
    """Maja was made by Sille, with Ruth's yes, more than a month ago."""
    cast.ruth = people.create_user("Ruth Rask", is_secretariat=True)
    cast.maja = newcomer("Maja Munk", asked_by=cast.sille, confirmed_by=cast.ruth)
    cast.bo = people.create_citizen(cast)
    return cast


def used_by(user, cast) -> BreakGlass:
    """Used, and over."""
    glass = use(cast, by=user)
    with acting(user=user):
        glass.end(by=user)
    return glass


@pytest.mark.feature(86)
@pytest.mark.parametrize(("used", "looks", "may"), [
    ("sille", "ruth", True),
    ("ruth", "maja", True),
    ("sille", "maja", False),
    ("maja", "sille", False),
])  # fmt: skip
def test_who_made_the_other_does_not_look_at_it(office, used, looks, may):
    glass, colleague = used_by(getattr(office, used), office), getattr(office, looks)

    client = Client()
    people.sign_in(client, colleague)
    page = reverse("coordinators:review_emergency", args=[glass.pk])
    shown = client.get(page)
    answer = client.post(page, {"outcome": "right"})

    with acting(user=colleague):
        reviewed = BreakGlass.objects.get(pk=glass.pk).reviewed_by == colleague
    assert (shown.context["may_review"], answer.status_code == 302, reviewed) == (may, may, may)


def test_the_database_refuses_the_wrong_second_person_too(office):
    used_by(office.sille, office)

    with acting(user=office.maja), pytest.raises(DatabaseError, match="not two"), transaction.atomic():
        connection.cursor().execute(NOT_TWO)


def test_a_newcomer_is_no_second_person_for_thirty_days(office):
    databases.as_owner(
        "UPDATE accounts_user SET secretariat_since = now() - interval '29 days' WHERE id = %s", office.maja.pk
    )
    glass = used_by(office.ruth, office)

    with acting(user=office.maja):
        assert list(BreakGlass.objects.to_be_reviewed_by(office.maja)) == []
        assert BreakGlass.objects.to_show(office.maja) is None
        with pytest.raises(NotPossible):
            glass.review("right", by=office.maja)


def test_with_nobody_but_whom_one_has_made_there_is_no_emergency_access(office):
    with acting(user=office.sille):
        office.ruth.close(by=office.sille)

    with pytest.raises(NotPossible, match="30"):
        use(office, by=office.sille)


def test_a_colleague_whose_login_one_has_had_reset_lately_does_not_look(office):
    eva = people.create_user("Eva Eng", is_secretariat=True)
    change = ask(about=eva, by=office.sille)
    confirm(change, by=office.ruth)
    take_effect(change, by=office.ruth)
    used_by(office.sille, office)

    with acting(user=eva):
        assert list(BreakGlass.objects.to_be_reviewed_by(eva)) == []
    databases.as_owner("UPDATE accounts_accesschange SET settled_at = now() - %s", timedelta(days=31))
    with acting(user=eva):
        assert BreakGlass.objects.to_be_reviewed_by(eva).count() == 1
