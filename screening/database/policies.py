"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import ANYBODY, SECRETARIAT, kept_history, secured
from screening.models import Interview
from volunteers.database.policies import ONESELF, SCREENED

POLICIES = [
    secured("screening_agreement", select=ANYBODY, insert=SECRETARIAT),
    secured(
        "screening_appointment",
        select=f"({SCREENED} OR {SECRETARIAT} OR {ONESELF})",
        insert=f"{SCREENED} AND by_id = (SELECT app.uid()) AND state = 'offered'",
        update=SCREENED,
        also=(
            (
                "by_link",
                "SELECT",
                ("volunteer_id = (SELECT app.link_volunteer('own_page', 'feed', 'conversation'))"),
            ),
            ("by_link", "UPDATE", "id = (SELECT app.link_object('conversation'))"),
        ),
        update_columns="answered_at, by_id, chosen, place, state",
    ),
    kept_history("screening_appointment", seen_by=SCREENED),
    secured("screening_decline", select=SCREENED, insert=f"{SCREENED} AND by_id = (SELECT app.uid())"),
    kept_history("screening_decline", seen_by=SCREENED),
    secured(
        "screening_interview",
        select=SCREENED,
        insert=f"{SCREENED} AND by_id = (SELECT app.uid())",
        update=f"{SCREENED} AND by_id = (SELECT app.uid())",  # nobody makes a yes of somebody else's conversation
        update_columns=f"held_on, outcome, {', '.join(Interview.SIDES)}",
    ),
    kept_history("screening_interview", seen_by=SCREENED),
    secured(
        "screening_recordcheck",
        select=SCREENED,
        insert=(f"{SCREENED} AND requested_by_id = (SELECT app.uid()) AND seen_on IS NULL"),
        update=SCREENED,
        update_columns="next_due_on, outcome, seen_by_id, seen_on",
    ),
    kept_history("screening_recordcheck", seen_by=SCREENED),
    secured(
        "screening_reference",
        select=SCREENED,
        insert=f"{SCREENED} AND asked_by_id = (SELECT app.uid()) AND state = 'asked'",
        update=SCREENED,
        also=(
            ("by_link", "SELECT", "id = (SELECT app.link_object('reference'))"),
            (
                "by_link",
                "INSERT",
                ("volunteer_id = (SELECT app.link_volunteer('referees')) AND asked_by_id IS NULL AND state = 'asked'"),
            ),
            ("by_link", "UPDATE", "id = (SELECT app.link_object('reference'))"),
        ),
        update_columns="answered_at, known_for, may_call, phone, state, text, trusts",
    ),
    kept_history("screening_reference", seen_by=SCREENED),
    secured("screening_secondyes", select=SCREENED, insert=f"{SCREENED} AND by_id = (SELECT app.uid())"),
    kept_history("screening_secondyes", seen_by=SCREENED),
    secured(
        "screening_shadowing",
        select=SCREENED,
        insert=f"{SCREENED} AND by_id = (SELECT app.uid())",
        update=SCREENED,
        update_columns="went_on",
    ),
    kept_history("screening_shadowing", seen_by=SCREENED),
    secured(
        "screening_signature",
        select=f"({SCREENED} OR {SECRETARIAT} OR {ONESELF})",
        insert=f"{SCREENED} AND how = 'paper' AND registered_by_id = (SELECT app.uid())",
        update=f"{SCREENED} AND how = 'paper'",
        update_columns="signed_at",
        also=(
            (
                "by_link",
                "SELECT",
                ("volunteer_id = (SELECT app.link_volunteer('own_page', 'agreement', 'proposal', 'duty'))"),
            ),
            ("by_link", "INSERT", ("volunteer_id = (SELECT app.link_volunteer('agreement')) AND how = 'link'")),
        ),
    ),
    kept_history("screening_signature", seen_by=SCREENED),
]
