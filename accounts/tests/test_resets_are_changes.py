"""The new starts of before are kept as changes of access, and none of them is done a second time."""

from django.db import connection

from weshelter.tests import people

BEFORE, NOW = ("accounts", "0011_two_people_and_a_day"), ("accounts", "0012_resets_are_changes")
RESETS = """
INSERT INTO accounts_factorreset (id, user_id, asked_by_id, asked_at, confirmed_by_id, confirmed_at)
SELECT gen_random_uuid(), %s, %s, '2026-10-01 10:00+00', %s, '2026-10-02 10:00+00';
INSERT INTO accounts_factorreset (id, user_id, asked_by_id, asked_at)
SELECT gen_random_uuid(), %s, %s, '2026-10-03 10:00+00'
"""


def ask(sql: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def test_what_two_have_confirmed_stays_and_happens_not_again(committed_cast, as_it_was, as_login):
    cast = committed_cast
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    as_it_was(*BEFORE)
    as_login("owner")
    ask(RESETS, cast.karen.pk, cast.sille.pk, ruth.pk, cast.lars.pk, cast.sille.pk)

    as_it_was(*NOW)

    as_login("owner")
    kept = ask("SELECT user_id, kind, state, asked_by_id, confirmed_by_id, settled_at FROM accounts_accesschange")
    assert sorted((who == cast.karen.pk, kind, state, by == cast.sille.pk, second == ruth.pk, settled is not None)
                  for who, kind, state, by, second, settled in kept) == [
        (False, "way_back", "asked", True, False, False),
        (True, "way_back", "done", True, True, True),
    ]  # fmt: skip
    cast.karen.refresh_from_db()
    assert cast.karen.has_usable_password()
