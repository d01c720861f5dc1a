"""Emergency access of the secretariat to one citizen, its table and the history of its rows."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import access.text
from history.locks import keep_history


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0004_said_once"),
        ("institutions", "0003_history"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", access.text.LongText(max_length=500, verbose_name="reason")),
                ("opened_at", models.DateTimeField(verbose_name="from")),
                ("until", models.DateTimeField(verbose_name="until")),
                ("reviewed_at", models.DateTimeField(null=True, verbose_name="looked at")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "it was right"),
                            ("talk", "we talk about it"),
                            ("wrong", "it should not have happened"),
                        ],
                        max_length=10,
                        verbose_name="what was found",
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="emergencies",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "emergency access",
                "verbose_name_plural": "emergency accesses",
            },
        ),
        migrations.CreateModel(
            name="BreakGlassEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("opened_at", models.DateTimeField(verbose_name="from")),
                ("until", models.DateTimeField(verbose_name="until")),
                ("reviewed_at", models.DateTimeField(null=True, verbose_name="looked at")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "it was right"),
                            ("talk", "we talk about it"),
                            ("wrong", "it should not have happened"),
                        ],
                        max_length=10,
                        verbose_name="what was found",
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
                        to="citizens.breakglass",
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
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="breakglass",
            index=models.Index(fields=["user", "until"], name="glass_of_a_user_until"),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.GreaterThanOrEqual(
                    django.db.models.functions.text.Length("reason"), 20
                ),
                name="an_emergency_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_by__isnull", True),
                    models.Q(("reviewed_by", models.F("user")), _negated=True),
                    _connector="OR",
                ),
                name="an_emergency_is_reviewed_by_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                    models.Q(
                        ("reviewed_at__isnull", False),
                        ("reviewed_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_review_says_who_when_and_what",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_breakglassevent" ("citizen_id", "opened_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reviewed_at", "reviewed_by_id", "until", "user_id") VALUES (NEW."citizen_id", NEW."opened_at", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="330e76773beb789101dab9f8d5dd862eb977cb41",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_786c9",
                    table="citizens_breakglass",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_breakglassevent" ("citizen_id", "opened_at", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reviewed_at", "reviewed_by_id", "until", "user_id") VALUES (NEW."citizen_id", NEW."opened_at", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."reviewed_at", NEW."reviewed_by_id", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="05fd07c57b3779dd2e95635433f6f1e5f0df4cbf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_02cb9",
                    table="citizens_breakglass",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglassevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3ccc559f81acbbea757f5cc42f629b9e5130a25a",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_88a37",
                    table="citizens_breakglassevent",
                    when="BEFORE",
                ),
            ),
        ),
        *keep_history("citizens_breakglass"),
    ]
