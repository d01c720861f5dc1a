"""In the admin a day and an hour are written by Django's own calendar and clock, in the language of the page."""

import re

from django.urls import reverse

from pages.dates import MomentInTwoField
from weshelter.tests.browsing import Person

PASSWORD = "en lang adgangskode"


def test_the_admins_calendar_and_clock_write_what_is_read(settings, site, committed_cast, browser):
    settings.DEMO = True
    page = Person(browser, site).sign_in(committed_cast.sille, PASSWORD).page
    page.goto(site + reverse("admin:courses_gathering_add"))

    for shortcut in ("I dag", "Nu"):
        page.get_by_role("link", name=shortcut, exact=True).first.click()

    written = [page.input_value(f"[name=starts_at_{part}]") for part in (0, 1)]
    assert re.fullmatch(r"\d\d-\d\d-\d{4} \d\d\.\d\d", " ".join(written))
    assert MomentInTwoField().clean(written)
