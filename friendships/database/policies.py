"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import OWN_PROJECTS, kept_history, secured
from friendships.models import Closure

OWN = f"project_id = {OWN_PROJECTS}"
BEGUN = "how, citizens_reason, volunteers_reason, told_by, tell_on"

POLICIES = [
    secured(
        "friendships_closure",
        select=OWN,
        insert=f"{OWN} AND begun_by_id = (SELECT app.uid()) AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        update_columns=f"{BEGUN}, ended_on, {', '.join(Closure.STEPS)}",
    ),
    kept_history("friendships_closure", key="match_id"),
    secured(
        "friendships_pause",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        update_columns="back_on, volunteer_told_on, why",
    ),
    kept_history("friendships_pause"),
]
