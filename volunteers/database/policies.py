"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import (
    ANYBODY,
    COORDINATED,
    HOUSE_PROJECTS,
    PROGRAMME_PROJECTS,
    PROJECTS_THERE,
    SECRETARIAT,
    kept_history,
    secured,
    seen_also,
)
from volunteers.models import Volunteer

# Whom one screens: volunteers of one's projects, never oneself.
SCREENED = f"({SECRETARIAT} OR app.is_of(volunteer_id, {COORDINATED})) AND NOT app.is_oneself(volunteer_id)"
# A coordinator is a volunteer too, and sees what is hers.
ONESELF = "app.is_oneself(volunteer_id)"
# What a role asks of whom one screens.
SCREENED_ASSIGNMENT = f"EXISTS (SELECT FROM volunteers_assignment a WHERE a.id = assignment_id AND {SCREENED})"
# A role of a project that one coordinates.
OWN_ROLE = f"EXISTS (SELECT FROM volunteers_roleprofile r WHERE r.id = role_id AND r.project_id = {PROGRAMME_PROJECTS})"

# What one can apply for.
OPEN_ROLES = (
    "ARRAY(SELECT r.id FROM volunteers_roleprofile r JOIN institutions_project p ON p.id = r.project_id "
    "WHERE r.is_open AND p.state = 'open')"
)

# The volunteer whose link one follows: to her pages, and to a step of the screening.
BY_LINK = "(SELECT app.link_volunteer('own_page', 'agreement', 'proposal', 'duty', 'courses'))"
BY_SCREENING_LINK = "(SELECT app.link_volunteer('conversation', 'referees'))"

POLICIES = [
    secured(
        "volunteers_answer", select=SCREENED, also=(("by_form", "INSERT", "volunteer_id = (SELECT app.new_id())"),)
    ),
    kept_history("volunteers_answer", seen_by=SCREENED),
    secured(
        "volunteers_assignment",
        select=(
            f"{SECRETARIAT} OR (project_id = {PROGRAMME_PROJECTS} OR project_id = {HOUSE_PROJECTS}) "
            f"AND app.in_force(from_on, until_on) OR app.is_of(volunteer_id, {COORDINATED}) "
            f"OR app.comes_to(volunteer_id, {PROJECTS_THERE})"
        ),
        insert=f"project_id = {PROGRAMME_PROJECTS} AND {SCREENED} AND made_by_id = (SELECT app.uid())",
        update=f"project_id = {PROGRAMME_PROJECTS} AND {SCREENED}",
        also=(("by_link", "SELECT", f"volunteer_id = {BY_LINK} OR volunteer_id = {BY_SCREENING_LINK}"),),
        update_columns="role_id, until_on, why_ended",
    ),
    kept_history("volunteers_assignment", seen_by=SCREENED),
    secured(
        "volunteers_exemption",
        select="EXISTS (SELECT FROM volunteers_requirement q WHERE q.id = requirement_id)",
        insert=(
            f"{SECRETARIAT} AND EXISTS (SELECT FROM volunteers_requirement q WHERE q.id = "
            "requirement_id) AND by_id = (SELECT app.uid()) AND given_on = (SELECT app.today())"
        ),
        update=(f"{SECRETARIAT} AND EXISTS (SELECT FROM volunteers_requirement q WHERE q.id = requirement_id)"),
        update_columns="until_on",
    ),
    kept_history(
        "volunteers_exemption", seen_by="EXISTS (SELECT FROM volunteers_requirement q WHERE q.id = requirement_id)"
    ),
    secured(
        "volunteers_interested",
        select=OWN_ROLE,
        delete=OWN_ROLE,
        also=(
            (
                "by_form",
                "INSERT",
                (
                    "id = (SELECT app.new_id()) AND EXISTS (SELECT FROM volunteers_roleprofile r JOIN "
                    "institutions_project p ON p.id = r.project_id WHERE r.id = role_id "
                    "AND (p.state = 'paused' OR p.state = 'open' AND NOT r.is_open))"
                ),
            ),
        ),
    ),
    kept_history("volunteers_interested"),
    secured("volunteers_requirement", select=SCREENED_ASSIGNMENT),
    kept_history("volunteers_requirement", seen_by=SCREENED_ASSIGNMENT),
    secured("volunteers_roleprofile", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
    secured("volunteers_rolequestion", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
    secured(
        "volunteers_support",
        select=f"({SCREENED} OR {SECRETARIAT} OR {ONESELF})",
        insert=f"{SCREENED} AND by_id = (SELECT app.uid())",
        delete=f"{SCREENED} AND by_id = (SELECT app.uid())",
        also=(("by_link", "SELECT", "volunteer_id = (SELECT app.link_volunteer('own_page'))"),),
    ),
    kept_history("volunteers_support", seen_by=SCREENED),
    secured(
        "volunteers_volunteer",
        select=(
            "project_ids && ARRAY(SELECT app.programme_projects()) "
            f"OR {SECRETARIAT} OR app.comes_to(id, {PROJECTS_THERE})"
        ),
        update=(
            "(project_ids && ARRAY(SELECT app.programme_projects()) "
            f"OR {SECRETARIAT}) AND user_id IS DISTINCT FROM (SELECT app.uid())"
        ),
        insert=f"{OWN_ROLE} AND state = 'applied' AND user_id IS NULL AND capacity = 1",
        also=(
            ("by_form", "SELECT", "id = (SELECT app.new_id()) AND state = 'applied'"),
            (
                "by_link",
                "SELECT",
                f"id = {BY_LINK}",
            ),
            ("by_screening_link", "SELECT", f"id = {BY_SCREENING_LINK}"),
            (
                "by_form",
                "INSERT",
                (
                    "id = (SELECT app.new_id()) AND state = 'applied' AND user_id IS NULL "
                    f"AND capacity = 1 AND role_id = ANY ({OPEN_ROLES}) AND also_role_ids <@ {OPEN_ROLES}"
                ),
            ),
            ("by_link", "UPDATE", "id = (SELECT app.link_volunteer('agreement', 'own_page'))"),
            # Who has just applied puts her address right, until somebody opens what was sent there or asks her more.
            (
                "by_form",
                "UPDATE",
                (
                    "id = (SELECT app.new_id()) AND state = 'applied' "
                    "AND applied_at > now() - interval '1 hour' "
                    "AND NOT app.has_used_a_link(id) AND NOT app.is_asked_something(id)"
                ),
            ),
        ),
        update_columns=(
            "also_role_ids, back_asked_at, back_on, capacity, email, forget_on, heard_from, motivation, name, phone, "
            f"postcode, role_id, state, user_id, {', '.join(Volunteer.TOLD)}"
        ),
    ),
    kept_history(
        "volunteers_volunteer",
        seen_by=f"({SECRETARIAT} OR app.is_of(pgh_obj_id, {COORDINATED})) AND NOT app.is_oneself(pgh_obj_id)",
    ),
    seen_also("institutions_housecard", "by_link", "institution_id = ANY(ARRAY(SELECT app.houses_by_link()))"),
]
