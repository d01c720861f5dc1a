"""What the friend is shown: the name, the yes lines and approved guidance; each only on a live consent."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose
from citizens.models import Disclosure
from friendships.tests.pairs import bring_to_an_end
from notes.friend import friend_view, preview_of
from notes.models import Acknowledgement, acknowledge
from notes.tests.telling import TOLD, consenting_citizen, guide, link_of, tell, withdraw_consent
from weshelter.tests import people

YES, NO, NOT_YET = Disclosure.Answer.YES, Disclosure.Answer.NO, Disclosure.Answer.NOT_YET


@pytest.fixture
def bo(cast):
    """A citizen who said yes to one line and no or not yet to two."""
    bo = consenting_citizen(cast)
    with acting(user=cast.karen):
        for line, answer in (("bad_day", YES), ("past", NO), ("health", NOT_YET)):
            Disclosure.objects.create(citizen=bo, project=bo.project, line=line, answer=answer, words=f"om {line}")
    return bo


@pytest.fixture
def match(cast, bo):
    match = people.create_match(cast, citizen=bo)
    match.citizen = bo
    return match


@pytest.fixture
def proposal(cast, bo):
    match = people.create_match(cast, citizen=bo, started=False)
    match.citizen = bo
    return match


def seen_by_friend(match, house):
    with acting(link=link_of(match, house)):
        return friend_view(match)


@pytest.mark.feature(69)
def test_the_friend_sees_the_yes_lines_and_the_approved_guidance_and_nothing_else(cast, match):
    told = tell(match.citizen, cast.rg60)
    guidance = guide(match.citizen, cast.rg60, "Lad ham tale ud", origin=told)
    guide(match.citizen, cast.rg60, "Kun en kladde", approved=False)

    view = seen_by_friend(match, cast.rg60)

    assert (view.called_name, view.house, view.both_said_yes) == ("Bo", "RG60", True)
    assert view.lines == ((str(Disclosure.Line.BAD_DAY.label), "om bad_day"),)
    assert [(one.id, one.text, one.acknowledged) for one in view.guidance] == [(guidance.pk, "Lad ham tale ud", False)]
    assert TOLD not in repr(view)
    assert str(told.pk) not in repr(view)


@pytest.mark.parametrize("purpose", [Purpose.OWN_PAGE, Purpose.PROPOSAL])
def test_of_a_proposal_the_volunteer_sees_name_and_house_alone(cast, proposal, purpose):
    guide(proposal.citizen, cast.rg60)
    token = link_of(proposal, cast.rg60, purpose, about=proposal if purpose == Purpose.PROPOSAL else None)

    with acting(link=token):
        view = friend_view(proposal)

    assert (view.called_name, view.house, view.both_said_yes) == ("Bo", "RG60", False)
    assert view.lines == view.guidance == ()


@pytest.mark.parametrize(("purpose", "left"), [("guidance", (1, 0)), ("friend", None)])
def test_a_consent_taken_back_hides_what_rests_on_it_at_once(cast, match, purpose, left):
    """Without the one to a friend nothing of him is seen at all, the name least of all."""
    guide(match.citizen, cast.rg60)

    withdraw_consent(match.citizen, cast.rg60, purpose)

    view = seen_by_friend(match, cast.rg60)
    assert (view and (len(view.lines), len(view.guidance))) == left


def test_guidance_does_not_come_back_with_a_new_consent(cast, match):
    guide(match.citizen, cast.rg60)
    withdraw_consent(match.citizen, cast.rg60)
    with acting(user=cast.karen):
        match.citizen.consent_to(["guidance"], given="spoken", witnessed_by=cast.karen)

    assert seen_by_friend(match, cast.rg60).guidance == ()


def test_withdrawn_guidance_is_gone(cast, match):
    guidance = guide(match.citizen, cast.rg60)
    with acting(user=cast.karen):
        guidance.withdraw(by=cast.karen)

    assert seen_by_friend(match, cast.rg60).guidance == ()


def test_a_line_becomes_a_no_at_once(cast, match):
    with acting(user=cast.karen):
        Disclosure.objects.filter(citizen=match.citizen).update(answer=NO)

    assert seen_by_friend(match, cast.rg60).lines == ()


def test_a_volunteer_elsewhere_sees_nothing_and_acknowledges_nothing(cast, match):
    guidance = guide(match.citizen, cast.rg60)
    theirs = people.create_match(
        cast,
        citizen=consenting_citizen(cast, "Ib", house=cast.nabo),
        volunteer=people.ready_volunteer(cast, "Ulla Ven", house=cast.nabo),
        house=cast.nabo,
    )

    with acting(link=link_of(theirs, cast.nabo)):
        assert friend_view(match) is None
        assert not acknowledge(guidance.pk)


def test_a_proposal_link_shows_only_its_own_match(cast, match):
    ida = consenting_citizen(cast, "Ida")
    other = people.create_match(cast, citizen=ida, volunteer=people.ready_volunteer(cast, "Ulla Ven"), started=False)

    with acting(link=link_of(other, cast.rg60, Purpose.PROPOSAL, about=other)):
        assert friend_view(match) is None


def test_a_link_of_another_purpose_shows_nothing(cast, match):
    with acting(link=link_of(match, cast.rg60, Purpose.AGREEMENT)):
        assert friend_view(match) is None


def test_a_declined_proposal_shows_nothing(cast, proposal):
    token = link_of(proposal, cast.rg60)
    with acting(user=cast.karen):
        proposal.decline(by=cast.karen)

    with acting(link=token):
        assert friend_view(proposal) is None


@pytest.mark.parametrize("name", ["nanna", "leif", "sille"])
def test_staff_elsewhere_and_the_secretariat_see_nothing(cast, match, name):
    with acting(user=getattr(cast, name)):
        assert friend_view(match) is None


def test_without_anybody_acting_nothing_is_shown(cast, match):
    assert friend_view(match) is None


def test_the_coordinators_preview_is_what_the_friend_sees(cast, match):
    guide(match.citizen, cast.rg60)
    seen = seen_by_friend(match, cast.rg60)

    with acting(user=cast.karen):
        assert friend_view(match) == seen


def test_a_leads_preview_holds_only_the_guidance_that_he_prompted(cast, match):
    guide(match.citizen, cast.rg60, "Koordinatorens egen")
    guide(match.citizen, cast.rg60, "Lad ham tale ud", origin=tell(match.citizen, cast.rg60))

    with acting(user=cast.lars):
        view = friend_view(match)

    assert [one.text for one in view.guidance] == ["Lad ham tale ud"]
    assert len(view.lines) == 1


def test_a_drafts_preview_shows_it_as_the_friend_would_get_it(cast, match):
    draft = guide(match.citizen, cast.rg60, "Kladden", approved=False)

    with acting(user=cast.karen):
        assert [one.text for one in preview_of(draft, cast.karen).guidance] == ["Kladden"]
        assert friend_view(match).guidance == ()


def test_before_there_is_a_friend_there_is_no_preview(cast, bo):
    draft = guide(bo, cast.rg60, approved=False)

    with acting(user=cast.karen):
        assert preview_of(draft, cast.karen) is None


def test_a_link_reads_no_table_about_a_citizen(cast, match):
    guide(match.citizen, cast.rg60)

    with acting(link=link_of(match, cast.rg60)), connection.cursor() as cursor:
        for table in (
            "citizens_citizen",
            "citizens_knownas",
            "citizens_disclosure",
            "citizens_consent",
            "notes_guidance",
        ):
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)


def test_the_friend_acknowledges_once_and_twice_is_once(client, cast, match):
    guidance = guide(match.citizen, cast.rg60)
    token = link_of(match, cast.rg60)
    address = reverse("notes:acknowledge", args=[token, guidance.pk])

    for _again in range(2):
        assert client.post(address).url == reverse("coordinators:own_page", args=[token])

    with acting(user=cast.karen):
        receipt = Acknowledgement.objects.get()
        assert (receipt.guidance, receipt.match, receipt.volunteer) == (guidance, match, match.volunteer)
    with acting(link=token):
        assert friend_view(match).guidance[0].acknowledged


def test_the_own_page_shows_guidance_with_its_button(client, cast, match):
    guidance = guide(match.citizen, cast.rg60)
    token = link_of(match, cast.rg60)

    page = client.get(reverse("coordinators:own_page", args=[token])).content.decode()

    assert "Lad ham tale ud" in page
    assert reverse("notes:acknowledge", args=[token, guidance.pk]) in page


@pytest.mark.parametrize("state", ["draft", "withdrawn", "no consent"])
def test_what_is_not_shown_cannot_be_acknowledged(client, cast, match, state):
    guidance = guide(match.citizen, cast.rg60, approved=state != "draft")
    if state == "withdrawn":
        with acting(user=cast.karen):
            guidance.withdraw(by=cast.karen)
    if state == "no consent":
        withdraw_consent(match.citizen, cast.rg60)

    response = client.post(reverse("notes:acknowledge", args=[link_of(match, cast.rg60), guidance.pk]))

    assert response.status_code == 404
    with acting(user=cast.karen):
        assert not Acknowledgement.objects.exists()


@pytest.mark.parametrize("purpose", [Purpose.PROPOSAL, Purpose.AGREEMENT])
def test_another_link_of_the_same_volunteer_acknowledges_nothing(client, cast, match, purpose):
    guidance = guide(match.citizen, cast.rg60)
    token = link_of(match, cast.rg60, purpose, about=match)

    assert client.post(reverse("notes:acknowledge", args=[token, guidance.pk])).status_code == 404


def test_a_volunteer_cannot_write_a_receipt_past_the_function(cast, match):
    guidance = guide(match.citizen, cast.rg60)

    with (
        acting(link=link_of(match, cast.rg60)),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        Acknowledgement.objects.create(
            guidance_id=guidance.pk, match=match, volunteer_id=match.volunteer_id, project_id=match.project_id
        )


@pytest.mark.feature(63)
def test_a_new_friend_does_not_inherit_the_receipt_of_the_former(committed_cast, as_login):
    cast = committed_cast
    bo = consenting_citizen(cast)
    former = people.create_match(cast, citizen=bo)
    guidance = guide(bo, cast.rg60)
    with acting(link=link_of(former, cast.rg60)):
        acknowledge(guidance.pk)
    bring_to_an_end(cast, former)
    new = people.create_match(cast, citizen=bo, volunteer=people.ready_volunteer(cast, "Ulla Ven"))

    assert seen_by_friend(former, cast.rg60) is None
    assert not seen_by_friend(new, cast.rg60).guidance[0].acknowledged
