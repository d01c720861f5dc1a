"""On a phone, in a browser: a coordinator is away for three weeks, and then leaves; nothing of hers is left behind."""

from datetime import timedelta

import pytest
from django.urls import reverse

from access.context import acting
from coordinators.tests.away import another_coordinator
from institutions.models import Absence, Membership
from screening.models import Appointment
from volunteers.tests import way
from weshelter.tests import databases
from weshelter.tests.browsing import Person, words
from weshelter.tests.days import today
from weshelter.tests.test_path import PASSWORD

DAY = timedelta(days=1)


def three_weeks_go_by() -> None:
    for table in ("institutions_absence", "institutions_membership"):
        databases.as_owner(f"UPDATE {table} SET from_on = from_on - 22, until_on = until_on - 22")


@pytest.mark.feature(45)
def test_a_coordinator_is_away_and_then_leaves(browser, site, committed_cast, settings):
    settings.DEMO, cast = True, committed_cast
    kaj = another_coordinator(cast)
    with acting(user=cast.sille):
        Membership.objects.create(user=kaj, role="coordinator", project=cast.rg60.food)
        Membership.objects.update(from_on=today() - 300 * DAY)
    talk = way.chosen(cast, way.applied(cast), hours=72)
    karen, sille, other = (Person(browser, site).sign_in(who, PASSWORD) for who in (cast.karen, cast.sille, kaj))

    karen.go(reverse("coordinators:desk")).follow(words("Are you away, or do you leave a role?"))
    assert karen.page.get_by_text(talk.volunteer.name).is_visible()
    karen.page.fill("[name=from_on]", f"{today() + DAY}")
    karen.page.fill("[name=until_on]", f"{today() + 21 * DAY}")
    for box in karen.page.locator("select[name^=deputy]").all():
        box.select_option(str(kaj.pk))
    karen.press("Save")

    assert karen.page.get_by_text("Kaj Koordinator er stedfortræder").first.is_visible()
    with acting(user=kaj):
        assert Appointment.objects.get(pk=talk.pk).by == kaj
    other.go(reverse("coordinators:desk"))
    assert other.page.get_by_text("du er stedfortræder").first.is_visible()

    three_weeks_go_by()
    karen.go(reverse("coordinators:away"))
    assert not karen.page.get_by_text("Det står der nu").is_visible()
    karen.page.fill("[name=from_on]", f"{today() + DAY}")
    karen.page.check("[name=for_good]")
    for box in karen.page.locator("select[name^=deputy]").all():
        box.select_option(str(kaj.pk))
    karen.press("Save")

    sille.go(reverse("coordinators:who_is_away")).page.get_by_role("link", name=cast.karen.name).first.click()
    assert sille.page.input_value("[name=from_on]") == f"{today() + DAY}"
    sille.press("Save")

    with acting(user=cast.sille):
        assert not Absence.objects.not_over().exists()
    databases.as_owner("UPDATE institutions_membership SET until_on = app.today() - 1 WHERE until_on IS NOT NULL")
    assert karen.page.goto(karen.site + reverse("coordinators:desk")).status == 404
    assert other.page.goto(other.site + reverse("coordinators:desk")).status == 200
