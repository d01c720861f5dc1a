"""The new starts that two have confirmed are kept as what they are now: changes of access that were done."""

from django.db import migrations

TO_CHANGES = """
INSERT INTO accounts_accesschange
    (id, kind, state, user_id, address, asked_by_id, asked_at, confirmed_by_id, confirmed_at, settled_at)
SELECT id, 'way_back', 'done', user_id, '', asked_by_id, asked_at, confirmed_by_id, confirmed_at, confirmed_at
FROM accounts_factorreset WHERE confirmed_at IS NOT NULL;
INSERT INTO accounts_accesschange (id, kind, state, user_id, address, asked_by_id, asked_at)
SELECT id, 'way_back', 'asked', user_id, '', asked_by_id, asked_at
FROM accounts_factorreset WHERE confirmed_at IS NULL;
"""
TO_RESETS = """
INSERT INTO accounts_factorreset (id, user_id, asked_by_id, asked_at, confirmed_by_id, confirmed_at)
SELECT id, user_id, asked_by_id, asked_at, confirmed_by_id, confirmed_at
FROM accounts_accesschange
WHERE kind = 'way_back' AND asked_by_id IS NOT NULL
    AND (state = 'asked' OR state = 'done' AND confirmed_at IS NOT NULL);
DELETE FROM accounts_accesschange
"""


def carry(statements: str):
    """The triggers rest: what was done then is not done once more, and keeps its own moments."""

    def run(apps, schema_editor) -> None:
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("ALTER TABLE accounts_accesschange DISABLE TRIGGER USER")
            cursor.execute(statements)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE accounts_accesschange ENABLE TRIGGER USER")

    return run


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_two_people_and_a_day")]

    operations = [migrations.RunPython(carry(TO_CHANGES), carry(TO_RESETS))]
