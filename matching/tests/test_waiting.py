"""Who waits for a friend to be found: whom the gate lets through. Whoever has not said yes to one is asked first."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen, Wishes
from history.moves import SENTENCES, NotPossible
from matching.models import Match
from weshelter.tests import people

NO_YES = {"consents": ["registration"]}


def withdraw(cast, citizen) -> None:
    with acting(user=cast.karen):
        citizen.consents.live().get(purpose="friend").withdraw(by=cast.karen)


def names(cast, which: str, who: str = "karen") -> list[str]:
    user = getattr(cast, who)
    with acting(user=user):
        return [citizen.called_name for citizen in Citizen.objects.known_to(user).in_want(which)]


@pytest.mark.feature(69)
@pytest.mark.parametrize(
    ("said", "waits"),
    [
        ({}, True),
        ({"consents": ["registration", "friend", "guidance"]}, True),
        (NO_YES, False),
        ({"consents": ["registration", "guidance"]}, False),
        ({"wants_friend": False}, False),
        ({"wants_friend": False, **NO_YES}, False),
    ],
    ids=str,
)
def test_whoever_waits_is_whom_the_gate_lets_through(cast, said, waits):
    bo, vera = people.create_citizen(cast, **said), people.ready_volunteer(cast)

    assert names(cast, "venter") == (["Bo"] if waits else [])
    with acting(user=cast.karen):
        try:
            is_taken = Match.propose(vera, bo, by=cast.karen).state == "proposed"
        except NotPossible:
            is_taken = False
    assert is_taken is waits


@pytest.mark.feature(69)
def test_a_yes_that_is_taken_back_moves_from_waiting_to_what_is_missing(cast):
    bo = people.create_citizen(cast)

    before = names(cast, "venter"), names(cast, "samtykke")
    withdraw(cast, bo)

    assert (before, names(cast, "venter"), names(cast, "samtykke")) == ((["Bo"], []), [], ["Bo"])


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_every_citizen_stands_in_one_list_alone(cast, who):
    people.create_citizen(cast, "Bo")
    people.create_citizen(cast, "Ib", **NO_YES)
    people.create_citizen(cast, "Ole", wants_friend=False, **NO_YES)
    people.create_match(cast, citizen=people.create_citizen(cast, "Per"))
    people.create_citizen(cast, "Nannas borger", house=cast.nabo, **NO_YES)

    lists = {which: names(cast, which, who) for which in ("venter", "samtykke", "hviler", "ven")}

    assert lists == {"venter": ["Bo"], "samtykke": ["Ib"], "hviler": ["Ole"], "ven": ["Per"]}


@pytest.mark.feature(69)
@pytest.mark.feature(93)
def test_the_desk_asks_for_the_yes_where_it_is_written_down(client, cast):
    bo = people.create_citizen(cast, **NO_YES)
    people.sign_in(client, cast.karen)

    desk = client.get(reverse("coordinators:desk")).context["desk"]

    assert [(line.who, line.page, line.id) for line in desk.mine] == [("Bo", "citizens:consent", bo.pk)]
    assert (desk.friends, desk.waiting) == ([], 0)


def test_the_lead_sees_whose_yes_is_missing(client, cast):
    people.create_citizen(cast, "Bo", **NO_YES)
    people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:my_house"))

    shown = {name: [citizen.called_name for citizen in page.context[name]] for name in ("lacking", "citizens")}
    assert shown == {"lacking": ["Bo"], "citizens": ["Ib"]}


@pytest.mark.feature(69)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_citizens_page_leads_to_the_yes_and_not_to_a_proposal(client, cast, who):
    bo = people.create_citizen(cast, **NO_YES)
    people.sign_in(client, getattr(cast, who))

    page = client.get(reverse("coordinators:citizen", args=[bo.pk])).content.decode()

    ways = [page.count(f'"{reverse(name, args=[bo.pk])}"') for name in ("citizens:consent", "matching:propose")]
    assert ways == [2, 0]


@pytest.fixture
def lacking(cast):
    """Of each citizen for whom nobody can be proposed: what the page says, and where it leads."""
    match = people.create_match(cast, started=False)
    ib = people.create_citizen(cast, "Ib", **NO_YES)
    ole = people.create_citizen(cast, "Ole", wants_friend=False)
    with acting(user=cast.karen):
        per = people.citizens.register(
            project=cast.rg60.friends, called_name="Per", reach="", attachment_kind="lives_here"
        )
    return {
        "a proposal": (match.citizen, "one_open_match_per_citizen", reverse("coordinators:pair", args=[match.pk])),
        "no yes": (ib, "a_match_rests_on_consent", reverse("citizens:consent", args=[ib.pk])),
        "no wish": (ole, "the_citizen_wishes_a_friend", reverse("citizens:wishes", args=[ole.pk])),
        "nothing said": (per, "the_citizen_wishes_a_friend", reverse("citizens:wishes", args=[per.pk])),
    }


@pytest.mark.feature(69)
@pytest.mark.parametrize("name", ["propose", "spontaneous"])
@pytest.mark.parametrize("what", ["a proposal", "no yes", "no wish", "nothing said"])
def test_instead_of_volunteers_stands_what_is_missing_and_the_way_to_it(client, cast, lacking, what, name):
    citizen, rule, way = lacking[what]
    people.ready_volunteer(cast, "Sofie Skov")
    people.sign_in(client, cast.karen)

    response = client.get(reverse(f"matching:{name}", args=[citizen.pk]))

    missing, page = response.context["lacking"], response.content.decode()
    assert str(missing.sentence).startswith(str(SENTENCES[rule]))
    assert missing.url == way
    assert ("Sofie" in page, f'href="{way}"' in page) == (False, True)


def test_a_proposal_that_nobody_answered_in_time_stands_in_no_way(client, cast):
    late = people.create_match(cast, started=False, proposed_at=timezone.localtime() - timedelta(days=15))
    people.sign_in(client, cast.karen)

    assert client.get(reverse("matching:propose", args=[late.citizen_id])).context["lacking"] is None


def grow_old(cast, citizen) -> None:
    with acting(user=cast.karen):
        Wishes.objects.filter(citizen=citizen).update(said_on=timezone.localdate() - timedelta(days=91))


@pytest.mark.feature(31)
@pytest.mark.feature(69)
def test_a_round_has_those_alone_whom_the_gate_lets_through_and_says_who_is_to_be_asked(client, cast):
    people.create_citizen(cast, "Bo")
    people.create_citizen(cast, "Ib", **NO_YES)
    grow_old(cast, people.create_citizen(cast, "Ole"))
    people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    page = client.post(reverse("matching:rounds"), {"projects": [cast.rg60.friends.pk]}, follow=True).context["page"]

    assert [row.citizen.called_name for row in page.rows] == ["Bo"]
    assert (page.left, page.to_ask) == ([], {"spoerges": 1, "samtykke": 1})
    assert names(cast, "spoerges") == ["Ole"]


def test_who_took_the_yes_back_is_not_proposed_from_an_open_round(client, cast):
    bo = people.create_citizen(cast, "Bo")
    people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)
    made = client.post(reverse("matching:rounds"), {"projects": [cast.rg60.friends.pk]}, follow=True)
    withdraw(cast, bo)

    page = client.get(made.request["PATH_INFO"]).context["page"]

    assert (page.rows, page.to_ask["samtykke"]) == ([], 1)
