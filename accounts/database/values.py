"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval, moves
from accounts.models import AccessChange, NewAddress
from accounts.models.users import SECOND_AFTER

VALUES = {
    "ACCESS_CHANGE_MOVES": moves(AccessChange.MOVES),
    "CHANGE_CONFIRMED_WITHIN": interval(AccessChange.CONFIRMED_WITHIN),
    "CHANGE_WAITS": interval(AccessChange.WAITS),
    "NEW_ADDRESS_OPEN": interval(NewAddress.OPEN_FOR),
    "SECOND_AFTER": interval(SECOND_AFTER),
}
ANSWERS = {"is_a_task": "is_a_task_of_accounts", "is_secretariat": "acts_for_secretariat"}
