"""New links: for who has lost the old one (anybody asks, the address on the row gets it), and for a new address."""

from uuid import UUID

from django.db import connection

from access.links import has_used_a_link, links_in_hand
from volunteers.emails import send_receipt, send_to_former_address
from volunteers.models import Volunteer
from volunteers.tasks import write_new_links, write_to_new_address


def ask_for_links(email: str) -> None:
    """Have the worker write to every volunteer with this address; whether there is one, this request never learns.

    The database gives ids alone, and a task is enqueued for none as for many, so that both take the same time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT v::text FROM app.volunteers_at(%s) v", [email.strip()])
        write_new_links.enqueue(*(pk for (pk,) in cursor.fetchall()))


def put_right(volunteer: Volunteer, **said) -> bool:
    """Correct name, address, phone or postcode; with a new address her links are sent anew, there alone.

    The former address is told only if a link was opened that was sent there: one that was mistyped is a stranger's.
    Gives whether the address is a new one.
    """
    former, was_used, in_hand = volunteer.email, has_used_a_link(volunteer), links_in_hand(volunteer)
    volunteer.tell(**said)
    if volunteer.email.lower() == former.lower():
        return False
    if was_used:
        send_to_former_address(former, volunteer.role.project)
    if not volunteer.is_gone:
        write_to_new_address.enqueue(str(volunteer.pk), *map(str, in_hand))
    return True


def put_right_at_once(just_made: UUID, email: str) -> bool:
    """Another address for whoever has just applied: the receipt goes anew, there alone, and once.

    The database allows it for an hour, and until somebody opens a link that was sent. Gives whether it did.
    """
    applicant = Volunteer.objects.with_roles().select_for_update(of=["self"]).filter(pk=just_made).first()
    if applicant and applicant.email.lower() != email.lower():
        applicant.tell(email=email)
        send_receipt(applicant)
    return applicant is not None
