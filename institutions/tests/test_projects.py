"""A project opens only with its alignment: three texts, a lead in force, a review still to come."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from history.moves import NotPossible
from institutions.models import Alignment, Membership, Project
from weshelter.tests import people

IN_A_YEAR = timedelta(days=365)


@pytest.fixture
def planned(cast):
    """A project at RG60 that nobody has aligned yet."""
    with acting(user=cast.sille):
        return Project.objects.create(institution=cast.rg60.institution, kind="other", name="Spil", slug="spil")


def align(project, lead, *, review_on=None, made_on=None) -> None:
    """The alignment of a project; somebody of the secretariat must act."""
    Alignment.objects.create(
        project=project, lead=lead, tasks="Spille", why_volunteers="Lyst", interplay="Lars",
        made_on=made_on or timezone.localdate(), review_on=review_on or timezone.localdate() + IN_A_YEAR,
    )  # fmt: skip


@pytest.mark.feature(77)
def test_a_project_without_alignment_does_not_open_not_even_in_sql(cast, planned):
    with acting(user=cast.sille), pytest.raises(NotPossible):
        planned.open(by=cast.sille)
    with pytest.raises(IntegrityError, match="no alignment"), acting(user=cast.sille), connection.cursor() as cursor:
        cursor.execute("UPDATE institutions_project SET state = 'open' WHERE id = %s", [planned.pk])


@pytest.mark.feature(77)
def test_with_an_alignment_and_a_lead_it_opens(cast, planned):
    with acting(user=cast.sille):
        align(planned, cast.lars)

        planned.open(by=cast.sille)

    assert planned.state == Project.State.OPEN


@pytest.mark.parametrize("who", ["karen", "leif"])
def test_somebody_who_does_not_lead_the_house_is_no_lead(cast, planned, who):
    with acting(user=cast.sille):
        align(planned, getattr(cast, who))

        with pytest.raises(NotPossible):
            planned.open(by=cast.sille)


def test_an_alignment_overdue_for_review_opens_nothing(cast, planned):
    yesterday = timezone.localdate() - timedelta(days=1)
    with acting(user=cast.sille):
        align(planned, cast.lars, review_on=yesterday, made_on=yesterday - timedelta(days=200))

        with pytest.raises(NotPossible):
            planned.open(by=cast.sille)


def test_an_alignment_to_be_reviewed_today_still_opens_it(cast, planned):
    with acting(user=cast.sille):
        align(planned, cast.lars, review_on=timezone.localdate(), made_on=timezone.localdate() - timedelta(days=200))

        planned.open(by=cast.sille)

    assert planned.state == Project.State.OPEN


@pytest.mark.parametrize(("days", "overdue", "soon"), [(-1, 1, 0), (0, 0, 1), (30, 0, 1), (31, 0, 0)])
def test_a_review_is_overdue_from_the_day_after_and_announced_a_month_before(cast, planned, days, overdue, soon):
    long_ago = timezone.localdate() - timedelta(days=200)
    with acting(user=cast.sille):
        align(planned, cast.lars, review_on=long_ago + timedelta(days=1), made_on=long_ago)
        align(planned, cast.lars, review_on=timezone.localdate() + timedelta(days=days), made_on=long_ago)

        ours = Alignment.objects.filter(project=planned)
        assert (ours.overdue().count(), ours.to_review_soon().count()) == (overdue, soon)


@pytest.mark.parametrize(("who", "seen"), [("sille", 4), ("karen", 2), ("lars", 2), ("nanna", 2), ("leif", 2)])
def test_an_alignment_is_for_those_who_work_with_it(cast, who, seen):
    with acting(user=getattr(cast, who)):
        assert Alignment.objects.count() == seen


def test_a_coordinator_gives_nobody_a_role(cast):
    with pytest.raises(Exception, match="row-level security"), acting(user=cast.karen):
        Membership.objects.create(user=cast.karen, role="coordinator", project=cast.nabo.friends)


def test_a_membership_has_a_project_or_a_house(client, cast):
    people.sign_in(client, cast.sille)

    response = client.post(
        reverse("admin:institutions_membership_add"),
        {"user": cast.karen.pk, "role": "lead", "project": cast.rg60.friends.pk, "from_on": "2026-01-01"},
    )

    assert "aldrig begge dele" in response.content.decode()


@pytest.mark.finding("F13")
@pytest.mark.parametrize(
    "name", ["accounts_user", "institutions_institution", "institutions_project", "institutions_membership",
             "institutions_alignment", "institutions_interest", "citizens_citizen", "matching_match",
             "letters_message"],
)  # fmt: skip
def test_the_admins_lists_open(client, cast, name):
    people.create_match(cast)
    people.sign_in(client, cast.sille)

    assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200


def test_the_admin_shows_of_a_citizen_number_and_house_only(client, cast):
    bo = people.create_citizen(cast, "Hemmelignavn")
    people.sign_in(client, cast.sille)

    pages = [
        client.get(reverse("admin:citizens_citizen_changelist")),
        client.get(reverse("admin:citizens_citizen_change", args=[bo.pk])),
    ]

    assert all("RG60" in page.content.decode() for page in pages)
    assert not any("Hemmelignavn" in page.content.decode() for page in pages)
