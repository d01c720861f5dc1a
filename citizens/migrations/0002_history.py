"""The history of each change, written by the database."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_tables"),
        ("citizens", "0001_tables"),
        ("institutions", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
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
            ],
            options={
                "abstract": False,
            },
        ),
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
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.institution",
                        verbose_name="house",
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
                        to="citizens.attachment",
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
                        to="citizens.citizen",
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
                        to="citizens.consent",
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
                    "witnessed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="witnessed by",
                    ),
                ),
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
                            ("substances", "alcohol and drugs in my life"),
                            ("uneasy", "what makes me uneasy"),
                            ("bad_day", "what helps on a bad day"),
                            ("stories", "how I like to be met when I tell"),
                            ("not_ask", "what I would rather not be asked about"),
                            ("dreams", "what I look forward to"),
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
                        to="citizens.disclosure",
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
            name="HomeEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "municipality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0101", "København"),
                            ("0147", "Frederiksberg"),
                            ("0165", "Albertslund"),
                            ("0201", "Allerød"),
                            ("0151", "Ballerup"),
                            ("0153", "Brøndby"),
                            ("0155", "Dragør"),
                            ("0240", "Egedal"),
                            ("0210", "Fredensborg"),
                            ("0250", "Frederikssund"),
                            ("0190", "Furesø"),
                            ("0157", "Gentofte"),
                            ("0159", "Gladsaxe"),
                            ("0161", "Glostrup"),
                            ("0253", "Greve"),
                            ("0270", "Gribskov"),
                            ("0260", "Halsnæs"),
                            ("0217", "Helsingør"),
                            ("0163", "Herlev"),
                            ("0219", "Hillerød"),
                            ("0167", "Hvidovre"),
                            ("0169", "Høje-Taastrup"),
                            ("0223", "Hørsholm"),
                            ("0183", "Ishøj"),
                            ("0259", "Køge"),
                            ("0173", "Lyngby-Taarbæk"),
                            ("0265", "Roskilde"),
                            ("0230", "Rudersdal"),
                            ("0175", "Rødovre"),
                            ("0269", "Solrød"),
                            ("0185", "Tårnby"),
                            ("0187", "Vallensbæk"),
                            ("0000", "another municipality"),
                        ],
                        max_length=4,
                        verbose_name="own home in the municipality of",
                    ),
                ),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
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
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.institution",
                        verbose_name="house",
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
                        to="citizens.home",
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
            name="KnownAsEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "citizen",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="citizens.citizen",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="citizens.knownas",
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
                (
                    "age_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("18-29", "18 to 29"),
                            ("30-44", "30 to 44"),
                            ("45-59", "45 to 59"),
                            ("60+", "60 or older"),
                        ],
                        max_length=5,
                        verbose_name="own age",
                    ),
                ),
                (
                    "friend_gender",
                    models.CharField(
                        blank=True,
                        choices=[("woman", "a woman"), ("man", "a man")],
                        max_length=5,
                        verbose_name="the friend is",
                    ),
                ),
                (
                    "friend_age",
                    models.CharField(
                        blank=True,
                        choices=[("same", "about my age"), ("younger", "younger than me"), ("older", "older than me")],
                        max_length=7,
                        verbose_name="the friend's age",
                    ),
                ),
                ("said_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="said on")),
                (
                    "citizen",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="citizens.citizen",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="citizens.wishes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
            model_name="home",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_homeevent" ("citizen_id", "from_on", "institution_id", "municipality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "until_on") VALUES (NEW."citizen_id", NEW."from_on", NEW."institution_id", NEW."municipality", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."until_on"); RETURN NULL;',
                    hash="d42a072f06fcebcea9e9832caaf01e8abb28f083",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4a189",
                    table="citizens_home",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="home",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_homeevent" ("citizen_id", "from_on", "institution_id", "municipality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "until_on") VALUES (NEW."citizen_id", NEW."from_on", NEW."institution_id", NEW."municipality", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."until_on"); RETURN NULL;',
                    hash="06b01176756e16ba7d2f9d98b7f3f638be3710ad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0986",
                    table="citizens_home",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3fe5f6c8c942896b0cd89dd0b88ea51df4d53abb",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_3106a",
                    table="citizens_homeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="knownasevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7c2ae6459ebf1173307587da89a9288de06bb451",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_1925f",
                    table="citizens_knownasevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="knownas",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_knownasevent" ("citizen_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."citizen_id", _pgh_attach_context(), NOW(), \'insert\', NEW."citizen_id", NEW."project_id"); RETURN NULL;',
                    hash="abe3aef3ce5e3e8e35642b461f67a63aa339d357",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_370d6",
                    table="citizens_knownas",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="knownas",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."called_name" IS DISTINCT FROM (NEW."called_name") OR OLD."citizen_id" IS DISTINCT FROM (NEW."citizen_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."reach" IS DISTINCT FROM (NEW."reach"))',
                    func='INSERT INTO "citizens_knownasevent" ("citizen_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."citizen_id", _pgh_attach_context(), NOW(), \'update\', NEW."citizen_id", NEW."project_id"); RETURN NULL;',
                    hash="2b3c2ed96411fa314d3597775bd8573d187749c0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a272d",
                    table="citizens_knownas",
                    when="AFTER",
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
        pgtrigger.migrations.AddTrigger(
            model_name="wishes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_wishesevent" ("age_group", "citizen_id", "friend_age", "friend_gender", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "wants_friend") VALUES (NEW."age_group", NEW."citizen_id", NEW."friend_age", NEW."friend_gender", _pgh_attach_context(), NOW(), \'insert\', NEW."citizen_id", NEW."project_id", NEW."said_on", NEW."wants_friend"); RETURN NULL;',
                    hash="30fa17939dfa5feab0e3afe65507e76eca41d547",
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
                    func='INSERT INTO "citizens_wishesevent" ("age_group", "citizen_id", "friend_age", "friend_gender", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "wants_friend") VALUES (NEW."age_group", NEW."citizen_id", NEW."friend_age", NEW."friend_gender", _pgh_attach_context(), NOW(), \'update\', NEW."citizen_id", NEW."project_id", NEW."said_on", NEW."wants_friend"); RETURN NULL;',
                    hash="27fa4ab6f6273048e0cc6c39de43219bf2a6c57c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3b864",
                    table="citizens_wishes",
                    when="AFTER",
                ),
            ),
        ),
    ]
