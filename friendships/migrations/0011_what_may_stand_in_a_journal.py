"""What may stand in the journal of a house, and whether it is asked anew when a citizen moves."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

KEYS = """
ALTER TABLE friendships_journalnotice ADD CONSTRAINT friendships_journalnotice_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0010_a_citizen_moves"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0007_reminded_the_day_before"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="JournalNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wording_version", models.PositiveSmallIntegerField(default=1, verbose_name="wording")),
                (
                    "given",
                    models.CharField(
                        choices=[("spoken", "spoken"), ("written", "written")], max_length=10, verbose_name="given"
                    ),
                ),
                ("said_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="said")),
                ("written_on", models.DateField(editable=False, null=True, verbose_name="written into the journal")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="taken back")),
                (
                    "struck_on",
                    models.DateField(editable=False, null=True, verbose_name="the house knows that it was taken back"),
                ),
            ],
            options={
                "verbose_name": "journal notice",
                "verbose_name_plural": "journal notices",
                "ordering": ["-said_on"],
            },
        ),
        migrations.CreateModel(
            name="JournalNoticeEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "given",
                    models.CharField(
                        choices=[("spoken", "spoken"), ("written", "written")], max_length=10, verbose_name="given"
                    ),
                ),
                ("said_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="said")),
                ("written_on", models.DateField(editable=False, null=True, verbose_name="written into the journal")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="taken back")),
                (
                    "struck_on",
                    models.DateField(editable=False, null=True, verbose_name="the house knows that it was taken back"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="relocation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="relocation",
            name="update_update",
        ),
        migrations.AddField(
            model_name="relocation",
            name="journal",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no"), ("not_asked", "has not been asked yet")],
                max_length=9,
                verbose_name="may the new house's journal say it?",
            ),
        ),
        migrations.AddField(
            model_name="relocationevent",
            name="journal",
            field=models.CharField(
                blank=True,
                choices=[("yes", "yes"), ("no", "no"), ("not_asked", "has not been asked yet")],
                max_length=9,
                verbose_name="may the new house's journal say it?",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_relocationevent" ("begins_id", "by_id", "called_off_on", "citizen_id", "from_on", "goes_on", "home_id", "journal", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "travel") VALUES (NEW."begins_id", NEW."by_id", NEW."called_off_on", NEW."citizen_id", NEW."from_on", NEW."goes_on", NEW."home_id", NEW."journal", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."travel"); RETURN NULL;',
                    hash="96497e013cf16ee64ad135feb6f260a40bc578a3",
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
                    func='INSERT INTO "friendships_relocationevent" ("begins_id", "by_id", "called_off_on", "citizen_id", "from_on", "goes_on", "home_id", "journal", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "travel") VALUES (NEW."begins_id", NEW."by_id", NEW."called_off_on", NEW."citizen_id", NEW."from_on", NEW."goes_on", NEW."home_id", NEW."journal", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."travel"); RETURN NULL;',
                    hash="b9901331ece38c9f4617e1d18b4fe7170b46bea8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6245a",
                    table="friendships_relocation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="journalnotice",
            name="heard_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journalnotice",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="institutions.institution",
                verbose_name="house",
            ),
        ),
        migrations.AddField(
            model_name="journalnotice",
            name="match",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="journal_notices",
                to="matching.match",
                verbose_name="match",
            ),
        ),
        migrations.AddField(
            model_name="journalnotice",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
            ),
        ),
        migrations.AddField(
            model_name="journalnotice",
            name="written_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journalnoticeevent",
            name="heard_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="journalnoticeevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.institution",
                verbose_name="house",
            ),
        ),
        migrations.AddField(
            model_name="journalnoticeevent",
            name="match",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="matching.match",
                verbose_name="match",
            ),
        ),
        migrations.AddField(
            model_name="journalnoticeevent",
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
            model_name="journalnoticeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="friendships.journalnotice",
            ),
        ),
        migrations.AddField(
            model_name="journalnoticeevent",
            name="project",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.project",
            ),
        ),
        migrations.AddField(
            model_name="journalnoticeevent",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="journalnotice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("match", "institution"),
                name="one_journal_notice_per_house",
            ),
        ),
        migrations.AddConstraint(
            model_name="journalnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("written_by", None), ("written_on", None)),
                    models.Q(("written_by__isnull", False), ("written_on__isnull", False)),
                    _connector="OR",
                ),
                name="whoever_wrote_it_in_stands_there",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_journalnoticeevent" ("ended_on", "given", "heard_by_id", "institution_id", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "struck_on", "written_by_id", "written_on") VALUES (NEW."ended_on", NEW."given", NEW."heard_by_id", NEW."institution_id", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."said_on", NEW."struck_on", NEW."written_by_id", NEW."written_on"); RETURN NULL;',
                    hash="d71c1bd0baeebfe23f1d44a42863c1ebd1db0037",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ad25",
                    table="friendships_journalnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_journalnoticeevent" ("ended_on", "given", "heard_by_id", "institution_id", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "struck_on", "written_by_id", "written_on") VALUES (NEW."ended_on", NEW."given", NEW."heard_by_id", NEW."institution_id", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."said_on", NEW."struck_on", NEW."written_by_id", NEW."written_on"); RETURN NULL;',
                    hash="71c0fbc3860f07f7297277f7b798347436b3314f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e1613",
                    table="friendships_journalnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalnoticeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f888d98a2e674071e8b72c903b1372e8f53f00bf",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_132eb",
                    table="friendships_journalnoticeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
    ]
