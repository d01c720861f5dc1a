"""A volunteer rests until a day ahead; the link of her own page says so too, and that she is back.

Who rests already, without a day, is asked in a month.
"""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from access.security import definer
from history.locks import write_as_owner, write_as_owner_backwards

# The moves of Volunteer.MOVES; a test holds the two together.
MOVES = """(('applied', 'interviewed'), ('applied', 'declined'), ('applied', 'withdrawn'),
    ('interviewed', 'in_training'), ('interviewed', 'declined'), ('interviewed', 'withdrawn'),
    ('in_training', 'ready'), ('in_training', 'declined'), ('in_training', 'withdrawn'),
    ('ready', 'resting'), ('ready', 'left'), ('resting', 'ready'), ('resting', 'left'))"""

# The name that lists are sorted by is derived by the database after this.
LAST_STEP = "ARRAY['state', 'sorted_as']"
TAKEN_BACK = "ARRAY['state', 'forget_on', 'project_ids', 'sorted_as']"
BREAK = "ARRAY['state', 'back_on', 'back_asked_at', 'sorted_as']"

# As before; the link of the own page also takes a break, chooses another day and comes back. Whoever writes it down,
# the day is ahead, within a year.
GUARD = """
CREATE OR REPLACE FUNCTION app.volunteer_guard() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {moves} THEN
        RAISE check_violation USING CONSTRAINT = 'a_volunteer_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF app.link() IS NOT NULL AND (
            NEW.state = 'ready' AND NEW.id = app.link_volunteer('agreement')
                AND to_jsonb(NEW) - {last_step} = to_jsonb(OLD) - {last_step}
            OR NEW.state = 'withdrawn' AND NEW.id = app.link_volunteer('own_page')
                AND to_jsonb(NEW) - {taken_back} = to_jsonb(OLD) - {taken_back}{takes_a_break}) IS NOT TRUE THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link changes nothing else';
    END IF;{ends_ahead}
    IF NEW.user_id IS DISTINCT FROM OLD.user_id AND app.uid() IS NOT NULL AND NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'who she logs in as is the secretariat''s word';
    END IF;
    RETURN NEW;
END
$body$
"""
TAKES_A_BREAK = f"""
            OR (OLD.state, NEW.state) IN (('ready', 'resting'), ('resting', 'resting'), ('resting', 'ready'))
                AND NEW.id = app.link_volunteer('own_page')
                AND to_jsonb(NEW) - {BREAK} = to_jsonb(OLD) - {BREAK}"""
ENDS_AHEAD = """
    IF NEW.back_on IS DISTINCT FROM OLD.back_on AND NEW.back_on IS NOT NULL
            AND NEW.back_on NOT BETWEEN app.today() + 1 AND app.today() + 365 THEN
        RAISE check_violation USING CONSTRAINT = 'a_break_ends_on_a_day_ahead', MESSAGE = 'not that day';
    END IF;"""


def guard(takes_a_break: str = "", ends_ahead: str = "") -> str:
    """With the break; without it, as it was before."""
    parts = {"moves": MOVES, "last_step": LAST_STEP, "taken_back": TAKEN_BACK}
    return GUARD.format(takes_a_break=takes_a_break, ends_ahead=ends_ahead, **parts)


# Those who hear of what she says herself on her own page: never she herself by a login.
COORDINATORS_BY_LINK = """
    SELECT DISTINCT m.user_id FROM volunteers_volunteer v
    JOIN institutions_membership m ON m.role = 'coordinator' AND m.project_id = ANY (v.project_ids)
    WHERE v.id = app.link_volunteer('own_page') AND m.user_id IS DISTINCT FROM v.user_id
        AND m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0017_what_a_volunteer_tells_of_herself"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        write_as_owner_backwards("volunteers_volunteer"),
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="update_update",
        ),
        migrations.AddField(
            model_name="volunteer",
            name="back_asked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="asked whether back"),
        ),
        migrations.AddField(
            model_name="volunteer",
            name="back_on",
            field=models.DateField(editable=False, null=True, verbose_name="back on"),
        ),
        migrations.AddField(
            model_name="volunteerevent",
            name="back_on",
            field=models.DateField(editable=False, null=True, verbose_name="back on"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "back_on", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."back_on", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="3f3585e0146ff489af1d04a29a47ffe1d67e7264",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa6cd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."age_group" IS DISTINCT FROM (NEW."age_group") OR OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."around" IS DISTINCT FROM (NEW."around") OR OLD."back_on" IS DISTINCT FROM (NEW."back_on") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."experience" IS DISTINCT FROM (NEW."experience") OR OLD."forget_on" IS DISTINCT FROM (NEW."forget_on") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "back_on", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."back_on", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="c1534416b806051d0dce147f229912058103ee7a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cedd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(
            "UPDATE volunteers_volunteer SET back_on = app.today() + 30 WHERE state = 'resting'",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name="volunteer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("back_on__isnull", False), ("state", "resting")),
                    models.Q(models.Q(("state", "resting"), _negated=True), ("back_on__isnull", True)),
                    _connector="OR",
                ),
                name="who_rests_has_a_day_to_be_back",
            ),
        ),
        write_as_owner("volunteers_volunteer"),
        migrations.RunSQL(
            "GRANT UPDATE (back_on, back_asked_at) ON volunteers_volunteer TO weshelter_app", migrations.RunSQL.noop
        ),
        migrations.RunSQL(guard(TAKES_A_BREAK, ENDS_AHEAD), guard()),
        definer("app.coordinators_by_link()", "SETOF uuid", COORDINATORS_BY_LINK),
    ]
