"""Whatever a mail tells of a moment or a place is told again when it is another: what it was and is, to each, once."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from access.context import acting
from access.models import Link
from courses.models import Gathering
from courses.telling import change
from volunteers.emails import moment_in_words
from weshelter.management.commands.run_due_jobs import JOBS, Command
from weshelter.tests import due_scenes, people
from weshelter.tests.days import today
from weshelter.tests.due_scenes import SCENES
from weshelter.tests.letters import LETTERS, things_of
from weshelter.tests.rows import create_rows
from weshelter.tests.told_again import MOVED, NEW_PLACE, OLD_PLACE, Scene, reading

# What a mail tells of a moment that nobody moves, and why.
NOT_MOVED = {
    "accounts.AccessChange.asked_at": "it was asked for then",
    "accounts.AccessChange.confirmed_at": "it was confirmed then",
    "accounts.NewAddress.asked_at": "it was asked for then",
    "accounts.User.last_login": "read for the mark in a link to choose a password, and told to nobody",
    "courses.Attendance.offered_until": "the days to answer run from the mail that says it",
    "institutions.Absence.called_off_at": "read for whether it is over, and told to nobody",
    "institutions.Absence.from_on": "each change of an absence is a mail of its own",
    "institutions.Absence.until_on": "each change of an absence is a mail of its own",
    "institutions.Membership.from_on": "each change of a role is a mail of its own",
    "institutions.Membership.until_on": "each change of a role is a mail of its own",
    "matching.Match.proposed_at": "it was proposed then",
    "matching.Match.volunteer_yes_at": "read for whether she had said yes, and told to nobody",
    "screening.RecordCheck.next_due_on": "a check that is seen is due on a day of its own, and reminded of anew",
}
# The daily jobs that tell such a moment or place in a mail, and why they tell the new one.
TOLD_BY_A_JOB = {
    "places offered in vain": "each offer is told once, as the course stands that day",
    "reminders of first meetings": "moved, it is reminded of anew; matching/tests/test_first_meeting.py",
    "reminders of courses": "who was reminded of the old day is reminded of the new one; tried below",
}
every_kind = pytest.mark.parametrize("kind", MOVED)


@pytest.fixture
def scene(committed_cast, kind) -> Scene:
    return MOVED[kind](committed_cast)


def in_words(moment) -> str:
    with override("da"):
        return moment_in_words(moment)


@pytest.mark.feature(94)
def test_whatever_a_mail_tells_of_a_moment_or_a_place_stands_in_a_table(committed):
    rows = create_rows()
    with transaction.atomic(), acting(user=rows.cast.karen):
        things = things_of(rows)
        with reading() as told:
            for write in LETTERS.values():
                write(things)

    assert {name for name in told if name.rpartition(".")[0] not in MOVED} == set(NOT_MOVED)
    assert {name.rpartition(".")[0] for name in told} >= set(MOVED)


@pytest.mark.feature(94)
@every_kind
def test_moved_each_is_told_once_what_it_was_and_what_it_is(client, scene, mailbox):
    people.sign_in(client, scene.user)
    page, said = scene.moves
    before = len(mailbox())

    answers = [client.post(page, said).status_code for _time in range(2)]

    mails = mailbox()[before:]
    assert answers == [302, 302]
    assert Counter(mail.message.address for mail in mails) == Counter(scene.told)
    for mail in mails:
        for word in (in_words(scene.at), in_words(scene.later), OLD_PLACE, NEW_PLACE):
            assert word in mail.text, mail.message.kind


@pytest.mark.feature(94)
@every_kind
def test_called_off_each_is_told_once_what_it_was(client, scene, mailbox):
    people.sign_in(client, scene.user)
    before = len(mailbox())

    answers = [client.post(scene.calls_off).status_code for _time in range(2)]

    mails = mailbox()[before:]
    assert answers == [302, 409]
    assert Counter(mail.message.address for mail in mails) == Counter(scene.told)
    for mail in mails:
        assert in_words(scene.at) in mail.text, mail.message.kind


@pytest.mark.feature(94)
@every_kind
def test_a_live_link_about_it_lives_as_long_after_the_new_date(client, scene, as_login):
    if scene.about is None:
        pytest.skip("its mails lead to the own page, which has a life of its own")
    people.sign_in(client, scene.user)
    page, said = scene.moves
    purpose, about = scene.about
    before = lifetimes(as_login, purpose, about)

    client.post(page, said)

    after = lifetimes(as_login, purpose, about)
    assert before
    assert {until - scene.later for until in after} == {until - scene.at for until in before}


def lifetimes(as_login, purpose, about) -> set:
    """Until when the live links about it live."""
    as_login("owner")
    found = set(
        Link.objects.filter(purpose=purpose, object_id=about, revoked_at=None).values_list("expires_at", flat=True)
    )
    as_login("app")
    return found


@pytest.mark.feature(94)
@pytest.mark.parametrize("job", dict(JOBS))
def test_a_daily_job_that_tells_of_it_stands_in_a_table(committed_cast, as_login, job):
    SCENES[job][0](due_scenes.Scene(committed_cast, as_login))
    as_login("jobs")

    with reading() as told:
        assert Command().run(job, dict(JOBS)[job], today())

    assert any(name.rpartition(".")[0] in MOVED for name in told) == (job in TOLD_BY_A_JOB)


@pytest.mark.feature(94)
def test_who_was_reminded_of_the_old_day_is_reminded_of_the_new_one(committed_cast, as_login, mailbox):
    cast, job = committed_cast, "reminders of courses"
    scene = due_scenes.Scene(cast, as_login)
    SCENES[job][0](scene)
    remind(as_login, job)
    [course] = seen(cast, Gathering.objects.filter(attendances__reminded_at__isnull=False))
    later = timezone.localtime() + timedelta(days=30)
    with acting(user=cast.sille):
        change(course, by=cast.sille, starts_at=later, ends_at=later + timedelta(hours=3))
    remind(as_login, job)  # it is too early
    soon = timezone.localtime() + timedelta(days=2)
    scene.let_pass(Gathering, where={"pk": course.pk}, starts_at=soon, ends_at=soon + timedelta(hours=3))
    remind(as_login, job)

    reminders = [mail.text for mail in mailbox() if mail.message.kind == "course_reminder"]
    assert len(reminders) == 2
    assert in_words(soon) in reminders[1]


def remind(as_login, job: str) -> None:
    as_login("jobs")
    assert Command().run(job, dict(JOBS)[job], today())
    as_login("app")


def seen(cast, rows) -> list:
    with acting(user=cast.sille):
        return list(rows)
