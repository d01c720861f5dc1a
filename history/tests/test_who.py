"""Who comes second is told who was first, and when: from the history, by name for colleagues alone."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from access.context import acting, working
from citizens.models import Wishes
from foodclubs.tests.tables import create_evening
from history.who import Change, became, last_change
from weshelter.tests import people

NOON = timezone.make_aware(datetime(2026, 11, 24, 12))


def say(user, bo, words: str) -> None:
    with acting(user=user):
        Wishes.objects.filter(citizen=bo).update(own_words=words)


def who(change: Change | None) -> tuple | None:
    return (change.who, change.is_own) if change else None


def test_the_last_change_is_told_by_the_name_of_the_colleague(cast):
    bo = people.create_citizen(cast)
    say(cast.lars, bo, "Skak")

    with acting(user=cast.karen):
        assert who(last_change(bo.wishes)) == ("Lars Leder", False)
    with acting(user=cast.lars):
        assert who(last_change(bo.wishes)) == ("Lars Leder", True)


def test_whoever_came_through_a_link_or_a_form_without_a_login_is_told_without_a_name(cast):
    vera = people.apply("Vera Ven", cast.rg60.friend_role)

    with acting(user=cast.karen), override("da"):
        assert who(last_change(vera)) == ("den frivillige", False)


def test_a_job_is_the_site_itself(cast):
    bo = people.create_citizen(cast)
    with acting(user=cast.karen), override("da"):
        with working("clean up"):
            Wishes.objects.filter(citizen=bo).update(wants_friend=False)

        assert last_change(bo.wishes).who == "Karen Koordinator"  # a job that somebody starts is that person's


def test_who_cannot_see_the_row_is_told_nothing(cast):
    bo = people.create_citizen(cast)

    with acting(user=cast.nanna):
        assert last_change(bo.wishes) is None


def test_through_a_link_no_colleague_is_named(cast):
    house = cast.rg60.institution

    with acting():
        assert last_change(house) is None


def test_a_state_is_told_by_who_brought_it_about_and_not_by_who_changed_something_after_it(cast):
    evening = create_evening(cast.rg60)
    with acting(user=cast.karen):
        evening.cancel(by=cast.karen)
    with acting(user=cast.lars):
        assert who(became(evening)) == ("Karen Koordinator", False)


@pytest.mark.parametrize(
    ("days", "said"), [(0, "i dag kl. "), (1, "den ")], ids=["of today by its hour", "else by its day"]
)
def test_a_moment_is_told(days, said):
    change = Change("Karen", is_own=False, at=timezone.localtime() - timedelta(days=days))

    with override("da"):
        assert change.when.startswith(said)
