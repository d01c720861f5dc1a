"""The fourth sign-up from one browser takes no place until the house says yes."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from access.security import OWN_PROJECTS, plpgsql
from history.locks import write_as_owner, write_as_owner_backwards

STATES = [
    ("waiting", "waits for the house"),
    ("coming", "is coming"),
    ("came", "came"),
    ("missed", "did not come"),
    ("cancelled", "has given the place back"),
    ("declined", "got a no from the house"),
]
HOUSE_PROJECTS = "ANY(ARRAY(SELECT app.house_projects()))"

# As before; at the house whoever waits, or got a no, may be put on the list after all, and elsewhere who got a no.
TAKE_EVENING_PLACE = f"""
CREATE OR REPLACE FUNCTION app.take_evening_place(at uuid, who text) RETURNS uuid LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    evening foodclubs_evening;
    made uuid;
BEGIN
    UPDATE foodclubs_evening e SET taken = e.taken + 1
    WHERE e.id = at AND e.state = 'open' AND e.taken < e.places
        AND (e.starts_at > now() OR e.project_id = {OWN_PROJECTS} OR e.project_id = {HOUSE_PROJECTS})
    RETURNING e.* INTO evening;
    IF NOT FOUND THEN
        PERFORM app.refuse_guest(at, who);
    END IF;
    INSERT INTO foodclubs_signup AS s (id, evening_id, project_id, guest_id, state)
    VALUES (gen_random_uuid(), at, evening.project_id, app.guest_called(evening.food_club_id, evening.project_id, who),
        'coming')
    ON CONFLICT (evening_id, guest_id) DO UPDATE SET state = 'coming'
        WHERE s.state IN ('cancelled', 'declined')
            OR s.state = 'waiting' AND (s.project_id = {OWN_PROJECTS} OR s.project_id = {HOUSE_PROJECTS})
    RETURNING s.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    RETURN made;
END
$body$
"""

# Kept, where there still is a place, and takes none.
WAIT_FOR_THE_HOUSE = """
DECLARE
    evening foodclubs_evening;
    made uuid;
BEGIN
    SELECT e.* INTO evening FROM foodclubs_evening e
    WHERE e.id = at AND e.state = 'open' AND e.taken < e.places AND e.starts_at > now() FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM app.refuse_guest(at, who);
    END IF;
    INSERT INTO foodclubs_signup AS s (id, evening_id, project_id, guest_id, state, waits_since)
    VALUES (gen_random_uuid(), at, evening.project_id, app.guest_called(evening.food_club_id, evening.project_id, who),
        'waiting', now())
    ON CONFLICT (evening_id, guest_id) DO UPDATE SET state = 'waiting', waits_since = now()
        WHERE s.state IN ('cancelled', 'declined')
    RETURNING s.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    RETURN made;
END
"""

# Why nobody can sign up; a name on the list is told only where one may sign up.
REFUSE_GUEST = f"""
BEGIN
    PERFORM FROM foodclubs_signup s JOIN foodclubs_guest g ON g.id = s.guest_id
    JOIN foodclubs_evening e ON e.id = s.evening_id
    WHERE s.evening_id = at AND s.state = 'coming' AND lower(g.nickname) = lower(who)
        AND (e.state = 'open' AND e.starts_at > now()
            OR e.project_id = {OWN_PROJECTS} OR e.project_id = {HOUSE_PROJECTS});
    IF FOUND THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    PERFORM FROM foodclubs_evening e WHERE e.id = at AND e.state = 'open' AND e.taken >= e.places;
    IF FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'evening_has_room', MESSAGE = 'no place left';
    END IF;
    RAISE check_violation USING CONSTRAINT = 'evening_is_open_for_sign_up', MESSAGE = 'not open';
END
"""

# The guest of this name at the food club, made if need be.
GUEST_CALLED = """
DECLARE
    guest uuid;
