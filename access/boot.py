"""What must be true before the site serves: row security is only a lock for a login that it binds."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

# What a login may be, and why nobody may serve with it.
TOO_MUCH = {
    "superuser": "is a superuser, whom no policy binds",
    "bypassrls": "has BYPASSRLS, so no policy binds it",
    "owner": "is a member of weshelter_owner, which sees every row and changes the tables",
    "jobs": "is a member of weshelter_jobs, which sees every row",
}
LOGIN = """
    SELECT current_user::text AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypassrls,
        pg_has_role('weshelter_owner', 'MEMBER') AS owner, pg_has_role('weshelter_jobs', 'MEMBER') AS jobs,
        pg_has_role('weshelter_app', 'MEMBER') AS app
    FROM pg_roles r WHERE r.rolname = current_user
"""


def refuse_wrong_login() -> None:
    """Refuse to serve as anybody but the app's own login; called once, where the web server starts."""
    with connection.cursor() as cursor:
        cursor.execute(LOGIN)
        names = [column.name for column in cursor.description]
        login = dict(zip(names, cursor.fetchone(), strict=True))
    connection.close()
    if fault := fault_of(login):
        raise ImproperlyConfigured(f"DATABASE_URL: the login “{login['name']}” {fault}. See docs/operations.md.")


def fault_of(login: dict) -> str:
    """Why nobody may serve with this login; empty for a good one."""
    for name, fault in TOO_MUCH.items():
        if login[name]:
            return fault
    return "" if login["app"] else "is not a member of weshelter_app, so it may read nothing"
