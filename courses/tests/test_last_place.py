"""The last place goes to exactly one of two, with real commits on two connections."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from access.context import acting
from courses.models import Gathering
from volunteers.tests import way
from weshelter.tests import people


@pytest.mark.feature(11)
def test_the_last_place_goes_to_exactly_one_of_two(committed_cast):
    cast = committed_cast
    with acting(user=cast.sille):
        course = people.create_course(places=1)
    ours = way.in_training(cast, "Tove Træning")
    theirs = way.in_training(cast, "Nora Nabo", role=cast.nabo.friend_role)
    together, outcomes = Barrier(2), []

    def take(user, volunteer):
        try:
            with acting(user=user):
                together.wait(timeout=10)
                outcomes.append(course.book(volunteer).state)
        finally:
            connection.close()

    threads = [Thread(target=take, args=pair) for pair in ((cast.karen, ours), (cast.nanna, theirs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)

    assert sorted(outcomes) == ["booked", "waiting"]
    with acting(user=cast.sille):
        assert Gathering.objects.get(pk=course.pk).taken == course.attendances.booked().count() == 1
