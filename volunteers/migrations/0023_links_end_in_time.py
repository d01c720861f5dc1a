"""Who asks for a new link ends nobody's; a calendar ends when nobody fetches it, and with a corrected address."""

from django.db import migrations

from access.security import definer, plpgsql, trigger

# The one place where links are made. Of the own page the former live seven days more, and a further request lengthens
# no life. The five eldest of them stay: who asks again and again can neither end the one that she has nor make many.
PUT = """
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    -- Two who issue the same link at once come one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended(for_purpose || for_volunteer::text || coalesce(about::text, ''), 0));
    IF for_purpose = 'own_page' THEN
        UPDATE access_link SET expires_at = now() + interval '7 days'
        WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND revoked_at IS NULL
            AND expires_at > now() + interval '7 days';
        UPDATE access_link SET revoked_at = now() WHERE id IN (
            SELECT l.id FROM access_link l
            WHERE l.purpose = for_purpose AND l.volunteer_id = for_volunteer AND l.revoked_at IS NULL
                AND l.expires_at > now()
            ORDER BY l.issued_at, l.id OFFSET 5);
    ELSE
        UPDATE access_link SET revoked_at = now()
        WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND object_id IS NOT DISTINCT FROM about
            AND revoked_at IS NULL;
    END IF;
    -- No link lives for ever.
    INSERT INTO access_link (id, purpose, volunteer_id, object_id, token_hash, issued_at, expires_at)
    VALUES (made, for_purpose, for_volunteer, about, hash, clock_timestamp(), least(until, now() + interval '90 days'));
    RETURN made;
END
"""

ISSUE = """
CREATE OR REPLACE FUNCTION app.issue_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamptz)
    RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF NOT app.may_issue_link(for_purpose, for_volunteer, about) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link for a volunteer outside the scope';
    END IF;
    RETURN app.put_link(for_purpose, for_volunteer, about, hash, until);
END
$body$
"""

# Written at most once a day, by the calendar that is fetched; it lives 90 whole days from then.
FETCHED = """
    UPDATE access_link SET fetched_on = app.today(),
        expires_at = (app.today() + 91)::timestamp AT TIME ZONE 'Europe/Copenhagen'
    WHERE token_hash = app.link() AND purpose = 'feed' AND revoked_at IS NULL AND expires_at > now()
        AND fetched_on IS DISTINCT FROM app.today()
"""

# Whether there is a calendar, for herself through her own page and for those who screen her.
LIVE_FEED = """
    SELECT (l.issued_at AT TIME ZONE 'Europe/Copenhagen')::date, l.fetched_on FROM access_link l
    WHERE l.purpose = 'feed' AND l.volunteer_id = who AND l.revoked_at IS NULL AND l.expires_at > now()
        AND (who = app.link_volunteer('own_page') OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = who
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())))
"""

# Whoever reads the mail of the former address has seen the links to her own page, and may have her calendar.
NEW_ADDRESS = """
BEGIN
    IF lower(NEW.email) <> lower(OLD.email) THEN
        UPDATE access_link SET revoked_at = now()
        WHERE volunteer_id = NEW.id AND purpose IN ('own_page', 'feed') AND revoked_at IS NULL;
    END IF;
    RETURN NULL;
END
"""
PUT_IS_INNER = """
REVOKE EXECUTE ON FUNCTION app.put_link(text, uuid, uuid, text, timestamptz) FROM weshelter_app
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0022_a_newcomer_goes_along_first"),
        ("access", "0009_links_side_by_side"),
    ]

    operations = [
        plpgsql(
            "app.put_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamptz)", "uuid", PUT
        ),
        migrations.RunSQL(PUT_IS_INNER, migrations.RunSQL.noop),
        migrations.RunSQL(ISSUE, migrations.RunSQL.noop),
        definer("app.feed_is_fetched()", "void", FETCHED, traits="VOLATILE"),
        definer("app.live_feed(who uuid)", "TABLE (made_on date, fetched_on date)", LIVE_FEED),
        plpgsql("app.links_end_with_the_address()", "trigger", NEW_ADDRESS),
        trigger("volunteers_volunteer", "new_address", "AFTER UPDATE OF email", "app.links_end_with_the_address"),
    ]
