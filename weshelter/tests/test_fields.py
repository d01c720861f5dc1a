"""Which columns of a row one sees, page by page: where the need-to-know table says "limited", and beside it "full".

Each row reads: on this page, this person sees these, and not those. All of them exist, so that they could leak.
"""

import html

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from access.context import acting
from access.links import Purpose
from citizens.models import Disclosure
from notes.tests import telling
from reports.indicators import INDICATORS
from reports.report import columns
from volunteers.emails import send_receipt
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.matrix import NOBODY, ask, pages
from weshelter.tests.rows import token

NAME, PHONE, EMAIL, POSTCODE, WHY = "Vera Ven", "20 30 40 50", "vera@example.net", "2450", "Jeg har tid og lyst"
ABOUT = {"en kvinde", "45 til 59", "en, der lytter", "trapper uden elevator"}
TALKED = "godt – gå videre"
REFEREE, SAYS, EXCUSED, CHECKED = "Rita Referent", "Hun holder, hvad hun lover", "Den er bestilt", "ingen anmærkning"
SCREENED = {REFEREE, SAYS, EXCUSED, CHECKED}
CALLED, REACH, WISH = "Bodil", "i cafeen", "En at spille skak med"
YES, NOT_YET = "Jeg har været til søs", "Jeg taler ikke om min søn"
AREA, NEED, NOTE, PLACE = "2791", "stille selskab", "De griner ad det samme", "Caféen"
TOLD, SENTENCE, DRAFT = "Han er bange for læger", "Gå en tur, hvis hun tier", "Lad hende vælge stolen"
GUEST, HELPER = "Gæst rg60", "Hjælperrg60 Hansen"

