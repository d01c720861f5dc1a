"""What the two of a pair have agreed, with its history; of the same project as its match."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import friendships.models.agreement

KEYS = """
ALTER TABLE friendships_pairagreement ADD CONSTRAINT friendships_pairagreement_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0003_contacts"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0006_to_its_end"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="PairAgreement",
            fields=[
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="agreement",
                        serialize=False,
                        to="matching.match",
                    ),
                ),
                (
                    "how_often",
                    models.CharField(
                        choices=[
                            ("weekly", "every week"),
                            ("fortnightly", "every second week"),
                            ("monthly", "once a month"),
                        ],
                        max_length=11,
                        verbose_name="how often they meet",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="where they meet")),
                ("reach", models.CharField(blank=True, max_length=200, verbose_name="how they reach each other")),
                ("limits", models.TextField(blank=True, max_length=500, verbose_name="what they would rather not")),
                ("own_words", models.TextField(blank=True, max_length=500, verbose_name="in their own words")),
                (
                    "review_on",
                    models.DateField(
                        default=friendships.models.agreement.next_review, verbose_name="to be looked at again on"
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
                "verbose_name": "agreement of a pair",
                "verbose_name_plural": "agreements of pairs",
            },
        ),
        migrations.CreateModel(
            name="PairAgreementEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "how_often",
                    models.CharField(
                        choices=[
                            ("weekly", "every week"),
                            ("fortnightly", "every second week"),
                            ("monthly", "once a month"),
                        ],
                        max_length=11,
                        verbose_name="how often they meet",
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        default=friendships.models.agreement.next_review, verbose_name="to be looked at again on"
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
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
                        to="friendships.pairagreement",
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
            model_name="pairagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_pairagreementevent" ("how_often", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "review_on") VALUES (NEW."how_often", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."match_id", NEW."project_id", NEW."review_on"); RETURN NULL;',
                    hash="238f23cbac18bb0b9e3bf6170abfaa5c1d01f56a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2568e",
                    table="friendships_pairagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_pairagreementevent" ("how_often", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "review_on") VALUES (NEW."how_often", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."match_id", NEW."project_id", NEW."review_on"); RETURN NULL;',
                    hash="798cea70977ea00a5d37ef623aa4557c233b0008",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_86181",
                    table="friendships_pairagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairagreementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ffe63966219a5eaac28a4beb1ca1d509926ba94f",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_836b4",
                    table="friendships_pairagreementevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
    ]
