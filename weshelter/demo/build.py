"""Everything of the demo, in the order in which it happens in life."""

from weshelter.demo.activities import go_out, offer_activities, set_budgets
from weshelter.demo.applications import make_applications
from weshelter.demo.breaks import take_breaks
from weshelter.demo.citizens import make_citizens
from weshelter.demo.confidences import tell_and_guide
from weshelter.demo.evenings import make_clubs
from weshelter.demo.friendships import live_on, plan_rests
from weshelter.demo.houses import ask_for_an_address, be_away, make_agreement, make_gatherings, make_house, make_users
from weshelter.demo.operation import let_a_mail_come_back, let_a_page_fail
from weshelter.demo.pairs import make_pairs, put_aside
from weshelter.demo.past import Past, logged_in
from weshelter.demo.relocations import relocate_citizens, write_into_journals
from weshelter.demo.screening import show_screening
from weshelter.demo.talks import speak_with_those_who_wait
from weshelter.demo.texts_houses import HOUSES
from weshelter.demo.volunteers import make_volunteers, one_cannot_come, plans_change


def build() -> None:
    """Play it as the app, under row security as everybody is; then let the owner move each act to its day."""
    past = Past()
    with logged_in("app"):
        users = make_users(past)
        secretariat = next(iter(users.values()))
        houses = [make_house(past, slug, users, by=secretariat) for slug in HOUSES]
        agreement = make_agreement(past, by=secretariat)
        gatherings = make_gatherings(past, houses, by=secretariat)
        by_slug = {one.slug: one.institution for one in houses}
        activities = offer_activities(past, by_slug, by=secretariat)
        set_budgets(past, houses, by=secretariat)
        for house in houses:
            volunteers = make_volunteers(past, house, agreement, gatherings, users)
            citizens = make_citizens(past, house, by_slug)
            pairs = make_pairs(past, house, citizens, volunteers)
            relocate_citizens(past, house, citizens, by_slug)
            write_into_journals(past, house, pairs)
            live_on(past, house, pairs, volunteers)
            plan_rests(past, house, pairs)
            go_out(past, house, pairs, activities)
            put_aside(past, house, citizens, volunteers)
            speak_with_those_who_wait(past, house, citizens)
            tell_and_guide(past, house, citizens, pairs)
            make_clubs(past, house)
        make_applications(past, houses, by=secretariat)
        one_cannot_come(past, gatherings, by=secretariat)
        plans_change(past, gatherings, by=secretariat)
        show_screening(houses, by=secretariat)
        take_breaks(past, houses[0])
        let_a_page_fail(past, by=secretariat)
        let_a_mail_come_back(past, by=secretariat)
        ask_for_an_address(users)
        be_away(users)
    past.bring_about()
