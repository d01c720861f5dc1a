"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import secured

POLICIES = [
    secured("access_attempt", jobs="SELECT, DELETE"),
    secured("access_link"),
]
