"""What a course goes through, and the waiting list of every gathering."""

import django.contrib.postgres.fields
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import volunteers.models.gatherings


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0007_sorted_as_a_dane_sorts"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="attendance",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="attendance",
            name="update_update",
        ),
        migrations.AddField(
            model_name="attendance",
            name="offered_until",
            field=models.DateTimeField(editable=False, null=True, verbose_name="kept until"),
        ),
        migrations.AddField(
            model_name="attendance",
            name="reminded_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="attendance",
            name="since",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="since"),
        ),
        migrations.AddField(
            model_name="attendance",
            name="told_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="attendanceevent",
            name="offered_until",
            field=models.DateTimeField(editable=False, null=True, verbose_name="kept until"),
        ),
        migrations.AddField(
            model_name="attendanceevent",
            name="since",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="since"),
        ),
        migrations.AddField(
            model_name="gathering",
            name="modules",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("target_group", "the people we meet"),
                        ("dilemmas", "dilemmas"),
                        ("staff", "working together with the staff"),
                        ("role", "the role"),
                        ("confidentiality", "the duty of confidentiality"),
                        ("duty_to_notify", "the duty to notify about children"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=volunteers.models.gatherings.all_modules,
                help_text="Of an introduction course: what this session goes through. A course may have several sessions.",
                size=None,
                verbose_name="modules",
            ),
        ),
        migrations.AlterField(
            model_name="attendance",
            name="state",
            field=models.CharField(
                choices=[
                    ("invited", "invited"),
                    ("waiting", "on the waiting list"),
                    ("offered", "offered a place"),
                    ("booked", "has a place"),
                    ("declined", "cannot come"),
                    ("lapsed", "did not answer the offer"),
                    ("attended", "came"),
                    ("missed", "did not come"),
                ],
                default="booked",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="attendanceevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("invited", "invited"),
                    ("waiting", "on the waiting list"),
                    ("offered", "offered a place"),
                    ("booked", "has a place"),
                    ("declined", "cannot come"),
                    ("lapsed", "did not answer the offer"),
                    ("attended", "came"),
                    ("missed", "did not come"),
                ],
                default="booked",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_attendanceevent" ("gathering_id", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "volunteer_id") VALUES (NEW."gathering_id", NEW."offered_until", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="e98983330c184c4187a6e81bf74b0117cd155377",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6fbcd",
                    table="volunteers_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."gathering_id" IS DISTINCT FROM (NEW."gathering_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."offered_until" IS DISTINCT FROM (NEW."offered_until") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."volunteer_id" IS DISTINCT FROM (NEW."volunteer_id"))',
                    func='INSERT INTO "volunteers_attendanceevent" ("gathering_id", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "volunteer_id") VALUES (NEW."gathering_id", NEW."offered_until", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="7d6d32596a558bc1da015eb9ef38de72e4195995",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0b6be",
                    table="volunteers_attendance",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("offered_until__isnull", False), ("state", "offered")),
                    models.Q(models.Q(("state", "offered"), _negated=True), ("offered_until__isnull", True)),
                    _connector="OR",
                ),
                name="an_offer_says_how_long_it_stands",
            ),
        ),
    ]
