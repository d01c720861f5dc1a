"""Break-glass and the consents' narrower policies were made side by side; what follows comes after both."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("citizens", "0004_said_once"), ("citizens", "0005_breaking_the_glass")]

    operations: list = []
