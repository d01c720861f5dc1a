"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import OWN_HOUSES, OWN_PROJECTS, kept_history, secured
from citizens.database.policies import known_at_house

POLICIES = [
    secured("notes_acknowledgement", select=f"project_id = {OWN_PROJECTS}"),
    kept_history("notes_acknowledgement"),
    secured("notes_addressee", select="EXISTS (SELECT FROM notes_confidence c WHERE c.id = confidence_id)"),
    kept_history("notes_addressee"),
    secured(
        "notes_confidence",
        select=(
            f"project_id = {OWN_PROJECTS} OR (author_id = (SELECT app.uid()) "
            f"AND institution_id = {OWN_HOUSES} AND {known_at_house()}) "
            "OR citizen_id = ANY(ARRAY(SELECT app.broken_citizens()))"
        ),
        insert=(
            f"author_id = (SELECT app.uid()) AND institution_id = {OWN_HOUSES} "
            f"AND {known_at_house()} AND withdrawn_at IS NULL"
        ),
        update=(f"author_id = (SELECT app.uid()) AND institution_id = {OWN_HOUSES} AND {known_at_house()}"),
        update_columns="withdrawn_at",
    ),
    kept_history("notes_confidence"),
    secured(
        "notes_confidencebody",
        insert=(
            "EXISTS (SELECT FROM notes_confidence c WHERE c.id = confidence_id "
            "AND c.author_id = (SELECT app.uid()) AND c.withdrawn_at IS NULL)"
        ),
        jobs="",
    ),
    secured("notes_datakey"),
    secured(
        "notes_guidance",
        select=f"project_id = {OWN_PROJECTS}",
        insert=(f"project_id = {OWN_PROJECTS} AND state = 'draft' AND written_by_id = (SELECT app.uid())"),
        update=f"project_id = {OWN_PROJECTS}",
        update_columns="approved_at, approved_by_id, reason_for_words, review_on, state, text",
    ),
    kept_history("notes_guidance"),
    secured(
        "notes_origin",
        select=f"project_id = {OWN_PROJECTS}",
        insert=(
            f"project_id = {OWN_PROJECTS} AND EXISTS (SELECT FROM notes_guidance g JOIN "
            "notes_confidence c ON c.citizen_id = g.citizen_id WHERE g.id = guidance_id "
            "AND c.id = confidence_id)"
        ),
    ),
]
