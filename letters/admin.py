"""What was sent, to whom and when; never the text. What did not leave is decided about here."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from history.moves import NotPossible
from letters.kinds import KINDS
from letters.models import Message, MessageQuerySet


class KindFilter(admin.AllValuesFieldListFilter):
    """The kinds of mail that were sent, by their names."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            kind = str(choice["display"])
            yield {**choice, "display": KINDS.get(kind, kind)}


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    about = _(
        "What was sent, to whom and when; the text is kept nowhere. What was refused or perhaps not sent waits for you:"
        " mark it, and choose above the list what shall become of it."
    )
    date_hierarchy = "made_at"
    list_display = ["kind_name", "address", "made_at", "state", "fault", "sent_at"]
    list_filter = ["state", ("kind", KindFilter)]
    ordering = ["-made_at"]
    readonly_fields = ["kind_name", "address", "made_at", "state", "fault", "tries", "next_try_at", "sent_at"]
    fields = ["kind_name", "address", "made_at", "state", "fault", "tries", "next_try_at", "sent_at"]
    actions = ["send_again", "put_aside"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=_("kind"), ordering="kind")
    def kind_name(self, message: Message) -> str:
        return str(message.kind_name)

    @admin.action(description=_("Send again: it has not arrived"))
    def send_again(self, request: HttpRequest, messages: MessageQuerySet) -> None:
        self.decide(request, messages, Message.send_again)

    @admin.action(description=_("Put aside: do not send it"))
    def put_aside(self, request: HttpRequest, messages: MessageQuerySet) -> None:
        self.decide(request, messages, Message.put_aside)

    def decide(self, request: HttpRequest, messages: MessageQuerySet, verb) -> None:
        """Do it with each for which it is possible, and say how many those were."""
        done = 0
        for message in messages:
            try:
                verb(message, by=request.user)
            except NotPossible:
                continue  # it was sent meanwhile, or somebody has decided already: the list shows it
            done += 1
        self.message_user(request, ngettext("%(count)s mail noted.", "%(count)s mails noted.", done) % {"count": done})
