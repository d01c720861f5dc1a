"""A relocation and what is put right by hand beside it: nobody knows him longer than was said, and no yes returns."""

from datetime import timedelta

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Attachment, Citizen, Home
from coordinators.attention import for_coordinator, for_lead
from friendships.models import Closure, JournalNotice, Relocation
from friendships.relocating import call_off, put_off, relocate, settle
from friendships.tests.pairs import BEGUN, WHOLE, in_state
from history.moves import NotPossible
from weshelter.tests import databases, people
from weshelter.tests.days import today

DAY = timedelta(days=1)
SAID = {"goes_on": "yes", "travel": "fine"}
pytestmark = pytest.mark.feature(40, 94)


def day(number: int):
    return today() + number * DAY


@pytest.fixture
def match(cast):
    match = in_state(cast, "active")
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", day(-300))
    databases.as_owner("UPDATE citizens_home SET from_on = %s", day(-300))
    return match


def rg60(cast) -> Attachment:
    return Attachment.objects.get(institution=cast.rg60.institution)


def moves(cast, match, *, on: int, to=None, knows: bool = False, ends=None, by=None, **said) -> Relocation:
    """To NABO or to an own home, as somebody of RG60 writes it."""
    home = {"institution": to, "municipality": "" if to else "0147"}
    leaves = [rg60(cast)] if ends is None else ends
    return relocate(
        match.citizen,
        to=home,
        from_on=day(on),
        ends=leaves,
        knows=to if knows else None,
        by=by or cast.karen,
        **SAID | said,
    )


def sees(user) -> bool:
    with acting(user=user):
        return Citizen.objects.exists()


def lines(user, asked=lambda user: for_coordinator(user).mine) -> list[str]:
    with acting(user=user):
        return [one.what for one in asked(user) if one.page in ("friendships:journal", "friendships:relocation")]


def test_a_house_that_let_go_by_hand_is_not_brought_back_by_moving_or_calling_off(cast, match):
    with acting(user=cast.karen):
        row = moves(cast, match, on=7)
        rg60(cast).put_right(until_on=day(-1))
        put_off(row, day(9))
        assert rg60(cast).until_on == day(-1)
        call_off(row)
        assert rg60(cast).until_on == day(-1)
    assert not sees(cast.lars)


def test_a_last_day_that_was_planned_is_not_put_later_and_comes_back_when_it_is_called_off(cast, match):
    with acting(user=cast.karen):
        rg60(cast).put_right(until_on=day(3))
        moves(cast, match, on=14)
        assert rg60(cast).until_on == day(3)
        call_off(Relocation.objects.get())
        rg60(cast).put_right(until_on=day(20))
        row = moves(cast, match, on=14)
        assert rg60(cast).until_on == day(13)
        call_off(row)
        assert rg60(cast).until_on == day(20)


def test_who_comes_to_the_old_house_again_can_still_have_the_move_of_today_called_off(cast, match):
    with acting(user=cast.karen):
        row = moves(cast, match, on=0)
        match.citizen.attach(cast.rg60.institution, kind="comes_here", from_on=today(), heard_by=cast.karen)
        call_off(row)
        assert [one.kind for one in Attachment.objects.filter(until_on=None)] == ["comes_here"]
        assert Home.objects.get().institution == cast.rg60.institution


@pytest.mark.parametrize("from_on", [30, -30])
def test_a_house_that_was_to_know_him_later_or_knows_him_already_knows_him_from_the_day(cast, match, from_on):
    nabo = cast.nabo.institution
    with acting(user=cast.karen):
        match.citizen.attach(nabo, kind="comes_here", from_on=day(from_on), heard_by=cast.karen)
        moves(cast, match, on=0, to=nabo, knows=True)
        assert Attachment.objects.get(institution=nabo).from_on == day(min(from_on, 0))
    assert sees(cast.leif)


