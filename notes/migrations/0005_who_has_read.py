"""Who has read about a citizen: for the print that he can ask for. When, who and what for; never what was read."""

from django.db import migrations

from access.security import definer

# A lead learns of what was told in confidence from the own house; the project's coordinator of everything.
READINGS = """
    WITH known AS (
        SELECT c.id, c.project_id, c.project_id IN (SELECT app.own_projects()) AS is_own FROM citizens_citizen c
        WHERE c.id = of_citizen
            AND (c.project_id IN (SELECT app.own_projects()) OR c.id IN (SELECT app.house_citizens()))
    ), things AS (
        SELECT k.id FROM known k
        UNION ALL SELECT m.id FROM matching_match m JOIN known k ON m.citizen_id = k.id
        UNION ALL SELECT g.id FROM notes_guidance g JOIN known k ON g.citizen_id = k.id
        UNION ALL SELECT n.id FROM notes_confidence n JOIN known k ON n.citizen_id = k.id
            WHERE k.is_own OR n.institution_id IN (SELECT app.own_houses())
    ), readings AS (
        SELECT t.at, t.actor_id, false AS is_opening, t.object_type, '' AS purpose FROM history_accesstrail t
            WHERE t.action = 'shown' AND t.actor_id IS NOT NULL AND t.object_id IN (SELECT id FROM things)
        UNION ALL
        SELECT l.at, l.actor_id, true, l.object_type, l.purpose FROM history_accesslog l
            WHERE l.object_id IN (SELECT id FROM things)
    )
    SELECT r.at, u.name::text, CASE
            WHEN u.is_secretariat THEN 'secretariat'
            WHEN EXISTS (SELECT FROM institutions_membership m JOIN known k ON k.project_id = m.project_id
                WHERE m.user_id = u.id) THEN 'coordinator'
            ELSE 'lead' END,
        r.is_opening, r.object_type::text, r.purpose::text
    FROM readings r JOIN accounts_user u ON u.id = r.actor_id ORDER BY r.at
"""


class Migration(migrations.Migration):
    dependencies = [("notes", "0004_in_an_emergency"), ("history", "0005_one_hash_and_the_trail")]

    operations = [
        definer(
            "app.readings_of(of_citizen uuid)",
            "TABLE (at timestamptz, name text, role text, is_opening boolean, object_type text, purpose text)",
            READINGS,
        ),
    ]
