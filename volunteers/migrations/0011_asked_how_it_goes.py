"""That somebody was asked how it goes is support; ticked by link, nobody wrote it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0010_talks_with_volunteers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="support",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="written by",
            ),
        ),
        migrations.AlterField(
            model_name="support",
            name="kind",
            field=models.CharField(
                choices=[
                    ("talk", "a talk"),
                    ("exit_talk", "a talk at the end of a friendship"),
                    ("check_in", "asked how it goes"),
                ],
                max_length=9,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="supportevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="written by",
            ),
        ),
        migrations.AlterField(
            model_name="supportevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("talk", "a talk"),
                    ("exit_talk", "a talk at the end of a friendship"),
                    ("check_in", "asked how it goes"),
                ],
                max_length=9,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="support",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "check_in"), ("by__isnull", False), _connector="OR"),
                name="a_talk_was_held_by_somebody",
            ),
        ),
    ]
