"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import listed, moves
from letters.hours import NIGHT_BEGINS, NIGHT_ENDS
from letters.models import Message

VALUES = {
    "MESSAGE_MOVES": moves(Message.MOVES),
    "ON_ITS_WAY": listed(Message.ON_ITS_WAY),
    "NIGHT_BEGINS": f"time '{NIGHT_BEGINS}'",
    "NIGHT_ENDS": f"time '{NIGHT_ENDS}'",
}
