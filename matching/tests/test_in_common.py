"""Why it may be the two of them: whoever is asked hears what both ticked, if the citizen was told that it is so."""

import pytest

from access.context import acting
from access.links import Purpose, issue_link
from citizens.models import Consent, Wishes
from matching.emails import send_proposal
from matching.in_common import in_common
from weshelter.tests import people

SHARED, HERS_ALONE, HIS_ALONE = "skak", "musik", "gåture"


@pytest.fixture
def match(committed_cast):
    cast = committed_cast
    citizen = people.create_citizen(cast, "Bo")
    vera = people.ready_volunteer(cast, interests=["chess", "music"], slots=["weekday_evening", "weekend_day"])
    with acting(user=cast.karen):
        Wishes.objects.filter(citizen=citizen).update(
            interests=["chess", "walks"],
            slots=["weekday_evening"],
            needs=["quiet"],
            own_words="En at spille med",
        )
    return people.create_match(cast, citizen=citizen, volunteer=vera, started=False)


def asked(client, cast, match) -> str:
    """The page to which the link leads."""
    with acting(user=cast.karen):
        link = issue_link(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match)
    return client.get(link.split("example.org")[-1] if "example.org" in link else "/" + link.split("/", 3)[3]).text


@pytest.mark.feature(22)
def test_page_and_mail_say_what_both_have_ticked_and_nothing_else(client, committed_cast, match, mailbox):
    cast = committed_cast
    page = asked(client, cast, match)
    with acting(user=cast.karen):
        send_proposal(match)
    mail = mailbox()[-1].text

    for text in (page, mail):
        assert SHARED in text
        assert "aften" in text
        assert [word for word in (HERS_ALONE, HIS_ALONE, "Bo ", "spille med", "stille") if word in text] == []
        assert "Karen Koordinator" in text


def test_whoever_heard_the_former_words_is_not_told_of(client, committed_cast, match):
    cast = committed_cast
    with acting(user=cast.karen):
        consent = Consent.objects.get(citizen=match.citizen, purpose="friend")
        consent.withdraw(by=cast.karen)
    other = people.create_citizen(cast, "Ib", consents=("registration",))
    with acting(user=cast.karen):
        Wishes.objects.filter(citizen=other).update(interests=["chess"])
        Consent.objects.create(
            citizen=other,
            project=other.project,
            purpose="friend",
            given="spoken",
            witnessed_by=cast.karen,
            wording_version=3,
        )
    former = people.create_match(cast, citizen=other, volunteer=match.volunteer, started=False)

    assert SHARED not in asked(client, cast, former)


@pytest.mark.parametrize("who", ["nanna", "leif", "sille", "lars"])
def test_nobody_else_is_answered(committed_cast, match, who):
    with acting(user=getattr(committed_cast, who)):
        assert not in_common(match)


def test_another_link_is_not_answered(committed_cast, match):
    cast = committed_cast
    other = people.create_match(
        cast, citizen=people.create_citizen(cast, "Ib"), volunteer=people.ready_volunteer(cast, "Sofie"), started=False
    )
    with acting(user=cast.karen):
        token = issue_link(Purpose.PROPOSAL, other.volunteer, "matching:answer", about=other).rstrip("/").split("/")[-1]

    with acting(link=token):
        assert not in_common(match)
