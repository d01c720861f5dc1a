"""Who acted, as the history keeps it: read from the context of the database, one row per transaction and actor."""

from django.db import migrations

from access.security import secure

# The library's own function asks Python, whose word anybody could give, and misses what a SELECT of a function changes.
# Ids, names of views, jobs and purposes alone: no path, no token. A link that the same act has ended still counts.
WHO_ACTED = """
CREATE OR REPLACE FUNCTION public._pgh_attach_context() RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    who jsonb;
    context uuid;
BEGIN
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'user', app.uid(), 'link', l.id, 'purpose', l.purpose, 'new', app.new_id(),
        'view', substring(current_setting('app.view', true) FROM '^[\\w:.-]{1,80}$'),
        'job', substring(current_setting('app.job', true) FROM '^[\\w :.-]{1,80}$')))
    INTO who FROM (SELECT) AS one LEFT JOIN access_link l ON l.token_hash = app.link();
    IF who = '{}' THEN
        RETURN NULL;
    END IF;
    context := md5(pg_current_xact_id()::text || now()::text || who::text)::uuid;
    INSERT INTO pghistory_context (id, metadata, created_at, updated_at) VALUES (context, who, now(), now())
    ON CONFLICT DO NOTHING;
    RETURN context;
END
$body$;
REVOKE ALL ON FUNCTION public._pgh_attach_context() FROM PUBLIC
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_attempts_counted"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.RunSQL(WHO_ACTED, migrations.RunSQL.noop),
        # Ids alone; whoever is signed in may see who did what he sees.
        secure("pghistory_context", select="(SELECT app.uid()) IS NOT NULL", jobs="SELECT, DELETE"),
    ]
