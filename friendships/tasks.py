"""What the worker does for friendships: it may see addresses as nobody who acts does."""

from django.db import transaction
from django_tasks import task

from access.context import working
from access.links import PAGES, Purpose, issue_link_by_job


@task()
def write_to_stand_in(stand_in: str) -> None:
    """Write to her that the citizen has said yes, or that it is over; not to who is no volunteer any more."""
    from friendships.emails import send_stand_in_agreed, send_stand_in_ended
    from friendships.models import StandIn

    with transaction.atomic(), working("stand-ins"):
        standing: StandIn = StandIn.objects.for_letters().get(pk=stand_in)
        if standing.volunteer.is_gone:
            return
        link = issue_link_by_job(Purpose.OWN_PAGE, standing.volunteer, PAGES[Purpose.OWN_PAGE])
        send = send_stand_in_agreed if standing.is_agreed else send_stand_in_ended
        send(standing, link=link)
