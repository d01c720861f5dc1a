"""What falls due with the days: counts of attempts are forgotten."""

from datetime import date

from django.utils import timezone

from access.models import Attempt


def forget_attempts(_today: date) -> int:
    """Delete the counts whose time is over, and give how many."""
    return Attempt.objects.filter(forget_at__lt=timezone.now()).delete()[0]
