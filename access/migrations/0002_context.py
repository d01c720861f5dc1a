"""The schema `app`: who acts (three transaction-local keys) and the links, which the app's login cannot read."""

from django.db import migrations

from access.security import definer, secure

CONTEXT = """
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO weshelter_app, weshelter_jobs;
CREATE FUNCTION app.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.uid', true), '')::uuid $$;
CREATE FUNCTION app.link() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.link', true), '') $$;
CREATE FUNCTION app.new_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.new_id', true), '')::uuid $$;
CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (now() AT TIME ZONE 'Europe/Copenhagen')::date $$;
REVOKE ALL ON FUNCTION app.uid(), app.link(), app.new_id(), app.today() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.uid(), app.link(), app.new_id(), app.today() TO weshelter_app, weshelter_jobs;
"""

LINK_IN_USE = """
    SELECT l.id, l.purpose::text, l.volunteer_id, l.object_id FROM access_link l
    WHERE l.token_hash = app.link() AND l.revoked_at IS NULL AND l.expires_at > now()
"""

# Whom a link may be made for is asked of app.may_issue_link, which the app `volunteers` defines.
ISSUE = """
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    IF NOT app.may_issue_link(for_volunteer) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link for a volunteer outside the scope';
    END IF;
    PERFORM app.revoke_link(for_purpose, for_volunteer, about);
    INSERT INTO access_link (id, purpose, volunteer_id, object_id, token_hash, issued_at, expires_at)
    VALUES (made, for_purpose, for_volunteer, about, hash, now(), until);
    RETURN made;
END
"""

REVOKE = """
BEGIN
    IF NOT app.may_issue_link(for_volunteer) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link of a volunteer outside the scope';
    END IF;
    UPDATE access_link SET revoked_at = now()
    WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND object_id IS NOT DISTINCT FROM about
        AND revoked_at IS NULL;
END
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_links")]

    operations = [
        migrations.RunSQL(CONTEXT, "DROP SCHEMA app CASCADE"),
        secure("access_link"),
        definer(
            "app.link_in_use()",
            "TABLE (id uuid, purpose text, volunteer_id uuid, object_id uuid)",
            LINK_IN_USE,
        ),
        definer(
            "app.link_volunteer(VARIADIC purposes text[])",
            "uuid",
            "SELECT l.volunteer_id FROM app.link_in_use() l WHERE l.purpose = ANY (purposes)",
        ),
        definer(
            "app.link_object(of_purpose text)",
            "uuid",
            "SELECT l.object_id FROM app.link_in_use() l WHERE l.purpose = of_purpose",
        ),
        definer(
            "app.revoke_link(for_purpose text, for_volunteer uuid, about uuid)",
            "void",
            REVOKE,
            language="plpgsql",
            traits="VOLATILE",
        ),
        definer(
            "app.issue_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamptz)",
            "uuid",
            ISSUE,
            language="plpgsql",
            traits="VOLATILE",
        ),
    ]
