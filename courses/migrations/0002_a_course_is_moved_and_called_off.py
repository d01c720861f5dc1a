"""A course or meeting has a status and a history: it is moved and called off."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0001_tables"),
        ("institutions", "0005_search"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="GatheringEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("introduction", "introduction course"),
                            ("network", "network meeting"),
                            ("after_work", "after-work meeting"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("called_off", "called off")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="gathering",
            name="state",
            field=models.CharField(
                choices=[("planned", "planned"), ("called_off", "called off")],
                default="planned",
                editable=False,
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="attendance",
            name="state",
            field=models.CharField(
                choices=[
                    ("invited", "invited"),
                    ("waiting", "on the waiting list"),
                    ("offered", "offered a place"),
                    ("booked", "has a place"),
                    ("declined", "cannot come"),
                    ("lapsed", "did not answer the offer"),
                    ("attended", "came"),
                    ("missed", "did not come"),
                    ("called_off", "called off"),
                ],
                default="booked",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="attendanceevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("invited", "invited"),
                    ("waiting", "on the waiting list"),
                    ("offered", "offered a place"),
                    ("booked", "has a place"),
                    ("declined", "cannot come"),
                    ("lapsed", "did not answer the offer"),
                    ("attended", "came"),
                    ("missed", "did not come"),
                    ("called_off", "called off"),
                ],
                default="booked",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gathering",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "courses_gatheringevent" ("ends_at", "institution_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "state") VALUES (NEW."ends_at", NEW."institution_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="d2ff31fb3de530197a1891ed45cb9f903f08b181",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_03ace",
                    table="courses_gathering",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gathering",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."modules" IS DISTINCT FROM (NEW."modules") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "courses_gatheringevent" ("ends_at", "institution_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "state") VALUES (NEW."ends_at", NEW."institution_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="7bd12f8b228bad3b3276057225fdf25f15bbaa75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d503",
                    table="courses_gathering",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="gatheringevent",
            name="institution",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Only for something that belongs to one house.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.institution",
                verbose_name="house",
            ),
        ),
        migrations.AddField(
            model_name="gatheringevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="gatheringevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="courses.gathering",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gatheringevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a47a566edfc0a3da4a8a1f5f7754306ae15b2a11",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_b101f",
                    table="courses_gatheringevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
