"""The one way to change a state: check the table of moves, change the row if nobody was faster, all or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from access.context import working
from history.who import became, by_whom

# What a gate of the database is called -> what a person is told, or what makes the sentence from the gate's detail.
# Apps add theirs beside the model that has the gate.
CHANGED_MEANWHILE = _("Somebody else has just changed this. Look again before you go on.")
SENTENCES: dict = {"a_state_changes_by_its_moves": CHANGED_MEANWHILE}
NOT_NOW = _("This cannot be done now: it is “%(state)s”.")
NOW = _("It has changed since you opened the page: it is “%(state)s” now.")
ALREADY = _("It is done already: it is “%(state)s”.")


class NotPossible(Exception):
    """Something is no longer possible, or not yet; the text is a sentence for the person who tried."""


@contextmanager
def gates() -> Iterator[None]:
    """A transaction in which a gate of the database that says no becomes its sentence."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        diag = getattr(error.__cause__, "diag", None)
        name = getattr(diag, "constraint_name", None)
        if name not in SENTENCES:
            raise
        sentence = SENTENCES[name]
        raise NotPossible(
            sentence(getattr(diag, "message_detail", None) or "") if callable(sentence) else sentence
        ) from error


def in_turn(*said) -> None:
    """Of two who say the very same at once, the later waits for the earlier, and so sees what it has written down."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [" ".join(map(str, said))])


def alone(*said) -> bool:
    """Is nobody else at this very thing? Until the transaction ends it is ours; whoever comes meanwhile hears False."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [" ".join(map(str, said))])
        return cursor.fetchone()[0]


def move(thing, to, *, by, **changes) -> None:
    """Change `thing.state` to `to` and set `changes` with it, if its MOVES allow and nobody was faster.

    `by` is who did it: a user, a volunteer by link, or the name of a job. The history knows the user and the link from
    the context of the request; the job it is told here. Raises NotPossible with a sentence.
    """
    if to not in thing.MOVES.get(thing.state, ()):
        raise NotPossible(why_not(thing, to))
    with gates(), working(by) if isinstance(by, str) else nullcontext():
        changed = type(thing)._default_manager.filter(pk=thing.pk, state=thing.state).update(state=to, **changes)
        if not changed:
            thing.refresh_from_db(fields=["state"])
            raise NotPossible(why_not(thing, to))
    for name, value in {"state": to, **changes}.items():
        setattr(thing, name, value)


def why_not(thing, to: str = "") -> str:
    """What it is now instead, and who brought that about and when, as far as the one who asks may know."""
    sentence = ALREADY if thing.state == to else NOT_NOW
    return by_whom(sentence % {"state": thing.get_state_display()}, became(thing))


def refuse_if_changed(thing, shown: str) -> None:
    """Whoever acts has seen the state that the page showed; if it is another by now, it is told who changed it."""
    if shown and shown != thing.state:
        raise NotPossible(by_whom(NOW % {"state": thing.get_state_display()}, became(thing)))


def tried(form, verb: Callable, *args, **kwargs) -> bool:
    """Do it; where it is not possible any more the form says why, and the page keeps what was typed and ticked."""
    try:
        with transaction.atomic():
            verb(*args, **kwargs)
    except NotPossible as error:
        form.add_error(None, str(error))
        return False
    return True
