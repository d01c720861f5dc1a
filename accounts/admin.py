"""Who can log in: the secretariat invites; the password and the second factor are each user's own."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.emails import send_invitation
from accounts.fresh import fresh_login
from accounts.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Adding somebody sends the invitation; nobody is deleted, only set to not active."""

    list_display = ["name", "email", "is_secretariat", "is_active"]
    list_filter = ["is_secretariat", "is_active"]
    fields = ["name", "email", "is_secretariat", "is_active", "last_login"]
    readonly_fields = ["last_login"]
    actions = ["invite_again"]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def changeform_view(self, request, *args, **kwargs):
        """Who may log in is changed only by somebody who has just shown who it is."""
        return fresh_login(super().changeform_view)(request, *args, **kwargs)

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            send_invitation(obj)
            self.message_user(request, _("An invitation is on its way to %(email)s.") % {"email": obj.email})

    @admin.action(description=_("Send a new invitation"))
    def invite_again(self, request, users) -> None:
        for user in users.filter(is_active=True):
            send_invitation(user)
        self.message_user(request, _("The invitations are on their way."))