def test_a_lead_of_whom_he_takes_leave_writes_it_for_all_his_houses(cast, match):
    with acting(user=cast.lars):
        match.citizen.attach(cast.nabo.institution, kind="comes_here", from_on=today(), heard_by=cast.lars)
        moves(cast, match, on=-3, ends=list(match.citizen.attachments.all()), by=cast.lars)
    assert not sees(cast.lars)


@pytest.mark.parametrize(
    ("who", "on", "to", "status"), [("lars", 7, 9, 302), ("lars", 7, -1, 200), ("leif", -1, 5, 409)]
)
def test_a_lead_puts_off_what_lies_ahead_and_nothing_that_would_take_the_page_away(
    client, cast, match, who, on, to, status
):
    with acting(user=cast.karen):
        row = moves(cast, match, on=on, to=cast.nabo.institution, knows=True, journal="yes")
    people.sign_in(client, getattr(cast, who))

    response = client.post(reverse("friendships:relocation", args=[row.pk]), {"from_on": f"{day(to)}"})

    assert response.status_code == status
    with acting(user=cast.karen):
        row.refresh_from_db()
    assert row.from_on == day(to if status == 302 else on)


def test_the_new_lead_is_shown_no_button_that_would_take_the_page_away(client, cast, match):
    with acting(user=cast.karen):
        row = moves(cast, match, on=0, to=cast.nabo.institution, knows=True)
    people.sign_in(client, cast.leif)

    page = client.get(reverse("friendships:relocation", args=[row.pk])).content.decode()

    assert "Aflys flytningen" not in page
    assert "gør koordinatoren det" in page


def test_a_yes_that_was_taken_back_does_not_return_with_another_answer(client, cast, match):
    with acting(user=cast.karen):
        row = moves(cast, match, on=0, to=cast.nabo.institution, knows=True, journal="yes")
        JournalNotice.objects.get().end()
    people.sign_in(client, cast.karen)
    form = client.get(reverse("friendships:relocation", args=[row.pk])).context["form"]
    said = {name: form[name].initial for name in form.fields} | {"bridges": "Biblioteket"}

    client.post(reverse("friendships:relocation", args=[row.pk]), said)

    assert said["journal"] == "no"
    with acting(user=cast.karen):
        assert not JournalNotice.objects.open().exists()


def test_a_yes_that_becomes_a_no_ends_and_a_relocation_called_off_takes_its_yes_along(cast, match):
    with acting(user=cast.karen):
        row = moves(cast, match, on=7, to=cast.nabo.institution, knows=True, journal="yes")
        settle(row, by=cast.karen, journal="no")
        assert not JournalNotice.objects.open().exists()
        settle(row, by=cast.karen, journal="yes")
        call_off(row)
        assert not JournalNotice.objects.open().exists()
    assert lines(cast.karen) == []


@pytest.mark.parametrize("why", ["ended", "no consent"])
def test_without_a_living_friendship_nothing_is_for_a_journal(cast, match, why):
    with acting(user=cast.karen):
        if why == "ended":
            closure = Closure.begin(match, by=cast.karen, tell_on=today(), **BEGUN)
            closure.write(told_on=today(), citizen_talk_on=today(), volunteer_talk_on=today(), **WHOLE)
            closure.end(by=cast.karen)
        else:
            match.citizen.consents.live().get(purpose="friend").withdraw(by=cast.karen)
        with pytest.raises(NotPossible, match="hviler på et venskab"):
            JournalNotice.say_yes(match, cast.rg60.institution, given="spoken", by=cast.karen)


def test_what_a_house_can_no_longer_be_told_here_the_coordinator_tells(client, cast, match):
    with acting(user=cast.karen):
        notice = JournalNotice.say_yes(match, cast.rg60.institution, given="spoken", by=cast.karen)
    with acting(user=cast.lars):
        notice.is_written(by=cast.lars)
    with acting(user=cast.karen):
        rg60(cast).put_right(until_on=day(-1))
        notice.end()
    [line] = lines(cast.karen)
    assert "Sig det til huset" in line
    people.sign_in(client, cast.karen)

    client.post(reverse("friendships:journal_struck", args=[notice.pk]))

    assert lines(cast.karen) == []


