"""What each role may do. Who may see what stands in each `visible_to` and in the policy beside it."""

from enum import Enum, StrEnum

from django.core.exceptions import PermissionDenied


class Role(Enum):
    """The three kinds of people who log in. Volunteers and citizens never do."""

    SECRETARIAT = "secretariat"
    COORDINATOR = "coordinator"
    LEAD = "lead"


class Permission(StrEnum):
    """One act each; `docs/access.md` lists them by role."""

    SCREEN_VOLUNTEER = "screen a volunteer: conversation, agreement, course"
    GIVE_EXEMPTION = "exempt a volunteer from what a role asks"
    TICK_ATTENDANCE = "tick who came to a course or meeting"
    REGISTER_CITIZEN = "register a citizen with wishes and consent"
    RECORD_DISCLOSURE = "write down what the friend may know"
    RECORD_TALK = "write down that one has spoken with a citizen who waits"
    PROPOSE_MATCH = "propose a match"
    MAKE_ROUND = "make a match round"
    RECORD_CITIZENS_ANSWER = "record a citizen's yes or no"
    START_MATCH = "start a match"
    FOLLOW_MATCH = "follow a friendship: trial, rest, farewell"
    OFFER_ACTIVITY = "offer what two friends can do together at a house"
    CONFIRM_JOURNAL = "confirm what stands in the journal of one's house"
    WRITE_CONFIDENCE = "tell the coordinator something in confidence"
    OPEN_CONFIDENCE = "open a confidence addressed to one"
    WRITE_GUIDANCE = "write and approve guidance for the friend"
    RUN_EVENING = "open, staff and close a food-club evening"
    SIGN_UP_GUEST = "sign up a guest at the house"
    READ_FIGURES = "read the figures"
    SET_UP_HOUSES = "set up houses, projects, roles, agreements and courses"
    BREAK_GLASS = "open one citizen in an emergency"


P = Permission
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SECRETARIAT: frozenset(
        {
            P.SCREEN_VOLUNTEER,
            P.GIVE_EXEMPTION,
            P.TICK_ATTENDANCE,
            P.READ_FIGURES,
            P.SET_UP_HOUSES,
            P.OFFER_ACTIVITY,
            P.BREAK_GLASS,
        }
    ),
    Role.COORDINATOR: frozenset(
        {
            P.SCREEN_VOLUNTEER,
            P.TICK_ATTENDANCE,
            P.REGISTER_CITIZEN,
            P.RECORD_DISCLOSURE,
            P.RECORD_TALK,
            P.PROPOSE_MATCH,
            P.MAKE_ROUND,
            P.RECORD_CITIZENS_ANSWER,
            P.START_MATCH,
            P.FOLLOW_MATCH,
            P.OFFER_ACTIVITY,
            P.OPEN_CONFIDENCE,
            P.WRITE_GUIDANCE,
            P.RUN_EVENING,
            P.SIGN_UP_GUEST,
            P.READ_FIGURES,
        }
    ),
    Role.LEAD: frozenset(
        {
            P.REGISTER_CITIZEN,
            P.RECORD_DISCLOSURE,
            P.RECORD_TALK,
            P.RECORD_CITIZENS_ANSWER,
            P.CONFIRM_JOURNAL,
            P.OFFER_ACTIVITY,
            P.WRITE_CONFIDENCE,
            P.SIGN_UP_GUEST,
            P.READ_FIGURES,
        }
    ),
}


def memberships_of(user) -> list:
    """The user's memberships in force today, read once per request (the user object lives one request)."""
    if not hasattr(user, "_memberships_in_force"):
        user._memberships_in_force = (
            list(user.memberships.in_force().select_related("project", "institution")) if user.is_authenticated else []
        )
    return user._memberships_in_force


def projects_of(user) -> list[int]:
    """The projects that the user coordinates today."""
    return [membership.project_id for membership in memberships_of(user) if membership.project_id]


def houses_of(user) -> list[int]:
    """The houses where the user is the lead today."""
    return [membership.institution_id for membership in memberships_of(user) if membership.institution_id]


def kinds_of(user) -> frozenset[str]:
    """The kinds of the projects that the user coordinates today: network friends, food clubs."""
    return frozenset(membership.project.kind for membership in memberships_of(user) if membership.project_id)


def roles_of(user) -> frozenset[Role]:
    """The roles that the user has anywhere today."""
    roles = {Role(membership.role) for membership in memberships_of(user)}
    if user.is_authenticated and user.is_secretariat:
        roles.add(Role.SECRETARIAT)
    return frozenset(roles)


def may(user, permission: Permission, where=None) -> bool:
    """Does one of the user's roles at this project or house grant the permission?

    `where` is a Project or an Institution; without it only the secretariat's own permissions count. A coordinator
    acts in the projects she holds, a lead in the house and for its projects.
    """
    if user.is_secretariat and permission in PERMISSIONS[Role.SECRETARIAT]:
        return True
    return where is not None and any(
        membership.covers(where) and permission in PERMISSIONS[Role(membership.role)]
        for membership in memberships_of(user)
    )


def require(user, permission: Permission, where=None) -> None:
    """403 unless `may(...)`: for what one may see but not do."""
    if not may(user, permission, where):
        raise PermissionDenied(permission.name)
