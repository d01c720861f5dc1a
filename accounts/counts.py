"""The counts of login attempts, which all web processes share: Django's cache in the database, with values as JSON.

The library's own would unpickle what it reads: whoever can write a row could have anything run in the web process.
"""

import json

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.utils.crypto import salted_hmac

WRITE = """
    INSERT INTO accounts_loginattempts AS a (cache_key, value, expires)
    VALUES (%s, %s, to_timestamp(%s))
    ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires
"""


class Counts(BaseCache):
    """As much of a cache as the limits use: every count ends, and one is taken only where there is none."""

    def __init__(self, _location: str, params: dict) -> None:
        super().__init__(params)

    def make_key(self, key, version=None) -> str:
        """Only a salted hash is kept of whose count it is: the library's own keys name networks."""
        return salted_hmac("accounts.counts", str(key), algorithm="sha256").hexdigest()

    def get(self, key, default=None, version=None):
        statement = "SELECT value FROM accounts_loginattempts WHERE cache_key = %s AND expires > clock_timestamp()"
        rows = self._run(statement, self.make_and_validate_key(key, version))
        return json.loads(rows[0][0]) if rows else default

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None) -> None:
        self._write(WRITE, key, value, timeout, version)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None) -> bool:
        return bool(self._write(f"{WRITE} WHERE a.expires <= clock_timestamp()", key, value, timeout, version))

    def delete(self, key, version=None) -> bool:
        statement = "DELETE FROM accounts_loginattempts WHERE cache_key = %s RETURNING cache_key"
        return bool(self._run(statement, self.make_and_validate_key(key, version)))

    def clear(self) -> None:
        self._run("DELETE FROM accounts_loginattempts RETURNING cache_key")

    def _write(self, statement: str, key, value, timeout, version) -> list:
        ends = self.get_backend_timeout(timeout)
        return self._run(
            f"{statement} RETURNING cache_key", self.make_and_validate_key(key, version), json.dumps(value), ends
        )

    def _run(self, statement: str, *values) -> list:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()
