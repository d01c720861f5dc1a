"""The exact count behind the public forms: one upsert, so that of many at once just the allowed number passes."""

from django.db import migrations

from access.security import definer, secure

# The time begins with the first attempt and is not prolonged by those that are refused.
COUNT = """
    INSERT INTO access_attempt AS a (key_hash, count, forget_at) VALUES (of_whom, 1, now() + within)
    ON CONFLICT (key_hash) DO UPDATE SET
        count = CASE WHEN a.forget_at <= now() THEN 1 ELSE least(a.count, at_most) + 1 END,
        forget_at = CASE WHEN a.forget_at <= now() THEN now() + within ELSE a.forget_at END
    RETURNING count <= at_most
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_attempts")]

    operations = [
        secure("access_attempt", jobs="SELECT, DELETE"),
        definer(
            "app.count_attempt(of_whom text, at_most int, within interval)",
            "boolean",
            COUNT,
            traits="VOLATILE",
        ),
    ]
