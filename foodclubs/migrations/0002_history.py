"""The history of each change, written by the database."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("foodclubs", "0001_tables"),
        ("institutions", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="EveningEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("open", "open"),
                            ("held", "held"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="foodclubs.evening",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "food_club",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="foodclubs.foodclub",
                        verbose_name="food club",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SignupEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for the house"),
                            ("coming", "is coming"),
                            ("came", "came"),
                            ("missed", "did not come"),
                            ("cancelled", "has given the place back"),
                            ("declined", "got a no from the house"),
                        ],
                        default="coming",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "evening",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="foodclubs.evening",
                        verbose_name="evening",
                    ),
                ),
                (
                    "guest",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="foodclubs.guest",
                        verbose_name="guest",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="foodclubs.signup",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DutyEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("taken", "has taken the task"),
                            ("came", "came"),
                            ("missed", "did not come"),
                            ("cancelled", "given back"),
                        ],
                        default="taken",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="foodclubs.duty",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
                (
                    "evening",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="foodclubs.evening",
                        verbose_name="evening",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="foodclubs.task",
                        verbose_name="task",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eveningevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="426006938cce11225e45f1128ff6d6e72e3c802a",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_0863f",
                    table="foodclubs_eveningevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evening",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "foodclubs_eveningevent" ("food_club_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at", "state") VALUES (NEW."food_club_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="6794ff06b549a3b7d716ff5829ce027a3a51caaf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eefa4",
                    table="foodclubs_evening",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evening",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."food_club_id" IS DISTINCT FROM (NEW."food_club_id") OR OLD."guests_came" IS DISTINCT FROM (NEW."guests_came") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."income" IS DISTINCT FROM (NEW."income") OR OLD."menu" IS DISTINCT FROM (NEW."menu") OR OLD."new_faces" IS DISTINCT FROM (NEW."new_faces") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."price" IS DISTINCT FROM (NEW."price") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."volunteers_came" IS DISTINCT FROM (NEW."volunteers_came"))',
                    func='INSERT INTO "foodclubs_eveningevent" ("food_club_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at", "state") VALUES (NEW."food_club_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="169a5c764124d120a92a7fb5de20823e08e1f840",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77580",
                    table="foodclubs_evening",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "foodclubs_signupevent" ("evening_id", "guest_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "state") VALUES (NEW."evening_id", NEW."guest_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."state"); RETURN NULL;',
                    hash="34be09af956f5eb8c00c015ead353d641a157299",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_beab0",
                    table="foodclubs_signup",
                    when="AFTER",
                ),
            ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="signupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d5e0ba3ccc96cf036dde55281360aa066475c5c2",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_76be5",
                    table="foodclubs_signupevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dutyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="adfa018f65fd916615a5fc8cd6a4215303a84909",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_0f7a4",
                    table="foodclubs_dutyevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "foodclubs_dutyevent" ("evening_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "state", "task_id", "volunteer_id") VALUES (NEW."evening_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."state", NEW."task_id", NEW."volunteer_id"); RETURN NULL;',
                    hash="1679a83aa4bf0b1b36171e41a138509280b00a61",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5ae2b",
                    table="foodclubs_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "foodclubs_dutyevent" ("evening_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "state", "task_id", "volunteer_id") VALUES (NEW."evening_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."state", NEW."task_id", NEW."volunteer_id"); RETURN NULL;',
                    hash="ff2654b1bb731a7f152c09979592ccc31fff73b2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ef7d0",
                    table="foodclubs_duty",
                    when="AFTER",
                ),
            ),
        ),
    ]
