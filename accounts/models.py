"""Who can log in: coordinators, leads and the secretariat. A citizen never; a volunteer only if she coordinates."""

from datetime import timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password, make_password
from django.db import connection, models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from access.context import in_the_name_of
from access.text import ShortText
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked

SENTENCES |= {
    "last_factor_stays": _("This is the last factor of your login. Add another one first, then take this one away."),
    "reset_needs_a_second_person": _(
        "A second person of the secretariat must confirm this within a week: not the one who asked, and not the one"
        " whom it is about."
    ),
    "one_open_reset_per_user": _("A new start has been asked for already; it waits for a second person."),
    "accounts_factorreset_not_ones_own": _("Somebody else of the secretariat must ask for you."),
    "one_user_per_email": _("Somebody else logs in with this address already."),
}


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> "User":
        """Addresses differ in more than their case, or they are the same."""
        return self.get(email__iexact=email)

    def colleagues_of(self, user: "User") -> "models.QuerySet[User]":
        """Everybody else who can log in, by name."""
        return self.filter(is_active=True).exclude(pk=user.pk).order_by("name")

    def secretariat(self) -> "models.QuerySet[User]":
        return self.filter(is_active=True, is_secretariat=True)

    def invite(self, *, email: str, name: str, is_secretariat: bool = False) -> "User":
        """A user without a password; the letter with the link to choose one is `accounts.emails.send_invitation`."""
        user = self.model(email=email.strip(), name=name, is_secretariat=is_secretariat)
        user.set_unusable_password()
        user.save()
        return user


@tracked(quiet=("last_login",))
class User(AbstractBaseUser):
    """Somebody who can log in, by e-mail address. Roles come from memberships; the secretariat is a mark here."""

    PERSONAL = {
        "name": ("who acted", "as long as the log names the user"),
        "email": ("login and letters", "12 months after the last membership ended"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = ShortText(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"), max_length=254)
    is_secretariat = models.BooleanField(_("secretariat"), default=False)
    is_active = models.BooleanField(_("active"), default=True)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.name

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

    @property
    def has_proved_address(self) -> bool:
        """Has a link that was mailed to the present address been used?"""
        return EmailAddress.objects.filter(user=self, verified=True).exists()

    def prove_address(self) -> None:
        """A link that was mailed to the present address has been used."""
        EmailAddress.objects.filter(user=self).update(verified=True)

    def take_address(self, address: str) -> None:
        """From now on the user logs in and gets mail there; the former address opens nothing, and its links end.

        The database carries the change to wherever else an address stands (`app.keep_one_address`), and the new one
        is not proved until a link that was mailed to it is used. The former one is told, if it was proved.
        """
        from accounts.emails import send_address_changed, send_invitation

        former, was_proved = self.email, self.has_proved_address
        with gates():
            type(self).objects.filter(pk=self.pk).update(email=address)
        self.email = address
        if was_proved and former.lower() != address.lower():
            send_address_changed(self, former)
        if not self.has_usable_password():
            send_invitation(self)

    def has_perm(self, _permission: str, _obj=None) -> bool:
        return self.is_staff

    def has_module_perms(self, _app_label: str) -> bool:
        return self.is_staff


class FactorResetQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FactorResetQuerySet":
        """The secretariat, which asks and confirms."""
        return self if user.is_secretariat else self.none()

    def undecided(self) -> "FactorResetQuerySet":
        """Those that a second person can still confirm."""
        return self.filter(confirmed_at=None, asked_at__gt=timezone.now() - FactorReset.OPEN_FOR).order_by("asked_at")

    def to_be_confirmed_by(self, user) -> "FactorResetQuerySet":
        """What somebody else has asked for, for somebody else."""
        return self.undecided().exclude(asked_by=user).exclude(user=user)

    def with_people(self) -> "FactorResetQuerySet":
        return self.select_related("user", "asked_by")


class FactorReset(models.Model):
    """A new start for one who lost every factor: one of the secretariat asks, another one confirms.

    The row is the record of it: once confirmed, nobody changes or removes it.
    """

    PERSONAL = {
        "user": ("who was let back in", "24 months"),
        "asked_by": ("who asked for it", "24 months"),
        "confirmed_by": ("who confirmed it", "24 months"),
    }
    OPEN_FOR = timedelta(days=7)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects = FactorResetQuerySet.as_manager()

    class Meta:
        verbose_name = _("new start for a login")
        verbose_name_plural = _("new starts for logins")
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(confirmed_at=None), name="one_open_reset_per_user"
            ),
            models.CheckConstraint(
                condition=~models.Q(user=models.F("asked_by")), name="accounts_factorreset_not_ones_own"
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None, confirmed_at=None)
                | models.Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~models.Q(confirmed_by=models.F("asked_by"))
                & ~models.Q(confirmed_by=models.F("user")),
                name="accounts_factorreset_by_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%d.%m.%Y}"

    @classmethod
    def ask(cls, user: User, *, by) -> "FactorReset":
        """Ask for a new start; the person and the rest of the secretariat get a letter. A lapsed request makes room."""
        from accounts.emails import send_way_back_asked

        cls.objects.filter(user=user, confirmed_at=None, asked_at__lt=timezone.now() - cls.OPEN_FOR).delete()
        with gates():
            reset = cls(user=user, asked_by=by)
            reset.save(force_insert=True)
        send_way_back_asked(reset, User.objects.secretariat().exclude(pk__in=[user.pk, by.pk]))
        return reset

    def confirm(self, *, by) -> None:
        """Factors, password and sessions are gone; a letter to the person's address begins anew.

        All of it is one function of the database, which asks itself who confirms.
        """
        from accounts.emails import send_invitation

        with gates(), connection.cursor() as cursor:
            cursor.execute("SELECT app.confirm_factor_reset(%s)", [self.pk])
        self.refresh_from_db()
        send_invitation(User.objects.get(pk=self.user_id))

    def refuse(self, *, by) -> None:
        """Take an unconfirmed request away."""
        if not type(self).objects.filter(pk=self.pk, confirmed_at=None).delete()[0]:
            raise NotPossible(SENTENCES["reset_needs_a_second_person"])
