"""The app's name as the secretariat sees it; every process that writes into the access log listens for its lines."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HistoryConfig(AppConfig):
    name = "history"
    verbose_name = _("What happened")

    def ready(self) -> None:
        from history import witness  # noqa: F401
