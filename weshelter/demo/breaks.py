"""Who rests and who leaves in the demo: one due back, one by her own page, one for good; and a role that ends alone."""

from access.context import acting
from access.links import Purpose, issue_link
from volunteers.emails import send_assignment_ended, send_goodbye
from volunteers.models import Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day, token_of


def take_breaks(past: Past, house: House) -> None:
    """At the first house, where the desk then asks whether somebody is back; a cook moves away."""
    by = house.coordinator
    with acting(user=by):
        sofie = Volunteer.objects.get(name="Sofie Skov")
        lone = Volunteer.objects.get(name="Lone Lauridsen")
        dariusz = Volunteer.objects.with_roles().get(name="Dariusz Dudek")
    with past.act(20, hour=14, user=by):
        sofie.rest(back_on=day(1), by=by)
    past.date(sofie, back_on=day(-2))
    with acting(user=by):
        token = token_of(issue_link(Purpose.OWN_PAGE, lone, "coordinators:own_page"))
    with acting(link=token):
        lone = Volunteer.objects.with_roles().get()
        lone.rest(back_on=day(24), by=lone)
    with past.act(0, user=by):
        dariusz.leave(by=by)
        send_goodbye(dariusz)
    end_a_role(past, house)


def end_a_role(past: Past, house: House) -> None:
    """Somebody who cooked, too, has no time for it any more; the friendship goes on."""
    with past.act(1, hour=15, user=house.coordinator):
        vera = Volunteer.objects.with_roles().get(name="Vera Vestergaard")
        cooking = vera.assignments.with_projects().get(project__kind="food_club")
        send_assignment_ended(cooking)
        cooking.end(gone_from=day(0), why="time")
