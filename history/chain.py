"""Is the access log whole? The database recomputes every hash in one statement and names the rows that are not."""

from dataclasses import dataclass

from django.db import connection

# A row with a hash of its own that its successor does not continue was written anew. The first row is number 1, or a
# checkpoint: a row that was sent out as an anchor before what came before it was deleted for its age.
BROKEN = """
WITH chain AS (
    SELECT l.seq, l.prev, l.hash, l.hash = app.access_log_hash(l) AS is_right,
        lag(l.seq) OVER before AS seq_before, lag(l.hash) OVER before AS hash_before
    FROM history_accesslog l WINDOW before AS (ORDER BY l.seq)
), ends AS (
    SELECT coalesce(min(c.seq), 1) AS first, coalesce(max(c.seq), 0) AS last FROM chain c
)
SELECT c.seq AS first, c.seq AS last, 'changed' AS what FROM chain c WHERE NOT c.is_right
UNION SELECT c.seq, c.seq, 'changed' FROM chain c WHERE c.seq = 1 AND c.prev <> ''
UNION SELECT c.seq_before, c.seq_before, 'changed' FROM chain c
    WHERE c.seq = c.seq_before + 1 AND c.is_right AND c.prev <> c.hash_before
UNION SELECT c.seq_before + 1, c.seq - 1, 'missing' FROM chain c WHERE c.seq > c.seq_before + 1
UNION SELECT 1, c.seq - 1, 'missing' FROM chain c WHERE c.seq_before IS NULL AND c.seq > 1
    AND NOT EXISTS (SELECT FROM history_anchor a WHERE a.seq = c.seq AND a.hash = c.hash)
UNION SELECT e.last + 1, max(a.seq), 'missing' FROM ends e JOIN history_anchor a ON a.seq > e.last GROUP BY e.last
UNION SELECT a.seq, a.seq, 'changed' FROM history_anchor a JOIN chain c ON c.seq = a.seq AND c.hash <> a.hash
ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class Fault:
    """Rows of the log that are not as they were written: from which to which, changed or missing."""

    first: int
    last: int
    what: str

    def __str__(self) -> str:
        rows = f"row {self.first}" if self.first == self.last else f"rows {self.first} to {self.last}"
        return f"{rows}: {self.what}"


def faults() -> list[Fault]:
    """What is wrong with the chain; the login of the jobs sees all of it."""
    with connection.cursor() as cursor:
        cursor.execute(BROKEN)
        return [Fault(*row) for row in cursor.fetchall()]


def head() -> tuple[int, str] | None:
    """Number and hash (in hex) of the last row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, encode(hash, 'hex') FROM history_accesslog ORDER BY seq DESC LIMIT 1")
        return cursor.fetchone()


def has(seq: int, hash: str) -> bool:
    """Is there a row with this number and this hash, as a letter says?"""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM history_accesslog WHERE seq = %s AND encode(hash, 'hex') = %s)",
            [seq, hash.lower()],
        )
        return cursor.fetchone()[0]
