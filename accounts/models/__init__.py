"""Who can log in, and the changes of a login that take two people and a day."""

from accounts.addresses import NewAddress
from accounts.models.changes import AccessChange, change_on_the_server
from accounts.models.users import MayBeSecond, User, UserManager

__all__ = ["AccessChange", "MayBeSecond", "NewAddress", "User", "UserManager", "change_on_the_server"]
