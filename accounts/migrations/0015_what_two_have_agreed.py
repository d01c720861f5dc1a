"""Who did what about a change of access, and when."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from access.security import SECRETARIAT
from history.locks import keep_history


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0014_new_addresses"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessChangeEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("address", "another e-mail address"),
                            ("secretariat", "becomes one of the secretariat"),
                            ("way_back", "the login is reset"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "waits for a second person"),
                            ("confirmed", "confirmed"),
                            ("done", "done"),
                            ("stopped", "stopped"),
                            ("refused", "refused"),
                            ("lapsed", "not confirmed in time"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accesschange",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_accesschangeevent" ("asked_at", "asked_by_id", "confirmed_at", "confirmed_by_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "state", "user_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="95cb7205e082656af0579368a4ab061a14ae49da",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8809d",
                    table="accounts_accesschange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accesschange",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_accesschangeevent" ("asked_at", "asked_by_id", "confirmed_at", "confirmed_by_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settled_at", "settled_by_id", "state", "user_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."settled_at", NEW."settled_by_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="5963f8860c09a472af1ed796f116f53febba1f67",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_19e7a",
                    table="accounts_accesschange",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="accesschangeevent",
            name="asked_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="accesschangeevent",
            name="confirmed_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="accesschangeevent",
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
            model_name="accesschangeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.accesschange",
            ),
        ),
        migrations.AddField(
            model_name="accesschangeevent",
            name="settled_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="accesschangeevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accesschangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="18fa63bfa8103e4fda9f7a51e6ff9f47d20ef696",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_42827",
                    table="accounts_accesschangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        *keep_history("accounts_accesschange", seen_by=SECRETARIAT),
    ]
