"""Both sides say yes before anything starts; a no needs no reason and is told to nobody."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from access.context import acting
from access.links import Purpose, issue_link
from citizens.models import Consent
from history.moves import NotPossible
from letters.models import Message
from matching.emails import send_proposal
from matching.models import Match
from weshelter.tests import people


@pytest.fixture
def proposal(cast):
    """Vera is proposed to Bo; neither has answered."""
    return people.create_match(cast, started=False)


def link_of(match, cast) -> str:
    """The volunteer's link to answer by."""
    with acting(user=cast.karen):
        url = issue_link(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match)
    return url.replace("http://localhost:8000", "")


@pytest.mark.feature(27)
@pytest.mark.feature(72)
@pytest.mark.parametrize("first", ["volunteer", "citizen"])
def test_two_yeses_in_any_order_make_a_pair(client, cast, proposal, first):
    link = link_of(proposal, cast)
    people.sign_in(client, cast.lars)
    steps = [
        lambda: client.post(link, {"answer": "yes"}),
        lambda: client.post(reverse("matching:citizen_answers", args=[proposal.pk]), {"answer": "yes"}),
    ]

    for step in steps if first == "volunteer" else reversed(steps):
        step()

    with acting(user=cast.karen):
        proposal.refresh_from_db()
        assert proposal.state == Match.State.ACCEPTED
        assert proposal.citizen_yes_heard_by == cast.lars
        assert Message.objects.filter(kind="both_said_yes").count() == 1


def test_opening_the_link_changes_nothing(client, cast, proposal):
    page = client.get(link_of(proposal, cast))

    with acting(user=cast.karen):
        proposal.refresh_from_db()
    assert page.templates[0].name == "matching/answer.html"
    assert proposal.volunteer_yes_at is None


@pytest.mark.feature(26)
def test_the_proposal_shows_no_more_than_house_and_name_of_the_one_asked(client, cast, proposal):
    page = client.get(link_of(proposal, cast)).content.decode()

    assert "RG60" in page
    assert "En at gå tur med" not in page


@pytest.mark.parametrize("posted", [{}, {"answer": ""}, {"answer": "YES"}, {"answer": "måske"}])
def test_what_is_neither_yes_nor_no_is_asked_again(client, cast, proposal, posted):
    link = link_of(proposal, cast)
    people.sign_in(client, cast.lars)

    by_link = client.post(link, posted)
    by_lead = client.post(reverse("matching:citizen_answers", args=[proposal.pk]), posted, follow=True)

    with acting(user=cast.karen):
        proposal.refresh_from_db()
    assert proposal.state == Match.State.PROPOSED
    assert by_link.context["is_unclear"]
    assert [message.level_tag for message in by_lead.context["messages"]] == ["error"]


def test_the_volunteer_is_not_told_that_the_citizen_took_the_consent_back(client, cast, proposal):
    link = link_of(proposal, cast)
    with acting(user=cast.karen):
        proposal.citizen_says_yes(heard_by=cast.karen)
        Consent.objects.get(purpose="friend").withdraw(by=cast.karen)

    page = client.post(link, {"answer": "yes"})

    assert page.context["sentence"] == gettext(
        "The proposal cannot be answered just now. You will hear from the coordinator."
    )


@pytest.mark.parametrize("said", ["yes", "no"])
def test_the_link_ends_when_the_question_is_settled_and_the_answer_is_still_shown(client, cast, proposal, said):
    link = link_of(proposal, cast)
    with acting(user=cast.karen):
        proposal.citizen_says_yes(heard_by=cast.karen)

    answered, again = client.post(link, {"answer": said}), client.get(link)

    assert "matching/answered.html" in [template.name for template in answered.templates]
    assert (answered.status_code, again.status_code) == (200, 404)


@pytest.mark.parametrize("said", ["yes", "no"])
def test_the_link_ends_when_the_citizen_settles_the_question(client, cast, proposal, said):
    link = link_of(proposal, cast)
    if said == "yes":
        client.post(link, {"answer": "yes"})
    people.sign_in(client, cast.lars)

    client.post(reverse("matching:citizen_answers", args=[proposal.pk]), {"answer": said})

    assert client.get(link).status_code == 404


@pytest.mark.feature(27)
def test_a_no_ends_the_proposal_and_says_nothing_to_the_other(client, cast, proposal):
    client.post(link_of(proposal, cast), {"answer": "no"})

    with acting(user=cast.karen):
        proposal.refresh_from_db()
        assert proposal.state == Match.State.DECLINED
        assert not Message.objects.filter(kind="both_said_yes").exists()


