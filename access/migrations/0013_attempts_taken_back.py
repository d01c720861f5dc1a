"""Of the counts behind the forms: what turned out to be no attempt is taken back, and when one may try again."""

from django.db import migrations

from access.security import definer

TAKE_BACK = "UPDATE access_attempt SET count = count - 1 WHERE key_hash = of_whom AND count > 0 AND forget_at > now()"
BEGIN_ANEW = "SELECT forget_at FROM access_attempt WHERE key_hash = of_whom"


class Migration(migrations.Migration):
    dependencies = [("access", "0012_the_worker_changes_an_access")]

    operations = [
        definer("app.take_back_attempt(of_whom text)", "void", TAKE_BACK, traits="VOLATILE"),
        definer("app.attempts_begin_anew(of_whom text)", "timestamptz", BEGIN_ANEW),
    ]