A_VOLUNTEER = [
    ("screening:detail", "sille", {NAME, PHONE, EMAIL, POSTCODE, WHY, TALKED}, {CALLED}),
    ("screening:detail", "karen", {NAME, PHONE, EMAIL, POSTCODE, WHY, TALKED}, {TOLD}),
    ("screening:detail", "lars", {NAME, PHONE, "Netværksvenner", "Klar"}, {EMAIL, POSTCODE, WHY, TALKED}),
    ("coordinators:my_house", "lars", {NAME, PHONE}, {EMAIL, POSTCODE, WHY, TALKED, TOLD, SENTENCE}),
    ("coordinators:pair", "lars", {"Vera", CALLED}, {EMAIL, POSTCODE, WHY, TALKED}),
    ("foodclubs:evening", "lars", {HELPER}, {"hjælperrg60@example.net"}),
    (Purpose.OWN_PAGE, NOBODY, {"Vera", "Introduktionskursus"}, {WHY, TALKED}),
    (Purpose.AGREEMENT, NOBODY, {"tavshedspligt"}, {WHY, TALKED, PHONE, CALLED}),
    ("screening:detail", "sille", ABOUT, {CALLED}),
    ("screening:detail", "karen", ABOUT, {CALLED}),
    ("screening:detail", "lars", {NAME}, ABOUT),
    ("coordinators:my_house", "lars", {NAME}, ABOUT),
    ("coordinators:pair", "lars", {"Vera"}, ABOUT),
    ("coordinators:citizen", "lars", {CALLED}, ABOUT),
    ("notes:friend_sees", "karen", {CALLED}, ABOUT),
    ("matching:list", "karen", {"Vera"}, ABOUT),
    (Purpose.OWN_PAGE, NOBODY, {"Vera"}, ABOUT),
    (Purpose.AGREEMENT, NOBODY, {"tavshedspligt"}, ABOUT),
    ("screening:detail", "sille", SCREENED, {CALLED}),
    ("screening:detail", "karen", SCREENED, {"rita@example.org"}),
    ("screening:detail", "lars", set(), SCREENED | {"attest"}),
    ("coordinators:my_house", "lars", set(), SCREENED | {"attest"}),
    ("coordinators:pair", "karen", {EXCUSED}, {SAYS, REFEREE, CHECKED}),
    ("coordinators:pair", "lars", set(), SCREENED | {"attest"}),
    ("volunteers:list", "karen", set(), SCREENED),
    (Purpose.OWN_PAGE, NOBODY, set(), SCREENED),
    (Purpose.AGREEMENT, NOBODY, set(), SCREENED),
    (Purpose.CONVERSATION, NOBODY, {"Taltrg60", "Caféen"}, {"Thomsen", NAME}),
    (Purpose.REFEREES, NOBODY, {"Venrg60"}, {"Vestergaard", SAYS, REFEREE}),
    (Purpose.REFERENCE, NOBODY, {"Venrg60"}, {"Vestergaard", SAYS, REFEREE, "RG60", "Karen"}),
]
A_CITIZEN = [
    ("coordinators:citizen", "karen", {CALLED, REACH, WISH, YES, NOT_YET, AREA, NEED}, {TOLD}),
    ("coordinators:citizen", "lars", {CALLED, REACH, WISH, YES, NOT_YET, AREA, NEED}, {TOLD, DRAFT}),
    ("citizens:paper_of", "lars", {CALLED, REACH, WISH, YES, NOT_YET, AREA}, {TOLD, SENTENCE, DRAFT}),
    ("notes:friend_sees", "karen", {CALLED, YES, SENTENCE}, {REACH, WISH, NOT_YET, AREA, NEED, TOLD, DRAFT}),
    ("notes:friend_sees", "lars", {CALLED, YES}, {REACH, WISH, NOT_YET, AREA, NEED, TOLD, SENTENCE, DRAFT}),
    ("citizens:list", "lars", {CALLED}, {TOLD, SENTENCE}),
    ("admin:citizens_citizen_change", "sille", {"RG60"}, {CALLED, REACH, WISH, YES, NOT_YET, NAME, AREA, NEED}),
    ("admin:citizens_citizen_changelist", "sille", {"RG60"}, {CALLED, REACH, WISH, NAME}),
    (Purpose.OWN_PAGE, NOBODY, {CALLED, YES, PLACE}, {REACH, WISH, NOT_YET, AREA, NEED, NOTE}),
    (Purpose.PROPOSAL, NOBODY, {"RG60"}, {REACH, "En at gå tur med", CALLED}),
]
A_PAIR = [
    ("coordinators:pair", "karen", {CALLED, "Vera", YES, SENTENCE, NOTE}, {NOT_YET, TOLD, DRAFT}),
    ("coordinators:pair", "lars", {CALLED, "Vera", YES}, {NOT_YET, TOLD, DRAFT, NOTE}),
    ("admin:matching_match_change", "sille", {"Netværksvenner RG60"}, {CALLED, NAME, YES, SENTENCE, NOTE, PLACE}),
    ("admin:matching_match_changelist", "sille", {"Netværksvenner RG60"}, {CALLED, NAME}),
]
TOLD_AND_GUIDED = [
    ("notes:confidence", "karen", {"Lars Leder"}, {TOLD}),
    ("notes:confidence", "lars", {"Karen Koordinator"}, {TOLD}),
    ("notes:guidance", "karen", {SENTENCE}, {TOLD}),
    ("coordinators:citizen", "karen", {SENTENCE, DRAFT}, {TOLD}),
    ("coordinators:desk", "karen", set(), {TOLD, SENTENCE, DRAFT}),
    (Purpose.OWN_PAGE, NOBODY, {SENTENCE}, {TOLD, DRAFT}),
]
AN_EVENING = [
    ("foodclubs:evening", "karen", {GUEST, HELPER}, set()),
    ("foodclubs:evening", "lars", {GUEST, HELPER}, set()),
    ("foodclubs:join", NOBODY, {"Linsesuppe"}, {GUEST, HELPER}),
    ("foodclubs:joined", NOBODY, {"RG60"}, {GUEST, HELPER}),
    ("front", NOBODY, {"Linsesuppe"}, {GUEST, HELPER, CALLED, NAME}),
    ("admin:foodclubs_evening_change", "sille", {"Linsesuppe"}, {GUEST, HELPER}),
    (Purpose.DUTY, NOBODY, {"Linsesuppe"}, {GUEST, "Gæst"}),
]
NUMBERS_AND_LETTERS = [
    ("reports:figures", "sille", set(), {CALLED, NAME, GUEST}),
    ("reports:figures", "lars", set(), {CALLED, NAME, GUEST}),
    ("admin:letters_message_changelist", "sille", {EMAIL}, {CALLED, SENTENCE, TOLD}),
]


