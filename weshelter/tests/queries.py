"""How many questions each page asks of the database, beyond the frame of every page, at the most for anybody.

The frame is the session, the user, the second factor, the context, the roles, the header and the trail: what is asked
outside the view and its template, and for the header. Write the table anew with the line that the test prints.
"""

import inspect
import sys
from collections.abc import Iterator

from django.db import connection

from access.declaration import Door
from weshelter.tests.matrix import EVERYBODY, Page, ask, pages
from weshelter.tests.rows import HOUSES, WHERE, Rows

LIST, ANY_PAGE = 6, 12
LISTS = {"citizens:list", "foodclubs:list", "friendships:check_ins", "matching:list", "volunteers:list"}
# Not those that ask nothing, or that the cast cannot open just now.
QUERIES = {
    "accounts:address": 2,
    "accounts:ask_address": 1,
    "accounts:ask_secretariat": 1,
    "accounts:ask_way_back": 1,
    "accounts:changes": 3,
    "accounts:new_phone": 1,
    "citizens:attach": 4,
    "citizens:attachment": 3,
    "citizens:called": 3,
    "citizens:consent": 4,
    "citizens:disclose": 3,
    "citizens:home": 4,
    "citizens:list": 3,
    "citizens:paper": 4,
    "citizens:paper_of": 9,
    "citizens:places": 4,
    "citizens:put_spoken_right": 3,
    "citizens:register": 5,
    "citizens:still_wished": 5,
    "citizens:wishes": 5,
    "coordinators:absence": 4,
    "coordinators:away": 7,
    "coordinators:away_of": 9,
    "coordinators:citizen": 12,
    "coordinators:correct": 1,
    "coordinators:desk": 9,
    "coordinators:emergencies": 2,
    "coordinators:end_role": 6,
    "coordinators:friends": 6,
    "coordinators:house_cards": 1,
    "coordinators:leave": 9,
    "coordinators:log": 3,
    "coordinators:my_house": 7,
    "coordinators:pair": 11,
    "coordinators:rest": 6,
    "coordinators:review_emergency": 3,
    "coordinators:project": 12,
    "coordinators:close_house": 7,
    "coordinators:who_is_away": 3,
    "coordinators:who_has_read": 2,
    "courses:call_off": 2,
    "courses:change": 2,
    "courses:gathering": 6,
    "courses:gatherings": 2,
    "foodclubs:cancel": 4,
    "foodclubs:change": 4,
    "foodclubs:close": 3,
    "foodclubs:evening": 8,
    "foodclubs:join": 2,
    "foodclubs:joined": 2,
    "foodclubs:list": 4,
    "foodclubs:offer": 5,
    "foodclubs:plan": 3,
    "friendships:activities": 7,
    "friendships:activity": 2,
    "friendships:outings": 6,
    "friendships:outing": 3,
    "friendships:agreement": 2,
    "friendships:agreement_on_paper": 2,
    "friendships:begin_to_end": 2,
    "friendships:check_in": 5,
    "friendships:check_ins": 3,
    "friendships:citizen_says": 4,
    "friendships:contact": 2,
    "friendships:contacts": 2,
    "friendships:look_back": 1,
    "friendships:journal": 5,
    "friendships:relocate": 9,
    "friendships:relocation": 3,
    "friendships:rest": 4,
    "friendships:volunteer_says": 3,
    "friendships:withdraw_consent": 4,
    "front": 2,
    "house": 3,
    "matching:already_friends": 7,
    "matching:calendar": 1,
    "matching:call_off_first_meeting": 2,
    "matching:citizen_answers": 2,
    "matching:first_meeting": 5,
    "matching:list": 3,
    "matching:not_these": 4,
    "matching:propose": 11,
    "matching:round": 8,
    "matching:rounds": 4,
    "matching:spontaneous": 7,
    "matching:start": 2,
    "notes:confidence": 6,
    "notes:friend_sees": 3,
    "notes:guidance": 4,
    "notes:guide": 3,
    "notes:reword": 1,
    "notes:withdraw_guidance": 1,
    "notes:write": 6,
    "operation": 6,
    "reports:figures": 5,
    "screening:ask_check": 3,
    "screening:ask_reference": 1,
    "screening:assign": 11,
    "screening:book": 12,
    "screening:calendar": 2,
    "screening:call_off_conversation": 2,
    "screening:change_role": 4,
    "screening:correct_interview": 3,
    "screening:correct_shadowing": 2,
    "screening:correct_signature": 2,
    "screening:detail": 11,
    "screening:exempt": 3,
    "screening:lacking_agreement": 5,
    "screening:move_conversation": 4,
    "screening:paper": 3,
    "screening:see_check": 3,
    "screening:shadowing": 3,
    "screening:support": 1,
    "screening:tell": 2,
    "volunteers:awaited_roles": 2,
    "volunteers:enter": 2,
    "volunteers:list": 5,
}


def counted_pages() -> list[Page]:
    """Those that somebody with a login can open and look at: ours, neither the admin's nor by link."""
    return [
        page
        for page in pages()
        if page.access and not page.is_admins and not page.is_librarys and "token" not in page.names
        if "GET" in page.access.methods and page.access.door not in {Door.NEW, Door.AGAIN}
    ]


def asked(rows: Rows, page: Page) -> int:
    """The most that anybody's look at the page asks."""
    return max((number for who in EVERYBODY for number in _asked_by(rows, page, who)), default=0)


def _asked_by(rows: Rows, page: Page, who: str) -> Iterator[int]:
    for whose in WHERE.get(who, HOUSES):
        counter = Counter(page)
        with connection.execute_wrapper(counter):
            response = ask(rows, who, page.address(rows.values(page.names, whose)))
        if response.status_code == 200:
            yield counter.number


class Counter:
    """How many statements a view sends, itself or by its template; savepoints are no question."""

    def __init__(self, page: Page) -> None:
        self.view, self.number = inspect.unwrap(page.view).__code__, 0

    def __call__(self, execute, sql, params, many, context):
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")) and self._is_the_views_own():
            self.number += 1
        return execute(sql, params, many, context)

    def _is_the_views_own(self) -> bool:
        frame, inside = sys._getframe(2), False
        while frame:
            if frame.f_code.co_filename.endswith("weshelter/navigation.py"):
                return False
            inside = inside or frame.f_code is self.view
            frame = frame.f_back
        return inside
