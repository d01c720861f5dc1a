"""Signing and ticking at the same moment: whichever comes last makes her ready."""

from threading import Barrier, Thread

from django.db import connection

from access.context import acting
from courses.models import Attendance
from volunteers.models import Volunteer
from volunteers.tests import way


def test_signed_and_ticked_at_once_she_is_ready(committed_cast):
    cast = committed_cast
    attendance = way.booked(cast, signed=False)
    volunteer, together = attendance.volunteer, Barrier(2)

    def sign() -> None:
        with acting(user=cast.sille):
            her = Volunteer.objects.get(pk=volunteer.pk)
            together.wait()
            her.sign(cast.agreement, how="paper", by=cast.sille)
        connection.close()

    def tick() -> None:
        with acting(user=cast.sille):
            row = Attendance.objects.select_related("volunteer", "gathering").get(pk=attendance.pk)
            together.wait()
            row.tick(came=True, by=cast.sille)
        connection.close()

    threads = [Thread(target=step) for step in (sign, tick)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert way.now(cast, volunteer).state == "ready"