# Where the link of a letter leads, when it opens more than one page.
LANDING = {Purpose.OWN_PAGE: "coordinators:own_page"}
OBJECTS = {"citizens_citizen": "citizen_id", "matching_match": "match_id", "foodclubs_evening": "evening_id"}


@pytest.fixture(scope="module")
def told(rows):
    """One volunteer and one citizen of RG60 about whom everything is known, on top of the other rows."""
    cast, house = rows.cast, rows.cast.rg60
    tells = {"gender": "woman", "age_group": "45-59", "experience": ["listening"], "around": ["stairs"]}
    friend = people.ready_volunteer(cast, NAME, phone="20304050", postcode=POSTCODE, motivation=WHY, **tells)
    way.referee(cast, friend, text=SAYS)
    way.checked(cast, friend)
    excuse(cast, friend)
    bodil = people.create_citizen(
        cast, CALLED, consents=("registration", "friend", "guidance"), own_words=WISH, area=AREA, needs=["quiet"]
    )
    with acting(user=cast.karen):
        bodil.disclose(Disclosure.Line.PAST, Disclosure.Answer.YES, YES)
        bodil.disclose(Disclosure.Line.FAMILY, Disclosure.Answer.NOT_YET, NOT_YET)
        send_receipt(friend)
    match = people.create_match(cast, citizen=bodil, volunteer=friend, note=NOTE)
    confidence, guidance = telling.tell(bodil, house, TOLD), telling.guide(bodil, house, SENTENCE)
    telling.guide(bodil, house, DRAFT, approved=False)
    rows.named["rg60"] |= {"volunteer_id": friend.pk, "citizen_id": bodil.pk, "match_id": match.pk}
    rows.named["rg60"] |= {"confidence_id": confidence.pk, "guidance_id": guidance.pk}
    for purpose in (Purpose.OWN_PAGE, Purpose.AGREEMENT):
        rows.tokens["rg60", purpose] = token(house, purpose, friend)
    return rows


def excuse(cast, friend) -> None:
    requirement = way.requirement(cast, friend, "criminal_record")
    with acting(user=cast.sille):
        requirement.exempt(why=EXCUSED, until_on=timezone.localdate(), by=cast.sille)


@pytest.mark.parametrize(
    ("where", "who", "shown", "kept"),
    [*A_VOLUNTEER, *A_CITIZEN, *A_PAIR, *TOLD_AND_GUIDED, *AN_EVENING, *NUMBERS_AND_LETTERS],
)
def test_a_page_shows_what_one_needs_to_know_and_keeps_the_rest(told, where, who, shown, kept):
    response = ask(told, who, address(told, where))

    page = html.unescape(response.content.decode())
    assert response.status_code == 200
    assert {text for text in shown if text not in page} == set()
    assert {text for text in kept if text in page} == set()


def address(rows, where: str) -> str:
    """The address of a page by its name, or of the page that a link of a purpose leads to."""
    name = LANDING.get(where, where)
    page = next(page for page in pages() if name == page.name or (page.names == ["token"] and leads_to(page, name)))
    values, admins = rows.named["rg60"], where.removeprefix("admin:").removesuffix("_change")
    about = {"object_id": values[OBJECTS[admins]]} if admins in OBJECTS else {}
    return page.address({**values, **about, "token": rows.tokens.get(("rg60", where), "")})


def leads_to(page, purpose: str) -> bool:
    return page.access is not None and purpose in page.access.purposes and "GET" in page.access.methods


def test_a_file_of_figures_has_columns_of_numbers_alone(told):
    with acting(user=told.cast.sille):
        headings = [column.heading for column in columns()]

    assert headings == [_("House"), _("Month"), *(str(indicator.name) for indicator in INDICATORS)]
