"""Whose address it is: who uses the link that was mailed there reads the mail there."""

import secrets
from datetime import timedelta

from allauth.account.signals import password_reset
from django.conf import settings
from django.db import connection, models
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.attempts import Limit, count_attempt
from access.links import hashed
from history.moves import SENTENCES, NotPossible, gates

LINKS_A_DAY = Limit("links_to_new_addresses", 5, timedelta(days=1))
SENTENCES |= {
    "many_links_to_new_addresses": _("You have asked for five links within a day. Wait until tomorrow, please."),
    "one_user_per_email": _("Somebody else logs in with this address already."),
    "link_to_a_new_address_is_over": _(
        "This link is another person’s, or it no longer works: it has been used, called off or replaced by a newer one,"
        " or it is more than a day old."
    ),
}


class NewAddressQuerySet(models.QuerySet):
    def visible_to(self, user) -> "NewAddressQuerySet":
        """One's own, and nobody else's."""
        return self.filter(user_id=user.pk)

    def waiting(self) -> "NewAddressQuerySet":
        """Those whose link still works."""
        return self.filter(asked_at__gt=timezone.now() - NewAddress.OPEN_FOR)

    def lapsed(self) -> "NewAddressQuerySet":
        """Those whose link was not used in time."""
        return self.exclude(pk__in=self.waiting())


class NewAddress(models.Model):
    """The address that somebody wants to log in with, until the link that was mailed there is used.

    There is one at a time; it is gone when it is used, called off, replaced, or a day old. With the present address it
    is the way to prove that one.
    """

    PERSONAL = {
        "user": ("who wants it", "a day, or until it is used"),
        "address": ("where the link was mailed to", "a day, or until it is used"),
    }
    OPEN_FOR = timedelta(hours=24)

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="new_address")
    address = models.EmailField(_("e-mail"))
    token_hash = models.CharField(max_length=64)
    asked_at = models.DateTimeField(auto_now_add=True)

    objects = NewAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("new address")
        verbose_name_plural = _("new addresses")

    def __str__(self) -> str:
        return f"{timezone.localdate(self.asked_at):%d.%m.%Y}"

    @property
    def lapses_at(self):
        """Until when the link works."""
        return self.asked_at + self.OPEN_FOR

    @classmethod
    def ask(cls, user, address: str) -> "NewAddress":
        """Mail a link to the address; it takes the place of one that was asked for before."""
        from accounts.emails import send_link_to_new_address

        if not count_attempt(LINKS_A_DAY, str(user.pk)):
            raise NotPossible(SENTENCES["many_links_to_new_addresses"])
        cls.objects.visible_to(user).delete()
        token = secrets.token_urlsafe(24)
        new = cls(user=user, address=address, token_hash=hashed(token))
        new.save(force_insert=True)
        send_link_to_new_address(new, token)
        return new

    @property
    def is_waiting(self) -> bool:
        """Does its link still work?"""
        return self.asked_at > timezone.now() - self.OPEN_FOR

    @classmethod
    def waiting_for(cls, user) -> "NewAddress | None":
        """The one whose link the user has not used yet, if there is one."""
        return cls.objects.visible_to(user).waiting().first()

    @classmethod
    def mailed(cls, token: str, *, to) -> "NewAddress":
        """What the link in the mail is about; only for the user who asked for it, and while it works."""
        new = cls.objects.visible_to(to).waiting().filter(token_hash=hashed(token)).first()
        if new is None:
            raise NotPossible(SENTENCES["link_to_a_new_address_is_over"])
        return new

    def take(self, *, by) -> None:
        """The link was used: the user has the address now, and it is proved. The former one is told.

        What others have asked for about the address is over: whoever logs in here has said which it is. To take it is
        one function of the database, which asks itself whose the link is and whether it still works.
        """
        from accounts.emails import send_address_changed
        from accounts.models.changes import AccessChange

        former = by.email
        with gates(), connection.cursor() as cursor:
            cursor.execute("SELECT app.take_new_address(%s)", [self.token_hash])
            by.refresh_from_db()
            for change in AccessChange.objects.visible_to(by).open().of_address().about(by).for_letters():
                change.stop(by=by)
        if former.lower() != by.email.lower():
            send_address_changed(by, former)

    @classmethod
    def call_off(cls, *, by) -> None:
        """The link that was mailed opens nothing any more."""
        cls.objects.visible_to(by).delete()


@receiver(password_reset)
def proved_by_the_link(user, **kwargs) -> None:
    """An invitation and a forgotten password end on the same page: the mailed link was used, by a POST."""
    user.prove_address()
