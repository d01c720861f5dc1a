"""A guest's nickname, typed by the guest or at the house."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.names import NameField


class GuestForm(forms.Form):
    """What a guest wants to be called. `website` is a trap for robots: no person sees it."""

    nickname = NameField(
        max_length=40,
        error_messages={"required": _("Write a name. A nickname is fine.")},
        label=_("What do you want to be called?"),
        help_text=_("Write what you want to be called. You need not write your real name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "maxlength": 40}),
    )

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get("website"))


class GuestAtHouseForm(GuestForm):
    """The same, filled in by coordinator or lead."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nickname"].label = _("What does the guest want to be called?")
        self.fields["nickname"].help_text = _("A nickname is fine. Write nothing else here.")
        self.fields["nickname"].widget.attrs["autocomplete"] = "off"
