"""What the worker does for volunteers: it may see addresses as nobody who acts does."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from access.context import working
from access.links import PAGES, Purpose, issue_link_by_job, renew_link_by_job


@task()
def write_new_links(*volunteers: str) -> None:
    """Write a new link to the own page to each of these; the former one lives seven days more."""
    from volunteers.emails import send_new_link
    from volunteers.models import Volunteer

    with transaction.atomic(), working("new links"):
        for volunteer in Volunteer.objects.with_roles().not_gone().filter(pk__in=volunteers):
            link = issue_link_by_job(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
            send_new_link(volunteer, link=link)


@task()
def write_to_new_address(volunteer: str, *ended: str) -> None:
    """Send each of the links that have ended anew, in one mail; the one to the own page in any case.

    Whoever has gone meanwhile gets none.
    """
    from access.models import Link
    from volunteers.emails import send_to_new_address
    from volunteers.models import Volunteer

    with transaction.atomic(), working("links to a new address"):
        whose = Volunteer.objects.with_roles().not_gone().filter(pk=volunteer).first()
        if whose is None:
            return
        own_page = issue_link_by_job(Purpose.OWN_PAGE, whose, PAGES[Purpose.OWN_PAGE])
        hers = Link.objects.filter(pk__in=ended, volunteer_id=volunteer, expires_at__gt=timezone.now())
        others = hers.exclude(purpose=Purpose.OWN_PAGE)
        anew = [(link.get_purpose_display(), renew_link_by_job(link, whose)) for link in others.order_by("issued_at")]
        send_to_new_address(whose, links=[(str(Purpose.OWN_PAGE.label), own_page), *anew])


@task()
def write_ready(volunteer: str) -> None:
    """Write to her that she is ready, if she still is."""
    from volunteers.emails import send_ready
    from volunteers.models import Volunteer

    with transaction.atomic(), working("who is ready"):
        if whose := Volunteer.objects.ready().with_roles().filter(pk=volunteer).first():
            send_ready(whose, issue_link_by_job(Purpose.OWN_PAGE, whose, PAGES[Purpose.OWN_PAGE]))
