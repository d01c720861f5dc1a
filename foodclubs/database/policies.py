"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import ANYBODY, HOUSE_PROJECTS, OWN_PROJECTS, PROGRAMME_PROJECTS, kept_history, secured

# Evenings of one's projects or one's house.
TABLE = f"project_id = {OWN_PROJECTS} OR project_id = {HOUSE_PROJECTS}"
# Once it is open, somebody may have the task.
OF_A_PLANNED_EVENING = "EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = evening_id AND e.state = 'planned')"

POLICIES = [
    secured(
        "foodclubs_duty",
        select=TABLE,
        update=f"project_id = {OWN_PROJECTS} AND state <> 'cancelled'",
        also=(("by_link", "SELECT", "volunteer_id = (SELECT app.link_volunteer('own_page', 'duty', 'feed'))"),),
        update_columns="state",
    ),
    kept_history("foodclubs_duty"),
    secured(
        "foodclubs_evening",
        select=(
            f"state IN ('open', 'cancelled') OR project_id = {PROGRAMME_PROJECTS} OR project_id = {HOUSE_PROJECTS}"
        ),
        insert=f"project_id = {OWN_PROJECTS} AND state = 'planned' AND taken = 0",
        update=f"project_id = {OWN_PROJECTS}",
        also=(("by_link", "SELECT", "id = ANY(ARRAY(SELECT app.evenings_by_link()))"),),
        update_columns=(
            "changed_at, corrected_at, corrected_why, guests_came, income, menu, moved_at, new_faces, place, places, "
            "starts_at, state, volunteers_came"
        ),
    ),
    kept_history("foodclubs_evening", seen_by=f"project_id = {PROGRAMME_PROJECTS} OR project_id = {HOUSE_PROJECTS}"),
    secured(
        "foodclubs_foodclub",
        select=ANYBODY,
        insert=(
            f"project_id = {PROGRAMME_PROJECTS} AND EXISTS (SELECT FROM institutions_project p "
            "WHERE p.id = project_id AND p.kind = 'food_club')"
        ),
        update=(
            f"project_id = {PROGRAMME_PROJECTS} AND EXISTS (SELECT FROM institutions_project p "
            "WHERE p.id = project_id AND p.kind = 'food_club')"
        ),
    ),
    secured("foodclubs_guest", select=TABLE),
    secured(
        "foodclubs_signup",
        select=TABLE,
        update=f"project_id = {OWN_PROJECTS} AND state NOT IN ('cancelled', 'waiting', 'declined')",
        update_columns="paid, state",
    ),
    kept_history("foodclubs_signup"),
    secured(
        "foodclubs_task",
        select=TABLE,
        insert=f"project_id = {OWN_PROJECTS} AND taken = 0",
        update=f"project_id = {OWN_PROJECTS} AND {OF_A_PLANNED_EVENING}",
        delete=f"project_id = {OWN_PROJECTS} AND {OF_A_PLANNED_EVENING}",
        also=(("by_link", "SELECT", "evening_id = ANY(ARRAY(SELECT app.evenings_by_link()))"),),
        update_columns="needed",
    ),
]
