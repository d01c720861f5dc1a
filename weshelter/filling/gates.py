"""What must hold of filled rows, since no trigger watched: each gate finds the rows that break it."""

from django.apps import apps

from access.installation import listed
from history.tracking import events_of
from matching.models import Match
from weshelter.filling.bulk import CannotFill, Fill

OPEN = f"m.state IN {listed(Match.OPEN)}"
FILLED_OPEN = f"matching_match m JOIN fill_match f ON f.id = m.id WHERE {OPEN}"
AHEAD = "fill_duty d WHERE d.state = 'taken' AND d.day >= app.today()"
IN_FORCE = "app.in_force(a.from_on, a.until_on)"
READY = "(SELECT array_agg(DISTINCT v.id) FROM volunteers_volunteer v JOIN fill_volunteer f ON f.id = v.id"

GATES = {
    "everybody who logs in has one address, and it is proved": """
        SELECT FROM accounts_user u JOIN fill_user f ON f.id = u.id LEFT JOIN account_emailaddress a
            ON a.user_id = u.id AND a.email = lower(u.email) AND a.verified AND a."primary" WHERE a.id IS NULL""",
    "every volunteer who is ready meets the requirements": f"""
        SELECT FROM app.requirements({READY} WHERE v.state = 'ready')) r WHERE NOT r.met""",
    "a running assignment has what its role asks": f"""
        SELECT FROM (SELECT a.id, k.kind, k.number
            FROM volunteers_assignment a JOIN fill_assignment f ON f.id = a.id
            JOIN (SELECT p.role_id, asked.* FROM fill_project p, app.role_asks(p.role_id) asked) k USING (role_id)
            WHERE {IN_FORCE}) asked
        FULL JOIN (SELECT q.assignment_id, q.kind, q.number
            FROM volunteers_requirement q JOIN fill_requirement f ON f.id = q.id
            JOIN volunteers_assignment a ON a.id = q.assignment_id WHERE {IN_FORCE}) made
            ON made.assignment_id = asked.id AND made.kind = asked.kind
        WHERE made.number IS DISTINCT FROM asked.number""",
    "nobody in an open match or ahead of a task lacks what the role asks": f"""
        SELECT FROM app.assignment_requirements(ARRAY(
            SELECT m.volunteer_id FROM {FILLED_OPEN} UNION SELECT d.volunteer_id FROM {AHEAD})) r
        WHERE NOT r.met AND r.exempt_until IS NULL AND r.project_id IN (
            SELECT m.project_id FROM {FILLED_OPEN} AND m.volunteer_id = r.volunteer_id
            UNION ALL SELECT d.food_id FROM {AHEAD} AND d.volunteer_id = r.volunteer_id)""",
    "where two decide, nobody in training or beyond has one yes": """
        SELECT FROM fill_volunteer v WHERE v.asks_two AND v.state IN ('in_training', 'ready', 'resting', 'left')
            AND NOT app.is_met(v.id, 'second_yes', 1)""",
    "the friend in an open match is ready": f"""
        SELECT FROM {FILLED_OPEN} AND NOT EXISTS (
            SELECT FROM volunteers_volunteer v WHERE v.id = m.volunteer_id AND v.state = 'ready')""",
    "the friend in an open match is assigned to the project": f"""
        SELECT FROM {FILLED_OPEN} AND NOT EXISTS (SELECT FROM volunteers_assignment a
            WHERE a.volunteer_id = m.volunteer_id AND a.project_id = m.project_id AND {IN_FORCE})""",
    "an open match rests on a live consent": f"""
        SELECT FROM {FILLED_OPEN} AND NOT app.has_said_yes(m.citizen_id, 'friend')""",
    "nobody has more friends than the own capacity": f"""
        SELECT FROM {FILLED_OPEN} GROUP BY m.volunteer_id
        HAVING count(*) > (SELECT v.capacity FROM volunteers_volunteer v WHERE v.id = m.volunteer_id)""",
    "a citizen has one open match": f"SELECT FROM {FILLED_OPEN} GROUP BY m.citizen_id HAVING count(*) > 1",
    "no citizen has two friends at the same time": """
        SELECT FROM fill_match m JOIN fill_match o ON o.citizen_id = m.citizen_id AND o.id <> m.id
            AND daterange(o.proposed_on, o.over_on, '[]') && daterange(m.proposed_on, m.over_on, '[]')""",
    "nobody's project_ids differ from app.projects_of_volunteer": """
        SELECT FROM volunteers_volunteer v JOIN fill_volunteer f ON f.id = v.id
        WHERE v.project_ids IS DISTINCT FROM app.projects_of_volunteer(v.id, v.role_id)""",
    "an evening's counter is the number of its guests": """
        SELECT FROM foodclubs_evening e JOIN fill_night f ON f.id = e.id LEFT JOIN (SELECT evening_id, count(*) AS taken
            FROM foodclubs_signup WHERE state <> 'cancelled' GROUP BY 1) s ON s.evening_id = e.id
        WHERE e.taken <> coalesce(s.taken, 0)""",
    "a task's counter is the number of its helpers": """
        SELECT FROM foodclubs_task t JOIN fill_night f ON f.id = t.evening_id LEFT JOIN (SELECT task_id,
            count(*) AS taken
            FROM foodclubs_duty WHERE state <> 'cancelled' GROUP BY 1) d ON d.task_id = t.id
        WHERE t.taken <> coalesce(d.taken, 0)""",
    "a gathering's counter is the number of its places": """
        SELECT FROM courses_gathering g JOIN fill_gathering f ON f.id = g.id LEFT JOIN (
            SELECT gathering_id, count(*) AS taken FROM courses_attendance GROUP BY 1) a ON a.gathering_id = g.id
        WHERE g.taken <> coalesce(a.taken, 0)""",
    "who has taken a task that is still ahead is ready and assigned": f"""
        SELECT FROM {AHEAD} AND NOT EXISTS (SELECT
            FROM volunteers_volunteer v
            JOIN volunteers_assignment a ON a.volunteer_id = v.id AND a.project_id = d.food_id AND {IN_FORCE}
            WHERE v.id = d.volunteer_id AND v.state = 'ready')""",
    "whoever wishes a friend waits, not since before the last friendship ended, and nobody else does": """
        SELECT FROM citizens_wishes w JOIN fill_citizen c ON c.id = w.citizen_id
        LEFT JOIN fill_match m ON m.citizen_id = w.citizen_id AND m.state = 'ended'
        WHERE w.wants_friend <> (w.waits_since IS NOT NULL)
            OR (w.waits_since AT TIME ZONE 'Europe/Copenhagen')::date < greatest(c.registered_on, m.over_on)""",
    "guidance rests on a live consent": """
        SELECT FROM fill_guidance g WHERE g.state <> 'withdrawn' AND NOT EXISTS (SELECT FROM citizens_consent c
            WHERE c.id = g.consent_id AND c.purpose = 'guidance' AND c.withdrawn_at IS NULL)""",
    "nothing happens in the future": """
        SELECT FROM fill_match m WHERE greatest(m.proposed_on, m.over_on) > app.today()
        UNION ALL SELECT FROM fill_volunteer v WHERE v.gone_on > app.today() OR v.state = 'ready'
            AND ready_on > app.today()
        UNION ALL SELECT FROM fill_citizen c WHERE c.registered_on NOT BETWEEN c.opened_on AND app.today()""",
    "every trigger is on again": """
        SELECT FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled <> 'O'""",
}


