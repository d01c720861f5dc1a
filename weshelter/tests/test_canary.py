"""A mark in every text of every row: each is found only where somebody needs to know it.

The columns come from the database's catalogue and the pages from the resolver, so that a new column and a new page
take part by themselves. Who may be shown what stands in `need_to_know.py`.
"""

from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from access.context import acting
from access.links import hashed
from citizens.models import Citizen, Disclosure
from foodclubs.tests import tables
from friendships.models import Activity
from institutions.models import HouseCard
from notes.tests import telling
from weshelter.tests import letters
from weshelter.tests.canary import CODES, TEXTS, Cell, catalogue, copies, found_in, new_mark, plant, text_columns
from weshelter.tests.code import ROOT
from weshelter.tests.crawl import Crawl, client_of, crawl, logged
from weshelter.tests.need_to_know import ANYBODY, COPIES, LETTER, LINKS, NEED_TO_KNOW, ONESELF
from weshelter.tests.rows import HOUSES, WHERE, Rows, create_rows
from weshelter.tests.test_headers import POLICY

ROLE = {
    "sille": "secretariat",
    "karen": "coordinator",
    "lars": "lead",
    "nanna": "coordinator",
    "leif": "lead",
    "nobody": ANYBODY,
}
TOLD = "notes_confidencebody.text"


@dataclass
class Walked:
    """Everything that came out: pages, the answers to opening, letters, the Postkasse, log lines, copies in tables."""

    marks: dict[str, Cell]
    rows: Rows
    crawl: Crawl
    told: str
    opened: dict[str, set[str]] = field(default_factory=dict)
    written: list[letters.Written] = field(default_factory=list)
    postbox: set[str] = field(default_factory=set)
    copies: set[tuple[str, str]] = field(default_factory=set)
    ids_of_links: dict[str, set] = field(default_factory=dict)


@pytest.fixture(scope="module")
def walked(committed_for_all, tmp_path_factory):
    """Two houses with all that has happened there; then everybody looks at everything."""
    as_login = committed_for_all
    rows = create_rows()
    marks: dict[str, Cell] = {}
    told = new_mark(0)
    confidences = more_of_everything(rows, told)
    as_login("owner")
    marks[told] = Cell(TOLD, "rg60", frozenset())
    with connection.cursor() as cursor:  # a mark is no corrected address, with which the links would end
        cursor.execute("ALTER TABLE volunteers_volunteer DISABLE TRIGGER new_address")
        plant({house: getattr(rows.cast, house) for house in HOUSES}, marks)
        cursor.execute("ALTER TABLE volunteers_volunteer ENABLE TRIGGER new_address")
    ids_of_links = ids_behind_links(rows)
    as_login("app")
    with logged() as log:
        opened = {who: open_all(rows, who, confidences) for who in rows.cookies}
        found = Walked(marks, rows, crawl(rows, log), told, opened, ids_of_links=ids_of_links)
        letters.write_all(rows)
        as_login("jobs")
        found.written = letters.written()
        found.postbox = post(rows, tmp_path_factory.mktemp("mail"), as_login)
    as_login("owner")
    found.copies = copies(marks)
    as_login("app")
    return found


def more_of_everything(rows: Rows, told: str) -> list[str]:
    """Answers of a citizen to all lines, guidance in other states, an evening that is not open, and what was told."""
    pages = []
    for name in HOUSES:
        house = getattr(rows.cast, name)
        with acting(user=house.coordinator):
            citizen = Citizen.objects.get(pk=rows.named[name]["citizen_id"])
            for line, answer in zip(Disclosure.Line.values, cycle(("yes", "no", "not_yet", "no", "yes"))):
                citizen.disclose(line, answer, "ord")
        telling.guide(citizen, house, approved=False)
        tables.create_evening(house, opened=False)
        confidence = telling.tell(citizen, house, text=told if name == "rg60" else "andet")
        pages.append(reverse("notes:open", args=[confidence.pk]))
    return pages


