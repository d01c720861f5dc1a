"""Links, and how often the public forms were sent. Both hold hashes; the app's login asks definer functions."""

from uuid import uuid4

from django.db import models
from django.utils import timezone

from access.links import Purpose


class Link(models.Model):
    """One personal link: what for, whose, about what, until when; never the token."""

    PERSONAL = {
        "volunteer_id": ("how a volunteer acts without a login", "12 months after it ended"),
        "fetched_on": ("a calendar that nobody reads any more ends", "12 months after it ended"),
        "was_used": ("an address that nobody ever used hears nothing", "12 months after it ended"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    purpose = models.CharField(max_length=20, choices=Purpose)
    # A real foreign key in the database, since volunteers is above us; empty for a link about somebody's login.
    volunteer_id = models.UUIDField(null=True)
    object_id = models.UUIDField(null=True)
    token_hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    was_used = models.BooleanField(default=False)  # not when: nobody shall know her hours
    fetched_on = models.DateField(null=True)  # of a calendar alone, and the day alone: nobody shall know her hours

    class Meta:
        indexes = [
            models.Index(fields=["volunteer_id"], condition=models.Q(revoked_at=None), name="links_that_were_not_ended")
        ]
        constraints = [
            # Not the own page: the former link lives some days beside the new one, whoever asked for it.
            models.UniqueConstraint(
                fields=["purpose", "volunteer_id", "object_id"],
                condition=models.Q(revoked_at=None) & ~models.Q(purpose="own_page"),
                nulls_distinct=False,
                name="one_live_link_per_purpose_and_object",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"


class Attempt(models.Model):
    """How often somebody has sent a public form lately; who it was is only a salted hash."""

    PERSONAL: dict = {}

    key_hash = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField()
    forget_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {timezone.localtime(self.forget_at):%H:%M}"
