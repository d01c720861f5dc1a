"""Two people are two people: who may be the second, what waits a day, and who made whom.

The app's login can neither confirm for somebody else nor skip the day: a trigger says who, when and what follows. What
it does to the login itself happens in the database, when the row becomes `done`.
"""

from django.db import migrations

from access.security import SECRETARIAT, definer, plpgsql, secure, trigger

BY_LINK = "id = (SELECT app.link_object('stop_change'))"
# Of the secretariat for 30 days or made on the server; neither has made the other, nor had the other's login opened or
# its address changed within 30 days: who holds one account must not hold the second by it.
MAY_BE_SECOND = """
    SELECT who.is_active AND who.is_secretariat AND one.is_active AND one.is_secretariat
        AND who.id <> one.id AND who.id IS DISTINCT FROM about
        AND (who.secretariat_by_id IS NULL OR who.secretariat_since <= now() - interval '30 days')
        AND one.id IS DISTINCT FROM who.made_by_id AND one.id IS DISTINCT FROM who.secretariat_by_id
        AND who.id IS DISTINCT FROM one.made_by_id AND who.id IS DISTINCT FROM one.secretariat_by_id
        AND NOT EXISTS (SELECT FROM accounts_accesschange c
            WHERE c.state = 'done' AND c.settled_at > now() - interval '30 days'
                AND (c.user_id, c.asked_by_id) IN ((who.id, one.id), (one.id, who.id)))
    FROM accounts_user who, accounts_user one WHERE who.id = second AND one.id = asker
"""
GATE = """
CREATE FUNCTION app.access_change_gate() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    on_the_server boolean := pg_has_role(current_user, 'weshelter_owner', 'USAGE');
BEGIN
    IF on_the_server AND TG_OP = 'INSERT' THEN
        NEW.settled_at := CASE WHEN NEW.state = 'done' THEN now() ELSE NEW.settled_at END;
        RETURN NEW;
    END IF;
    IF on_the_server AND NEW.state = OLD.state THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM accounts_user u WHERE app.may_be_second(u.id, NEW.asked_by_id, NEW.user_id)) THEN
            RAISE check_violation USING CONSTRAINT = 'a_change_needs_somebody_to_confirm', MESSAGE = 'nobody else';
        END IF;
        NEW.asked_at := now();
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.kind, NEW.user_id, NEW.address, NEW.asked_by_id, NEW.asked_at)
            IS DISTINCT FROM (OLD.id, OLD.kind, OLD.user_id, OLD.address, OLD.asked_by_id, OLD.asked_at)
        OR (OLD.state, NEW.state) NOT IN (('asked', 'confirmed'), ('asked', 'refused'), ('asked', 'stopped'),
            ('asked', 'lapsed'), ('confirmed', 'done'), ('confirmed', 'stopped')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'what was asked stays as it was asked';
    END IF;
    IF NEW.state = 'confirmed' THEN
        IF OLD.asked_at <= now() - interval '7 days' THEN
            RAISE check_violation USING CONSTRAINT = 'a_change_is_confirmed_within_a_week', MESSAGE = 'too late';
        END IF;
        IF app.may_be_second(app.uid(), OLD.asked_by_id, OLD.user_id) IS NOT TRUE THEN
            RAISE check_violation USING CONSTRAINT = 'a_change_is_confirmed_by_a_second_person', MESSAGE = 'not two';
        END IF;
        NEW.confirmed_by_id := app.uid();
        NEW.confirmed_at := now();
        RETURN NEW;
    END IF;
    NEW.confirmed_by_id := OLD.confirmed_by_id;
    NEW.confirmed_at := OLD.confirmed_at;
    NEW.settled_at := now();
    NEW.settled_by_id := CASE WHEN NEW.state IN ('refused', 'stopped') THEN app.uid() END;
    IF NEW.state = 'done' AND OLD.confirmed_at > now() - interval '24 hours' THEN
        RAISE check_violation USING CONSTRAINT = 'a_change_waits_a_day', MESSAGE = 'too early';
    END IF;
    IF NEW.state = 'done' AND (app.may_be_second(OLD.confirmed_by_id, OLD.asked_by_id, OLD.user_id) IS NOT TRUE
            OR NOT EXISTS (SELECT FROM accounts_user u WHERE u.id = OLD.user_id AND u.is_active)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_change_of_those_who_are_here', MESSAGE = 'somebody has left';
    END IF;
    IF NEW.state = 'lapsed' AND OLD.asked_at > now() - interval '7 days' THEN
        RAISE insufficient_privilege USING MESSAGE = 'its week is not over';
    END IF;
    IF NEW.state = 'refused' AND (app.uid() IS NULL OR app.uid() = OLD.asked_by_id) THEN
        RAISE check_violation USING CONSTRAINT = 'a_change_is_refused_by_somebody_else', MESSAGE = 'not oneself';
    END IF;
    RETURN NEW;
END
$body$;
REVOKE ALL ON FUNCTION app.access_change_gate() FROM PUBLIC
"""
TAKES_EFFECT = """
BEGIN
    IF NEW.state <> 'done' OR TG_OP = 'UPDATE' AND OLD.state = 'done' THEN
        RETURN NULL;
    END IF;
    IF NEW.kind = 'address' THEN
        UPDATE accounts_user SET email = NEW.address WHERE id = NEW.user_id;
    ELSIF NEW.kind = 'secretariat' THEN
        UPDATE accounts_user SET is_secretariat = true, secretariat_by_id = NEW.asked_by_id WHERE id = NEW.user_id;
    ELSE
        DELETE FROM mfa_authenticator WHERE user_id = NEW.user_id;
        UPDATE accounts_user SET password = '!' || replace(gen_random_uuid()::text, '-', '') WHERE id = NEW.user_id;
    END IF;
    RETURN NULL;
END
"""
# No session outlives its login: one that was closed, or whose password was taken away.
NO_LOGIN = """
BEGIN
    IF OLD.is_active AND NOT NEW.is_active OR NEW.password LIKE '!%' AND NEW.password <> OLD.password THEN
        PERFORM app.end_logins(NEW.id);
    END IF;
    RETURN NULL;
END
"""
STOP_LINK = """
BEGIN
    IF NOT EXISTS (SELECT FROM accounts_accesschange c
            WHERE c.id = change AND c.state = 'asked' AND c.asked_by_id = app.uid()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link to stop what one has not asked for';
    END IF;
    INSERT INTO access_link (id, purpose, volunteer_id, object_id, token_hash, issued_at, expires_at)
    VALUES (gen_random_uuid(), 'stop_change', NULL, change, hash, now(), until);
END
"""
KEEP = """
CREATE OR REPLACE FUNCTION app.keep_a_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF OLD.type = 'recovery_codes' THEN
        RETURN OLD;
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = OLD.user_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM mfa_authenticator a
            WHERE a.user_id = OLD.user_id AND a.id <> OLD.id AND a.type <> 'recovery_codes')
        AND NOT EXISTS (SELECT FROM accounts_accesschange c
            WHERE c.user_id = OLD.user_id AND c.kind = 'way_back' AND c.state = 'done'
                AND c.settled_at = transaction_timestamp()) THEN
        RAISE EXCEPTION 'the last factor stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_factor_stays';
    END IF;
    RETURN OLD;
END
$body$
"""
GUARD = """
CREATE OR REPLACE FUNCTION app.users_are_the_secretariats() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    on_the_server boolean := pg_has_role(current_user, 'weshelter_owner', 'USAGE');
BEGIN
    IF NOT NEW.is_active THEN
        NEW.is_secretariat := false;
    END IF;
    IF NEW.is_secretariat AND (TG_OP = 'INSERT' OR NOT OLD.is_secretariat) THEN
        NEW.secretariat_since := now();
    END IF;
    IF on_the_server THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM accounts_user) THEN
            RETURN NEW;
        END IF;
        IF app.is_secretariat() AND NOT NEW.is_secretariat THEN
            NEW.made_by_id := app.uid();
            RETURN NEW;
        END IF;
        RAISE insufficient_privilege USING MESSAGE = 'users are the secretariat''s, and one of the secretariat takes two';
    END IF;
    IF (NEW.id, NEW.made_by_id, NEW.secretariat_by_id, NEW.secretariat_since)
            IS DISTINCT FROM (OLD.id, OLD.made_by_id, OLD.secretariat_by_id, OLD.secretariat_since)
        OR NEW.is_secretariat AND NOT OLD.is_secretariat
        OR NEW.email <> OLD.email THEN
        RAISE insufficient_privilege USING MESSAGE = 'it takes two, or the link that was mailed';
    END IF;
    IF app.is_secretariat() OR (NEW.name, NEW.is_secretariat, NEW.is_active)
            IS NOT DISTINCT FROM (OLD.name, OLD.is_secretariat, OLD.is_active) THEN
        RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'users are the secretariat''s';
END
$body$
"""
# Of those who are here already: who made them, as the history tells it.
SINCE_WHEN = """
WITH first AS (
    SELECT DISTINCT ON (e.pgh_obj_id, e.is_secretariat)
        e.pgh_obj_id, e.pgh_label, e.is_secretariat, e.pgh_created_at, u.id AS by
    FROM accounts_userevent e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
    LEFT JOIN accounts_user u ON u.id::text = c.metadata ->> 'user'
    ORDER BY e.pgh_obj_id, e.is_secretariat, e.pgh_id
)
UPDATE accounts_user u SET
    made_by_id = (SELECT f.by FROM first f WHERE f.pgh_obj_id = u.id AND f.pgh_label = 'insert' AND f.by <> u.id),
    secretariat_by_id = (SELECT f.by FROM first f
        WHERE f.pgh_obj_id = u.id AND f.is_secretariat AND u.is_secretariat AND f.by <> u.id),
    secretariat_since = (SELECT f.pgh_created_at FROM first f
        WHERE f.pgh_obj_id = u.id AND f.is_secretariat AND u.is_secretariat)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_links_about_a_login"),
        ("accounts", "0010_changes_that_take_two"),
    ]

    operations = [
        secure(
            "accounts_accesschange",
            select=SECRETARIAT,
            insert=f"{SECRETARIAT} AND asked_by_id = (SELECT app.uid()) AND state = 'asked'",
            update=SECRETARIAT,
            also=(("by_link", "SELECT", BY_LINK), ("by_link", "UPDATE", BY_LINK)),
            update_columns="state, confirmed_by_id, confirmed_at, settled_by_id, settled_at",
            jobs="SELECT, UPDATE",
        ),
        # The letter after a reset is the worker's; its link is made of the address, too.
        migrations.RunSQL(
            "GRANT SELECT ON account_emailaddress TO weshelter_jobs",
            "REVOKE SELECT ON account_emailaddress FROM weshelter_jobs",
        ),
        migrations.RunSQL(SINCE_WHEN, migrations.RunSQL.noop),
        definer("app.may_be_second(second uuid, asker uuid, about uuid)", "boolean", MAY_BE_SECOND),
        migrations.RunSQL(GATE, "DROP FUNCTION app.access_change_gate()"),
        trigger("accounts_accesschange", "gate", "BEFORE INSERT OR UPDATE", "app.access_change_gate"),
        plpgsql("app.access_change_takes_effect()", "trigger", TAKES_EFFECT),
        trigger("accounts_accesschange", "takes_effect", "AFTER INSERT OR UPDATE", "app.access_change_takes_effect"),
        plpgsql("app.no_login_of_the_closed()", "trigger", NO_LOGIN),
        trigger("accounts_user", "no_login", "AFTER UPDATE", "app.no_login_of_the_closed"),
        plpgsql("app.issue_stop_link(change uuid, hash text, until timestamptz)", "void", STOP_LINK),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
    ]