def ids_behind_links(rows: Rows) -> dict[str, set]:
    """What each link is about: its volunteer, its object, the friend, who coordinates, what stands of the house."""
    found = {}
    for (house, purpose), token in rows.tokens.items():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT unnest(ARRAY[l.volunteer_id, l.object_id, m.id, m.citizen_id]) FROM access_link l"
                " LEFT JOIN matching_match m ON m.volunteer_id = l.volunteer_id WHERE l.token_hash = %s",
                [hashed(token)],
            )
            ids = {value for (value,) in cursor.fetchall() if value}
        of = getattr(rows.cast, house)
        with acting(user=rows.cast.sille):
            here = {"institution": of.institution}
            cards = {one.pk for one in [*HouseCard.objects.filter(**here), *Activity.objects.filter(**here)]}
        found[f"{house} {purpose}"] = ids | cards | {of.coordinator.pk, of.lead.pk}
    return found


def open_all(rows: Rows, who: str, pages: list[str]) -> set[str]:
    """What somebody is shown who asks to open every confidence."""
    client = client_of(rows, who)
    return {m for page in pages for m in found_in(client.post(page, {"purpose": "check_in"}).content.decode())}


def post(rows: Rows, folder: Path, as_login) -> set[str]:
    """The worker sends everything; then anybody looks into the demo's Postkasse."""
    backend = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_FILE_PATH=str(folder), DEMO=True):
        call_command("work", once=True)
        as_login("app")
        client = client_of(rows, "nobody")
        pages = [client.get(f"/postkasse/?side={number}").content.decode() for number in range(1, 6)]
    return found_in(" ".join(pages))


def needs_to_know(walked: Walked, who: str, cell: Cell) -> bool:
    """What the table says about one text and one person or link."""
    for_whom, _why = NEED_TO_KNOW.get(cell.column, (set(), ""))
    if ANYBODY in for_whom:
        return True
    if who in walked.ids_of_links:
        house, purpose = who.split()
        is_own = not cell.house or bool(cell.ids & walked.ids_of_links[who])
        return purpose in for_whom and cell.house in ("", house) and is_own
    if ONESELF in for_whom and getattr(getattr(walked.rows.cast, who, None), "pk", None) in cell.ids:
        return True
    return ROLE[who] in for_whom and (not cell.house or cell.house in WHERE[who])


def who_was_shown(walked: Walked, column: str) -> set[str]:
    return {one.who for one in walked.crawl.shown for mark in one.marks if walked.marks[mark].column == column}


# The seventh promise, and the one test that finds a leak nobody thought of.


@pytest.mark.feature(83)
def test_everybody_is_shown_only_what_he_needs_to_know(walked):
    leaks = {
        (one.who, one.address, walked.marks[mark].column, walked.marks[mark].house)
        for one in walked.crawl.shown
        for mark in one.marks
        if not needs_to_know(walked, one.who, walked.marks[mark])
    }

    assert leaks == set()


def test_what_was_told_is_shown_in_the_answer_to_opening_it_and_to_its_reader_alone(walked):
    assert {who for who, marks in walked.opened.items() if walked.told in marks} == {"karen"}
    assert who_was_shown(walked, TOLD) == set()


def test_whoever_needs_to_know_is_shown_it(walked):
    """So that the crawl does not pass because it saw nothing."""
    assert who_was_shown(walked, "citizens_wishes.own_words") == {"karen", "lars", "nanna", "leif"}
    assert who_was_shown(walked, "notes_guidance.text") == {"karen", "nanna", "rg60 own_page", "nabo own_page"}
    assert who_was_shown(walked, "citizens_disclosure.words") >= {"karen", "rg60 own_page", "nabo own_page"}
    assert who_was_shown(walked, "volunteers_volunteer.motivation") == {"sille", "karen", "nanna"}
    links = {f"{house} {purpose}" for house in HOUSES for purpose in ("own_page", "feed", "conversation")}
    assert who_was_shown(walked, "screening_appointment.place") == {"sille", "karen", "nanna", *links}
    assert who_was_shown(walked, "institutions_institution.about") >= {"nobody", "leif"}


