"""The history of each change, written by the database."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="MessageEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("uncertain", "perhaps sent"),
                            ("refused", "refused"),
                            ("put_aside", "put aside"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unreachable", "the mail server could not be reached"),
                            ("later", "the mail server asks us to come again later"),
                            ("sender", "the mail server does not take mail from us"),
                            ("refused", "the mail server does not know the address, or does not want the mail"),
                            ("unwritable", "it could not be written as a mail"),
                            ("broken", "the connection broke while it was sent"),
                            ("abandoned", "the site's worker stopped while it was sent"),
                        ],
                        editable=False,
                        max_length=11,
                        verbose_name="why",
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "letters_messageevent" ("fault", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "state") VALUES (NEW."fault", NEW."made_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."state"); RETURN NULL;',
                    hash="fdb25cf9b051ca99583cb6bec1f9f91004b4817b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_800f6",
                    table="letters_message",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="message",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."fault" IS DISTINCT FROM (NEW."fault") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."tries" IS DISTINCT FROM (NEW."tries"))',
                    func='INSERT INTO "letters_messageevent" ("fault", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "state") VALUES (NEW."fault", NEW."made_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."state"); RETURN NULL;',
                    hash="6b5481d462372f69cb1c079f91e83883ce14a643",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff7bb",
                    table="letters_message",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="messageevent",
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
            model_name="messageevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="letters.message",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="messageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ef09e730ce70fee0ab3adf9d8ea7ad6295dce769",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_37bf4",
                    table="letters_messageevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
