"""Who is declined, takes the application back or leaves: assignments and links end, booked places are free again."""

from django.db import migrations

from access.security import definer

LEAVES = """
BEGIN
    IF NOT app.may_revoke_link(who) OR NOT EXISTS (SELECT FROM volunteers_volunteer v
            WHERE v.id = who AND v.state IN ('declined', 'withdrawn', 'left')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope, or one who stays';
    END IF;
    WITH freed AS (
        DELETE FROM volunteers_attendance t WHERE t.volunteer_id = who AND t.state = 'booked' RETURNING t.gathering_id
    )
    UPDATE volunteers_gathering g SET taken = g.taken - 1 FROM freed WHERE g.id = freed.gathering_id;
    UPDATE volunteers_assignment a SET until_on = app.today() - 1
    WHERE a.volunteer_id = who AND (a.until_on IS NULL OR a.until_on >= app.today());
    UPDATE access_link SET revoked_at = now() WHERE volunteer_id = who AND revoked_at IS NULL;
END
"""


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0004_narrower_doors")]

    operations = [
        definer("app.volunteer_leaves(who uuid)", "void", LEAVES, language="plpgsql", traits="VOLATILE"),
    ]
