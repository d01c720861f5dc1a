"""The tables of screening, which volunteers had."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import phonenumber_field.modelfields
from django.conf import settings
from django.db import migrations, models

# Keys, checks and indexes are called after their table.
NAMES = r"""
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT c.conname, c.conrelid::regclass AS of_table FROM pg_constraint c
            WHERE c.conrelid::regclass::text LIKE 'screening\_%' AND c.conname LIKE 'volunteers\_%' LOOP
        EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', one.of_table, one.conname,
            'screening' || substr(one.conname, length('volunteers') + 1));
    END LOOP;
    FOR one IN SELECT i.indexrelid::regclass::text AS index FROM pg_index i
            WHERE i.indrelid::regclass::text LIKE 'screening\_%' AND i.indexrelid::regclass::text LIKE 'volunteers\_%' LOOP
        EXECUTE format('ALTER INDEX %I RENAME TO %I', one.index,
            'screening' || substr(one.index, length('volunteers') + 1));
    END LOOP;
END
$$
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0004_screening_and_courses_move_out"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("version", models.PositiveIntegerField(unique=True, verbose_name="version")),
                        ("text_da", models.TextField(max_length=10000, verbose_name="Danish text")),
                        ("text_en", models.TextField(blank=True, max_length=10000, verbose_name="English text")),
                        (
                            "in_force_from",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="in force from"),
                        ),
                        (
                            "demands_signature",
                            models.BooleanField(
                                default=True,
                                help_text="Without the tick it is a small correction: those who have signed the former one need not sign again.",
                                verbose_name="everybody signs it anew",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "volunteer agreement",
                        "verbose_name_plural": "volunteer agreements",
                        "ordering": ["-version"],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("offered", "times offered"),
                                    ("booked", "time chosen"),
                                    ("none_fits", "no time fits"),
                                    ("replaced", "offered anew"),
                                ],
                                default="offered",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateTimeField(), size=5, verbose_name="times offered"
                            ),
                        ),
                        ("place", models.CharField(max_length=120, verbose_name="place")),
                        (
                            "chosen",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="time chosen"),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered"),
                        ),
                        (
                            "offered_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="offered"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="offered by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appointments",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "appointment for the conversation",
                        "verbose_name_plural": "appointments for the conversation",
                        "ordering": ["-offered_at"],
                    },
                ),
                migrations.CreateModel(
                    name="AppointmentEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("offered", "times offered"),
                                    ("booked", "time chosen"),
                                    ("none_fits", "no time fits"),
                                    ("replaced", "offered anew"),
                                ],
                                default="offered",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "chosen",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="time chosen"),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered"),
                        ),
                        (
                            "offered_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="offered"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="offered by",
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
                                to="screening.appointment",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Decline",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("not_the_task", "the task does not fit"),
                                    ("other_wish", "wishes for something that we do not have"),
                                    ("no_time", "has too little time"),
                                    ("other_need", "needs something for herself first"),
                                    ("not_now", "not suitable at present"),
                                    ("no_answer", "has not answered"),
                                    ("other", "another reason"),
                                ],
                                max_length=12,
                                verbose_name="reason",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "offered",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="volunteers.roleprofile",
                                verbose_name="other role offered",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="declines",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "no to an application",
                        "verbose_name_plural": "noes to applications",
                    },
                ),
                migrations.CreateModel(
                    name="DeclineEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("not_the_task", "the task does not fit"),
                                    ("other_wish", "wishes for something that we do not have"),
                                    ("no_time", "has too little time"),
                                    ("other_need", "needs something for herself first"),
                                    ("not_now", "not suitable at present"),
                                    ("no_answer", "has not answered"),
                                    ("other", "another reason"),
                                ],
                                max_length=12,
                                verbose_name="reason",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "offered",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.roleprofile",
                                verbose_name="other role offered",
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
                                to="screening.decline",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Interview",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("held_on", models.DateField(verbose_name="held on")),
                        (
                            "robustness",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="robustness",
                            ),
                        ),
                        (
                            "expectations",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="expectations",
                            ),
                        ),
                        (
                            "time",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="time",
                            ),
                        ),
                        (
                            "limits",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="limits",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("good", "good – go on"), ("talk_more", "talk more")],
                                max_length=10,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="held by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="interviews",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "introducing conversation",
                        "verbose_name_plural": "introducing conversations",
                        "ordering": ["-held_on"],
                    },
                ),
                migrations.CreateModel(
                    name="InterviewEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("held_on", models.DateField(verbose_name="held on")),
                        (
                            "robustness",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="robustness",
                            ),
                        ),
                        (
                            "expectations",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="expectations",
                            ),
                        ),
                        (
                            "time",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="time",
                            ),
                        ),
                        (
                            "limits",
                            models.CharField(
                                blank=True,
                                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                                max_length=10,
                                verbose_name="limits",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("good", "good – go on"), ("talk_more", "talk more")],
                                max_length=10,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="held by",
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
                                to="screening.interview",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RecordCheck",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("criminal_record", "criminal record"),
                                    ("children_record", "children's record check"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "requested_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="asked for"),
                        ),
                        ("seen_on", models.DateField(blank=True, null=True, verbose_name="seen")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ok", "nothing on it"),
                                    ("assessed_ok", "something on it, assessed as no hindrance"),
                                    ("under_discussion", "under discussion"),
                                    ("not_ok", "not for this role"),
                                ],
                                max_length=16,
                                verbose_name="outcome",
                            ),
                        ),
                        ("next_due_on", models.DateField(blank=True, null=True, verbose_name="due again")),
                        ("reminded_of", models.PositiveSmallIntegerField(editable=False, null=True)),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="seen by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="record_checks",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "record check",
                        "verbose_name_plural": "record checks",
                        "ordering": ["-requested_on"],
                    },
                ),
                migrations.CreateModel(
                    name="RecordCheckEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("criminal_record", "criminal record"),
                                    ("children_record", "children's record check"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "requested_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="asked for"),
                        ),
                        ("seen_on", models.DateField(blank=True, null=True, verbose_name="seen")),
                        ("next_due_on", models.DateField(blank=True, null=True, verbose_name="due again")),
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
                                to="screening.recordcheck",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked for by",
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="seen by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reference",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[("asked", "asked"), ("answered", "answered"), ("withdrawn", "taken back")],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("work", "worked together"),
                                    ("study", "teacher, or studied together"),
                                    ("volunteering", "volunteered together, or an association"),
                                    ("other", "know each other otherwise, not family"),
                                ],
                                max_length=12,
                                verbose_name="how you know each other",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="asked"
                            ),
                        ),
                        ("reminded_at", models.DateTimeField(editable=False, null=True, verbose_name="reminded")),
                        ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered")),
                        (
                            "known_for",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("short", "less than a year"),
                                    ("years", "one to five years"),
                                    ("long", "more than five years"),
                                ],
                                max_length=5,
                                verbose_name="known for",
                            ),
                        ),
                        (
                            "trusts",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "yes"), ("unsure", "not sure"), ("no", "no")],
                                max_length=6,
                                verbose_name="would trust with somebody vulnerable",
                            ),
                        ),
                        ("text", models.TextField(blank=True, max_length=1000, verbose_name="a few words")),
                        ("may_call", models.BooleanField(default=False, verbose_name="may be called")),
                        (
                            "phone",
                            phonenumber_field.modelfields.PhoneNumberField(
                                blank=True, max_length=128, region=None, verbose_name="phone"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="named by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="references",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reference",
                        "verbose_name_plural": "references",
                        "ordering": ["asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ReferenceEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[("asked", "asked"), ("answered", "answered"), ("withdrawn", "taken back")],
                                default="asked",
                                editable=False,
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("work", "worked together"),
                                    ("study", "teacher, or studied together"),
                                    ("volunteering", "volunteered together, or an association"),
                                    ("other", "know each other otherwise, not family"),
                                ],
                                max_length=12,
                                verbose_name="how you know each other",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="asked"
                            ),
                        ),
                        ("reminded_at", models.DateTimeField(editable=False, null=True, verbose_name="reminded")),
                        ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered")),
                        (
                            "known_for",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("short", "less than a year"),
                                    ("years", "one to five years"),
                                    ("long", "more than five years"),
                                ],
                                max_length=5,
                                verbose_name="known for",
                            ),
                        ),
                        (
                            "trusts",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "yes"), ("unsure", "not sure"), ("no", "no")],
                                max_length=6,
                                verbose_name="would trust with somebody vulnerable",
                            ),
                        ),
                        ("may_call", models.BooleanField(default=False, verbose_name="may be called")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="named by",
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
                                to="screening.reference",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SecondYes",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "said_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="said"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="second_yeses",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "second yes",
                        "verbose_name_plural": "second yeses",
                        "ordering": ["said_at"],
                    },
                ),
                migrations.CreateModel(
                    name="SecondYesEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "said_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="said"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said by",
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
                                to="screening.secondyes",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Shadowing",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("went_on", models.DateField(verbose_name="on")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "experienced",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="volunteers.volunteer",
                                verbose_name="along with",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shadowings",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "being along",
                        "verbose_name_plural": "times along",
                        "ordering": ["went_on"],
                    },
                ),
                migrations.CreateModel(
                    name="ShadowingEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("went_on", models.DateField(verbose_name="on")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "experienced",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="along with",
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
                                to="screening.shadowing",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Signature",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("signed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="signed")),
                        (
                            "how",
                            models.CharField(
                                choices=[("link", "by link"), ("paper", "on paper")], max_length=5, verbose_name="how"
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="screening.agreement",
                                verbose_name="agreement",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="registered by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatures",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "signature",
                        "verbose_name_plural": "signatures",
                    },
                ),
                migrations.CreateModel(
                    name="SignatureEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("signed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="signed")),
                        (
                            "how",
                            models.CharField(
                                choices=[("link", "by link"), ("paper", "on paper")], max_length=5, verbose_name="how"
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="screening.agreement",
                                verbose_name="agreement",
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
                                to="screening.signature",
                            ),
                        ),
                        (
                            "registered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="registered by",
                            ),
                        ),
                        (
                            "volunteer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddConstraint(
                    model_name="appointment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["offered", "booked"])),
                        fields=("volunteer",),
                        name="one_open_appointment_per_volunteer",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="appointment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "booked"), _negated=True), ("chosen__isnull", False), _connector="OR"
                        ),
                        name="booked_means_a_time_is_chosen",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decline",
                    constraint=models.UniqueConstraint(fields=("volunteer",), name="one_no_per_application"),
                ),
                migrations.AddConstraint(
                    model_name="interview",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "good"), _negated=True),
                            models.Q(
                                ("robustness", "no"),
                                ("expectations", "no"),
                                ("time", "no"),
                                ("limits", "no"),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="no_on_one_side_is_no_go",
                        violation_error_message="With a no on one side you cannot go on: talk more, or decline.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recordcheck",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("seen_on", None)),
                        fields=("volunteer", "kind"),
                        name="one_check_waits_at_a_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recordcheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("seen_by", None), ("seen_on", None)),
                            models.Q(
                                ("seen_by__isnull", False),
                                ("seen_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="seen_by_somebody_with_an_outcome",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recordcheck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("next_due_on", None), ("next_due_on__gt", models.F("seen_on")), _connector="OR"
                        ),
                        name="due_again_after_it_was_seen",
                        violation_error_message="It is to be asked for again after it was seen.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reference",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("volunteer", "email"),
                        name="a_referee_is_asked_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reference",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "answered"), _negated=True),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(("known_for", ""), _negated=True),
                                models.Q(("trusts", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_says_all",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="secondyes",
                    constraint=models.UniqueConstraint(fields=("volunteer", "by"), name="nobody_decides_twice"),
                ),
                migrations.AddConstraint(
                    model_name="shadowing",
                    constraint=models.UniqueConstraint(
                        fields=("volunteer", "experienced", "went_on"), name="along_once_a_day"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signature",
                    constraint=models.UniqueConstraint(
                        fields=("volunteer", "agreement"), name="an_agreement_is_signed_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signature",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", "link"), ("registered_by__isnull", True)),
                            models.Q(("how", "paper"), ("registered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_is_registered_by_somebody",
                    ),
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE volunteers_agreement RENAME TO screening_agreement",
                    "ALTER TABLE screening_agreement RENAME TO volunteers_agreement",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_appointment RENAME TO screening_appointment",
                    "ALTER TABLE screening_appointment RENAME TO volunteers_appointment",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_decline RENAME TO screening_decline",
                    "ALTER TABLE screening_decline RENAME TO volunteers_decline",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_interview RENAME TO screening_interview",
                    "ALTER TABLE screening_interview RENAME TO volunteers_interview",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_recordcheck RENAME TO screening_recordcheck",
                    "ALTER TABLE screening_recordcheck RENAME TO volunteers_recordcheck",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_reference RENAME TO screening_reference",
                    "ALTER TABLE screening_reference RENAME TO volunteers_reference",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_secondyes RENAME TO screening_secondyes",
                    "ALTER TABLE screening_secondyes RENAME TO volunteers_secondyes",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_shadowing RENAME TO screening_shadowing",
                    "ALTER TABLE screening_shadowing RENAME TO volunteers_shadowing",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_signature RENAME TO screening_signature",
                    "ALTER TABLE screening_signature RENAME TO volunteers_signature",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_appointmentevent RENAME TO screening_appointmentevent",
                    "ALTER TABLE screening_appointmentevent RENAME TO volunteers_appointmentevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_declineevent RENAME TO screening_declineevent",
                    "ALTER TABLE screening_declineevent RENAME TO volunteers_declineevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_interviewevent RENAME TO screening_interviewevent",
                    "ALTER TABLE screening_interviewevent RENAME TO volunteers_interviewevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_recordcheckevent RENAME TO screening_recordcheckevent",
                    "ALTER TABLE screening_recordcheckevent RENAME TO volunteers_recordcheckevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_referenceevent RENAME TO screening_referenceevent",
                    "ALTER TABLE screening_referenceevent RENAME TO volunteers_referenceevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_secondyesevent RENAME TO screening_secondyesevent",
                    "ALTER TABLE screening_secondyesevent RENAME TO volunteers_secondyesevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_shadowingevent RENAME TO screening_shadowingevent",
                    "ALTER TABLE screening_shadowingevent RENAME TO volunteers_shadowingevent",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_signatureevent RENAME TO screening_signatureevent",
                    "ALTER TABLE screening_signatureevent RENAME TO volunteers_signatureevent",
                ),
                migrations.RunSQL(NAMES, migrations.RunSQL.noop),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_appointmentevent" ("answered_at", "by_id", "chosen", "offered_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."answered_at", NEW."by_id", NEW."chosen", NEW."offered_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="64c76c144a1d0c83bbf3138905d5cd53efebef1f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e8df",
                    table="screening_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_appointmentevent" ("answered_at", "by_id", "chosen", "offered_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."answered_at", NEW."by_id", NEW."chosen", NEW."offered_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="ba3d27228aa2cda36bf482c4796145fc82cbfc32",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_82001",
                    table="screening_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ce530abcf28c83fd95da560b5f03ca031e374f93",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_3dd67",
                    table="screening_appointmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_declineevent" ("at", "by_id", "offered_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "volunteer_id") VALUES (NEW."at", NEW."by_id", NEW."offered_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."volunteer_id"); RETURN NULL;',
                    hash="0b87396326fe242aa40124b9e6ecc5bdd9c2dd9b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a41e",
                    table="screening_decline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_declineevent" ("at", "by_id", "offered_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "volunteer_id") VALUES (NEW."at", NEW."by_id", NEW."offered_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."volunteer_id"); RETURN NULL;',
                    hash="f48437a144127865670d2549eaa38c94e60a6552",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_56e38",
                    table="screening_decline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="declineevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="78889f2f8a31d2f8a5613cd2aec6207a5820cd8c",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_dbf2e",
                    table="screening_declineevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_interviewevent" ("by_id", "expectations", "held_on", "limits", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "robustness", "time", "volunteer_id") VALUES (NEW."by_id", NEW."expectations", NEW."held_on", NEW."limits", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."robustness", NEW."time", NEW."volunteer_id"); RETURN NULL;',
                    hash="c2159947cb948cbc5af1cf61e8dbebfd83f2f3f9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_348b8",
                    table="screening_interview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_interviewevent" ("by_id", "expectations", "held_on", "limits", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "robustness", "time", "volunteer_id") VALUES (NEW."by_id", NEW."expectations", NEW."held_on", NEW."limits", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."robustness", NEW."time", NEW."volunteer_id"); RETURN NULL;',
                    hash="6ea141e6d2437a6ae92e012a59bc50afed6d1d72",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d8df3",
                    table="screening_interview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="870d4f8fb7d03467f857e7fe4f9b2a69d345872a",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_0315b",
                    table="screening_interviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_recordcheckevent" ("kind", "next_due_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_by_id", "requested_on", "seen_by_id", "seen_on", "volunteer_id") VALUES (NEW."kind", NEW."next_due_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."requested_by_id", NEW."requested_on", NEW."seen_by_id", NEW."seen_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="a549ce4942a689ad32d52ea4fa4c064b0fdc6cc4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_88140",
                    table="screening_recordcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."next_due_on" IS DISTINCT FROM (NEW."next_due_on") OR OLD."reminded_of" IS DISTINCT FROM (NEW."reminded_of") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."requested_on" IS DISTINCT FROM (NEW."requested_on") OR OLD."seen_by_id" IS DISTINCT FROM (NEW."seen_by_id") OR OLD."seen_on" IS DISTINCT FROM (NEW."seen_on") OR OLD."volunteer_id" IS DISTINCT FROM (NEW."volunteer_id"))',
                    func='INSERT INTO "screening_recordcheckevent" ("kind", "next_due_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_by_id", "requested_on", "seen_by_id", "seen_on", "volunteer_id") VALUES (NEW."kind", NEW."next_due_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."requested_by_id", NEW."requested_on", NEW."seen_by_id", NEW."seen_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="8aa40a621a3793f1d0ce6c419351d09bfd8cc50b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7fded",
                    table="screening_recordcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordcheckevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="00e2323a471694a5d7bc44804d6798bcd4708f82",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_20f9c",
                    table="screening_recordcheckevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reference",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_referenceevent" ("answered_at", "asked_at", "asked_by_id", "known_for", "may_call", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "reminded_at", "state", "trusts", "volunteer_id") VALUES (NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."known_for", NEW."may_call", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relation", NEW."reminded_at", NEW."state", NEW."trusts", NEW."volunteer_id"); RETURN NULL;',
                    hash="8949755c502af003fd5923614fa2cbb031f753cf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7ca9e",
                    table="screening_reference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reference",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_referenceevent" ("answered_at", "asked_at", "asked_by_id", "known_for", "may_call", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "reminded_at", "state", "trusts", "volunteer_id") VALUES (NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."known_for", NEW."may_call", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."relation", NEW."reminded_at", NEW."state", NEW."trusts", NEW."volunteer_id"); RETURN NULL;',
                    hash="d60d41288063a08f7211d35698a0016d551bd2c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_04af0",
                    table="screening_reference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="277763d4cbc669da0b00421dedd93512355dd8de",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_12eb0",
                    table="screening_referenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondyes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_secondyesevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "volunteer_id") VALUES (NEW."by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="2e28102015fb79ef218ddd82085a6500d44e2530",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4664c",
                    table="screening_secondyes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondyes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_secondyesevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "volunteer_id") VALUES (NEW."by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="4061b013b82296c716af578ae38757dd1c4d79cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23962",
                    table="screening_secondyes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondyesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8b5e08bf256fd62ca0c9ff8273d9f62d26113f36",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_2f676",
                    table="screening_secondyesevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shadowing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_shadowingevent" ("by_id", "experienced_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id", "went_on") VALUES (NEW."by_id", NEW."experienced_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."volunteer_id", NEW."went_on"); RETURN NULL;',
                    hash="6a3f280511820ca2a6303cde636aa8def2bd1bef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b54e",
                    table="screening_shadowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shadowing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_shadowingevent" ("by_id", "experienced_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id", "went_on") VALUES (NEW."by_id", NEW."experienced_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."volunteer_id", NEW."went_on"); RETURN NULL;',
                    hash="ab92216397ddd148529a0a5aa2dc239e1d6f4c4a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_10f86",
                    table="screening_shadowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shadowingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5a7e968f73e18f8d430b01647781cb0213c6f160",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_3dcb3",
                    table="screening_shadowingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "screening_signatureevent" ("agreement_id", "how", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id", "signed_at", "volunteer_id") VALUES (NEW."agreement_id", NEW."how", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."registered_by_id", NEW."signed_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="913ed5be4f7636ed7bda9439ecc87f7c49f56edb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5ff75",
                    table="screening_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "screening_signatureevent" ("agreement_id", "how", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id", "signed_at", "volunteer_id") VALUES (NEW."agreement_id", NEW."how", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."registered_by_id", NEW."signed_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="ba9297af91ddd39427f744b3faf8de59870d7959",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ec919",
                    table="screening_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signatureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c547d331d3d2172d46174b1d057b435cd02384bc",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_d7610",
                    table="screening_signatureevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
