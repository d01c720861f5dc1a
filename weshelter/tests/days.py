"""Days are asked for when a test needs one, never when its module is read: a run may begin before midnight."""

from datetime import timedelta

from django.utils import timezone

today = timezone.localdate


def typed(values: dict) -> dict:
    """What somebody types into a form; a time stands for the day that is so far from today."""
    return {
        name: (today() + said).isoformat() if isinstance(said, timedelta) else said for name, said in values.items()
    }
