"""Figures. Functions, triggers and policies stand in `database/`."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("institutions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("month", models.DateField(verbose_name="month")),
                ("indicator", models.SlugField(db_index=False, max_length=30, verbose_name="indicator")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("value", models.PositiveIntegerField(verbose_name="number")),
                ("counted_on", models.DateField(verbose_name="counted on")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
            ],
            options={
                "verbose_name": "figure",
                "verbose_name_plural": "figures",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("month", "institution", "indicator", "version"), name="one_figure_per_house_and_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)), name="a_figures_month_is_its_first_day"
                    ),
                ],
            },
        ),
    ]
