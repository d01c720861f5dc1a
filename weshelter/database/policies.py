"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import SECRETARIAT, secured

POLICIES = [
    secured("weshelter_jobrun", select=SECRETARIAT, jobs="SELECT, INSERT, DELETE"),
    secured("weshelter_workersign", select=SECRETARIAT),
]
