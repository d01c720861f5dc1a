"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import OWN_HOUSES, SECRETARIAT, kept_history, secured
from volunteers.database.policies import ONESELF, SCREENED

POLICIES = [
    secured(
        "courses_attendance",
        select=f"({SCREENED} OR {SECRETARIAT} OR {ONESELF})",
        update=(SCREENED, f"state IN ('attended', 'missed') AND {SCREENED}"),
        also=(
            (
                "by_link",
                "SELECT",
                (
                    "volunteer_id = (SELECT app.link_volunteer('own_page', 'agreement', 'proposal', "
                    "'duty', 'courses', 'feed'))"
                ),
            ),
        ),
        update_columns="state",
    ),
    kept_history("courses_attendance", seen_by=SCREENED),
    secured(
        "courses_gathering",
        select=(f"{SECRETARIAT} OR EXISTS (SELECT app.own_projects()) OR institution_id = {OWN_HOUSES}"),
        insert=SECRETARIAT,
        update=SECRETARIAT,
        also=(
            (
                "by_link",
                "SELECT",
                (
                    "EXISTS (SELECT FROM courses_attendance t WHERE t.gathering_id = "
                    "courses_gathering.id) AND (SELECT app.link_volunteer('own_page', 'agreement', "
                    "'proposal', 'duty', 'courses', 'feed')) IS NOT NULL "
                    "OR (SELECT app.link_volunteer('courses', 'own_page')) IS NOT NULL "
                    "AND kind = 'introduction' AND starts_at > now()"
                ),
            ),
        ),
        update_columns="ends_at, institution_id, kind, modules, place, places, starts_at, state, title",
    ),
    kept_history("courses_gathering"),
]
