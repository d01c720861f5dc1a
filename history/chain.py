"""Is the access log whole? The database recomputes every hash in one statement and names the rows that are not.

And does it hold what was seen of it outside? That alone shows whether its newest rows were taken away.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from django.db import connection

# A row with a hash of its own that its successor does not continue was written anew. The first row is number 1, or a
# checkpoint: a row of more than 24 months that was sent out as an anchor, before which all was deleted for its age.
BROKEN = """
WITH chain AS (
    SELECT l.seq, l.at, l.prev, l.hash, l.hash = app.access_log_hash(l) AS is_right,
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
    AND NOT (c.at < now() - interval '24 months'
        AND EXISTS (SELECT FROM history_anchor a WHERE a.seq = c.seq AND a.hash = c.hash))
UNION SELECT e.last + 1, max(a.seq), 'missing' FROM ends e JOIN history_anchor a ON a.seq > e.last GROUP BY e.last
UNION SELECT a.seq, a.seq, 'changed' FROM history_anchor a JOIN chain c ON c.seq = a.seq AND c.hash <> a.hash
ORDER BY 1, 2, 3
"""
# What was seen is right unless the row is another or is gone. Rows before a checkpoint went for their age.
UNLIKE = """
WITH seen AS (
    SELECT s.seq, s.hash FROM unnest(%s::bigint[], %s::text[]) AS s (seq, hash)
), checkpoint AS (
    SELECT l.seq FROM history_accesslog l JOIN history_anchor a ON a.seq = l.seq AND a.hash = l.hash
    WHERE l.seq = (SELECT min(f.seq) FROM history_accesslog f) AND l.at < now() - interval '24 months'
)
SELECT s.seq, CASE WHEN count(*) > 1 THEN 'seen outside with more than one hash'
    WHEN count(l.seq) = 0 THEN 'seen outside, and missing' ELSE 'not as it was seen outside' END
FROM seen s LEFT JOIN history_accesslog l ON l.seq = s.seq
GROUP BY s.seq HAVING count(*) > 1
    OR count(l.seq) = 0 AND s.seq >= coalesce((SELECT c.seq FROM checkpoint c), 0)
    OR bool_or(encode(l.hash, 'hex') <> s.hash)
ORDER BY s.seq
"""
UNSEEN = """
SELECT l.seq, 'not seen outside' FROM history_accesslog l
WHERE l.seq >= %s AND NOT EXISTS (SELECT FROM unnest(%s::bigint[]) AS s (seq) WHERE s.seq = l.seq) ORDER BY l.seq
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


def unlike(seen: Collection[tuple[int, str]]) -> list[Fault]:
    """Rows that somebody saw outside, by number and hash, and that are no longer there as they were seen."""
    return _ranges(UNLIKE, [[seq for seq, _hash in seen], [hash for _seq, hash in seen]])


def unseen(seen: Collection[tuple[int, str]]) -> list[Fault]:
    """Rows since the first one seen that nobody saw outside: their lines were lost, or are in another file."""
    return _ranges(UNSEEN, [min(seen)[0], [seq for seq, _hash in seen]])


def _ranges(query: str, values: list) -> list[Fault]:
    """Rows and what is wrong with each, as ranges of those that follow one another."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        rows = list(enumerate(cursor.fetchall()))
    runs = [list(run) for _key, run in groupby(rows, key=lambda row: (row[1][0] - row[0], row[1][1]))]
    return [Fault(run[0][1][0], run[-1][1][0], run[0][1][1]) for run in runs]
