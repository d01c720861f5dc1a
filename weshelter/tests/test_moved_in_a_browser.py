"""On a phone, in a browser: a course is moved after its reminder; an evening is changed, its closing corrected."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from courses.due import remind_of_gatherings
from courses.models import Gathering
from foodclubs.models import Evening
from foodclubs.tests import tables
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.browsing import Person, Post, words
from weshelter.tests.test_path import PASSWORD, let_time_pass


@pytest.fixture
def demo(settings, tmp_path):
    """As in the demo: mails go into a folder, and no second factor is asked for."""
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)


def remind(as_login) -> int:
    as_login("jobs")
    with transaction.atomic():
        reminded = remind_of_gatherings(timezone.localdate())
    as_login("app")
    return reminded


@pytest.mark.feature(94)
def test_a_course_is_moved_after_its_reminder(site, demo, browser, committed_cast, as_login):
    cast = committed_cast
    visitor, sille = Person(browser, site), Person(browser, site).sign_in(cast.sille, PASSWORD)
    post = Post(Person(browser, site), as_login)
    with acting(user=cast.sille):
        course = people.create_course(days=2)
    anna = way.in_training(cast, "Anna Ansøger")
    with acting(user=cast.karen):
        course.book(anna)
    reminded = remind(as_login)
    post.deliver()

    sille.go(reverse("courses:gathering", args=[course.pk])).follow(words("Change time or place"))
    moved = timezone.localdate() + timedelta(days=20)
    sille.page.fill("[name=starts_at]", f"{moved}T16:30")
    sille.page.fill("[name=ends_at]", f"{moved}T20:00")
    sille.press("Save the changes")
    visitor.go(post.link_to(anna.email, "/mine-kurser/"))
    as_login("owner")
    soon = timezone.localtime() + timedelta(days=2)
    Gathering.objects.filter(pk=course.pk).update(starts_at=soon, ends_at=soon + timedelta(hours=3))
    as_login("app")

    assert visitor.sees("16.30")
    assert (reminded, remind(as_login)) == (1, 1)


@pytest.mark.feature(94)
def test_an_evening_gets_its_menu_and_its_closing_is_corrected(site, demo, browser, committed_cast, as_login):
    cast = committed_cast
    karen = Person(browser, site).sign_in(cast.karen, PASSWORD)
    evening = tables.create_evening(cast.rg60)
    tables.sign_up(evening, "Kaptajnen")

    karen.go(reverse("foodclubs:evening", args=[evening.pk])).follow(words("Change"))
    karen.page.fill("[name=menu]", "Frikadeller og rabarbergrød")
    karen.press("Save the changes")
    assert karen.sees("Frikadeller og rabarbergrød")
    let_time_pass(as_login, Evening)
    karen.go(reverse("foodclubs:close", args=[evening.pk]))
    karen.page.get_by_text(words("Not paid yet"), exact=True).click()
    karen.press("Close the evening")
    karen.follow(words("Correct"))
    karen.page.locator("label", has_text=words("Paid %(price)s kr.", price=15)).click()
    karen.page.check("[name=why][value=paid_later]")
    karen.press("Save the correction")

    assert karen.sees("Nogen har betalt bagefter")
    with acting(user=cast.karen):
        assert Evening.objects.get().income == 15
