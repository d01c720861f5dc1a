"""The faces of the site: each page that answers with HTML, opened by the one who sees most of it.

The addresses are read from the resolver, so that a new page takes part by itself. What is no page stands here with
its reason, and a page that leads elsewhere or is not there fails.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import SimpleCookie
from django.test import Client, RequestFactory
from django.urls import reverse

from access.context import acting
from access.declaration import Door
from access.links import Purpose, hashed
from access.roles import Role
from accounts.models import NewAddress, User
from citizens.breakglass import break_glass
from citizens.models import Citizen
from foodclubs.tests import tables
from friendships.models import Pause, StandIn
from friendships.tests.pairs import in_state
from volunteers.models import RoleProfile
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.matrix import NOBODY, Page, pages
from weshelter.tests.rows import HOUSES, Rows, create_rows, token

HOUSE = HOUSES[0]
# In this order: a coordinator sees most of what several may open.
SEES_MOST = (("karen", Role.COORDINATOR), ("lars", Role.LEAD), ("sille", Role.SECRETARIAT))
# The pages that somebody else sees more of: those on the way through a login, and the figures of all houses.
SEEN_BY = {
    "mfa_authenticate": "halfway",
    "mfa_activate_totp": "newcomer",
    "reports:figures": "sille",
    "coordinators:log": "sille",
    "screening:exempt": "sille",
    "courses:change": "sille",
    "courses:call_off": "sille",
}
NO_PAGES = {
    "health": "numbers for a monitor",
    "start": "leads to where one's work begins",
    "/favicon.ico": "leads to the picture",
    "accounts:alive": "data for a script",
    "mfa_download_recovery_codes": "a text to keep",
    "mfa_login_webauthn": "data for a script",
    "mfa_reauthenticate_webauthn": "leads to the page that asks for any factor",
    "mfa_remove_webauthn": "asks for a key that a browser has made",
    "courses:calendar": "a date for a calendar",
    "screening:calendar": "a date for a calendar",
    "screening:choose_calendar": "a date for a calendar",
    "matching:calendar": "a date for a calendar",
    "matching:own_calendar": "a date for a calendar",
    "coordinators:feed": "dates for a calendar",
    "admin:login": "leads to the site's own login",
    "admin:logout": "takes a POST only",
    "admin:autocomplete": "data for a script",
    "admin:jsi18n": "a script",
    "admin:view_on_site": "leads to a page of the site",
    "admin:": "the admin's fallbacks: not there, or lead on",
}
# Asked about something that has just begun: an applicant, an emergency that is still open, a citizen who waits.
BEGUN = "begun"
ABOUT_WHAT_HAS_BEGUN = {
    "screening:decline",
    "screening:offer",
    "screening:conversation",
    "coordinators:emergency",
    "volunteers:withdraw",
    "matching:propose",
    "matching:two_beside",
}
NEW_ADDRESS = "new address"
# What is shown instead of a page; a template of its own each.
ERRORS = ["400.html", "403.html", "404.html", "429.html", "500.html", "weshelter/csrf_failed.html"]


@dataclass(frozen=True)
class Face:
    """A page, and who opens it."""

    page: Page

    def __str__(self) -> str:
        return str(self.page)

    @property
    def who(self) -> str:
        """The one who sees most of it."""
        access = self.page.access
        assert access is not None
        if str(self) in SEEN_BY:
            return SEEN_BY[str(self)]
        if access.door in {Door.PUBLIC, Door.NEW, Door.AGAIN} or access.purposes:
            return NOBODY
        return next(who for who, role in SEES_MOST if not access.roles or role in access.roles)

    def address(self, rows: Rows) -> str:
        """Where it is, about the things of one house or the admin's first row of its kind."""
        access, values = self.page.access, rows.values(self.page.names, self.about)
        values |= rows.named[BEGUN]["particular"].get(str(self), {})
        if "token" in self.page.names:
            purpose = next(iter(access.purposes), NEW_ADDRESS)
            values["token"] = rows.tokens[self.about, purpose]
        if self.page.is_admins and "object_id" in self.page.names:
            with acting(user=rows.cast.sille):
                values["object_id"] = self.model._default_manager.first().pk
        return self.page.address(values) + rows.named[BEGUN]["queries"].get(str(self), "")

    @property
    def about(self) -> str:
        return BEGUN if str(self) in ABOUT_WHAT_HAS_BEGUN else HOUSE

    @property
    def model(self):
        """What an admin's page of rows is about."""
        return self.page.view.model_admin.model


def faces() -> list[Face]:
    """Every page of the site that can be opened."""
    return [Face(page) for page in pages() if page.access and "GET" in page.access.methods and is_page(page)]


def is_page(page: Page) -> bool:
    """Is it a page with a face of its own? A form that the admin offers to nobody is not."""
    return str(page) not in NO_PAGES and not (page.is_admins and is_offered_to_nobody(page))


def is_offered_to_nobody(page: Page) -> bool:
    """Nobody may add or delete here, not even the secretariat; weshelter/tests/test_matrix_admin.py shows that."""
    model_admin = getattr(page.view, "model_admin", None)
    act = page.name.rsplit("_", 1)[-1]
    if model_admin is None or act not in {"add", "delete"}:
        return False
    request = RequestFactory().get("/")
    request.user = User(is_secretariat=True)
    return not getattr(model_admin, f"has_{act}_permission")(request)


