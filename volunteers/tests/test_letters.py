"""What volunteers are written: the right words, a link that works, and never a reason that could hurt."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from volunteers.tests import way
from weshelter.tests import people


def act(client, name, volunteer, **typed):
    return client.post(reverse(f"screening:{name}", args=[volunteer.pk]), typed)


@pytest.fixture
def karen(client, committed_cast):
    """The browser of the coordinator."""
    people.sign_in(client, committed_cast.karen)
    return client


@pytest.mark.feature(9)
@pytest.mark.feature(72)
def test_the_letter_with_the_agreement_leads_to_the_signature(karen, committed_cast, mailbox):
    ida = way.interviewed(committed_cast)

    act(karen, "training", ida)

    [letter] = [one for one in mailbox() if one.message.kind == "agreement"]
    [path] = re.findall(r"https?://[^/]+(/aftale/[^/]+/)", letter.text)
    assert letter.message.address == ida.email
    assert karen.post(path, {"has_read": "on"}).url == reverse("screening:signed")


def test_a_new_letter_ends_the_link_of_the_former(karen, committed_cast, mailbox):
    ida = way.interviewed(committed_cast)
    act(karen, "training", ida)
    act(karen, "agreement", ida)

    former, latest = re.findall(r"/aftale/[^/]+/", " ".join(letter.text for letter in mailbox()))

    assert [karen.get(path).status_code for path in (former, latest)] == [404, 200]


@pytest.mark.feature(11)
def test_the_letter_about_the_course_says_when_and_where(karen, committed_cast, mailbox):
    tove = way.in_training(committed_cast)
    course = committed_cast.course

    act(karen, "book", tove, gathering=course.pk)

    [letter] = mailbox()
    begins = timezone.localtime(course.starts_at)
    assert course.title in letter.subject
    assert f"{begins.day}." in letter.text or f" {begins.day} " in letter.text
    assert course.place in letter.text


def test_the_letter_of_a_no_gives_no_reason_and_no_link(karen, committed_cast, mailbox):
    anna = way.applied(committed_cast, motivation="Jeg drikker selv")
    form = act(karen, "decline", anna, choose="1", reason="not_now").context["form"]

    act(karen, "decline", anna, **form.initial)

    [letter] = mailbox()
    assert "Anna" in letter.text
    assert not any(words in letter.text for words in ("http", "Jeg drikker selv", "Karen", "RG60"))


def test_every_letter_is_signed_by_weshelter(karen, committed_cast, mailbox):
    act(karen, "decline", way.applied(committed_cast), reason="other", letter="Hej Anna")
    act(karen, "training", way.interviewed(committed_cast))
    act(karen, "book", way.in_training(committed_cast), gathering=committed_cast.course.pk)

    letters = mailbox()

    assert [letter.message.kind for letter in letters] == ["declined", "agreement", "course_choice", "course_booked"]
    ends = "WeShelter\n\nHvis du svarer på denne mail: Skriv ikke navne på borgere i den.\n"
    assert all(letter.text.endswith(ends) for letter in letters)
    assert not any("&" in letter.text for letter in letters)