def test_a_second_answer_is_met_kindly(client, cast, proposal):
    link = link_of(proposal, cast)
    client.post(link, {"answer": "yes"})

    again = client.post(link, {"answer": "yes"})

    assert again.status_code == 200
    assert again.templates[0].name == "matching/answered.html"


def test_an_answer_to_a_closed_proposal_is_told_so(client, cast, proposal):
    link = link_of(proposal, cast)
    with acting(user=cast.karen):
        proposal.decline(by=cast.karen)

    page = client.post(link, {"answer": "yes"})

    assert page.context["sentence"]


def test_a_link_of_another_purpose_or_none_opens_nothing(client, cast, proposal):
    with acting(user=cast.karen):
        wrong = issue_link(Purpose.OWN_PAGE, proposal.volunteer, "matching:answer")

    answers = [client.get(url.replace("http://localhost:8000", "")) for url in (wrong, "/forslag/findes-ikke/")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_a_new_link_ends_the_former(client, cast, proposal):
    former, newer = link_of(proposal, cast), link_of(proposal, cast)

    assert [client.get(link).status_code for link in (former, newer)] == [404, 200]


def test_the_letter_names_no_citizen(cast, proposal, as_login):
    with acting(user=cast.karen):
        send_proposal(proposal)

        message = Message.objects.get(kind="proposal")
        assert (message.address, message.project_id) == ("vera@example.net", cast.rg60.friends.pk)


def test_the_match_starts_when_they_have_met(client, cast, proposal):
    with acting(user=cast.karen):
        proposal.volunteer_says_yes()
        proposal.citizen_says_yes(heard_by=cast.karen)
    people.sign_in(client, cast.karen)

    today = timezone.localdate()
    client.post(reverse("matching:start", args=[proposal.pk]), {"met_on": f"{today}"})

    with acting(user=cast.karen):
        proposal.refresh_from_db()
        assert (proposal.state, str(proposal.started_on)) == ("trial", f"{today}")


@pytest.mark.parametrize("met_on", ["2999-01-01", "", "i går", "1901-01-01", "0001-01-01"])
def test_a_first_meeting_of_tomorrow_or_long_before_the_proposal_is_asked_again(client, cast, proposal, met_on):
    with acting(user=cast.karen):
        proposal.volunteer_says_yes()
        proposal.citizen_says_yes(heard_by=cast.karen)
    people.sign_in(client, cast.karen)

    form = client.post(reverse("matching:start", args=[proposal.pk]), {"met_on": met_on}).context["form"]

    assert (list(form.errors), form["met_on"].value()) == (["met_on"], met_on)
    with acting(user=cast.karen):
        proposal.refresh_from_db()
        assert proposal.state == Match.State.ACCEPTED


def test_nothing_starts_with_one_yes(cast, proposal):
    with acting(user=cast.karen):
        proposal.volunteer_says_yes()
        with pytest.raises(NotPossible):
            proposal.start(by=cast.karen)


@pytest.mark.parametrize("name", ["citizen_answers", "start"])
@pytest.mark.parametrize("who", ["nanna", "leif"])
def test_a_pair_of_another_house_is_not_there(client, cast, proposal, who, name):
    people.sign_in(client, getattr(cast, who))

    hidden = client.post(reverse(f"matching:{name}", args=[proposal.pk]), {"answer": "yes"})
    missing = client.post(reverse(f"matching:{name}", args=["00000000-0000-0000-0000-000000000000"]), {"answer": "yes"})

    assert (hidden.status_code, hidden.content) == (404, missing.content)


def test_the_lead_sees_the_pair_but_does_not_start_it(client, cast, proposal):
    people.sign_in(client, cast.lars)

    assert client.post(reverse("matching:start", args=[proposal.pk]), {"met_on": "2026-01-02"}).status_code == 403


def test_before_a_no_is_written_down_a_page_says_what_follows(client, cast):
    match = people.create_match(cast, started=False)
    people.sign_in(client, cast.lars)

    page = client.get(reverse("matching:citizen_answers", args=[match.pk]))

    assert page.templates[0].name == "matching/no_thank_you.html"
    with acting(user=cast.karen):
        assert Match.objects.get(pk=match.pk).state == "proposed"
