"""The journal of a house: on his yes, confirmed by its lead before the house lets go, and nothing comes back."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from access.context import acting
from coordinators.attention import for_coordinator, for_lead
from friendships.models import Closure, JournalNotice, Relocation
from friendships.tests.pairs import BEGUN, WHOLE, in_state
from history.moves import NotPossible
from volunteers.tests import asking
from weshelter.tests import databases, people
from weshelter.tests.days import today

DAY = timedelta(days=1)
pytestmark = pytest.mark.feature(78)
WRITE, STRIKE = "Skriv i journalen, at der er en netværksven", "Intet samtykke til journalen mere"
MISSED = "Huset har sluppet, og det står ikke i journalen"


@pytest.fixture
def match(cast):
    match = in_state(cast, "active")
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", today() - 300 * DAY)
    databases.as_owner("UPDATE citizens_home SET from_on = %s", today() - 300 * DAY)
    return match


@pytest.fixture
def notice(cast, match):
    """He has said yes to it, at RG60."""
    with acting(user=cast.karen):
        return JournalNotice.say_yes(match, cast.rg60.institution, given="spoken", by=cast.karen)


def stands(cast) -> JournalNotice:
    with acting(user=cast.karen):
        return JournalNotice.objects.for_page().get()


def journal_lines(user, lines) -> list[str]:
    with acting(user=user):
        return [line.what.split(":")[0] for line in lines(user) if line.page == "friendships:journal"]


def of_lead(user) -> list[str]:
    return journal_lines(user, for_lead)


def of_coordinator(user) -> list[str]:
    return journal_lines(user, lambda user: for_coordinator(user).mine)


def post(client, who, name: str, thing, **typed):
    people.sign_in(client, who)
    return client.post(reverse(f"friendships:{name}", args=[thing.pk]), typed)


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_on_his_yes_it_lies_with_the_lead_until_it_is_confirmed(client, cast, match, who):
    typed = {"institution": cast.rg60.institution.pk, "heard": "on", "given": "spoken"}
    post(client, getattr(cast, who), "journal", match, **typed)
    notice = stands(cast)

    assert (notice.heard_by, notice.wording_version, of_lead(cast.lars)) == (getattr(cast, who), 1, [WRITE])
    assert of_coordinator(cast.karen) == []
    people.sign_in(client, cast.lars)
    assert WRITE in client.get(reverse("coordinators:my_house")).content.decode()

    post(client, cast.lars, "journal_written", notice)

    assert (stands(cast).written_on, stands(cast).written_by, of_lead(cast.lars)) == (today(), cast.lars, [])


@pytest.mark.parametrize("missing", ["heard", "given"])
def test_without_his_yes_nothing_is_written_down(client, cast, match, missing):
    typed = {"institution": cast.rg60.institution.pk, "heard": "on", "given": "spoken"} | {missing: ""}

    response = post(client, cast.karen, "journal", match, **typed)

    assert list(response.context["form"].errors) == [missing]
    with acting(user=cast.karen):
        assert not JournalNotice.objects.exists()


def test_the_sentence_is_neutral_says_whom_to_call_and_names_nobody(client, cast, match, notice):
    asking.card(cast, cast.rg60)
    people.sign_in(client, cast.lars)

    for language in ("da", "en"):
        with override(language), acting(user=cast.lars):
            sentence = notice.sentence()

        assert sentence.startswith("Borgeren har en netværksven gennem WeShelters Frivilligindsats.")
        assert "20 30 40 50" in sentence
        assert str(notice.pk)[:8] in sentence
        assert not {match.citizen.called_name, match.volunteer.first_name} & set(re.findall(r"\w+", sentence))
    assert sentence in client.get(reverse("friendships:journal", args=[match.pk])).content.decode()


def test_a_confirmation_by_mistake_is_taken_back(client, cast, notice):
    post(client, cast.lars, "journal_written", notice)
    post(client, cast.lars, "journal_not_written", notice)

    assert (stands(cast).written_on, stands(cast).written_by, of_lead(cast.lars)) == (None, None, [WRITE])


@pytest.mark.parametrize("who", ["karen", "leif", "nanna", "sille"])
def test_nobody_else_confirms_it(client, cast, notice, who):
    assert post(client, getattr(cast, who), "journal_written", notice).status_code in {403, 404}
    assert stands(cast).written_on is None


def test_past_the_page_the_database_lets_the_lead_alone_confirm_it(cast, notice):
    with acting(user=cast.karen), pytest.raises(NotPossible, match="Kun husets frivilligansvarlige"):
        notice.is_written(by=cast.karen)


def test_what_he_takes_back_after_it_was_written_is_told_to_the_house_once(client, cast, notice):
    post(client, cast.lars, "journal_written", notice)
    post(client, cast.karen, "journal_ends", notice)

    assert of_lead(cast.lars) == [STRIKE]

    post(client, cast.lars, "journal_struck", notice)

    assert of_lead(cast.lars) == []
    assert stands(cast).struck_on == today()


def test_what_he_takes_back_before_it_was_written_is_nobodys_to_do(client, cast, notice):
    post(client, cast.lars, "journal_ends", notice)

    assert (of_lead(cast.lars), of_coordinator(cast.karen), stands(cast).ended_on) == ([], [], today())


@pytest.mark.parametrize("purpose", ["friend", "registration"])
def test_with_the_yes_to_a_friend_the_one_to_the_journal_ends(client, cast, match, notice, purpose):
    post(client, cast.lars, "journal_written", notice)
    with acting(user=cast.karen):
        match.citizen.consents.live().get(purpose=purpose).withdraw(by=cast.karen)

    assert stands(cast).ended_on == today()


def test_a_friendship_that_ends_leaves_nothing_to_be_written_in(cast, match, notice):
    with acting(user=cast.karen):
        closure = Closure.begin(match, by=cast.karen, tell_on=today(), **BEGUN)
        closure.write(told_on=today(), citizen_talk_on=today(), volunteer_talk_on=today(), **WHOLE)
        closure.end(by=cast.karen)

    assert stands(cast).ended_on == today()
    assert of_lead(cast.lars) == []


@pytest.mark.parametrize(
    ("last_day", "is_refused"), [(-1, True), (0, False), (5, False)], ids=["yesterday", "today", "ahead"]
)
def test_the_house_confirms_before_it_lets_go(cast, match, notice, last_day, is_refused):
    with acting(user=cast.karen):
        attachment = match.citizen.attachments.get()
        if is_refused:
            with pytest.raises(NotPossible, match="Huset har ikke bekræftet endnu"):
                attachment.put_right(until_on=today() + last_day * DAY)
        else:
            attachment.put_right(until_on=today() + last_day * DAY)
    assert of_lead(cast.lars) == [WRITE]


def test_what_a_house_missed_stands_with_the_coordinator_who_ends_it(client, cast, match, notice):
    """Its last day lay ahead, and has come and gone."""
    databases.as_owner("UPDATE friendships_journalnotice SET ended_on = app.today()")
    databases.as_owner("UPDATE citizens_attachment SET until_on = %s", today() - DAY)
    databases.as_owner("UPDATE friendships_journalnotice SET ended_on = NULL")

    assert (of_lead(cast.lars), of_coordinator(cast.karen)) == ([], [MISSED])

    post(client, cast.karen, "journal_ends", notice)

    assert of_coordinator(cast.karen) == []


def moved(client, cast, match, **changes):
    """To NABO, whose lead may know; what RG60 was to write stands there."""
    said = {
        "municipality": "", "institution": cast.nabo.institution.pk, "from_on": f"{today()}", "knows": "yes",
        "reach": "", "goes_on": "yes", "travel": "fine", "bridges": "", "journal": "not_asked",
    }  # fmt: skip
    with acting(user=cast.karen):
        said["ends"] = [one.pk for one in match.citizen.attachments.all()]
    people.sign_in(client, cast.karen)
    return client.post(reverse("friendships:relocate", args=[match.citizen_id]), said | changes)


@pytest.mark.feature(40)
def test_at_a_relocation_to_a_house_it_is_asked_anew(client, cast, match):
    moved(client, cast, match, journal="yes")

    assert stands(cast).institution == cast.nabo.institution
    assert (of_lead(cast.leif), of_lead(cast.lars)) == ([WRITE], [])


@pytest.mark.feature(40)
def test_what_was_not_asked_at_the_relocation_stands_on_the_desk_until_it_is(client, cast, match):
    moved(client, cast, match)
    with acting(user=cast.karen):
        row = Relocation.objects.get()
        assert Relocation.objects.to_talk_about().get() == row
    said = {"from_on": f"{today()}", "goes_on": "yes", "travel": "fine", "bridges": ""}

    post(client, cast.karen, "relocation", row, **said, journal="yes")
    post(client, cast.karen, "relocation", row, **said, journal="yes")

    assert of_lead(cast.leif) == [WRITE]
    with acting(user=cast.karen):
        assert not Relocation.objects.to_talk_about().exists()


@pytest.mark.feature(40)
@pytest.mark.parametrize(
    "changes", [{"knows": "no"}, {"institution": "", "municipality": "0101", "knows": "no"}], ids=str
)
def test_where_no_house_knows_there_is_no_journal(client, cast, match, changes):
    response = moved(client, cast, match, journal="yes", **changes)

    assert list(response.context["form"].errors) == ["journal"]

    moved(client, cast, match, **changes)

    with acting(user=cast.karen):
        assert Relocation.objects.get().journal == ""
        assert not Relocation.objects.to_talk_about().exists()


@pytest.mark.feature(40)
def test_he_does_not_move_at_once_while_the_old_house_has_not_written_it_in(client, cast, match, notice):
    response = moved(client, cast, match)

    assert "Huset har ikke bekræftet endnu" in response.content.decode()
    with acting(user=cast.karen):
        assert not Relocation.objects.exists()

    moved(client, cast, match, from_on=f"{today() + DAY}")

    with acting(user=cast.karen):
        assert Relocation.objects.exists()


def test_another_house_finds_no_journal(client, cast, match, notice):
    for who in (cast.nanna, cast.leif, cast.sille):
        people.sign_in(client, who)
        assert client.get(reverse("friendships:journal", args=[match.pk])).status_code in {403, 404}
