"""The secretariat's admin: no login of its own, no library's tables, every page declared."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _

from access.declaration import access, declare_all
from access.installation import our_apps
from access.roles import Role


class SecretariatAdminConfig(AdminConfig):
    default_site = "weshelter.admin.SecretariatSite"


class SecretariatSite(admin.AdminSite):
    """Only the secretariat, only after the site's own login, only models of our own apps."""

    site_header = _("The secretariat")
    site_title = "WeShelter"
    index_title = _("What do you want to look after?")
    site_url = "/"
    enable_nav_sidebar = False
    # In the order of the index: what is set up first stands first; of an app, its models as they are registered.
    OUR_APPS = (
        "institutions",
        "volunteers",
        "courses",
        "screening",
        "foodclubs",
        "matching",
        "friendships",
        "citizens",
        "accounts",
        "letters",
        "history",
    )

    # A search of any model's rows, and a way to any row of any model: nothing here leads there.
    UNUSED = ("autocomplete", "view_on_site")

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        from weshelter.admin_log import NeutralLog  # models: this module is loaded before there are any
        from weshelter.admin_pages import SecretariatPages
        from weshelter.admin_refusals import Refusals
        from weshelter.admin_stale_forms import NobodyOverwrites

        models = model_or_iterable if isinstance(model_or_iterable, (list, tuple)) else [model_or_iterable]
        ours = [model for model in models if model._meta.app_label in our_apps()]
        pages = admin_class or admin.ModelAdmin
        mixed_in = (NeutralLog, NobodyOverwrites, Refusals, SecretariatPages)
        super().register(ours, type(pages.__name__, (*mixed_in, pages), {}), **options)

    def has_permission(self, request) -> bool:
        return request.user.is_authenticated and request.user.is_staff

    def index(self, request, extra_context=None):
        """What waits comes first, then the pages outside the admin, then what is looked after here."""
        from weshelter.navigation import secretariats_pages
        from weshelter.waiting import waiting_for

        own = {"waiting": waiting_for(request.user), "pages": secretariats_pages()}
        return super().index(request, own | (extra_context or {}))

    def get_app_list(self, request, app_label=None) -> list:
        """In our order, and each model with what it is for; apps of one name are one to whoever looks after them."""
        registered = list(self._registry)
        found: dict[str, dict] = {}
        for app in sorted(
            super().get_app_list(request, app_label), key=lambda app: self.OUR_APPS.index(app["app_label"])
        ):
            models = found.setdefault(str(app["name"]), app | {"models": []})["models"]
            models += [
                model | {"about": getattr(self._registry[model["model"]], "about", "")} for model in app["models"]
            ]
            models.sort(key=lambda model: registered.index(model["model"]))
        return list(found.values())

    def get_urls(self) -> list:
        """Every admin page declares the secretariat, so that the one door of the site guards it too."""
        used = [page for page in super().get_urls() if getattr(page, "name", "") not in self.UNUSED]
        return declare_all(used, access(Role.SECRETARIAT))
