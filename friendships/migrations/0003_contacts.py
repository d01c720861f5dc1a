"""Whether two have met, day by day, with its history; of the same project as its match."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

KEYS = """
ALTER TABLE friendships_contact ADD CONSTRAINT friendships_contact_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0002_keys"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0006_to_its_end"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("met", "they met"),
                            ("not", "they did not meet"),
                            ("moved", "moved to another day"),
                            ("pause", "they would like to rest"),
                        ],
                        max_length=5,
                        verbose_name="what came of it",
                    ),
                ),
                (
                    "activity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("coffee", "coffee"),
                            ("walk", "a walk"),
                            ("food_club", "the food club"),
                            ("trip", "a trip or something cultural"),
                            ("phone", "a talk by phone"),
                            ("home", "at home"),
                            ("other", "something else"),
                        ],
                        max_length=9,
                        verbose_name="what they did",
                    ),
                ),
                (
                    "by_volunteer",
                    models.BooleanField(default=False, editable=False, verbose_name="ticked by the volunteer"),
                ),
                (
                    "ticked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="ticked"),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="matching.match",
                        verbose_name="match",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["-happened_on"],
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="day")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("met", "they met"),
                            ("not", "they did not meet"),
                            ("moved", "moved to another day"),
                            ("pause", "they would like to rest"),
                        ],
                        max_length=5,
                        verbose_name="what came of it",
                    ),
                ),
                (
                    "activity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("coffee", "coffee"),
                            ("walk", "a walk"),
                            ("food_club", "the food club"),
                            ("trip", "a trip or something cultural"),
                            ("phone", "a talk by phone"),
                            ("home", "at home"),
                            ("other", "something else"),
                        ],
                        max_length=9,
                        verbose_name="what they did",
                    ),
                ),
                (
                    "by_volunteer",
                    models.BooleanField(default=False, editable=False, verbose_name="ticked by the volunteer"),
                ),
                (
                    "ticked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="ticked"),
                ),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="matching.match",
                        verbose_name="match",
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
                        to="friendships.contact",
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
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(fields=("match", "happened_on"), name="one_contact_a_day"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "met"), ("activity", ""), _connector="OR"),
                name="only_who_met_did_something_together",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_contactevent" ("activity", "by_volunteer", "happened_on", "kind", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "ticked_at") VALUES (NEW."activity", NEW."by_volunteer", NEW."happened_on", NEW."kind", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."ticked_at"); RETURN NULL;',
                    hash="9056aa5752846a166e06d17b08819d247af84aa2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1484e",
                    table="friendships_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_contactevent" ("activity", "by_volunteer", "happened_on", "kind", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "ticked_at") VALUES (NEW."activity", NEW."by_volunteer", NEW."happened_on", NEW."kind", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."ticked_at"); RETURN NULL;',
                    hash="07fd0afe65a46b68f6d63565f15bd5b17d43af6f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f4a5",
                    table="friendships_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="780f44b94b5d1451e154ec143e4b1c892a732f5f",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_7f32d",
                    table="friendships_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
    ]
