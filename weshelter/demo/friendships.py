"""What follows the demo's pairs once they have met: their agreement, and what the volunteer ticks by link."""

from access.context import acting
from access.links import Purpose, issue_link
from friendships.models import Contact, PairAgreement
from matching.models import Match
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day, token_of
from weshelter.demo.texts_friendships import AGREED, MET


def live_on(past: Past, house: House, pairs: dict[str, Match]) -> None:
    """Each pair of the house that has agreed or ticked something, day by day."""
    for name, (ago, ahead, said) in AGREED.items():
        if name in pairs:
            with past.act(ago, hour=16, user=house.coordinator):
                PairAgreement.write(pairs[name], review_on=day(ahead), **said)
    for name, days in MET.items():
        if name in pairs:
            match = pairs[name]
            with acting(user=house.coordinator):
                token = token_of(issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page"))
            for ago, kind, activity in days:
                with past.act(ago, hour=20, link=token):
                    Contact.tick(match, happened_on=day(-ago), kind=kind, activity=activity, by_volunteer=True)
