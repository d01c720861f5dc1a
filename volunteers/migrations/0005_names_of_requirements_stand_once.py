from django.db import migrations, models

import volunteers.readiness


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0004_screening_and_courses_move_out"),
    ]

    operations = [
        migrations.AlterField(
            model_name="requirement",
            name="kind",
            field=models.CharField(choices=volunteers.readiness.asked_beyond_ready, max_length=15, verbose_name="kind"),
        ),
        migrations.AlterField(
            model_name="requirementevent",
            name="kind",
            field=models.CharField(choices=volunteers.readiness.asked_beyond_ready, max_length=15, verbose_name="kind"),
        ),
    ]