def create_all() -> Rows:
    """Two houses in which everything has happened once, everybody signed in, and two who are on their way in."""
    rows = create_rows()
    rows.named[BEGUN] = rows.named[HOUSE] | begin_more(rows)
    rows.tokens[HOUSE, NEW_ADDRESS] = link_to_new_address(rows.cast.karen)
    for who, _role in SEES_MOST:
        rows.cookies[who] = freshly_signed_in(getattr(rows.cast, who))
    rows.cookies["halfway"] = halfway_in(rows.cast.lars)
    rows.cookies["newcomer"] = newly_in(people.create_user("Nora Ny"))
    return rows


def begin_more(rows: Rows) -> dict[str, object]:
    """Somebody has applied, the secretariat has just gone in for an emergency, and two fit a citizen who waits."""
    applicant = people.apply("Asta Ansøger", rows.cast.rg60.friend_role)
    asks_nothing = {"title": "Besøgsven", "what": "Mødes", "why_volunteers": "Lyst", "not_what": "Ikke behandling"}
    with acting(user=rows.cast.sille):
        role = RoleProfile.objects.create(project=rows.cast.rg60.friends, **asks_nothing)
    waiting = people.create_citizen(rows.cast, "Wenche", needs=["listening"])
    two = [people.ready_volunteer(rows.cast, name, role=role) for name in ("Una Udby", "Ulf Uhre")]
    rows.tokens[BEGUN, Purpose.OWN_PAGE] = token(rows.cast.rg60, Purpose.OWN_PAGE, applicant)
    with acting(user=rows.cast.sille):
        citizen = Citizen.objects.get(pk=rows.named[HOUSE]["citizen_id"])
        glass = break_glass(citizen, "Det kan ikke vente til i morgen", by=rows.cast.sille)
    chosen = urlencode({"valgt": [one.pk for one in two]}, doseq=True)
    return {
        "volunteer_id": applicant.pk,
        "glass_id": glass.pk,
        "citizen_id": waiting.pk,
        "queries": {"matching:two_beside": f"?{chosen}"},
        "particular": in_the_state_for_it(rows, role),
    }


def in_the_state_for_it(rows: Rows, role: RoleProfile) -> dict[str, dict]:
    """What stands in the address of a page that is there in one state alone."""
    karen = rows.cast.karen
    passed = tables.create_evening(rows.cast.rg60, hours=-30, opened=False)
    held = tables.create_evening(rows.cast.rg60, hours=-0.01)
    [guest] = tables.sign_up(held, "Gerda", by=karen)
    with acting(user=karen):
        held.hold(guests=[(guest, True, 15)], duties=[], by=karen)
    agreed = {"volunteer_id": way.chosen(rows.cast, way.applied(rows.cast, "Tora Talt")).volunteer_id}
    names = ("Fie Frost", "Finn Fog", "Folke Foss", "Filippa Fog")
    fie, finn, folke, filippa = (people.ready_volunteer(rows.cast, name, role=role) for name in names)
    ending = in_state(rows.cast, "ending", citizen=people.create_citizen(rows.cast, "Frede"), volunteer=fie)
    rests = in_state(rows.cast, "paused", citizen=people.create_citizen(rows.cast, "Fritz"), volunteer=folke)
    with acting(user=karen):
        StandIn.propose(Pause.objects.get(match=rests), filippa, by=karen)
    asked = people.create_match(
        rows.cast, citizen=people.create_citizen(rows.cast, "Freja"), volunteer=finn, started=False
    )
    return {
        "friendships:propose_stand_in": {"match_id": rests.pk},
        "friendships:stand_in_answered": {"match_id": rests.pk},
        "friendships:farewell": {"match_id": ending.pk},
        "matching:comes_to_nothing": {"match_id": asked.pk},
        "foodclubs:count": {"evening_id": passed.pk},
        "foodclubs:correct": {"evening_id": held.pk},
        "screening:move_conversation": agreed,
        "screening:call_off_conversation": agreed,
    }


def link_to_new_address(user: User) -> str:
    """What was mailed to the address that somebody wants to log in with."""
    token = "til-den-nye-adresse"
    with acting(user=user):
        NewAddress.objects.create(user=user, address="ny@example.org", token_hash=hashed(token))
    return token


def freshly_signed_in(user: User) -> SimpleCookie:
    """Both factors shown just now, for as long as the tests take: a page that wants a fresh login opens."""
    client = Client()
    people.sign_in_for_all(client, user)
    return client.cookies


def halfway_in(user: User) -> SimpleCookie:
    """The password is right; the second factor is asked for."""
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": "en lang adgangskode"})
    session = client.session
    session["account_login"] |= {"initiated_at": people.tomorrow()}
    session.save()
    return client.cookies


def newly_in(user: User) -> SimpleCookie:
    """In with the password of an invitation, and about to make a second factor."""
    client = Client()
    client.force_login(user)
    session = client.session
    at = people.tomorrow()
    session.update({"began_at": at, "seen_at": at})
    session["account_authentication_methods"] = [{"method": "password", "at": at, "email": user.email}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client.cookies
