"""Whatever is known of somebody is put right on a page by somebody: each field of every model's PERSONAL.

A reason why not is allowed for what is computed, hashed or sealed, and for an answer that is given once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from phonenumber_field.phonenumber import PhoneNumber

from access.context import acting
from citizens.models import Attachment, Disclosure, Home, KnownAs, Spoken, Wishes
from friendships.models import PairAgreement, Relocation
from friendships.relocating import relocate
from institutions.models import HouseCard
from matching.models import FirstMeeting
from notes.models import Guidance
from notes.tests import telling
from screening.models import Appointment, Interview, Shadowing, Signature
from volunteers.models import Exemption, Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.code import ROOT, our_models
from weshelter.tests.days import today
from weshelter.tests.not_corrected import COMPUTED, ONCE, SEALED, SHOWN_IN, WHY_NOT

# No page puts these right yet.
NOT_YET = {"volunteers.Assignment.volunteer"}


@dataclass(frozen=True)
class Page:
    """What puts it right: whose page, about what, what is typed, and what then stands in which row."""

    name: str
    about: Callable[[Any], list]
    typed: dict
    model: Any
    stands: dict
    who: str = "karen"


def volunteer(cast) -> list:
    return [people.ready_volunteer(cast).pk]


def applicant(cast) -> list:
    return [way.applied(cast, "Vera Ven").pk]


def citizen(cast) -> list:
    return [people.create_citizen(cast).pk]


def attached(cast) -> list:
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        return [bo.pk, bo.attachments.get().pk]


def moved(cast) -> list:
    bo = people.create_match(cast).citizen
    home, ahead = (
        {"institution": None, "municipality": "0101"},
        {"from_on": today() + timedelta(days=7), "ends": [], "knows": None},
    )
    with acting(user=cast.karen):
        return [relocate(bo, to=home, goes_on="not_asked", travel="not_asked", by=cast.karen, **ahead).pk]


def talk(cast) -> list:
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        return [bo.pk, bo.spoken_with(outcome="no_longer", by=cast.karen).pk]


def draft(cast) -> list:
    return [telling.guide(telling.consenting_citizen(cast), cast.rg60, "Lad ham tale ud", approved=False).pk]


def pair(cast) -> list:
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    return [match.pk]


def met(cast) -> list:
    match = people.create_match(cast)
    with acting(user=cast.karen):
        PairAgreement.write(match, how_often="monthly")
    return [match.pk]


def exempted(cast) -> list:
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    given = way.exempted(cast, way.in_training(cast))
    with acting(user=cast.sille):
        given.end(by=cast.sille)
    return [given.requirement.assignment.volunteer_id, given.requirement_id]


def interview(cast) -> list:
    ida = way.interviewed(cast)
    with acting(user=cast.karen):
        return [ida.pk, ida.interviews.get().pk]


def signature(cast) -> list:
    tove = way.in_training(cast, signed=True)
    with acting(user=cast.karen):
        return [tove.pk, tove.signatures.get().pk]


def along(cast) -> list:
    tove, vera = way.in_training(cast, signed=True), people.ready_volunteer(cast)
    with acting(user=cast.karen):
        Shadowing.write(tove, experienced=vera, went_on=today(), by=cast.karen)
        return [tove.pk, tove.shadowings.get().pk]


def card(cast) -> list:
    with acting(user=cast.sille):
        return [HouseCard.objects.create(institution=cast.rg60.institution).pk]


WISHES = {
    "own_words": "En at spise med",
    "together": ["chess"],
    "needs": ["quiet"],
    "languages": ["da", "en"],
    "slots": ["weekday_evening"],
    "area": "2300",
    "interests": ["chess"],
    "friend_gender": "woman",
    "age_group": "45-59",
    "friend_age": "same",
    "limits": ["pets"],
    "around": ["smoke"],
}
TOLD = {
    "languages": ["da", "en"],
    "interests": ["chess"],
    "slots": ["weekday_evening"],
    "limits": ["pets"],
    "gender": "woman",
    "age_group": "45-59",
    "experience": ["quiet"],
    "around": ["smoke"],
}
AGREED = {"how_often": "weekly", "place": "Haven", "reach": "På sms", "limits": "Ingen penge", "own_words": "Vi ses"}
DETAILS = {"name": "Vera Vens", "email": "vera@example.com", "phone": "20 30 40 51", "postcode": "2300"}


def on(ahead: int) -> Callable[[Any], str]:
    return lambda cast: (today() + timedelta(days=ahead)).isoformat()


def at(ahead: int) -> Callable[[Any], str]:
    return lambda cast: f"{timezone.localtime() + timedelta(days=ahead):%Y-%m-%d}T15:00"


def house(cast) -> int:
    return cast.rg60.institution.pk


def nabo(cast) -> list:
    return [cast.nabo.friend_role.pk]


TALK = {"robustness": "good", "expectations": "talk_more", "time": "good", "limits": "good", "outcome": "talk_more"}
NO = {f"{line}_answer": "no" for line in Disclosure.Line.values}
PHONES = {"coordinator_phone": "20 30 40 50", "lead_phone": "20 30 40 51"}
MOVED = {"goes_on": "yes", "travel": "arranged", "bridges": "Biblioteket"}
PAGES = [
    Page("citizens:called", citizen, called := {"called_name": "Bodil", "reach": "i gården"}, KnownAs, called),
    Page("citizens:wishes", citizen, WISHES | {"wants_friend": "on"}, Wishes, WISHES),
    Page("citizens:attachment", attached, {"kind": "comes_here", "from_on": on(0)}, Attachment, {"kind": "comes_here"}),
    Page("friendships:relocation", moved, MOVED | {"from_on": on(9)}, Relocation, MOVED),
    Page("citizens:home", citizen, {"municipality": "0147", "from_on": on(0)}, Home, {"municipality": "0147"}),
    Page("citizens:home", citizen, {"institution": house, "from_on": on(0)}, Home, {"institution_id": house}),
    Page("citizens:put_spoken_right", talk, {"outcome": "not_reached"}, Spoken, {"outcome": "not_reached"}),
    Page(
        "citizens:disclose",
        citizen,
        NO | {"health_answer": "yes", "health_words": "Jeg hører dårligt"},
        Disclosure,
        {"words": "Jeg hører dårligt"},
    ),
    Page("notes:reword", draft, {"text": "Gå en tur", "review_on": on(30)}, Guidance, {"text": "Gå en tur"}),
    Page(
        "matching:first_meeting",
        pair,
        {"starts_at": at(5), "place": "Haven", "accompanied_by": lambda cast: cast.karen.pk},
        FirstMeeting,
        {"place": "Haven"},
    ),
    Page("friendships:agreement", met, AGREED | {"review_on": on(30)}, PairAgreement, AGREED),
    Page("coordinators:correct", volunteer, DETAILS, Volunteer, DETAILS | {"phone": "+4520304051"}),
    Page("screening:tell", volunteer, TOLD, Volunteer, TOLD),
    Page("screening:tell", applicant, TOLD | {"also_role_ids": nabo}, Volunteer, {"also_role_ids": nabo}),
    Page("coordinators:rest", volunteer, {"back_on": on(30)}, Volunteer, {"back_on": on(30)}),
    Page(
        "screening:offer",
        applicant,
        {"time_1": at(5), "place": "Haven"},
        Appointment,
        {"place": "Haven", "times": lambda cast: [f"{timezone.localtime() + timedelta(days=5):%Y-%m-%d}"]},
    ),
    Page("screening:correct_interview", interview, TALK | {"held_on": on(-2)}, Interview, TALK, "sille"),
    Page("screening:correct_signature", signature, {"signed_at": on(-2)}, Signature, {"signed_at": on(-2)}),
    Page("screening:correct_shadowing", along, {"went_on": on(-2)}, Shadowing, {"went_on": on(-2)}),
    Page("screening:exempt", exempted, {"why": "Bestilt", "until_on": on(9)}, Exemption, {"why": "Bestilt"}, "sille"),
    Page(
        "admin:institutions_housecard_change",
        card,
        PHONES,
        HouseCard,
        {"coordinator_phone": "+4520304050", "lead_phone": "+4520304051"},
        "sille",
    ),
]


def test_each_field_about_somebody_is_put_right_on_a_page_or_says_why_not():
    fields = {f"{model._meta.label}.{name}" for model in our_models() for name in getattr(model, "PERSONAL", {})}
    tried = {f"{page.model._meta.label}.{name.removesuffix('_id')}" for page in PAGES for name in page.stands}

    assert fields == tried | WHY_NOT.keys() | SHOWN_IN.keys() | NOT_YET
    assert not WHY_NOT.keys() & tried
    assert all(why.startswith((COMPUTED, SEALED, ONCE)) for why in WHY_NOT.values())
    assert all((ROOT / path).exists() for path in SHOWN_IN.values())


def said(cast, values: dict) -> dict:
    return {name: value(cast) if callable(value) else value for name, value in values.items()}


def as_written(value: Any) -> Any:
    """As the table says it: lists in order, days and numbers as text, of a moment its day."""
    if isinstance(value, list):
        return sorted(as_written(one) for one in value)
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d}"
    return getattr(value, "as_e164", value) if isinstance(value, PhoneNumber | str | int) else str(value)


@pytest.mark.feature(94)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_new_value_is_posted_through_the_page_and_read_back(client, cast, page):
    args = page.about(cast)
    people.sign_in(client, getattr(cast, page.who))

    response = client.post(reverse(page.name, args=args), said(cast, page.typed))

    assert response.status_code == 302, response.context["form"].errors
    with acting(user=getattr(cast, page.who)):
        rows = list(page.model.objects.all())
    stands = said(cast, page.stands)
    expected = {name: as_written(value) for name, value in stands.items()}
    assert expected in [{name: as_written(getattr(one, name)) for name in stands} for one in rows]
