"""Food clubs for the tests, made by whom they would really be made."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from courses.places import take_place
from foodclubs.models import Evening, FoodClub, Signup, Task
from letters.models import Message
from weshelter.tests import people


def create_club(house, name: str = "Tirsdagsklubben") -> FoodClub:
    with acting(user=house.coordinator):
        return FoodClub.objects.create(project=house.food, name=name, weekday=1)


def create_evening(
    house, *, club: FoodClub | None = None, hours: float = 48, places: int = 12, tasks=None, opened: bool = True
) -> Evening:
    """An open evening of the house's food club in two days, unless told otherwise."""
    now = timezone.localtime()
    starts_at = now + timedelta(hours=hours)
    if opened:  # on its own day at the latest, also in a test just after midnight
        starts_at = max(starts_at, now.replace(hour=0, minute=0, second=0, microsecond=0))
    club = club or house.food.food_clubs.first() or create_club(house)
    with acting(user=house.coordinator):
        evening = Evening.plan(
            club,
            starts_at=starts_at,
            menu="Linsesuppe og æblekage",
            places=places,
            tasks={"cooking": 2, "talking": 1} if tasks is None else tasks,
            by=house.coordinator,
        )
        if opened:
            evening.open(by=house.coordinator)
        evening = Evening.objects.with_house().get(pk=evening.pk)
    evening.coordinator = house.coordinator  # for the tests alone: who may see its guests
    return evening


def sign_up(evening: Evening, *nicknames: str, by=None) -> list[Signup]:
    """Guests on the list: put there by themselves, or by somebody at the house."""
    with acting(user=by):
        pks = [take_place("evening", evening, nickname) for nickname in nicknames]
    with acting(user=by or evening.coordinator):
        return list(Signup.objects.filter(pk__in=pks).on_the_list())


def helper(cast, name: str = "Hanne Hjælper", *, house=None):
    """A volunteer who is ready for the food club of a house (RG60 unless told)."""
    return people.ready_volunteer(cast, name, role=(house or cast.rg60).food_role)


def task_of(evening: Evening, kind: str, *, seen_by) -> Task:
    with acting(user=seen_by):
        return evening.tasks.get(kind=kind)


def duty_link(evening: Evening, volunteer, *, by) -> str:
    """The token of the volunteer's link to the evening's tasks."""
    with acting(user=by):
        address = issue_link(Purpose.DUTY, volunteer, "foodclubs:duty", about=evening)
    return address.rstrip("/").split("/")[-1]


def post(client, page: str, evening, **values):
    return client.post(reverse(f"foodclubs:{page}", args=[evening.pk]), values)


def get(client, page: str, evening):
    return client.get(reverse(f"foodclubs:{page}", args=[evening.pk]))


def state_of(evening, *, seen_by) -> str:
    with acting(user=seen_by):
        return Evening.objects.get(pk=evening.pk).state


def mails(kind: str, *, seen_by) -> set[str]:
    with acting(user=seen_by):
        return set(Message.objects.filter(kind=kind).values_list("address", flat=True))


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