def tracked_models() -> list:
    """The models whose history is kept."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]


def history_gates() -> dict[str, str]:
    """Two gates for each model with a history: one beginning of each row, and a last event that is as the row."""
    gates = {}
    for model in tracked_models():
        table, key, events = model._meta.db_table, model._meta.pk.column, events_of(model)._meta.db_table
        gates[f"every row of {table} begins once in the history, and nothing else does"] = f"""
            SELECT FROM {table} t FULL JOIN (SELECT pgh_obj_id, count(*) AS made FROM {events}
                WHERE pgh_label = 'insert'
                GROUP BY 1) e ON e.pgh_obj_id = t.{key} WHERE e.made IS DISTINCT FROM 1 OR t.{key} IS NULL"""
        if any(field.name == "state" for field in events_of(model)._meta.fields):
            gates[f"the history of {table} ends in the state of the row"] = f"""
                SELECT FROM {table} t JOIN (SELECT DISTINCT ON (pgh_obj_id) pgh_obj_id, state FROM {events}
                    ORDER BY pgh_obj_id, pgh_id DESC) e ON e.pgh_obj_id = t.{key} WHERE e.state <> t.state"""
    return gates


def broken_history(fill: Fill) -> dict[str, int]:
    """How many rows break each gate of the history: what was there before the fill is not its fault."""
    return {gate: fill.run(query) for gate, query in history_gates().items()}


def check(fill: Fill, before: dict[str, int]) -> int:
    """How many gates hold; if one is broken, the whole fill is refused, and the transaction takes everything back."""
    broken = {gate: fill.run(query) for gate, query in GATES.items()}
    broken |= {gate: rows - before[gate] for gate, rows in broken_history(fill).items()}
    for gate, rows in broken.items():
        if rows > 0:
            raise CannotFill(f"Not so, {rows} times: {gate}. Nothing was filled.")
    return len(broken)