@pytest.mark.parametrize("change", [{"until_on": -1}, {"from_on": 30}, None], ids=str)
def test_in_whatever_way_a_house_lets_go_the_journal_comes_first(cast, match, change):
    with acting(user=cast.karen):
        JournalNotice.say_yes(match, cast.rg60.institution, given="spoken", by=cast.karen)
        one = rg60(cast)
        said = {name: day(number) for name, number in (change or {}).items()}
        if not said:
            databases.as_owner("UPDATE citizens_attachment SET from_on = app.today()")
        with pytest.raises(NotPossible, match="Huset har ikke bekræftet endnu"):
            one.put_right(**said) if said else one.call_off()


def test_a_house_that_goes_on_knowing_him_is_not_asked_to_confirm(cast, match):
    with acting(user=cast.karen):
        JournalNotice.say_yes(match, cast.rg60.institution, given="spoken", by=cast.karen)
        first = rg60(cast)
        first.put_right(until_on=day(5))
        match.citizen.attach(cast.rg60.institution, kind="comes_here", from_on=today(), heard_by=cast.karen)
        first.put_right(until_on=day(-1))


def test_the_desk_asks_only_about_where_he_lives_now_and_what_is_not_answered(cast, match):
    nabo = cast.nabo.institution
    with acting(user=cast.karen):
        moves(cast, match, on=-3, to=nabo, knows=True, goes_on="not_asked", travel="not_asked")
        moves(cast, match, on=-1, ends=[Attachment.objects.get(institution=nabo)])
    assert lines(cast.karen) == []


def test_only_the_journal_is_asked_about_where_only_that_is_missing_until_it_is_answered(cast, match):
    nabo = cast.nabo.institution
    with acting(user=cast.karen):
        moves(cast, match, on=0, to=nabo, knows=True, journal="not_asked")
    assert lines(cast.karen) == ["Spørg, om der må stå i det nye hus’ journal, at der er en netværksven"]

    with acting(user=cast.karen):
        JournalNotice.say_yes(match, nabo, given="spoken", by=cast.karen)

    assert lines(cast.karen) == []
    assert lines(cast.leif, for_lead) == ["Skriv i journalen, at der er en netværksven"]
    with acting(user=cast.karen):
        call_off(Relocation.objects.get())
        assert not JournalNotice.objects.open().exists()


def test_a_friendship_that_begins_before_he_moves_is_asked_about(cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        home = {"institution": None, "municipality": "0147"}
        relocate(match.citizen, to=home, from_on=day(9), ends=[], knows=None, by=cast.karen)
        match.start(on=today(), by=cast.karen)
    assert len(lines(cast.karen)) == 1


@pytest.mark.parametrize("page", ["citizens:attach", "friendships:relocate"])
def test_of_whoever_is_to_be_erased_nothing_begins(client, cast, match, page):
    with acting(user=cast.karen):
        match.citizen.consents.live().get(purpose="registration").withdraw(by=cast.karen)
    people.sign_in(client, cast.karen)

    response = client.get(reverse(page, args=[match.citizen_id]))

    assert response.status_code == 409 or "begyndes ikke noget nyt" in client.get(response["Location"]).content.decode()


def test_a_home_that_came_with_a_relocation_is_put_right_there(client, cast, match):
    with acting(user=cast.karen):
        moves(cast, match, on=7)
    people.sign_in(client, cast.karen)
    address = reverse("citizens:home", args=[match.citizen_id])

    client.post(address, {"institution": "", "municipality": "0101", "from_on": f"{day(9)}"})

    with acting(user=cast.karen):
        assert Home.objects.current().get().municipality == "0147"


def test_two_moves_of_one_day_are_one_that_is_called_off_first(cast, match):
    with acting(user=cast.karen):
        moves(cast, match, on=0)
        with pytest.raises(NotPossible, match="som ikke er sket endnu"):
            moves(cast, match, on=0, ends=[])
