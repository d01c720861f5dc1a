"""A citizen moves."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

KEYS = """
ALTER TABLE friendships_relocation ADD CONSTRAINT friendships_relocation_citizen_id_of_his_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE friendships_relocation ADD CONSTRAINT friendships_relocation_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0012_who_heard_the_yes_to_a_house"),
        ("friendships", "0009_asked_of_its_own_project"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0007_reminded_the_day_before"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Relocation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField(verbose_name="moves on")),
                (
                    "goes_on",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "yes, they go on"),
                            ("not_asked", "they have not been asked yet"),
                            ("no", "no, they say goodbye"),
                        ],
                        max_length=9,
                        verbose_name="does the friendship go on?",
                    ),
                ),
                (
                    "travel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fine", "the way is no problem"),
                            ("arranged", "a place to meet or another way is arranged"),
                            ("not_asked", "they have not been asked yet"),
                            ("too_far", "too far: it must be talked about"),
                        ],
                        max_length=9,
                        verbose_name="the way between the two",
                    ),
                ),
                (
                    "bridges",
                    models.CharField(blank=True, max_length=200, verbose_name="good places in the new neighbourhood"),
                ),
                (
                    "ends",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                ("called_off_on", models.DateField(editable=False, null=True, verbose_name="called off")),
                (
                    "begins",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="citizens.attachment",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relocations",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "home",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="citizens.home",
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relocations",
                        to="matching.match",
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
                "verbose_name": "relocation",
                "verbose_name_plural": "relocations",
                "ordering": ["-from_on"],
            },
        ),
        migrations.CreateModel(
            name="RelocationEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("from_on", models.DateField(verbose_name="moves on")),
                (
                    "goes_on",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "yes, they go on"),
                            ("not_asked", "they have not been asked yet"),
                            ("no", "no, they say goodbye"),
                        ],
                        max_length=9,
                        verbose_name="does the friendship go on?",
                    ),
                ),
                (
                    "travel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fine", "the way is no problem"),
                            ("arranged", "a place to meet or another way is arranged"),
                            ("not_asked", "they have not been asked yet"),
                            ("too_far", "too far: it must be talked about"),
                        ],
                        max_length=9,
                        verbose_name="the way between the two",
                    ),
                ),
                ("called_off_on", models.DateField(editable=False, null=True, verbose_name="called off")),
                (
                    "begins",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="citizens.attachment",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="citizens.home",
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="matching.match",
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
                        to="friendships.relocation",
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
        pgtrigger.migrations.AddTrigger(
            model_name="relocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_relocationevent" ("begins_id", "by_id", "called_off_on", "citizen_id", "from_on", "goes_on", "home_id", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "travel") VALUES (NEW."begins_id", NEW."by_id", NEW."called_off_on", NEW."citizen_id", NEW."from_on", NEW."goes_on", NEW."home_id", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."travel"); RETURN NULL;',
                    hash="d4ac3be30be7e8ffc44346a67c307338c1cdb994",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70770",
                    table="friendships_relocation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relocation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_relocationevent" ("begins_id", "by_id", "called_off_on", "citizen_id", "from_on", "goes_on", "home_id", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "travel") VALUES (NEW."begins_id", NEW."by_id", NEW."called_off_on", NEW."citizen_id", NEW."from_on", NEW."goes_on", NEW."home_id", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."travel"); RETURN NULL;',
                    hash="7a7b3bebccb7c95a4c55ddbae1570546511f4223",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6245a",
                    table="friendships_relocation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relocationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c11fa659d0304081076d06c11906fffd22c00349",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_87c8b",
                    table="friendships_relocationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
    ]
