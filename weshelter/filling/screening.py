"""The screening as rows: times for the conversation, a second yes, references, checks, and what the roles ask.

Whoever is ready has what the role asks, or goes without the check for a time; who is in training waits for some of it.
"""

from screening.models import Appointment, RecordCheck, Reference, SecondYes, Shadowing
from volunteers.models import Exemption, Requirement, Support
from volunteers.models.roles import RecordKind
from weshelter.filling.bulk import Fill, literal
from weshelter.filling.volunteers import TAKEN_IN
from weshelter.filling.words import FIRST, LAST, REFEREES

SEEN_AFTER = 7
COUNTS_FOR = 730
# A check is asked for again in good time before the first reminder.
ASKED_AGAIN_AFTER = 660


def make_appointments(fill: Fill) -> None:
    """Most conversations were agreed on by link; of the newest applicants some choose yet, and for a few none fits."""
    today = fill.day
    fill.decide(
        "fill_appointment",
        f"""
        SELECT *, CASE WHEN state = 'applied' AND answered_on IS NULL THEN 'offered'
            WHEN gone_on IS NOT NULL THEN 'replaced' WHEN state = 'applied' AND dice = 0 THEN 'none_fits'
            ELSE 'booked' END AS how,
            CASE WHEN state = 'applied' THEN {today} + 3 ELSE applied_on + 10 END AS held_on
        FROM (SELECT {fill.id("appointment", "n")} AS id, id AS volunteer_id, by_id, by_context, state, gone_on,
                applied_on + 3 AS offered_on, {fill.number("no time", "n", 5)} AS dice,
                applied_on, CASE WHEN state NOT IN ('applied', 'withdrawn')
                    OR state = 'applied' AND applied_on + 5 < {today} THEN applied_on + 5 END AS answered_on
            FROM fill_volunteer
            WHERE {fill.number("by link", "n", 10)} < 7 AND applied_on + 3 < {today}) a
        """,
    )
    times = ", ".join(fill.moment(f"held_on + {days}", 17) for days in (-1, 0, 2))
    answered, chosen = fill.moment("answered_on", 20), fill.moment("held_on", 17)
    fill.insert(
        Appointment,
        "fill_appointment",
        id="id",
        volunteer_id="volunteer_id",
        state="how",
        times=f"ARRAY[{times}]",
        place="'I caféen'",
        chosen=f"CASE how WHEN 'booked' THEN {chosen} END",
        answered_at=answered,
        offered_at=fill.moment("offered_on"),
        by_id="by_id",
    )
    link, by = fill.context(literal("link")), "p.by_context"
    unanswered = {"state": "'offered'", "chosen": "NULL", "answered_at": "NULL"}
    said, booked = fill.moment("p.answered_on", 20), fill.moment("p.held_on", 17)
    fill.remember(Appointment, "fill_appointment", at=fill.moment("p.offered_on"), by=by, **unanswered)
    chose = "p.answered_on IS NOT NULL AND p.how <> 'none_fits'"
    fill.remember(Appointment, "fill_appointment", at=said, by=link, where=chose, state="'booked'", chosen=booked)
    fill.remember(Appointment, "fill_appointment", at=said, by=link, where="p.how = 'none_fits'")
    fill.remember(Appointment, "fill_appointment", at=fill.moment("p.gone_on", 18), by=by, where="p.how = 'replaced'")


def make_second_yeses(fill: Fill) -> None:
    """Where two decide, by the house's other coordinator, before the training."""
    other = fill.coordinator("house", "n + 1")
    fill.decide(
        "fill_second_yes",
        f"""SELECT {fill.id("second yes", "n")} AS id, id AS volunteer_id, {other} AS by_id,
            {fill.context(other)} AS by_context, applied_on + 12 AS said_on
        FROM fill_volunteer WHERE asks_two AND {TAKEN_IN}""",
    )
    at = fill.moment("p.said_on")
    fill.insert(SecondYes, "fill_second_yes p", id="id", volunteer_id="volunteer_id", said_at=at, by_id="by_id")
    fill.remember(SecondYes, "fill_second_yes", at=at, by="p.by_context")


