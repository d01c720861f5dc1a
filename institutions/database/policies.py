"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import (
    ANYBODY,
    HOUSE_PROJECTS,
    OWN_HOUSES,
    OWN_PROJECTS,
    PROGRAMME_PROJECTS,
    SECRETARIAT,
    kept_history,
    secured,
    seen_also,
)

ONES_OWN = "user_id = (SELECT app.uid())"

POLICIES = [
    secured(
        "institutions_absence",
        select=(
            f"{ONES_OWN} OR {SECRETARIAT} OR project_id = {OWN_PROJECTS} OR project_id = {HOUSE_PROJECTS}"
            f" OR institution_id = {OWN_HOUSES}"
        ),
        insert=f"{ONES_OWN} OR {SECRETARIAT}",
        update=f"{ONES_OWN} OR {SECRETARIAT}",
        update_columns="called_off_at, deputy_id, from_on, given_id, until_on",
    ),
    kept_history("institutions_absence"),
    secured(
        "institutions_alignment",
        select=f"project_id = {OWN_PROJECTS} OR {SECRETARIAT} OR project_id = {HOUSE_PROJECTS}",
        insert=SECRETARIAT,
        update=SECRETARIAT,
    ),
    kept_history("institutions_alignment"),
    secured(
        "institutions_housecard",
        select=f"{SECRETARIAT} OR institution_id = ANY(ARRAY(SELECT app.houses_at_work()))",
        insert=SECRETARIAT,
        update=SECRETARIAT,
    ),
    kept_history("institutions_housecard"),
    secured("institutions_institution", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
    secured("institutions_interest", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
    secured(
        "institutions_membership",
        select=f"{ONES_OWN} OR project_id = {OWN_PROJECTS} OR institution_id = {OWN_HOUSES} OR {SECRETARIAT}",
        insert=f"{SECRETARIAT} AND user_id <> (SELECT app.uid())",
        update=f"{SECRETARIAT} AND user_id <> (SELECT app.uid())",
    ),
    kept_history("institutions_membership"),
    secured("institutions_project", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
    kept_history("institutions_project", seen_by=f"pgh_obj_id = {PROGRAMME_PROJECTS}"),
    seen_also("letters_message", "of_project", f"project_id = {PROGRAMME_PROJECTS}"),
]
