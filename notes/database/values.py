"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import listed, moves
from notes.models import Guidance
from notes.reading import PURPOSES

ANSWERS = {"keeps_a_project": "has_unread_confidences"}
VALUES = {"GUIDANCE_MOVES": moves(Guidance.MOVES), "READING_PURPOSES": listed(PURPOSES)}
