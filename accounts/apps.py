"""The app's name as the secretariat sees it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People who log in")

    def ready(self) -> None:
        """Logins and used links are heard of from the first one on, also before any request has come."""
        from accounts import devices, middleware, passkeys  # noqa: F401
