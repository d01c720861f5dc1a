"""Who sees with whom a newcomer was along, what must be true of it, and the gates that ask for it.

Whoever has had a friend or has helped at an evening is no newcomer: a role that begins to ask stops nobody of them.
"""

from importlib import import_module

from django.db import migrations

from access.security import plpgsql, secure, trigger
from history.locks import keep_history

asks = import_module("volunteers.migrations.0011_what_a_role_asks")
of_many = import_module("volunteers.migrations.0014_what_a_role_asks_of_many")

GUARD = """
BEGIN
    IF NOT EXISTS (SELECT FROM app.requirements(ARRAY[NEW.volunteer_id]) r WHERE r.code = 'agreement' AND r.met) THEN
        RAISE check_violation USING CONSTRAINT = 'along_once_the_agreement_is_signed', MESSAGE = 'not signed';
    END IF;
    IF NEW.went_on > app.today() THEN
        RAISE check_violation USING CONSTRAINT = 'along_on_a_day_that_has_been', MESSAGE = 'not yet';
    END IF;
    IF NEW.experienced_id IS NULL OR NEW.experienced_id = NEW.volunteer_id
        OR NOT EXISTS (SELECT FROM volunteers_volunteer e WHERE e.id = NEW.experienced_id AND e.state = 'ready')
        OR NOT EXISTS (
            SELECT FROM volunteers_assignment a JOIN volunteers_assignment b USING (project_id)
            WHERE a.volunteer_id = NEW.volunteer_id AND b.volunteer_id = NEW.experienced_id
                AND app.today() BETWEEN a.from_on AND coalesce(a.until_on, app.today())
                AND app.today() BETWEEN b.from_on AND coalesce(b.until_on, app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'along_with_somebody_who_is_ready', MESSAGE = 'not with this one';
    END IF;
    RETURN NEW;
END
"""

ROLE_ASKS = """
CREATE OR REPLACE FUNCTION app.role_asks(of_role uuid) RETURNS TABLE (kind text, number integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$
"""
ALSO_ALONG = asks.ROLE_ASKS.replace(
    "('references', r.references_asked::int),",
    "('references', r.references_asked::int), ('shadowing', r.asks_shadowing::int),",
)

SHADOWED = """
        WHEN {kind} = 'shadowing' THEN EXISTS (SELECT FROM volunteers_shadowing s WHERE s.volunteer_id = {volunteer})
            OR EXISTS (SELECT FROM matching_match m WHERE m.volunteer_id = {volunteer} AND m.started_on IS NOT NULL)
            OR EXISTS (SELECT FROM foodclubs_duty d WHERE d.volunteer_id = {volunteer} AND d.state = 'came')
        ELSE false END
"""
IS_MET = of_many.IS_MET.replace("        ELSE false END\n", SHADOWED.lstrip("\n"))
ONE = IS_MET.format(volunteer="of_volunteer", kind="is_met.kind", number="number")
EACH = IS_MET.format(volunteer="a.volunteer_id", kind="q.kind", number="q.number")

STEPS = """
CREATE OR REPLACE FUNCTION app.screening_steps(volunteers uuid[]) RETURNS TABLE (volunteer_id uuid, code text,
        met boolean, exempt_until date, at timestamptz, asked boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$
"""
WITH_ALONG = asks.SCREENING_STEPS.replace(
    "        UNION ALL SELECT NULL, false\n",
    """        UNION ALL SELECT min(s.went_on)::timestamptz, false FROM volunteers_shadowing s
            WHERE w.kind = 'shadowing' AND s.volunteer_id = w.id HAVING count(*) > 0
        UNION ALL SELECT NULL, false
""",
)

ASKED_ANEW = "CREATE OR REPLACE TRIGGER asks AFTER UPDATE OF {columns} ON volunteers_roleprofile" + (
    " FOR EACH ROW EXECUTE FUNCTION app.role_asks_anew()"
)
COLUMNS = "references_asked, record_asked, asks_two"


def replaced(function: str, body: str, before: str) -> migrations.RunSQL:
    return migrations.RunSQL(function.replace("{body}", body), function.replace("{body}", before))


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0021_being_along_first"),
        ("foodclubs", "0006_tasks_count_their_changes"),
        ("matching", "0010_the_first_meeting_in_ones_own_calendar"),
    ]

    operations = [
        secure("volunteers_shadowing", select=asks.SCREENED, insert=f"{asks.SCREENED} AND by_id = (SELECT app.uid())"),
        *keep_history("volunteers_shadowing", seen_by=asks.SCREENED),
        plpgsql("app.shadowing_guard()", "trigger", GUARD),
        trigger("volunteers_shadowing", "guard", "BEFORE INSERT", "app.shadowing_guard"),
        replaced(ROLE_ASKS, ALSO_ALONG, asks.ROLE_ASKS),
        migrations.RunSQL(of_many.OF_ONE.format(met=ONE), of_many.OF_ONE.format(met=of_many.ONE)),
        migrations.RunSQL(
            of_many.OF_MANY.format(met=EACH, plan="force_generic_plan"),
            of_many.OF_MANY.format(met=of_many.EACH, plan="force_generic_plan"),
        ),
        replaced(STEPS, WITH_ALONG, asks.SCREENING_STEPS),
        migrations.RunSQL(ASKED_ANEW.format(columns=f"{COLUMNS}, asks_shadowing"), ASKED_ANEW.format(columns=COLUMNS)),
    ]
