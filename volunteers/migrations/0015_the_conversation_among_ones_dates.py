"""The conversation stands among her dates: the links of her own page and of her calendar read it, and change nothing."""

from django.db import migrations

ASKED = "id = (SELECT app.link_object('conversation'))"
OWN_DATES = f"{ASKED} OR volunteer_id = (SELECT app.link_volunteer('own_page', 'feed'))"


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0014_what_a_role_asks_of_many")]

    operations = [
        migrations.RunSQL(
            f"ALTER POLICY by_link_select ON volunteers_appointment USING ({OWN_DATES})",
            f"ALTER POLICY by_link_select ON volunteers_appointment USING ({ASKED})",
        )
    ]
