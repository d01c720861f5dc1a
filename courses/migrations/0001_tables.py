"""The tables of courses, which volunteers had."""

import functools
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Keys, checks and indexes are called after their table.
NAMES = r"""
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT c.conname, c.conrelid::regclass AS of_table FROM pg_constraint c
            WHERE c.conrelid::regclass::text LIKE 'courses\_%' AND c.conname LIKE 'volunteers\_%' LOOP
        EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', one.of_table, one.conname,
            'courses' || substr(one.conname, length('volunteers') + 1));
    END LOOP;
    FOR one IN SELECT i.indexrelid::regclass::text AS index FROM pg_index i
            WHERE i.indrelid::regclass::text LIKE 'courses\_%' AND i.indexrelid::regclass::text LIKE 'volunteers\_%' LOOP
        EXECUTE format('ALTER INDEX %I RENAME TO %I', one.index,
            'courses' || substr(one.index, length('volunteers') + 1));
    END LOOP;
END
$$
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("institutions", "0005_search"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0004_screening_and_courses_move_out"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "state",
                            models.CharField(
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
                        (
                            "since",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="since"
                            ),
                        ),
                        ("offered_until", models.DateTimeField(editable=False, null=True, verbose_name="kept until")),
                        ("told_at", models.DateTimeField(editable=False, null=True)),
                        ("reminded_at", models.DateTimeField(editable=False, null=True)),
                        ("changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)),
                        (
                            "volunteer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="volunteers.volunteer",
                                verbose_name="volunteer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attendance",
                        "verbose_name_plural": "attendances",
                    },
                ),
                migrations.CreateModel(
                    name="Gathering",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("introduction", "introduction course"),
                                    ("network", "network meeting"),
                                    ("after_work", "after-work meeting"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", models.CharField(max_length=100, verbose_name="title")),
                        ("starts_at", models.DateTimeField(verbose_name="begins")),
                        ("ends_at", models.DateTimeField(verbose_name="ends")),
                        ("place", models.CharField(max_length=120, verbose_name="place")),
                        (
                            "modules",
                            django.contrib.postgres.fields.ArrayField(
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
                                default=functools.partial(
                                    list,
                                    *(
                                        [
                                            "target_group",
                                            "dilemmas",
                                            "staff",
                                            "role",
                                            "confidentiality",
                                            "duty_to_notify",
                                        ],
                                    ),
                                    **{},
                                ),
                                help_text="Of an introduction course: what this session goes through. A course may have several sessions.",
                                size=None,
                                verbose_name="modules",
                            ),
                        ),
                        ("places", models.PositiveSmallIntegerField(verbose_name="places")),
                        ("taken", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="taken")),
                        ("changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)),
                        (
                            "institution",
                            models.ForeignKey(
                                blank=True,
                                help_text="Only for something that belongs to one house.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gatherings",
                                to="institutions.institution",
                                verbose_name="house",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "course or meeting",
                        "verbose_name_plural": "courses and meetings",
                        "ordering": ["-starts_at"],
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceEvent",
                    fields=[
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "state",
                            models.CharField(
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
                        (
                            "since",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="since"
                            ),
                        ),
                        ("offered_until", models.DateTimeField(editable=False, null=True, verbose_name="kept until")),
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
                                to="courses.attendance",
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
                        (
                            "gathering",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="courses.gathering",
                                verbose_name="course or meeting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="attendance",
                    name="gathering",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="courses.gathering",
                        verbose_name="course or meeting",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="gathering",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("taken__lte", models.F("places"))), name="gathering_has_room"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="gathering",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="a_gathering_ends_after_it_begins",
                        violation_error_message="It must end after it begins.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(
                        fields=("gathering", "volunteer"), name="one_place_per_volunteer"
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
            ],
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE volunteers_gathering RENAME TO courses_gathering",
                    "ALTER TABLE courses_gathering RENAME TO volunteers_gathering",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_attendance RENAME TO courses_attendance",
                    "ALTER TABLE courses_attendance RENAME TO volunteers_attendance",
                ),
                migrations.RunSQL(
                    "ALTER TABLE volunteers_attendanceevent RENAME TO courses_attendanceevent",
                    "ALTER TABLE courses_attendanceevent RENAME TO volunteers_attendanceevent",
                ),
                migrations.RunSQL(NAMES, migrations.RunSQL.noop),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2a0d2164a9c1052deba035f39c7765c743235d32",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_5123a",
                    table="courses_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "courses_attendanceevent" ("gathering_id", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "volunteer_id") VALUES (NEW."gathering_id", NEW."offered_until", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="e46b6412312fe92de8473f86603b5a86cc936d4f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfd71",
                    table="courses_attendance",
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
                    func='INSERT INTO "courses_attendanceevent" ("gathering_id", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "volunteer_id") VALUES (NEW."gathering_id", NEW."offered_until", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="6be2e60da660e19e856b95dbfed165fc56be4ecb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8c631",
                    table="courses_attendance",
                    when="AFTER",
                ),
            ),
        ),
    ]
