"""What has happened, on the pages of a citizen, a pair and a volunteer."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import override

from access.context import acting
from access.links import Purpose, issue_link
from coordinators.timeline import _statement, timeline_of
from coordinators.timeline_sentences import TOLD_AS
from friendships.models import Pause
from history.moves import move
from matching.models import Match
from notes.models import Confidence, Guidance
from screening.models import RECORDS, Decline
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people


def told(thing, user, **options):
    with acting(user=user), override("en"):
        return [line.sentence for line in timeline_of(thing, **options).lines]


def page(client, user, name, thing):
    people.sign_in(client, user)
    return client.get(reverse(name, args=[thing.pk]))


@pytest.mark.feature(34)
def test_a_pair_tells_each_step_newest_first_and_who_took_it(cast):
    """All in one transaction, where what stands beside the match comes above it."""
    match = people.create_match(cast)

    assert told(match, cast.karen) == [
        "Karen Koordinator arranged the first meeting",
        "Karen Koordinator wrote down the first meeting",
        "Both have said yes",
        "The volunteer said yes",
        "Karen Koordinator proposed the pair",
    ]


def test_the_page_tells_the_day_and_the_sentence_in_danish(client, cast):
    match = people.create_match(cast)

    shown = " ".join(page(client, cast.karen, "coordinators:pair", match).content.decode().split())

    today = formats.date_format(timezone.localdate(), "j. F")
    assert f"{today}:</time> Karen Koordinator" in shown


def test_a_citizen_tells_what_was_written_down_and_by_whom_and_never_what(cast):
    citizen = people.create_citizen(cast, own_words="Skak", consents=("registration", "guidance"))
    with acting(user=cast.lars):
        citizen.disclose("past", "yes", "Sømand")
        citizen.disclose("health", "no", "")
        Confidence.write(citizen, "Bryder sig ikke om hunde", house=cast.rg60.institution, by=cast.lars)
    with acting(user=cast.karen):
        citizen.consents.get(purpose="guidance").withdraw(by=cast.karen)

    assert set(told(citizen, cast.karen)) == {
        "Karen Koordinator registered the citizen",
        "Karen Koordinator wrote down a home",
        "Karen Koordinator wrote down the wishes",
        "Karen Koordinator wrote down a consent",
        "Karen Koordinator wrote down that a consent was taken back",
        "Lars Leder wrote down what the friend may know",
        "Lars Leder told something in confidence",
    }


def test_what_one_act_does_to_several_rows_is_told_once(cast):
    citizen = people.create_citizen(cast)

    with acting(user=cast.karen):
        for line in ("past", "health", "family"):
            citizen.disclose(line, "no", "")

    assert told(citizen, cast.karen).count("Karen Koordinator wrote down what the friend may know") == 1


def test_of_one_act_what_follows_stands_above_what_it_follows_from(cast):
    citizen = people.create_citizen(cast)
    vera = people.ready_volunteer(cast)

    assert told(citizen, cast.karen) == [
        "Karen Koordinator wrote down a consent",
        "Karen Koordinator wrote down the wishes",
        "Karen Koordinator wrote down a home",
        "Karen Koordinator registered the citizen",
    ]
    assert told(vera, cast.karen)[0] == "The volunteer became ready"


def test_a_volunteer_tells_her_way_to_ready(cast):
    vera = people.ready_volunteer(cast)

    assert set(told(vera, cast.karen)) == {
        "The application came in",
        "Sille Sekretær wrote down the conversation",
        "Sille Sekretær took the volunteer into training",
        "Sille Sekretær assigned the volunteer to a project",
        "Sille Sekretær wrote down the signature",
        "Sille Sekretær gave the volunteer a place at a course or meeting",
        "Sille Sekretær ticked that the volunteer came",
        "The volunteer became ready",
    }


def test_what_is_done_by_link_or_by_a_job_names_no_person(client, cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.citizen_says_yes(heard_by=cast.karen)
        link = issue_link(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match)
    client.post(link.removeprefix("http://localhost:8000"), {"answer": "yes"})
    with acting(user=cast.karen):
        match.refresh_from_db()
        match.start(by=cast.karen)
        move(match, Match.State.ACTIVE, by="clean up")

    assert told(match, cast.karen)[0] == "The system wrote down that the friendship goes on"
    assert "The volunteer, by link" not in "".join(told(match, cast.karen)[1:])


def test_a_no_names_nobody(cast):
    match = people.create_match(cast, started=False)

    with acting(user=cast.karen):
        match.decline(by=cast.karen)

    assert told(match, cast.karen)[0] == "It became a no thank you"


def test_the_lead_sees_of_a_citizen_no_guidance_and_of_confidences_her_own(cast):
    citizen = people.create_citizen(cast, consents=("registration", "guidance"))
    with acting(user=cast.karen):
        Guidance.write(citizen, "Kom til tiden", review_on=timezone.localdate(), by=cast.karen)

    with_guidance, without = told(citizen, cast.karen), told(citizen, cast.lars)

    assert set(with_guidance) - set(without) == {"Karen Koordinator wrote guidance for the friend"}


@pytest.mark.parametrize("who", ["nanna", "leif"])
def test_somebody_elsewhere_sees_nothing_of_it(cast, who):
    match = people.create_match(cast)

    for thing in (match, match.citizen, match.volunteer):
        assert told(thing, getattr(cast, who)) == []


def test_the_lead_sees_no_history_of_a_volunteers_screening(client, cast):
    match = people.create_match(cast)

    of_the_pair = set(told(match, cast.lars))

    assert set(told(match.volunteer, cast.lars)) == of_the_pair
    assert "timeline-heading" not in page(client, cast.lars, "screening:detail", match.volunteer).content.decode()
    assert "timeline-heading" in page(client, cast.karen, "screening:detail", match.volunteer).content.decode()


def test_nobody_reads_the_history_of_her_own_screening(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        Volunteer.objects.filter(pk=vera.pk).update(user=cast.karen)

    assert told(vera, cast.karen) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_two_questions_however_much_happened(cast, rows, django_assert_num_queries):
    citizen = people.create_citizen(cast)
    for who in [cast.karen, cast.lars, cast.karen][:rows]:
        with acting(user=who):
            citizen.disclose("past", "yes", f"Sømand {rows} {who.name}")

    with acting(user=cast.karen), django_assert_num_queries(2):
        timeline_of(citizen)


def test_its_statement_is_composed_once_and_for_another_one_only_asked(cast):
    first, second = people.create_citizen(cast), people.create_citizen(cast, consents=())
    of_the_first = told(first, cast.karen)
    composed = _statement.cache_info().misses

    of_the_second = told(second, cast.karen)

    assert set(of_the_first) - set(of_the_second) == {"Karen Koordinator wrote down a consent"}
    assert _statement.cache_info().misses == composed


def test_twenty_lines_are_shown_and_the_rest_on_asking(client, committed_cast):
    match = people.create_match(committed_cast)
    karen, later = committed_cast.karen, timezone.localdate() + timedelta(days=9)
    with acting(user=karen):
        match.go_on(by=karen)
    for time in range(9):
        with acting(user=karen):
            Pause.begin(match, why="other", back_on=later, by=karen)
        if time < 8:
            with acting(user=karen):
                match.come_back(by=karen)

    first = page(client, committed_cast.karen, "coordinators:pair", match).content.decode()
    address = reverse("coordinators:pair", args=[match.pk])
    everything = client.get(address, {"vis": "alt"}).content.decode()

    assert first.count("<time") == 20
    assert 'href="?vis=alt#historik"' in first
    assert (everything.count("<time"), "?vis=alt#" in everything) == (23, False)


def test_every_state_of_a_pair_and_a_volunteer_has_a_sentence():
    told_elsewhere = {("volunteer", "interviewed")}
    states = {(model._meta.model_name, state) for model in (Match, Volunteer) for state in model.State.values}

    assert states - told_elsewhere <= set(TOLD_AS)


def test_every_record_of_the_screening_has_a_sentence():
    models = apps.get_app_config("screening").get_models()
    kept = {model for model in models if hasattr(model, "pgh_event_model") and hasattr(model, "volunteer")}

    assert kept - {Decline} == set(RECORDS)  # a no is told as the state of the volunteer
    assert {model._meta.model_name for model in RECORDS} <= {name for name, _told in TOLD_AS}


@pytest.mark.feature(94)
def test_what_was_moved_and_called_off_is_told(cast):
    anna = way.applied(cast)
    talk = way.chosen(cast, anna)
    with acting(user=cast.karen):
        talk.move_to(talk.chosen, place="Haven", holder=cast.karen)
        talk.call_off(by=cast.karen)

    assert [line for line in told(anna, cast.karen) if "called" in line or "moved" in line] == [
        "Karen Koordinator called the conversation off",
        "Karen Koordinator moved the conversation",
    ]
