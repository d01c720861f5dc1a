"""Letters about a friendship that runs: never the citizen's name, and never what the other has said."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from friendships.models.milestone import how_long
from volunteers.emails import write


def write_how_it_goes(match, link: str) -> None:
    """Ask the volunteer how it goes; the answer is one tap on the own page."""
    write(
        "how_it_goes",
        match.volunteer,
        _("How is it going?"),
        project=match.project,
        link=link,
        house=match.project.institution,
    )


def write_milestone(match, months: int, link: str) -> None:
    """A kind word to the volunteer: so long they have been friends."""
    write(
        "milestone",
        match.volunteer,
        capfirst(_("%(how_long)s as network friends") % {"how_long": how_long(months)}),
        project=match.project,
        link=link,
        house=match.project.institution,
        how_long=how_long(months),
    )
