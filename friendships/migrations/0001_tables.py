"""The tables of rests and endings, and their history."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0006_to_its_end"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Closure",
            fields=[
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="closure",
                        serialize=False,
                        to="matching.match",
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("planned", "planned: both know it beforehand"),
                            ("unplanned", "unplanned: one of them stops"),
                            ("one_side", "one of them cannot take part"),
                        ],
                        max_length=10,
                        verbose_name="how it ends",
                    ),
                ),
                (
                    "citizens_reason",
                    models.CharField(
                        choices=[
                            ("moved", "moves or has moved away"),
                            ("time", "no time or no strength for it"),
                            ("other_wishes", "wishes something else"),
                            ("not_a_match", "they do not suit each other"),
                            ("enough", "has other people now"),
                            ("lost_touch", "cannot be reached"),
                            ("died", "has died"),
                            ("agreed", "it was agreed for a time"),
                            ("not_said", "was not said"),
                        ],
                        max_length=12,
                        verbose_name="the citizen's reason",
                    ),
                ),
                (
                    "volunteers_reason",
                    models.CharField(
                        choices=[
                            ("moved", "moves or has moved away"),
                            ("time", "no time or no strength for it"),
                            ("other_wishes", "wishes something else"),
                            ("not_a_match", "they do not suit each other"),
                            ("enough", "has other people now"),
                            ("lost_touch", "cannot be reached"),
                            ("died", "has died"),
                            ("agreed", "it was agreed for a time"),
                            ("not_said", "was not said"),
                        ],
                        max_length=12,
                        verbose_name="the volunteer's reason",
                    ),
                ),
                (
                    "begun_on",
                    models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name="begun"),
                ),
                (
                    "told_by",
                    models.CharField(
                        choices=[
                            ("coordinator", "the coordinator"),
                            ("house", "somebody of the house"),
                            ("volunteer", "the volunteer"),
                            ("knows", "nobody: the citizen said it"),
                        ],
                        max_length=11,
                        verbose_name="who tells the citizen",
                    ),
                ),
                ("tell_on", models.DateField(verbose_name="when the citizen is told")),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="the citizen was told on")),
                (
                    "farewell",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "they met to say goodbye"),
                            ("greeting", "a greeting was passed on"),
                            ("not_wished", "offered, and not wished"),
                            ("not_possible", "was not possible"),
                        ],
                        max_length=12,
                        verbose_name="the farewell",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "none"),
                            ("greeting", "they greet each other when they meet"),
                            ("own", "they go on as private people, on their own"),
                        ],
                        max_length=8,
                        verbose_name="contact afterwards",
                    ),
                ),
                ("citizen_talk_on", models.DateField(blank=True, null=True, verbose_name="talk with the citizen")),
                (
                    "citizen_said",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("was_good", "it was good to have a friend"),
                                ("was_hard", "something was hard"),
                                ("missed_support", "more support was wanted"),
                                ("missed_things_to_do", "more to do together was wanted"),
                                ("would_again", "would like it again, with somebody else"),
                                ("would_rather_not_talk", "would rather not talk about it"),
                            ],
                            max_length=21,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("volunteer_talk_on", models.DateField(blank=True, null=True, verbose_name="talk with the volunteer")),
                (
                    "volunteer_said",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("was_good", "it was good to have a friend"),
                                ("was_hard", "something was hard"),
                                ("missed_support", "more support was wanted"),
                                ("missed_things_to_do", "more to do together was wanted"),
                                ("would_again", "would like it again, with somebody else"),
                                ("would_rather_not_talk", "would rather not talk about it"),
                            ],
                            max_length=21,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "cannot",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("citizen", "the citizen"), ("volunteer", "the volunteer")], max_length=9
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="who cannot take part",
                    ),
                ),
                (
                    "citizen_next",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("friend", "another network friend"),
                            ("evenings", "the food club or other evenings"),
                            ("later", "not now, perhaps later"),
                            ("nothing", "nothing more"),
                        ],
                        max_length=8,
                        verbose_name="what the citizen is offered next",
                    ),
                ),
                (
                    "volunteer_next",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("friend", "another network friend"),
                            ("evenings", "the food club or other evenings"),
                            ("later", "not now, perhaps later"),
                            ("nothing", "nothing more"),
                        ],
                        max_length=8,
                        verbose_name="what the volunteer does next",
                    ),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="ended")),
                (
                    "begun_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "ending",
                "verbose_name_plural": "endings",
            },
        ),
        migrations.CreateModel(
            name="ClosureEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("planned", "planned: both know it beforehand"),
                            ("unplanned", "unplanned: one of them stops"),
                            ("one_side", "one of them cannot take part"),
                        ],
                        max_length=10,
                        verbose_name="how it ends",
                    ),
                ),
                (
                    "citizens_reason",
                    models.CharField(
                        choices=[
                            ("moved", "moves or has moved away"),
                            ("time", "no time or no strength for it"),
                            ("other_wishes", "wishes something else"),
                            ("not_a_match", "they do not suit each other"),
                            ("enough", "has other people now"),
                            ("lost_touch", "cannot be reached"),
                            ("died", "has died"),
                            ("agreed", "it was agreed for a time"),
                            ("not_said", "was not said"),
                        ],
                        max_length=12,
                        verbose_name="the citizen's reason",
                    ),
                ),
                (
                    "volunteers_reason",
                    models.CharField(
                        choices=[
                            ("moved", "moves or has moved away"),
                            ("time", "no time or no strength for it"),
                            ("other_wishes", "wishes something else"),
                            ("not_a_match", "they do not suit each other"),
                            ("enough", "has other people now"),
                            ("lost_touch", "cannot be reached"),
                            ("died", "has died"),
                            ("agreed", "it was agreed for a time"),
                            ("not_said", "was not said"),
                        ],
                        max_length=12,
                        verbose_name="the volunteer's reason",
                    ),
                ),
                (
                    "begun_on",
                    models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name="begun"),
                ),
                (
                    "told_by",
                    models.CharField(
                        choices=[
                            ("coordinator", "the coordinator"),
                            ("house", "somebody of the house"),
                            ("volunteer", "the volunteer"),
                            ("knows", "nobody: the citizen said it"),
                        ],
                        max_length=11,
                        verbose_name="who tells the citizen",
                    ),
                ),
                ("tell_on", models.DateField(verbose_name="when the citizen is told")),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="the citizen was told on")),
                (
                    "farewell",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "they met to say goodbye"),
                            ("greeting", "a greeting was passed on"),
                            ("not_wished", "offered, and not wished"),
                            ("not_possible", "was not possible"),
                        ],
                        max_length=12,
                        verbose_name="the farewell",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "none"),
                            ("greeting", "they greet each other when they meet"),
                            ("own", "they go on as private people, on their own"),
                        ],
                        max_length=8,
                        verbose_name="contact afterwards",
                    ),
                ),
                ("citizen_talk_on", models.DateField(blank=True, null=True, verbose_name="talk with the citizen")),
                ("volunteer_talk_on", models.DateField(blank=True, null=True, verbose_name="talk with the volunteer")),
                (
                    "citizen_next",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("friend", "another network friend"),
                            ("evenings", "the food club or other evenings"),
                            ("later", "not now, perhaps later"),
                            ("nothing", "nothing more"),
                        ],
                        max_length=8,
                        verbose_name="what the citizen is offered next",
                    ),
                ),
                (
                    "volunteer_next",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("friend", "another network friend"),
                            ("evenings", "the food club or other evenings"),
                            ("later", "not now, perhaps later"),
                            ("nothing", "nothing more"),
                        ],
                        max_length=8,
                        verbose_name="what the volunteer does next",
                    ),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="ended")),
                (
                    "begun_by",
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
                        to="friendships.closure",
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
            name="Pause",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("volunteer_away", "the volunteer is away"),
                            ("volunteer_rests", "the volunteer needs a rest"),
                            ("citizen_away", "the citizen is away"),
                            ("citizen_rests", "the citizen needs quiet"),
                            ("no_consent", "the consent was taken back"),
                            ("other", "something else"),
                        ],
                        max_length=15,
                        verbose_name="why",
                    ),
                ),
                ("began_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("back_on", models.DateField(verbose_name="to be asked on")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="ended")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pauses",
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
                "verbose_name": "rest",
                "verbose_name_plural": "rests",
                "ordering": ["-began_on"],
            },
        ),
        migrations.CreateModel(
            name="PauseEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("volunteer_away", "the volunteer is away"),
                            ("volunteer_rests", "the volunteer needs a rest"),
                            ("citizen_away", "the citizen is away"),
                            ("citizen_rests", "the citizen needs quiet"),
                            ("no_consent", "the consent was taken back"),
                            ("other", "something else"),
                        ],
                        max_length=15,
                        verbose_name="why",
                    ),
                ),
                ("began_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("back_on", models.DateField(verbose_name="to be asked on")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="ended")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                        to="friendships.pause",
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
            model_name="closure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cannot__contains", ["citizen"]), ("citizen_talk_on__isnull", False), _negated=True),
                    models.Q(("cannot__contains", ["volunteer"]), ("volunteer_talk_on__isnull", False), _negated=True),
                ),
                name="only_who_can_take_part_is_talked_with",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_closureevent" ("begun_by_id", "begun_on", "citizen_next", "citizen_talk_on", "citizens_reason", "contact", "ended_on", "farewell", "how", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "tell_on", "told_by", "told_on", "volunteer_next", "volunteer_talk_on", "volunteers_reason") VALUES (NEW."begun_by_id", NEW."begun_on", NEW."citizen_next", NEW."citizen_talk_on", NEW."citizens_reason", NEW."contact", NEW."ended_on", NEW."farewell", NEW."how", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."match_id", NEW."project_id", NEW."tell_on", NEW."told_by", NEW."told_on", NEW."volunteer_next", NEW."volunteer_talk_on", NEW."volunteers_reason"); RETURN NULL;',
                    hash="d134fea9da22144f5b594bbb8f57a0c14355c5c1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4ebd7",
                    table="friendships_closure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_closureevent" ("begun_by_id", "begun_on", "citizen_next", "citizen_talk_on", "citizens_reason", "contact", "ended_on", "farewell", "how", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "tell_on", "told_by", "told_on", "volunteer_next", "volunteer_talk_on", "volunteers_reason") VALUES (NEW."begun_by_id", NEW."begun_on", NEW."citizen_next", NEW."citizen_talk_on", NEW."citizens_reason", NEW."contact", NEW."ended_on", NEW."farewell", NEW."how", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."match_id", NEW."project_id", NEW."tell_on", NEW."told_by", NEW."told_on", NEW."volunteer_next", NEW."volunteer_talk_on", NEW."volunteers_reason"); RETURN NULL;',
                    hash="3112e68f3d50a68d1a40760f85c5cc31e23fac75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bf762",
                    table="friendships_closure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f3bf4a95f4c7f69db368b22e91b36f4fd24b4f1c",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_27de0",
                    table="friendships_closureevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("match",), name="one_rest_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.CheckConstraint(
                condition=models.Q(("back_on__gte", models.F("began_on"))), name="one_is_asked_after_a_rest_began"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pause",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_pauseevent" ("back_on", "began_on", "by_id", "ended_on", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "why") VALUES (NEW."back_on", NEW."began_on", NEW."by_id", NEW."ended_on", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."why"); RETURN NULL;',
                    hash="10a8b3a3aed4e1517b810b01efe96d06724ba2a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ec24",
                    table="friendships_pause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pause",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_pauseevent" ("back_on", "began_on", "by_id", "ended_on", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "why") VALUES (NEW."back_on", NEW."began_on", NEW."by_id", NEW."ended_on", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."why"); RETURN NULL;',
                    hash="a2b1b9d040c6eb55d5756ca72d637e541852037a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_384c9",
                    table="friendships_pause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pauseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d617268a4ee361924dc0bc36de7fd20137ad24b0",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_b2744",
                    table="friendships_pauseevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
