"""Who can log in: coordinators, leads and the secretariat. A citizen never; a volunteer only if she coordinates."""

from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from access.text import ShortText


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str | None) -> "User":
        """Addresses differ in more than their case, or they are the same."""
        return self.get(email__iexact=email)

    def invite(self, *, email: str, name: str, is_secretariat: bool = False) -> "User":
        """A user without a password; the letter with the link to choose one is `accounts.emails.send_invitation`."""
        user = self.model(email=email.strip(), name=name, is_secretariat=is_secretariat)
        user.set_unusable_password()
        user.save()
        return user


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

    @property
    def is_staff(self) -> bool:
        """The admin is the secretariat's and nobody else's."""
        return self.is_active and self.is_secretariat

    def has_perm(self, _permission: str, _obj=None) -> bool:
        return self.is_staff

    def has_module_perms(self, _app_label: str) -> bool:
        return self.is_staff
