"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import listed, moves
from letters.models import Message

VALUES = {"MESSAGE_MOVES": moves(Message.MOVES), "ON_ITS_WAY": listed(Message.ON_ITS_WAY)}
