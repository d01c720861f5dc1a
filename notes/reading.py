"""Opening a confidence. The only caller of the database's `app.note_open`, which logs before it gives anything out."""

from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from history.moves import NotPossible
from history.witness import witnessed
from notes.keys import Unreadable, unseal
from notes.models import Confidence


class Purpose(models.TextChoices):
    """What one opens a confidence for; the access log keeps it, and the database knows the same list."""

    BEFORE_MATCH = "before_match", _("before a match is proposed")
    PREPARE_GUIDANCE = "prepare_guidance", _("to write guidance for the friend")
    CHECK_IN = "check_in", _("before I speak with the friend or the citizen")
    SOMETHING_HAPPENED = "something_happened", _("something has happened")


# The purpose of who broke the glass; nobody chooses it from a list.
EMERGENCY = "emergency"
PURPOSES = {**dict(Purpose.choices), EMERGENCY: _("in an emergency")}


@sensitive_variables()
def open_confidence(confidence: Confidence, purpose: str) -> str:
    """The text, once the access log has its row in the same transaction; the answer may leave only after commit."""
    with connection.cursor() as cursor, witnessed():
        cursor.execute("SELECT ciphertext, wrapped FROM app.note_open(%s, %s)", [confidence.pk, purpose])
        row = cursor.fetchone()
        if row is None:
            raise NotPossible(_("This message cannot be opened by you any more. Nothing was shown."))
    try:
        return unseal(bytes(row[0]), bytes(row[1]), confidence.citizen_id, confidence.pk)
    except Unreadable:
        raise NotPossible(_("The message cannot be unlocked. Nothing was shown; tell the secretariat.")) from None
