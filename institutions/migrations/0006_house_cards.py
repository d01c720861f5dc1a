"""The card of a house: how the day goes, its rules, whom to call."""

import uuid

import django.db.models.deletion
import phonenumber_field.modelfields
from django.db import migrations, models

import access.text
from access.security import SECRETARIAT, definer, secure

HOUSES_AT_WORK = """
    SELECT app.own_houses()
    UNION
    SELECT p.institution_id FROM institutions_project p WHERE p.id IN (SELECT app.own_projects())
"""


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0005_searching"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseCard",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "daily_life",
                    access.text.LongText(
                        blank=True,
                        help_text="When one eats, when it is quiet, where one hangs one's coat.",
                        max_length=2000,
                        verbose_name="daily life",
                    ),
                ),
                ("rules", access.text.LongText(blank=True, max_length=2000, verbose_name="rules of the house")),
                (
                    "coordinator_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="the coordinators' phone"
                    ),
                ),
                (
                    "lead_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="the lead's phone"
                    ),
                ),
                (
                    "secretariat_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="the secretariat's phone"
                    ),
                ),
                (
                    "out_of_hours_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone out of hours"
                    ),
                ),
                (
                    "institution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
            ],
            options={
                "verbose_name": "house card",
                "verbose_name_plural": "house cards",
                "ordering": ["institution__name"],
            },
        ),
        definer("app.houses_at_work()", "SETOF bigint", HOUSES_AT_WORK),
        secure(
            "institutions_housecard",
            select=f"{SECRETARIAT} OR institution_id = ANY(ARRAY(SELECT app.houses_at_work()))",
            insert=SECRETARIAT,
            update=SECRETARIAT,
        ),
    ]
