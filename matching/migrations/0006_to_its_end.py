"""A match comes to its end: called back, told to whoever had said yes, looked back at after a trial."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0004_all_municipalities"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0005_a_first_meeting_is_called_off"),
        ("volunteers", "0008_mails_follow_the_volunteer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="match",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="match",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="match",
            name="a_match_starts_with_two_yeses",
        ),
        migrations.AddField(
            model_name="match",
            name="citizen_told_on",
            field=models.DateField(editable=False, null=True, verbose_name="the citizen was told"),
        ),
        migrations.AddField(
            model_name="match",
            name="look_back_on",
            field=models.DateField(editable=False, null=True, verbose_name="to look back at the trial"),
        ),
        migrations.AddField(
            model_name="match",
            name="volunteer_told_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="citizen_told_on",
            field=models.DateField(editable=False, null=True, verbose_name="the citizen was told"),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="look_back_on",
            field=models.DateField(editable=False, null=True, verbose_name="to look back at the trial"),
        ),
        migrations.AlterField(
            model_name="match",
            name="origin",
            field=models.CharField(
                choices=[
                    ("suggestion", "suggested"),
                    ("evening", "a food-club evening"),
                    ("informal", "an informal event"),
                    ("course", "a course or meeting"),
                    ("running", "they were friends before it was entered here"),
                ],
                db_default="suggestion",
                default="suggestion",
                editable=False,
                max_length=10,
                verbose_name="origin",
            ),
        ),
        migrations.AlterField(
            model_name="match",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "proposed"),
                    ("accepted", "both said yes"),
                    ("trial", "getting to know each other"),
                    ("active", "active"),
                    ("paused", "paused"),
                    ("ending", "ending"),
                    ("ended", "ended"),
                    ("declined", "no thank you"),
                    ("expired", "not answered in time"),
                    ("withdrawn", "called back"),
                ],
                default="proposed",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="matchevent",
            name="origin",
            field=models.CharField(
                choices=[
                    ("suggestion", "suggested"),
                    ("evening", "a food-club evening"),
                    ("informal", "an informal event"),
                    ("course", "a course or meeting"),
                    ("running", "they were friends before it was entered here"),
                ],
                db_default="suggestion",
                default="suggestion",
                editable=False,
                max_length=10,
                verbose_name="origin",
            ),
        ),
        migrations.AlterField(
            model_name="matchevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "proposed"),
                    ("accepted", "both said yes"),
                    ("trial", "getting to know each other"),
                    ("active", "active"),
                    ("paused", "paused"),
                    ("ending", "ending"),
                    ("ended", "ended"),
                    ("declined", "no thank you"),
                    ("expired", "not answered in time"),
                    ("withdrawn", "called back"),
                ],
                default="proposed",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="match",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "matching_matchevent" ("again_on_purpose", "citizen_id", "citizen_told_on", "citizen_yes_at", "citizen_yes_heard_by_id", "look_back_on", "origin", "origin_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_at", "proposed_by_id", "reminded_at", "started_on", "state", "volunteer_id", "volunteer_yes_at") VALUES (NEW."again_on_purpose", NEW."citizen_id", NEW."citizen_told_on", NEW."citizen_yes_at", NEW."citizen_yes_heard_by_id", NEW."look_back_on", NEW."origin", NEW."origin_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."proposed_at", NEW."proposed_by_id", NEW."reminded_at", NEW."started_on", NEW."state", NEW."volunteer_id", NEW."volunteer_yes_at"); RETURN NULL;',
                    hash="1ac122887c7078b552d5dfbff1c09b921a9848ee",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_178df",
                    table="matching_match",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="match",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."again_on_purpose" IS DISTINCT FROM (NEW."again_on_purpose") OR OLD."citizen_id" IS DISTINCT FROM (NEW."citizen_id") OR OLD."citizen_told_on" IS DISTINCT FROM (NEW."citizen_told_on") OR OLD."citizen_yes_at" IS DISTINCT FROM (NEW."citizen_yes_at") OR OLD."citizen_yes_heard_by_id" IS DISTINCT FROM (NEW."citizen_yes_heard_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."look_back_on" IS DISTINCT FROM (NEW."look_back_on") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."origin_on" IS DISTINCT FROM (NEW."origin_on") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at") OR OLD."proposed_by_id" IS DISTINCT FROM (NEW."proposed_by_id") OR OLD."reminded_at" IS DISTINCT FROM (NEW."reminded_at") OR OLD."started_on" IS DISTINCT FROM (NEW."started_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."volunteer_id" IS DISTINCT FROM (NEW."volunteer_id") OR OLD."volunteer_yes_at" IS DISTINCT FROM (NEW."volunteer_yes_at"))',
                    func='INSERT INTO "matching_matchevent" ("again_on_purpose", "citizen_id", "citizen_told_on", "citizen_yes_at", "citizen_yes_heard_by_id", "look_back_on", "origin", "origin_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_at", "proposed_by_id", "reminded_at", "started_on", "state", "volunteer_id", "volunteer_yes_at") VALUES (NEW."again_on_purpose", NEW."citizen_id", NEW."citizen_told_on", NEW."citizen_yes_at", NEW."citizen_yes_heard_by_id", NEW."look_back_on", NEW."origin", NEW."origin_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."proposed_at", NEW."proposed_by_id", NEW."reminded_at", NEW."started_on", NEW."state", NEW."volunteer_id", NEW."volunteer_yes_at"); RETURN NULL;',
                    hash="9da4600dc362ddbb8898ae58845004a615a690b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_93729",
                    table="matching_match",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "trial"), _negated=True), ("look_back_on__isnull", False), _connector="OR"
                ),
                name="a_trial_has_a_day_to_look_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["proposed", "declined", "expired", "withdrawn"]),
                    models.Q(("citizen_yes_at__isnull", False), ("volunteer_yes_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_match_starts_with_two_yeses",
            ),
        ),
    ]
