"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.installation import interval
from access.security import OWN_PROJECTS, kept_history, secured
from friendships.models import Closure, PairAgreement
from friendships.models.contact import CORRECTED_WITHIN

OWN = f"project_id = {OWN_PROJECTS}"
BEGUN = "how, citizens_reason, volunteers_reason, told_by, tell_on"
# Of a friendship of the volunteer whose own page it is.
HERS = (
    "EXISTS (SELECT FROM matching_match m WHERE m.id = match_id "
    "AND m.volunteer_id = (SELECT app.link_volunteer('own_page')))"
)
TICKED_BY_HER = f"by_volunteer AND ticked_at > now() - {interval(CORRECTED_WITHIN)} AND {HERS}"

POLICIES = [
    secured(
        "friendships_asked",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND asked_on = app.today()",
        delete=f"{OWN} AND asked_on = app.today()",
    ),
    kept_history("friendships_asked"),
    secured(
        "friendships_closure",
        select=OWN,
        insert=f"{OWN} AND begun_by_id = (SELECT app.uid()) AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        update_columns=f"{BEGUN}, ended_on, {', '.join(Closure.STEPS)}",
    ),
    kept_history("friendships_closure", key="match_id"),
    secured(
        "friendships_contact",
        select=OWN,
        insert=f"{OWN} AND NOT by_volunteer",
        update=OWN,
        delete=OWN,
        also=(
            ("by_link", "SELECT", HERS),
            ("by_link", "INSERT", TICKED_BY_HER),
            ("by_link", "UPDATE", TICKED_BY_HER),
            ("by_link", "DELETE", TICKED_BY_HER),
        ),
        update_columns="activity, happened_on, kind",
    ),
    kept_history("friendships_contact"),
    secured(
        "friendships_pairagreement",
        select=OWN,
        insert=OWN,
        update=OWN,
        also=(("by_link", "SELECT", HERS),),
        update_columns=", ".join(PairAgreement.SAID),
    ),
    kept_history("friendships_pairagreement", key="match_id"),
    secured(
        "friendships_pause",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND ended_on IS NULL",
        update=(f"{OWN} AND ended_on IS NULL", OWN),
        update_columns="back_on, volunteer_told_on, why",
    ),
    kept_history("friendships_pause"),
    secured(
        "friendships_standin",
        select=OWN,
        insert=f"{OWN} AND by_id = (SELECT app.uid()) AND state = 'proposed' AND asked_on IS NULL",
        update=OWN,
        also=(("by_link", "SELECT", "state = 'agreed' AND volunteer_id = (SELECT app.link_volunteer('own_page'))"),),
        update_columns="asked_by, asked_on, ended_on, state",
    ),
    kept_history("friendships_standin"),
]