def make_references(fill: Fill) -> None:
    """As many as the role asks for, some named by the applicant; in training half are waited for, with a reminder."""
    fill.decide(
        "fill_reference",
        f"""
        SELECT *, CASE WHEN answered_on IS NULL AND asked_on + 7 < {fill.day} THEN asked_on + 7 END AS reminded_on
        FROM (SELECT {fill.id("reference", "n * 2::bigint + k")} AS id, n * 2::bigint + k AS n, id AS volunteer_id,
                by_id, by_context, {fill.number("named", "n", 3)} = 0 AS is_named_by_link, applied_on + 11 AS asked_on,
                CASE WHEN state <> 'in_training' OR {fill.number("answered", "n * 2::bigint + k", 2)} = 0
                    THEN applied_on + 15 END AS answered_on
            FROM fill_volunteer, generate_series(1, references_asked) AS k WHERE {TAKEN_IN}) r
        """,
    )
    when = "CASE WHEN answered_on IS NOT NULL THEN"
    fill.insert(
        Reference,
        "fill_reference",
        id="id",
        volunteer_id="volunteer_id",
        state=f"{when} 'answered' ELSE 'asked' END",
        name=fill.name("n * 7", FIRST, LAST),
        email=f"'reference-{fill.seed}-' || n || '@example.net'",
        relation=fill.one_of("relation", "n", Reference.Relation.values),
        asked_at=fill.moment("asked_on"),
        reminded_at=fill.moment("reminded_on", 9),
        asked_by_id="CASE WHEN NOT is_named_by_link THEN by_id END",
        answered_at=fill.moment("answered_on", 19),
        known_for=f"{when} {fill.one_of('known for', 'n', Reference.KnownFor.values)} ELSE '' END",
        trusts=f"{when} 'yes' ELSE '' END",
        text=f"{when} {fill.one_of('referee', 'n', REFEREES)} ELSE '' END",
    )
    link = fill.context(literal("link"))
    named = f"CASE WHEN p.is_named_by_link THEN {link} ELSE p.by_context END"
    asked = {"state": "'asked'", "answered_at": "NULL", "reminded_at": "NULL", "known_for": "''", "trusts": "''"}
    fill.remember(Reference, "fill_reference", at=fill.moment("p.asked_on"), by=named, **asked)
    at, where = fill.moment("p.reminded_on", 9), "p.reminded_on IS NOT NULL"
    fill.remember(Reference, "fill_reference", at=at, by="NULL::uuid", where=where)
    at, where = fill.moment("p.answered_on", 19), "p.answered_on IS NOT NULL"
    fill.remember(Reference, "fill_reference", at=at, by=link, where=where)


def make_requirements(fill: Fill) -> None:
    """What the role of each assignment asks, since it was made: as `app.assignment_asks` writes it."""
    fill.decide(
        "fill_requirement",
        f"""
        SELECT {fill.id("requirement", "s.id || k.kind")} AS id, s.id AS assignment_id, s.volunteer_id, s.training_on,
            s.by_context, k.kind, k.number
        FROM fill_assignment s JOIN volunteers_assignment a ON a.id = s.id
        JOIN (SELECT p.role_id, asked.* FROM fill_project p, app.role_asks(p.role_id) asked) k USING (role_id)
        """,
    )
    columns = {"assignment_id": "assignment_id", "kind": "kind", "number": "number", "since": "training_on"}
    fill.insert(Requirement, "fill_requirement", id="id", **columns)
    fill.remember(Requirement, "fill_requirement", at=fill.moment("p.training_on", 14), by="p.by_context")


def make_exemptions(fill: Fill) -> None:
    """Some of those who became ready lately start before their check has come: the secretariat's word."""
    fill.decide(
        "fill_exemption",
        f"""
        SELECT {fill.id("exemption", "v.n")} AS id, q.id AS requirement_id, v.id AS volunteer_id, v.secretariat_id,
            {fill.context("v.secretariat_id")} AS by_context, v.ready_on
        FROM fill_volunteer v JOIN fill_requirement q ON q.volunteer_id = v.id AND q.kind IN {tuple(RecordKind.values)}
        WHERE v.state = 'ready' AND v.ready_on > {fill.day} - 200 AND {fill.number("exempt", "v.n", 8)} = 0
        """,
        found_by=["volunteer_id"],
    )
    fill.insert(
        Exemption,
        "fill_exemption",
        id="id",
        requirement_id="requirement_id",
        why="'Attesten er bestilt. Koordinatoren er med de første gange.'",
        given_on="ready_on",
        until_on="ready_on + 300",
        by_id="secretariat_id",
    )
    fill.remember(Exemption, "fill_exemption", at=fill.moment("p.ready_on", 15), by="p.by_context")


