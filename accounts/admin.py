"""Who can log in: the secretariat invites; the password and the second factor are each user's own."""

from collections.abc import Callable, Iterator

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.emails import send_invitation
from accounts.models import AccessChange, User
from accounts.reauthentication import FreshLoginToChange
from history.moves import SENTENCES, NotPossible

# Each kind of change and the verb that asks for it.
ASKED_BY: dict[str, str] = {
    AccessChange.Kind.ADDRESS: "ask_address",
    AccessChange.Kind.SECRETARIAT: "ask_secretariat",
    AccessChange.Kind.WAY_BACK: "ask_way_back",
}


# What upper apps know that lies with somebody and is handed on when he leaves: a text and its page each.
LIES_WITH: list[Callable[[User], Iterator[tuple[str, str]]]] = []


def _waiting_about(user: User):
    """The changes of this login that have been asked for and have not happened yet."""
    return AccessChange.objects.about(user).open()


class NewUserForm(forms.ModelForm):
    """A login of its own is made at once; that it is the secretariat's waits for a second person and a day."""

    of_secretariat = forms.BooleanField(
        label=_("Is to be of the secretariat"),
        required=False,
        help_text=_("Another one of you must confirm it, and it takes effect 24 hours later."),
    )

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(SENTENCES["one_user_per_email"])
        return email


@admin.register(User)
class UserAdmin(FreshLoginToChange, admin.ModelAdmin):
    """Adding somebody sends the invitation; nobody is deleted, only set to not active, and that at once.

    What would give one of the secretariat somebody else's login is asked for here and confirmed by another.
    """

    about = _("Whoever logs in: coordinators, leads and the secretariat. Adding somebody sends the invitation.")
    list_display = ["name", "email", "roles", "is_secretariat", "is_active", "last_login"]
    list_filter = ["is_active", "is_secretariat"]
    ordering = ["name"]
    fields = ["name", "email", "is_secretariat", "is_active", "last_login"]
    readonly_fields = ["email", "is_secretariat", "last_login"]
    actions = ["ask_address", "ask_way_back", "ask_secretariat", "leave_secretariat", "end_roles", "invite_again"]
    verbs_title = _("Change the access")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships__project", "memberships__institution")

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **kwargs | ({} if obj else {"form": NewUserForm}))

    def get_fields(self, request, obj=None):
        return self.fields if obj else ["name", "email", "of_secretariat"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return self.readonly_fields if obj else []

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        """Where the user has a role that has not ended."""
        today = timezone.localdate()
        running = [one for one in user.memberships.all() if one.until_on is None or one.until_on >= today]
        return ", ".join(str(one.project or one.institution) for one in running)

    def beside(self, user: User) -> dict:
        """Every role the user has or had, and what waits to happen to the login."""
        held = user.memberships.select_related("project", "institution")
        page = reverse("accounts:changes")
        return {
            _("Roles"): [(f"{one} · {one.project or one.institution}", one) for one in held],
            _("Changes of access"): [
                (f"{one.get_kind_display()} · {one.get_state_display()}", page) for one in _waiting_about(user)
            ],
            _("Lies with %(name)s: hand it on") % {"name": user.name}: [
                line for lines in LIES_WITH for line in lines(user)
            ],
        }

    def verbs(self, user: User) -> list:
        """What can be asked for or done about this login; not to a closed one, and not what waits already."""
        waiting = {ASKED_BY[change.kind] for change in _waiting_about(user)}
        mark = "leave_secretariat" if user.is_secretariat else "ask_secretariat"
        actions = [one for one in ("ask_address", "ask_way_back", mark) if user.is_active and one not in waiting]
        return [(action, getattr(self, action).short_description) for action in actions]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def save_model(self, request, obj, form, change) -> None:
        if change and "is_active" in form.changed_data:
            (obj.reopen if obj.is_active else obj.close)(by=request.user)
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            send_invitation(obj)
            self.message_user(request, _("An invitation is on its way to %(email)s.") % {"email": obj.email})
        if form.cleaned_data.get("of_secretariat"):
            self._ask_for_the_mark(request, obj)

    def _ask_for_the_mark(self, request, user: User) -> None:
        """The login stands either way; why the mark cannot be asked for is said beside it."""
        try:
            AccessChange.ask(AccessChange.Kind.SECRETARIAT, user, by=request.user)
        except NotPossible as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, _("That it is the secretariat's waits for one of the others to confirm."))

    @admin.action(description=_("Ask for another e-mail address"))
    def ask_address(self, request, users):
        return self._ask(request, users, "accounts:ask_address")

    @admin.action(description=_("Ask for the login to be reset"))
    def ask_way_back(self, request, users):
        return self._ask(request, users, "accounts:ask_way_back")

    @admin.action(description=_("Ask for access as one of the secretariat"))
    def ask_secretariat(self, request, users):
        return self._ask(request, users, "accounts:ask_secretariat")

    def _ask(self, request, users, page: str):
        """On to the page where it is asked for, with the one who was chosen."""
        if len(users) != 1:
            return self.message_user(request, _("Choose one person at a time."), messages.ERROR)
        if users[0] == request.user:
            return self.message_user(request, SENTENCES["a_change_is_not_ones_own"], messages.ERROR)
        return redirect(f"{reverse(page)}?user={users[0].pk}")

    @admin.action(description=_("No longer of the secretariat, from now on"))
    def leave_secretariat(self, request, users) -> None:
        for user in users.filter(is_secretariat=True):
            user.leave_secretariat(by=request.user)
            self.message_user(request, _("%(name)s is no longer of the secretariat.") % {"name": user.name})

    @admin.action(description=_("End all roles at once: nothing is seen any more"))
    def end_roles(self, request, users) -> None:
        ended = sum(user.memberships.end(by=request.user) for user in users)
        self.message_user(
            request, ngettext("%(count)s role has ended.", "%(count)s roles have ended.", ended) % {"count": ended}
        )

    @admin.action(description=_("Send a new invitation"))
    def invite_again(self, request, users) -> None:
        for user in users.filter(is_active=True):
            send_invitation(user)
        self.message_user(request, _("The invitations are on their way."))
