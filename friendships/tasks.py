"""What the worker does for friendships: it may see addresses as nobody who acts does."""

from django.db import transaction
from django_tasks import task

from access.context import working
from access.links import PAGES, Purpose, issue_link_by_job


@task()
def write_that_he_said_yes(stand_in: str) -> None:
    """Write to her that somebody would like to meet her, unless it is over before the mail is written."""
    from friendships.emails import send_stand_in_agreed
    from friendships.models import StandIn

    _write(stand_in, StandIn.State.AGREED, send_stand_in_agreed)


@task()
def write_that_it_is_over(stand_in: str) -> None:
    """Write to her that she stands in no more, and thank her."""
    from friendships.emails import send_stand_in_ended
    from friendships.models import StandIn

    _write(stand_in, StandIn.State.ENDED, send_stand_in_ended)


def _write(stand_in: str, while_it_is: str, send) -> None:
    """Nothing that is no longer so, and nothing to who is no volunteer any more."""
    from friendships.models import StandIn

    with transaction.atomic(), working("stand-ins"):
        standing = StandIn.objects.for_letters().filter(pk=stand_in, state=while_it_is).first()
        if standing is None or standing.volunteer.is_gone:
            return
        send(standing, link=issue_link_by_job(Purpose.OWN_PAGE, standing.volunteer, PAGES[Purpose.OWN_PAGE]))
