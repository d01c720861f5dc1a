"""Karen is away from the friends' project of RG60: what is typed on her page, and what then stands."""

from datetime import date, timedelta

from django.urls import reverse

from access.context import acting
from institutions.models import Absence, Membership
from weshelter.tests import people
from weshelter.tests.days import today

AWAY, OVERVIEW = reverse("coordinators:away"), reverse("coordinators:who_is_away")
A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)


def another_coordinator(cast, name: str = "Kaj Koordinator"):
    """A second coordinator of the friends' project."""
    user = people.create_user(name, by=cast.sille)
    with acting(user=cast.sille):
        Membership.objects.create(user=user, role="coordinator", project=cast.rg60.friends)
    return user


def role_of(user, project) -> Membership:
    return Membership.objects.get(user=user, project=project)


def said(cast, deputy=None, *, by=None, which=("friends", "food"), **other) -> dict:
    """What is typed: away from tomorrow for three weeks; the food club has nobody."""
    with acting(user=by or cast.karen):
        roles = {one: role_of(cast.karen, getattr(cast.rg60, one)).pk for one in ("friends", "food")}
    days = {"from_on": today() + A_DAY, "until_on": today() + 3 * A_WEEK, "which": [roles[one] for one in which]}
    return days | {f"deputy_{roles['friends']}": deputy.pk if deputy else ""} | other


def away(cast, deputy=None, *, from_on: date | None = None, until_on: date | None = None) -> Absence:
    """Karen is away from today and for good, unless told."""
    with acting(user=cast.karen):
        role = role_of(cast.karen, cast.rg60.friends)
        return Absence.begin(role, from_on=from_on or today(), until_on=until_on, deputy=deputy)
