"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import (
    LED_HOUSES,
    OWN_HOUSES,
    OWN_PROJECTS,
    PROGRAMME_PROJECTS,
    SECRETARIAT,
    kept_history,
    secured,
)


def at_house(citizen: str = "citizen_id") -> str:
    """Is the citizen of this column attached today to a house that one leads?"""
    return f"app.is_attached({citizen}, {LED_HOUSES})"


def known_at_house(citizen: str = "citizen_id") -> str:
    """Is he, or did one open him in an emergency?"""
    return f"({at_house(citizen)} OR {citizen} = ANY(ARRAY(SELECT app.broken_citizens())))"


# Whom one works with; an emergency opens for reading alone.
WORKED_WITH = f"project_id = {OWN_PROJECTS} OR {at_house()}"
# Of one's projects or one's house, or opened in an emergency.
KNOWN = f"project_id = {OWN_PROJECTS} OR {known_at_house()}"
# The same for a row without a project of its own.
IN_OWN_PROJECT = f"EXISTS (SELECT FROM citizens_citizen c WHERE c.id = citizen_id AND c.project_id = {OWN_PROJECTS})"
PLACED = f"{at_house()} OR {IN_OWN_PROJECT}"

POLICIES = [
    secured(
        "citizens_attachment",
        select=(
            f"institution_id = {OWN_HOUSES} AND app.in_force(from_on, until_on) AND {at_house()} "
            "OR EXISTS (SELECT FROM citizens_citizen c WHERE c.id = citizen_id)"
        ),
        insert=f"({PLACED}) AND heard_by_id = (SELECT app.uid())",
        update=(
            f"{IN_OWN_PROJECT} OR {at_house()} "
            f"AND (institution_id = {OWN_HOUSES} OR until_on IS NULL OR until_on >= app.today())",
            f"({PLACED})",
        ),
        delete=f"({PLACED}) AND from_on >= app.today()",
        update_columns="from_on, kind, until_on",
    ),
    kept_history("citizens_attachment"),
    secured(
        "citizens_breakglass",
        select=SECRETARIAT,
        update=SECRETARIAT,
        update_columns="outcome, reviewed_at, reviewed_by_id, until",
    ),
    kept_history("citizens_breakglass"),
    secured(
        "citizens_citizen",
        select=f"project_id = {PROGRAMME_PROJECTS} OR {known_at_house('id')}",
    ),
    kept_history("citizens_citizen"),
    secured(
        "citizens_consent",
        select=KNOWN,
        insert=(f"({WORKED_WITH}) AND witnessed_by_id = (SELECT app.uid()) AND withdrawn_at IS NULL"),
        update=WORKED_WITH,
        update_columns="withdrawn_at",
    ),
    kept_history("citizens_consent"),
    secured(
        "citizens_disclosure", select=KNOWN, insert=WORKED_WITH, update=WORKED_WITH, update_columns="answer, words"
    ),
    kept_history("citizens_disclosure"),
    secured(
        "citizens_home",
        select=KNOWN,
        insert=WORKED_WITH,
        update=WORKED_WITH,
        delete=f"({WORKED_WITH}) AND from_on >= app.today()",
        update_columns="from_on, institution_id, municipality, until_on",
    ),
    kept_history("citizens_home"),
    secured("citizens_knownas", select=KNOWN, update=WORKED_WITH, update_columns="called_name, reach"),
    kept_history("citizens_knownas", key="citizen_id"),
    secured(
        "citizens_spoken",
        select=KNOWN,
        insert=f"({WORKED_WITH}) AND by_id = (SELECT app.uid()) AND taken_back_at IS NULL",
        update=f"({WORKED_WITH}) AND by_id = (SELECT app.uid())",
        update_columns="again_on, outcome, spoken_on, taken_back_at",
    ),
    kept_history("citizens_spoken"),
    secured("citizens_wishes", select=KNOWN, insert=WORKED_WITH, update=WORKED_WITH),
    kept_history("citizens_wishes", key="citizen_id"),
]
