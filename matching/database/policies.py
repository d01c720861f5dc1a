"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import (
    LED_HOUSES,
    OWN_PROJECTS,
    PROGRAMME_PROJECTS,
    SECRETARIAT,
    kept_history,
    secured,
    seen_also,
)
from citizens.database.policies import at_house, known_at_house

POLICIES = [
    secured("matching_choicenote", select=f"project_id = {OWN_PROJECTS}", insert=f"project_id = {OWN_PROJECTS}"),
    kept_history("matching_choicenote", key="match_id"),
    secured(
        "matching_firstmeeting",
        select=(
            f"project_id = {OWN_PROJECTS} OR EXISTS (SELECT FROM matching_match m WHERE m.id = "
            f"match_id AND {known_at_house('m.citizen_id')})"
        ),
        insert=f"project_id = {OWN_PROJECTS}",
        update=f"project_id = {OWN_PROJECTS}",
        also=(
            (
                "by_link",
                "SELECT",
                (
                    "EXISTS (SELECT FROM matching_match m WHERE m.id = match_id "
                    "AND m.volunteer_id = (SELECT app.link_volunteer('own_page')))"
                ),
            ),
        ),
        update_columns="accompanied_by_id, called_off_at, changes, place, starts_at",
    ),
    kept_history("matching_firstmeeting", key="match_id"),
    secured(
        "matching_match",
        select=f"project_id = {PROGRAMME_PROJECTS} OR {known_at_house()}",
        insert=(
            f"project_id = {OWN_PROJECTS} AND state = 'proposed' "
            "AND proposed_by_id = (SELECT app.uid()) AND volunteer_yes_at IS NULL "
            "AND citizen_yes_at IS NULL"
        ),
        update=f"project_id = {OWN_PROJECTS} OR {at_house()}",
        also=(
            ("by_link", "SELECT", "volunteer_id = (SELECT app.link_volunteer('own_page', 'proposal'))"),
            (
                "by_link",
                "UPDATE",
                (
                    "id = (SELECT app.link_object('proposal')) AND volunteer_id = (SELECT "
                    "app.link_volunteer('proposal')) OR volunteer_id = (SELECT app.link_volunteer('own_page'))"
                ),
            ),
        ),
        update_columns=(
            "citizen_told_on, citizen_yes_at, citizen_yes_heard_by_id, look_back_on, started_on, state, "
            "volunteer_yes_at"
        ),
    ),
    kept_history("matching_match"),
    secured(
        "matching_matchround",
        select="owner_id = (SELECT app.uid())",
        insert="owner_id = (SELECT app.uid())",
        update="owner_id = (SELECT app.uid())",
    ),
    secured(
        "matching_notthisone",
        select=f"project_id = {OWN_PROJECTS}",
        insert=(
            f"project_id = {OWN_PROJECTS} AND by_id = (SELECT app.uid()) "
            "AND EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id)"
        ),
        delete=f"project_id = {OWN_PROJECTS}",
    ),
    kept_history("matching_notthisone"),
    secured(
        "matching_roundpair",
        select=("round_id = ANY(ARRAY(SELECT r.id FROM matching_matchround r WHERE r.owner_id = (SELECT app.uid())))"),
        insert=("round_id = ANY(ARRAY(SELECT r.id FROM matching_matchround r WHERE r.owner_id = (SELECT app.uid())))"),
    ),
    secured(
        "matching_weightset",
        select="(SELECT app.uid()) IS NOT NULL",
        insert=f"{SECRETARIAT} AND made_by_id = (SELECT app.uid())",
    ),
    seen_also("volunteers_volunteer", "friends", f"app.is_friend_at(id, {LED_HOUSES})"),
    seen_also("volunteers_assignment", "friends", f"app.is_friend_at(volunteer_id, {LED_HOUSES})"),
]
