"""Tables. Functions, triggers and policies stand in `database/`."""

import uuid

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="WorkerSign",
            fields=[
                ("id", models.CharField(editable=False, max_length=32, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="started")),
                ("seen_at", models.DateTimeField(verbose_name="seen")),
            ],
            options={
                "verbose_name": "worker",
                "verbose_name_plural": "workers",
            },
        ),
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
    ]
