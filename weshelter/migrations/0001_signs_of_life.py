"""Which daily jobs have run, which workers are there, and what a monitor and the secretariat may know of both."""

import uuid

import django.utils.timezone
from django.db import migrations, models

from access.security import SECRETARIAT, definer, plpgsql, secure

SIGNS = """
    SELECT
        (SELECT max(seen_at) FROM weshelter_workersign),
        (SELECT max(finished_at) FROM weshelter_jobrun),
        (SELECT count(*) FROM (
            SELECT DISTINCT ON (job) error, finished_at FROM weshelter_jobrun WHERE job = ANY(jobs)
            ORDER BY job, finished_at DESC
        ) latest WHERE latest.error <> '' OR latest.finished_at < since),
        (SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'FAILED'),
        app.oldest_mail_on_its_way()
"""

# True if it was so; false if somebody was faster; NULL if there is no such task, or nobody may decide.
DECIDE = """
    BEGIN
        PERFORM FROM django_tasks_database_dbtaskresult WHERE id = task AND app.is_secretariat();
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
        {decision} WHERE id = task AND status = 'FAILED';
        RETURN FOUND;
    END
"""
AGAIN = """UPDATE django_tasks_database_dbtaskresult SET status = 'READY', worker_ids = '[]', started_at = NULL,
            finished_at = NULL, exception_class_path = '', traceback = ''"""
AWAY = "DELETE FROM django_tasks_database_dbtaskresult"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_grants"),
        ("letters", "0006_a_mail_that_did_not_leave_is_decided_about"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        migrations.CreateModel(
            name="JobRun",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("job", models.CharField(max_length=60, verbose_name="job")),
                ("started_at", models.DateTimeField(verbose_name="started")),
                ("finished_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="finished")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="how many")),
                ("error", models.CharField(blank=True, max_length=120, verbose_name="error")),
            ],
            options={
                "verbose_name": "run of a daily job",
                "verbose_name_plural": "runs of daily jobs",
                "indexes": [models.Index(fields=["job", "-finished_at"], name="runs_of_a_job")],
            },
        ),
        migrations.CreateModel(
            name="WorkerSign",
            fields=[
                ("id", models.CharField(editable=False, max_length=32, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="started")),
                ("seen_at", models.DateTimeField(verbose_name="seen")),
            ],
            options={"verbose_name": "worker", "verbose_name_plural": "workers"},
        ),
        secure("weshelter_jobrun", select=SECRETARIAT, jobs="SELECT, INSERT, DELETE"),
        secure("weshelter_workersign", select=SECRETARIAT),
        definer(
            "app.signs_of_life(jobs text[], since timestamptz)",
            "TABLE (worker_seen_at timestamptz, jobs_finished_at timestamptz, jobs_not_done bigint,"
            " tasks_failed bigint, oldest_mail_at timestamptz)",
            SIGNS,
        ),
        # What the worker gave up, by the secretariat alone: which task and with which class of error, no arguments.
        definer(
            "app.failed_tasks()",
            "TABLE (id uuid, task_path text, error text, finished_at timestamptz)",
            """
            SELECT t.id, t.task_path, t.exception_class_path, t.finished_at
            FROM django_tasks_database_dbtaskresult t WHERE t.status = 'FAILED' AND app.is_secretariat()
            ORDER BY t.finished_at
            """,
        ),
        plpgsql("app.try_task_again(task uuid)", "boolean", DECIDE.format(decision=AGAIN)),
        plpgsql("app.put_task_away(task uuid)", "boolean", DECIDE.format(decision=AWAY)),
    ]
