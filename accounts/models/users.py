"""Who can log in: coordinators, leads and the secretariat. A citizen never; a volunteer only if she coordinates."""

from datetime import timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password, make_password
from django.db import connection, models
from django.db.models import Value
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from access.context import in_the_name_of
from access.names import Name
from history.moves import SENTENCES
from history.tracking import tracked

SENTENCES["last_factor_stays"] = _(
    "This is the last factor of your login. Add another one first, then take this one away."
)


SENTENCES["one_user_per_email"] = _("Somebody else logs in with this address already.")


# How long somebody has been of the secretariat who confirms what another asks.
SECOND_AFTER = timedelta(days=30)


class MayBeSecond(models.Func):
    """May the first user be the second person to what the second user asks, about the third?

    The rule is the database's alone: of the secretariat for 30 days or made on the server, and neither of the two made
    the other.
    """

    function = "app.may_be_second"
    output_field = models.BooleanField()


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> "User":
        """Addresses differ in more than their case, or they are the same."""
        return self.get(email__iexact=email)

    def colleagues_of(self, user: "User") -> "models.QuerySet[User]":
        """Everybody else who can log in, by name."""
        return self.filter(is_active=True).exclude(pk=user.pk).order_by("name")

    def secretariat(self) -> "models.QuerySet[User]":
        return self.filter(is_active=True, is_secretariat=True)

    def second_to(self, asker, about: "User | None" = None) -> "models.QuerySet[User]":
        """Who may confirm what `asker` asks, about somebody."""
        key = models.UUIDField()
        return self.filter(MayBeSecond("pk", Value(asker.pk, key), Value(about.pk if about else None, key)))

    def invite(self, *, email: str, name: str, is_secretariat: bool = False) -> "User":
        """A user without a password; the letter with the link to choose one is `accounts.emails.send_invitation`."""
        user = self.model(email=email.strip(), name=name, is_secretariat=is_secretariat)
        user.set_unusable_password()
        user.save()
        return user


# Who made a user and since when follows from what is kept already: it makes no event of its own.
@tracked(quiet=("last_login", "made_by", "secretariat_by", "secretariat_since"))
class User(AbstractBaseUser):
    """Somebody who can log in, by e-mail address. Roles come from memberships; the secretariat is a mark here."""

    PERSONAL = {
        "name": ("who acted", "as long as the log names the user"),
        "email": ("login and letters", "12 months after the last membership ended"),
        "made_by": ("two people are two people", "as long as the user"),
        "secretariat_by": ("two people are two people", "as long as the user"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = Name(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"), max_length=254)
    is_secretariat = models.BooleanField(_("secretariat"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    # Written by the database; empty for who was made on the server.
    made_by = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    secretariat_by = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    secretariat_since = models.DateTimeField(null=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    def kneaded(self, raw: str) -> str:
        """The password with the site's key and this user's id in it: its hash is worth nothing elsewhere.

        Whoever writes hashes into the database makes none that opens, and whoever reads them can try none out.
        """
        return salted_hmac("accounts.password", f"{self.pk} {raw}", algorithm="sha256").hexdigest()

    def set_password(self, raw_password: str | None) -> None:
        self.password = make_password(None if raw_password is None else self.kneaded(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        return raw_password is not None and check_password(self.kneaded(raw_password), self.password)

    def choose_password(self, raw: str) -> None:
        """A new one, for whom the site has just seen to be this person; every login of hers ends.

        Only the database's function writes it, and only for whoever acts.
        """
        self.set_password(raw)
        with in_the_name_of(self), connection.cursor() as cursor:
            cursor.execute("SELECT app.set_password(%s, %s)", [self.pk, self.password])

    def save(self, **kwargs) -> None:
        """A row that is there is written without its password; see `choose_password`."""
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = ["name", "email", "is_secretariat", "is_active", "last_login"]
        super().save(**kwargs)

    @property
    def is_staff(self) -> bool:
        """The admin is the secretariat's and nobody else's."""
        return self.is_active and self.is_secretariat

    def has_perm(self, _permission: str, _obj=None) -> bool:
        return self.is_staff

    def has_module_perms(self, _app_label: str) -> bool:
        return self.is_staff

    @property
    def has_proved_address(self) -> bool:
        """Has a link that was mailed to the present address been used?"""
        return EmailAddress.objects.filter(user=self, verified=True).exists()

    @property
    def waiting_address(self):
        """The new address whose link has not been used yet, for the user's own eyes."""
        new = getattr(self, "new_address", None)
        return new if new and new.is_waiting else None

    @property
    def has_passkey(self) -> bool:
        """Can the user log in by finger, face or code of a phone or computer?"""
        return Authenticator.objects.filter(user=self, type=Authenticator.Type.WEBAUTHN).exists()

    def prove_address(self) -> None:
        """A link that was mailed to the present address has been used."""
        with in_the_name_of(self), connection.cursor() as cursor:
            cursor.execute("SELECT app.prove_address()")

    def close(self, *, by) -> None:
        """Nobody logs in with it any more, at once; the database ends its sessions and takes the mark away."""
        self._stop_what_waits(by)
        User.objects.filter(pk=self.pk).update(is_active=False)
        self._tell(_("Your login was closed by %(name)s.") % {"name": by.name})

    def reopen(self, *, by) -> None:
        """Logs in again as before; the person is told."""
        User.objects.filter(pk=self.pk).update(is_active=True)
        self._tell(_("Your login was opened again by %(name)s.") % {"name": by.name})

    def leave_secretariat(self, *, by) -> None:
        """Of the secretariat no more, at once."""
        self._stop_what_waits(by)
        User.objects.filter(pk=self.pk).update(is_secretariat=False)
        self._tell(_("You are no longer of the secretariat: %(name)s has changed it.") % {"name": by.name})

    def _stop_what_waits(self, by) -> None:
        """What the user has asked for, has confirmed or was to get."""
        changes = self.access_changes.model.objects
        for change in changes.visible_to(by).open().touching(self).for_letters():
            change.stop(by=by)

    def _tell(self, what: str) -> None:
        from accounts.emails import send_access_told

        send_access_told(self, what)
