"""The history of these rows: events written by triggers, and the locks on them."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from history.locks import keep_history


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_who_acted"),
        ("citizens", "0002_row_security"),
        ("institutions", "0002_row_security"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AttachmentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("lives_here", "lives here"), ("comes_here", "comes here")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CitizenEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "registered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="registered"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("registration", "being registered, with wishes"),
                            ("friend", "a friend who knows what I said yes to"),
                            ("guidance", "that staff and coordinator help the friend with a few words"),
                        ],
                        max_length=15,
                        verbose_name="purpose",
                    ),
                ),
                (
                    "given",
                    models.CharField(
                        choices=[("spoken", "spoken"), ("written", "written")], max_length=10, verbose_name="given"
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="given at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisclosureEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "line",
                    models.CharField(
                        choices=[
                            ("past", "my past"),
                            ("health", "my health"),
                            ("family", "my family"),
                            ("housing", "where I live"),
                            ("bad_day", "what helps on a bad day"),
                        ],
                        max_length=10,
                        verbose_name="about",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("no", "no"), ("not_yet", "not yet"), ("yes", "yes")],
                        default="no",
                        max_length=10,
                        verbose_name="may the friend know?",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WishesEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("wants_friend", models.BooleanField(default=True, verbose_name="wishes a network friend")),
                ("said_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="said on")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_attachmentevent" ("citizen_id", "from_on", "institution_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."citizen_id", NEW."from_on", NEW."institution_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."until_on"); RETURN NULL;',
                    hash="c42c0e5356ad003e826aa73b1d5ac0f9b534df34",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_608cd",
                    table="citizens_attachment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_attachmentevent" ("citizen_id", "from_on", "institution_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."citizen_id", NEW."from_on", NEW."institution_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."until_on"); RETURN NULL;',
                    hash="12b63cdb7c770fa36f1d53ff4ddfdece4e743590",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0373",
                    table="citizens_attachment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citizen",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_citizenevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "registered_at") VALUES (_pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."registered_at"); RETURN NULL;',
                    hash="1f1b772ab8c3925fc7a79470ac178e3e61b3f8cb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5981a",
                    table="citizens_citizen",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citizen",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_citizenevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "registered_at") VALUES (_pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."registered_at"); RETURN NULL;',
                    hash="38f1a72335b39c298f5d09eb70dab0008a752523",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7544f",
                    table="citizens_citizen",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_consentevent" ("citizen_id", "given", "given_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "withdrawn_at", "witnessed_by_id") VALUES (NEW."citizen_id", NEW."given", NEW."given_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."purpose", NEW."withdrawn_at", NEW."witnessed_by_id"); RETURN NULL;',
                    hash="9bce5f3ba839ebb2015ae2f7e4c626c625d479c6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a7fba",
                    table="citizens_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_consentevent" ("citizen_id", "given", "given_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "withdrawn_at", "witnessed_by_id") VALUES (NEW."citizen_id", NEW."given", NEW."given_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."purpose", NEW."withdrawn_at", NEW."witnessed_by_id"); RETURN NULL;',
                    hash="4c39bb7322ab80a151deabf6af4349124cd705d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_25745",
                    table="citizens_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_disclosureevent" ("answer", "citizen_id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."answer", NEW."citizen_id", NEW."line", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="e96a52e5c7f37079b2aef837e335eedd0294f59a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3445b",
                    table="citizens_disclosure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_disclosureevent" ("answer", "citizen_id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."answer", NEW."citizen_id", NEW."line", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="7bbc2fc9792c51ed5f930eeb16fcbcab4e004684",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7129",
                    table="citizens_disclosure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wishes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_wishesevent" ("citizen_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "wants_friend") VALUES (NEW."citizen_id", _pgh_attach_context(), NOW(), \'insert\', NEW."citizen_id", NEW."project_id", NEW."said_on", NEW."wants_friend"); RETURN NULL;',
                    hash="fb7d2b1e3095d6a1d5599f342148a1a7f8c34a46",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bd742",
                    table="citizens_wishes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wishes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_wishesevent" ("citizen_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "wants_friend") VALUES (NEW."citizen_id", _pgh_attach_context(), NOW(), \'update\', NEW."citizen_id", NEW."project_id", NEW."said_on", NEW."wants_friend"); RETURN NULL;',
                    hash="81560bb237037cc199d2152dcb74538814e90d5d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3b864",
                    table="citizens_wishes",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="attachmentevent",
            name="citizen",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="citizens.citizen",
                verbose_name="citizen",
            ),
        ),
        migrations.AddField(
            model_name="attachmentevent",
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
            model_name="attachmentevent",
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
            model_name="attachmentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="citizens.attachment",
            ),
        ),
        migrations.AddField(
            model_name="citizenevent",
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
            model_name="citizenevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="citizens.citizen",
            ),
        ),
        migrations.AddField(
            model_name="citizenevent",
            name="project",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.project",
                verbose_name="project",
            ),
        ),
        migrations.AddField(
            model_name="consentevent",
            name="citizen",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="citizens.citizen",
                verbose_name="citizen",
            ),
        ),
        migrations.AddField(
            model_name="consentevent",
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
            model_name="consentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="citizens.consent",
            ),
        ),
        migrations.AddField(
            model_name="consentevent",
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
            model_name="consentevent",
            name="witnessed_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="witnessed by",
            ),
        ),
        migrations.AddField(
            model_name="disclosureevent",
            name="citizen",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="citizens.citizen",
                verbose_name="citizen",
            ),
        ),
        migrations.AddField(
            model_name="disclosureevent",
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
            model_name="disclosureevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="citizens.disclosure",
            ),
        ),
        migrations.AddField(
            model_name="disclosureevent",
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
            model_name="wishesevent",
            name="citizen",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                serialize=False,
                to="citizens.citizen",
            ),
        ),
        migrations.AddField(
            model_name="wishesevent",
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
            model_name="wishesevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="citizens.wishes",
            ),
        ),
        migrations.AddField(
            model_name="wishesevent",
            name="project",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.project",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e52b5724ed9a04c73e60f934dbc62bc2e89f74cf",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_ef712",
                    table="citizens_attachmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citizenevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="20113e71ded9674615161b51573a41881cf3035b",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_9df6d",
                    table="citizens_citizenevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b5c67b3f5bbec02e8cdd69ac7d0d0beeaf1d3592",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_1da35",
                    table="citizens_consentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="10fed4c3b7952dbed97f529d78acfc226ccef311",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_b9c30",
                    table="citizens_disclosureevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wishesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="303bcc6615135c1fa5977461a4a258afd9de4dc9",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_58a3c",
                    table="citizens_wishesevent",
                    when="BEFORE",
                ),
            ),
        ),
        *keep_history("citizens_citizen"),
        *keep_history("citizens_attachment"),
        *keep_history("citizens_wishes", key="citizen_id"),
        *keep_history("citizens_consent"),
        *keep_history("citizens_disclosure"),
    ]
