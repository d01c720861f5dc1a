"""A role may end as it began: the day before its first."""

import datetime
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0006_where_answers_go'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='membership',
            name='a_membership_ends_after_it_begins',
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', django.db.models.expressions.CombinedExpression(models.F('from_on'), '-', models.Value(datetime.timedelta(days=1)))), _connector='OR'), name='a_membership_ends_after_it_begins', violation_error_message='It must end after it begins.'),
        ),
    ]
