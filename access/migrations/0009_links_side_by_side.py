"""A link to the own page lives beside the former one; of a calendar the day is kept on which it was fetched."""

from django.db import migrations, models

# Those made before live ten years; from now on a calendar lives 90 days from the last day on which it was fetched.
FEEDS_END = """
UPDATE access_link SET expires_at = least(expires_at, now() + interval '90 days') WHERE purpose = 'feed'
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0008_feed_links")]

    operations = [
        migrations.RunSQL(FEEDS_END, migrations.RunSQL.noop),
        migrations.RemoveConstraint(model_name="link", name="one_live_link_per_purpose_and_object"),
        migrations.AddField(model_name="link", name="fetched_on", field=models.DateField(null=True)),
        migrations.AddIndex(
            model_name="link",
            index=models.Index(
                condition=models.Q(("revoked_at", None)), fields=["volunteer_id"], name="links_that_were_not_ended"
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at", None), models.Q(("purpose", "own_page"), _negated=True)),
                fields=("purpose", "volunteer_id", "object_id"),
                name="one_live_link_per_purpose_and_object",
                nulls_distinct=False,
            ),
        ),
    ]
