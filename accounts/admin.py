"""Who can log in: the secretariat invites; the password and the second factor are each user's own."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.emails import send_invitation
from accounts.fresh import fresh_login
from accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Adding somebody sends the invitation; nobody is deleted, only set to not active."""

    about = _("Whoever logs in: coordinators, leads and the secretariat. Adding somebody sends the invitation.")
    list_display = ["name", "email", "roles", "is_secretariat", "is_active", "last_login"]
    list_filter = ["is_active", "is_secretariat"]
    ordering = ["name"]
    fields = ["name", "email", "is_secretariat", "is_active", "last_login"]
    readonly_fields = ["last_login"]
    actions = ["invite_again", "end_roles"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships__project", "memberships__institution")

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        """Where the user has a role that has not ended."""
        today = timezone.localdate()
        running = [one for one in user.memberships.all() if one.until_on is None or one.until_on >= today]
        return ", ".join(str(one.project or one.institution) for one in running)

    def beside(self, user: User) -> dict:
        """Every role the user has or had."""
        held = user.memberships.select_related("project", "institution")
        return {_("Roles"): [(f"{one} · {one.project or one.institution}", one) for one in held]}

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def changeform_view(self, request, *args, **kwargs):
        """Who may log in is changed only by somebody who has just shown who it is."""
        return fresh_login(super().changeform_view)(request, *args, **kwargs)

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.set_unusable_password()
        address = obj.email
        if change:
            obj.email = form.initial["email"]
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data and change:
            obj.take_address(address)
        if not change:
            send_invitation(obj)
            self.message_user(request, _("An invitation is on its way to %(email)s.") % {"email": obj.email})

    @admin.action(description=_("End all roles today; from tomorrow nothing is seen"))
    def end_roles(self, request, users) -> None:
        ended = sum(user.memberships.end(by=request.user) for user in users)
        self.message_user(
            request, ngettext("%(count)s role ends today.", "%(count)s roles end today.", ended) % {"count": ended}
        )

    @admin.action(description=_("Send a new invitation"))
    def invite_again(self, request, users) -> None:
        for user in users.filter(is_active=True):
            send_invitation(user)
        self.message_user(request, _("The invitations are on their way."))
