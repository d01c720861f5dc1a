"""What Python and SQL must both know; the SQL of this app says it by these names."""

from friendships.models.consents import FORGOTTEN_WITHIN

VALUES = {"FORGOTTEN_WITHIN": str(FORGOTTEN_WITHIN.days)}
