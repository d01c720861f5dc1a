"""A demo that was made by a former version of the site is met with a sentence and made anew: nothing in it is real."""

import os
from contextlib import closing

import psycopg2
from django.db.migrations.loader import MigrationLoader

from access.installation import our_apps


def is_of_a_former_version() -> bool:
    """Were its tables made by migrations of ours that are here no more?"""
    with closing(psycopg2.connect(os.environ["DATABASE_OWNER_URL"])) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("SELECT app, name FROM django_migrations WHERE app = ANY(%s)", [our_apps()])
        applied = set(cursor.fetchall())
    return not applied <= set(MigrationLoader(None).disk_migrations)