def test_no_address_holds_a_text_of_anybody(walked):
    found = {(one.address, walked.marks[m].column) for one in walked.crawl.shown for m in one.marks_in_addresses}

    assert found == set()


def test_no_letter_tells_more_than_its_receiver_knows(walked):
    leaks = {
        (letter.kind, walked.marks[mark].column)
        for letter in walked.written
        for mark in found_in(letter.text)
        if not may_stand_in(walked, letter, walked.marks[mark])
    }

    assert leaks == set()


def may_stand_in(walked: Walked, letter: letters.Written, cell: Cell) -> bool:
    """Of volunteers only the receiver is named."""
    for_whom, _why = NEED_TO_KNOW.get(cell.column, (set(), ""))
    receiver = {pk for mark in found_in(letter.address) for pk in walked.marks[mark].ids}
    is_receivers = not cell.column.startswith("volunteers_volunteer.") or bool(cell.ids & receiver)
    return ANYBODY in for_whom or (LETTER in for_whom and is_receivers)


def test_a_letter_of_every_kind_was_read(walked):
    kinds = {path.stem for path in (ROOT / "templates/emails").glob("[!_]*.txt")}

    assert set(letters.LETTERS) == kinds
    assert kinds <= {letter.kind for letter in walked.written}


def test_the_postkasse_shows_letters_and_nothing_else(walked):
    columns = {walked.marks[mark].column for mark in walked.postbox}

    assert "volunteers_volunteer.name" in columns
    assert {one for one in columns if not {LETTER, ANYBODY} & NEED_TO_KNOW.get(one, (set(), ""))[0]} == set()


def test_no_log_line_holds_a_text_or_the_token_of_a_link(walked):
    log = walked.crawl.log.getvalue()

    assert "<token>" in log
    assert {walked.marks[mark].column for mark in found_in(log)} == set()
    assert [token for token in walked.rows.tokens.values() if token in log] == []


def test_no_text_is_copied_to_another_table(walked):
    """Neither to history, nor to tasks and their results, sessions, logs of the admin or of access."""
    assert walked.copies <= set(COPIES)


def test_no_page_breaks_and_none_has_a_script_or_style_of_its_own(walked):
    broken = {(one.who, one.address) for one in walked.crawl.shown if one.status >= 500}
    assert {address for _who, address in broken} <= {reverse("health")}  # whose status says that no worker is there
    assert {(one.address, *one.inline) for one in walked.crawl.shown if one.inline} == set()


def test_every_page_has_the_policy_and_leaves_no_copy(walked):
    headers = [one.headers for one in walked.crawl.shown]

    assert {frozenset(one["Content-Security-Policy"].split("; ")) for one in headers} == {frozenset(POLICY.split("; "))}
    assert {one["Cache-Control"] for one in headers} == {"no-store"}


def test_every_column_of_the_table_is_there(db):
    columns = {str(column) for column in text_columns()}

    assert {column.removesuffix(" (kept)") for column in NEED_TO_KNOW} <= columns
    assert {one for for_whom, _why in NEED_TO_KNOW.values() for one in for_whom} >= LINKS


def test_what_takes_no_part_is_there_and_has_a_reason(db):
    there = {f"{table}.{column}" for table, column in catalogue(TEXTS)}

    assert set(CODES) <= there
    assert all(CODES.values())


def test_a_new_column_takes_part_by_itself(committed, as_login):
    before = {str(column) for column in text_columns()}
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE citizens_citizen ADD nickname text")
        after = {str(column) for column in text_columns()}
        cursor.execute("ALTER TABLE citizens_citizen DROP nickname")

    assert after - before == {"citizens_citizen.nickname"}
    assert "citizens_citizen.nickname" not in NEED_TO_KNOW
