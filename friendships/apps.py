"""The app's name as the secretariat sees it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FriendshipsConfig(AppConfig):
    name = "friendships"
    verbose_name = _("Friendships")
