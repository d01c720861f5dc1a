"""Who looks at an emergency is a second person: neither of the two has made the other."""

from django.db import migrations

BREAK_GLASS = """
CREATE OR REPLACE FUNCTION app.break_glass(made uuid, of_citizen uuid, why text) RETURNS void LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    project bigint;
    told uuid[];
BEGIN
    IF NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'not of the secretariat';
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = app.uid() FOR NO KEY UPDATE;
    IF length(trim(why)) < 20 THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_has_a_reason', MESSAGE = 'no reason';
    END IF;
    IF NOT EXISTS (SELECT FROM accounts_user u WHERE app.may_be_second(u.id, app.uid(), NULL)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_second_person_of_the_secretariat', MESSAGE = 'nobody else';
    END IF;
    IF EXISTS (SELECT FROM app.broken_citizens()) THEN
        RAISE check_violation USING CONSTRAINT = 'one_emergency_at_a_time', MESSAGE = 'another is in force';
    END IF;
    SELECT c.project_id INTO STRICT project FROM citizens_citizen c WHERE c.id = of_citizen;
    INSERT INTO citizens_breakglass (id, citizen_id, project_id, user_id, reason, opened_at, until, outcome)
    VALUES (made, of_citizen, project, app.uid(), why, now(), now() + interval '60 minutes', '');
    SELECT array_agg(u.id) INTO told FROM accounts_user u
    WHERE u.is_active AND u.id <> app.uid() AND (u.is_secretariat OR EXISTS (
        SELECT FROM institutions_membership m
        WHERE m.user_id = u.id AND m.project_id = project AND m.role = 'coordinator'
            AND m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())));
    PERFORM app.ask_worker('citizens.tasks.tell_of_emergency', made || told, NULL);
    PERFORM app.log_access('breakglass', 'citizen', of_citizen, project, 'emergency');
END
$body$
"""
GATE = """
CREATE OR REPLACE FUNCTION app.breakglass_gate() RETURNS trigger LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF NEW.until > OLD.until OR OLD.until <= now() AND NEW.until <> OLD.until THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_not_prolonged', MESSAGE = 'longer';
    END IF;
    IF OLD.reviewed_at IS NOT NULL THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_once', MESSAGE = 'reviewed';
    END IF;
    IF NEW.reviewed_at IS NOT NULL AND NEW.until > now() THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_once_it_is_over', MESSAGE = 'in force';
    END IF;
    IF NEW.reviewed_by_id IS NOT NULL AND (NEW.reviewed_by_id IS DISTINCT FROM app.uid()
            OR app.may_be_second(app.uid(), OLD.user_id, NULL) IS NOT TRUE) THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_by_somebody_else', MESSAGE = 'not two';
    END IF;
    RETURN NEW;
END
$body$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0012_whoever_breaks_the_glass_is_seen"),
        ("accounts", "0011_two_people_and_a_day"),
    ]

    operations = [
        migrations.RunSQL(BREAK_GLASS, migrations.RunSQL.noop),
        migrations.RunSQL(GATE, migrations.RunSQL.noop),
    ]