BEGIN
    INSERT INTO foodclubs_guest (id, food_club_id, project_id, nickname)
    VALUES (gen_random_uuid(), club, project, who) ON CONFLICT DO NOTHING;
    SELECT g.id INTO guest FROM foodclubs_guest g WHERE g.food_club_id = club AND lower(g.nickname) = lower(who);
    RETURN guest;
END
"""

# The house: who runs the food club, or leads the house. The evening is locked first, as by whoever takes a place.
ANSWER_GUEST = f"""
DECLARE
    of_evening uuid;
BEGIN
    SELECT s.evening_id INTO of_evening FROM foodclubs_signup s WHERE s.id = row_id
        AND (s.project_id = {OWN_PROJECTS} OR s.project_id = {HOUSE_PROJECTS});
    IF of_evening IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'a guest outside the scope';
    END IF;
    PERFORM FROM foodclubs_evening e WHERE e.id = of_evening AND e.state = 'open' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'not open';
    END IF;
    UPDATE foodclubs_signup s SET state = CASE WHEN yes THEN 'coming' ELSE 'declined' END
    WHERE s.id = row_id AND s.state = 'waiting';
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_guest_still_waits', MESSAGE = 'answered already';
    END IF;
    IF yes THEN
        UPDATE foodclubs_evening e SET taken = e.taken + 1 WHERE e.id = of_evening;
    END IF;
END
"""

# The app settles who came; whoever has no place gets one through the functions above, which count.
RIGHTS = f"""
ALTER POLICY scope_update ON foodclubs_signup
    USING (project_id = {OWN_PROJECTS} AND state NOT IN ('cancelled', 'waiting', 'declined'))
    WITH CHECK (project_id = {OWN_PROJECTS} AND state NOT IN ('cancelled', 'waiting', 'declined'));
REVOKE EXECUTE ON FUNCTION app.refuse_guest(uuid, text), app.guest_called(uuid, bigint, text)
    FROM weshelter_app, weshelter_jobs
"""


class Migration(migrations.Migration):
    dependencies = [("foodclubs", "0006_tasks_count_their_changes")]

    operations = [
        write_as_owner_backwards("foodclubs_signup"),
        migrations.AlterField(
            "signup",
            "state",
            models.CharField(choices=STATES, default="coming", editable=False, max_length=10, verbose_name="state"),
        ),
        migrations.AlterField(
            "signupevent",
            "state",
            models.CharField(choices=STATES, default="coming", editable=False, max_length=10, verbose_name="state"),
        ),
        migrations.AddField("signup", "waits_since", models.DateTimeField(editable=False, null=True)),
        pgtrigger.migrations.RemoveTrigger(
            model_name="signup",
            name="update_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."evening_id" IS DISTINCT FROM (NEW."evening_id") OR OLD."guest_id" IS DISTINCT FROM (NEW."guest_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."paid" IS DISTINCT FROM (NEW."paid") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."state" IS DISTINCT FROM (NEW."state"))',
                    func='INSERT INTO "foodclubs_signupevent" ("evening_id", "guest_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "state") VALUES (NEW."evening_id", NEW."guest_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."state"); RETURN NULL;',
                    hash="e1929621b75b71d1a99e6b2e7d30632a21399a05",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32871",
                    table="foodclubs_signup",
                    when="AFTER",
                ),
            ),
        ),
        write_as_owner("foodclubs_signup"),
        plpgsql("app.refuse_guest(at uuid, who text)", "void", REFUSE_GUEST),
        plpgsql("app.guest_called(club uuid, project bigint, who text)", "uuid", GUEST_CALLED),
        migrations.RunSQL(TAKE_EVENING_PLACE, migrations.RunSQL.noop),
        plpgsql("app.wait_for_the_house(at uuid, who text)", "uuid", WAIT_FOR_THE_HOUSE),
        plpgsql("app.answer_guest(row_id uuid, yes boolean)", "void", ANSWER_GUEST),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