def make_record_checks(fill: Fill) -> None:
    """Asked for with the training and again before two years are over; seen a week later, but for the exempted."""
    today = fill.day
    seen_on = f"requested_on + {SEEN_AFTER}"
    fill.decide(
        "fill_check",
        f"""
        SELECT {fill.id("check", "n * 100::bigint + k")} AS id, n * 100::bigint + k AS n, volunteer_id, by_id,
            by_context, record_asked, requested_on, CASE WHEN {seen_on} < coalesce(gone_on, {today})
                AND NOT is_exempt THEN {seen_on} END AS seen_on
        FROM (
            SELECT v.n, k, v.id AS volunteer_id, v.by_id, v.by_context, record_asked, gone_on,
                training_on + {ASKED_AGAIN_AFTER} * k AS requested_on, x.id IS NOT NULL AS is_exempt
            FROM fill_volunteer v LEFT JOIN fill_exemption x ON x.volunteer_id = v.id, LATERAL generate_series(0,
                (coalesce(gone_on, {today}) - 1 - training_on) / {ASKED_AGAIN_AFTER}) AS k
            WHERE {TAKEN_IN} AND record_asked <> ''
        ) c
        """,
    )
    due_on = f"seen_on + {COUNTS_FOR}"
    outcome = fill.one_of("outcome", "n", ["ok"] * 19 + ["assessed_ok"])
    fill.insert(
        RecordCheck,
        "fill_check",
        id="id",
        volunteer_id="volunteer_id",
        kind="record_asked",
        requested_on="requested_on",
        requested_by_id="by_id",
        seen_on="seen_on",
        seen_by_id="CASE WHEN seen_on IS NOT NULL THEN by_id END",
        outcome=f"CASE WHEN seen_on IS NOT NULL THEN {outcome} ELSE '' END",
        next_due_on=due_on,
    )
    unseen = {"seen_on": "NULL", "seen_by_id": "NULL", "next_due_on": "NULL"}
    at, where = fill.moment("p.seen_on", 15), "p.seen_on IS NOT NULL"
    fill.remember(RecordCheck, "fill_check", at=fill.moment("p.requested_on", 15), by="p.by_context", **unseen)
    fill.remember(RecordCheck, "fill_check", at=at, by="p.by_context", where=where)


def make_shadowings(fill: Fill) -> None:
    """Where a role asks it, each went along on the day of becoming ready, with the one who came to the house before."""
    fill.decide(
        "fill_shadowing",
        f"""
        SELECT {fill.id("shadowing", "v.n")} AS id, v.id AS volunteer_id, v.by_id, v.by_context, v.ready_on,
            lag(v.id) OVER (PARTITION BY v.house ORDER BY v.ready_on, v.n) AS experienced_id
        FROM fill_volunteer v WHERE v.state IN ('ready', 'resting', 'left')
            AND EXISTS (SELECT FROM fill_requirement q WHERE q.volunteer_id = v.id AND q.kind = 'shadowing')
        """,
    )
    columns = ("volunteer_id", "experienced_id", "by_id")
    fill.insert(Shadowing, "fill_shadowing", id="id", went_on="ready_on", **{column: column for column in columns})
    fill.remember(Shadowing, "fill_shadowing", at=fill.moment("p.ready_on", 16), by="p.by_context")


def make_supports(fill: Fill) -> None:
    """Two of three who are ready have been talked with lately."""
    fill.decide(
        "fill_support",
        f"""
        SELECT {fill.id("support", "v.n")} AS id, v.id AS volunteer_id, v.by_id, v.by_context,
            greatest(v.ready_on, {fill.day} - {fill.number("talked", "v.n", 120)}) AS given_on
        FROM fill_volunteer v WHERE v.state = 'ready' AND {fill.number("is talked with", "v.n", 3)} > 0
        """,
    )
    columns = ("id", "volunteer_id", "given_on", "by_id")
    fill.insert(Support, "fill_support", kind="'talk'", **{column: column for column in columns})
    fill.remember(Support, "fill_support", at=fill.moment("p.given_on", 16), by="p.by_context")
