"""Whether a volunteer has made herself a calendar that follows."""

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True)
class Feed:
    """A calendar that a volunteer has made herself: since when, and the day on which it was last fetched."""

    made_on: date
    fetched_on: date | None


def live_feed(volunteer) -> Feed | None:
    """Her calendar, if she has one: to herself through her own page, and to those who screen her."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT made_on, fetched_on FROM app.live_feed(%s)", [volunteer.pk])
        row = cursor.fetchone()
    return Feed(*row) if row else None


def keep_feed_alive() -> None:
    """It was fetched today through the link in use: written once a day; unfetched for 90 days it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.feed_is_fetched()")
