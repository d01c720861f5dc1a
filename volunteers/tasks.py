"""What the worker does for volunteers: it may see addresses as nobody who acts does."""

from django.db import transaction
from django_tasks import task

from access.context import working
from access.links import Purpose, issue_link_by_job


@task()
def write_new_links(*volunteers: str) -> None:
    """Write a new link to the own page to each of these; the former one lives seven days more."""
    from volunteers.emails import send_new_link
    from volunteers.models import Volunteer

    with transaction.atomic(), working("new links"):
        for volunteer in Volunteer.objects.with_roles().filter(pk__in=volunteers):
            link = issue_link_by_job(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
            send_new_link(volunteer, link=link)
