"""Whoever has no link of her own in use was let through: the answer was neither yes nor no."""

from django.db import migrations

MAY_REVOKE = """
CREATE OR REPLACE FUNCTION app.may_revoke_link(for_volunteer uuid) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    RETURN EXISTS (SELECT FROM app.link_in_use() l WHERE l.volunteer_id = for_volunteer)
        OR EXISTS (SELECT FROM app.house_friends() f WHERE f = for_volunteer)
        OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()));
END
$body$
"""


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0005_who_leaves_leaves_nothing_behind")]

    operations = [migrations.RunSQL(MAY_REVOKE, migrations.RunSQL.noop)]
