"""The secretariat's admin: no login of its own, no library's tables, every page declared."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _

from access.declaration import access, declare_all
from access.roles import Role


class SecretariatAdminConfig(AdminConfig):
    default_site = "weshelter.admin.SecretariatSite"


class SecretariatSite(admin.AdminSite):
    """Only the secretariat, only after the site's own login, only models of our own apps."""

    site_header = _("The secretariat")
    site_title = "WeShelter"
    index_title = _("What do you want to look after?")
    site_url = "/"
    OUR_APPS = {
        "accounts",
        "institutions",
        "volunteers",
        "citizens",
        "matching",
        "foodclubs",
        "letters",
        "history",
    }

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        from weshelter.admin_log import NeutralLog  # models: this module is loaded before there are any

        models = model_or_iterable if isinstance(model_or_iterable, (list, tuple)) else [model_or_iterable]
        ours = [model for model in models if model._meta.app_label in self.OUR_APPS]
        pages = admin_class or admin.ModelAdmin
        super().register(ours, type(pages.__name__, (NeutralLog, pages), {}), **options)

    def has_permission(self, request) -> bool:
        return request.user.is_authenticated and request.user.is_staff

    def get_urls(self) -> list:
        """Every admin page declares the secretariat, so that the one door of the site guards it too."""
        return declare_all(super().get_urls(), access(Role.SECRETARIAT))
