"""The ways of a mail."""

from collections.abc import Callable

from access.context import acting
from accounts.emails import send_invitation
from letters.claiming import claim_next
from letters.models import Message
from letters.sending import note, send_due
from weshelter.tests import databases
from weshelter.tests.ways.walking import Brought, ByItself, Way, Ways

AGAIN = Way("waiting", "send_mail_again", on="operation", who="sille")
ASIDE = Way("put_aside", "put_mail_aside", on="operation", who="sille")


def written(cast, change: str) -> Brought:
    """An invitation, which the owner changes as the worker and the days do."""
    with acting(user=cast.sille):
        send_invitation(cast.karen)
        message = Message.objects.get(kind="invitation", address=cast.karen.email)
    databases.as_owner(f"UPDATE letters_message SET {change} WHERE id = %s", message.pk)
    return Brought(message, {"message_id": message.pk}, seen_by="sille")


def waiting_for_a_day(cast) -> Brought:
    return written(cast, "made_at = now() - interval '25 hours', tries = 3")


def being_sent(cast) -> Brought:
    return written(cast, "state = 'sending', claimed_until = now() + interval '1 minute'")


def that_became(state: str) -> Callable[..., Brought]:
    """Tried once, and given back by the worker."""

    def bring_about(cast) -> Brought:
        brought = being_sent(cast)
        change = f"state = '{state}', claimed_until = NULL, fault = 'broken'"
        databases.as_owner(f"UPDATE letters_message SET {change} WHERE id = %s", brought.thing.pk)
        return brought

    return bring_about


WAYS = {
    Message: {
        "waiting": Ways(
            waiting_for_a_day,
            on=ByItself(claim_next, "The worker takes what waits; a mail is no person's to carry."),
            out=ASIDE,
        ),
        "sending": Ways(
            being_sent,
            on=ByItself(send_due, "What the mail server answers says whether it has left."),
            out=ByItself(note, "It is refused, tried later or perhaps sent: those states are decided about."),
        ),
        "uncertain": Ways(that_became("uncertain"), on=AGAIN, out=ASIDE),
        "refused": Ways(that_became("refused"), on=AGAIN, out=ASIDE),
    }
}
