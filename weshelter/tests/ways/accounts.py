"""The ways of a change of somebody's access."""

from accounts.due import bring_about_changes
from accounts.models import AccessChange
from accounts.tests import changing
from weshelter.tests import people
from weshelter.tests.ways.walking import BY_LINK, Brought, ByItself, Way, Ways

PAGE = "accounts:changes"


def asked(cast) -> Brought:
    """Sille asks for Karen, and Ruth may be the second."""
    cast.ruth = people.create_user("Ruth Rask", is_secretariat=True)
    change = changing.ask(about=cast.karen, by=cast.sille)
    return Brought(change, {"change_id": change.pk, "token": change.token}, seen_by="sille")


def confirmed(cast) -> Brought:
    brought = asked(cast)
    changing.confirm(brought.thing, by=cast.ruth)
    return brought


WAYS = {
    AccessChange: {
        "asked": Ways(
            asked,
            on=Way("confirmed", "accounts:confirm_change", on=PAGE, who="ruth"),
            out=Way("refused", "accounts:refuse_change", on=PAGE, who="ruth"),
        ),
        "confirmed": Ways(
            confirmed,
            on=ByItself(bring_about_changes, "Two have said yes; what is left is a day in which it can be stopped."),
            out=Way("stopped", "accounts:stop_change", who=BY_LINK),
        ),
    }
}
