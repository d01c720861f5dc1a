"""Whatever a mail tells of a moment or a place is told again when it is another: what it was and is, to each, once."""

from collections import Counter

import pytest
from django.db import transaction
from django.utils.translation import override

from access.context import acting
from access.models import Link
from volunteers.emails import moment_in_words
from weshelter.tests import people
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
    "institutions.Membership.from_on": "each change of a role is a mail of its own",
    "institutions.Membership.until_on": "each change of a role is a mail of its own",
    "matching.Match.proposed_at": "it was proposed then",
    "screening.RecordCheck.next_due_on": "a check that is seen is due on a day of its own, and reminded of anew",
    "volunteers.Volunteer.back_on": "each day that is chosen on the own page is a mail of its own",
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
