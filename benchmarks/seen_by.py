"""Which tests are to see a planted fault, and which faults may survive, each with its reason."""

PERMISSIONS = ["weshelter/tests/test_permissions_in_forms.py", "weshelter/tests/test_permissions.py"]
FRIENDS = [f"friendships/tests/test_{name}.py" for name in ("contact", "agreement", "endings", "consents")]
SPOKEN = ["citizens/tests/test_wishes.py", "citizens/tests/test_spoken.py"]
AT_ONCE = ["weshelter/tests/test_jobs_at_once.py"]
TASKS_LEFT = ["weshelter/tests/test_tasks_left.py"]
BREAKS = ["coordinators/tests/test_breaks.py"]
ROLES_ASK = [f"screening/tests/test_{name}.py" for name in ("when_a_role_asks", "what_a_role_asks", "exemptions")]


def days_of(app: str) -> list[str]:
    """Of the days of all forms, those of an app's."""
    return ["weshelter/tests/test_days_of_forms.py", "-k", app]


def asked_of(app: str) -> list[str]:
    """Of all permissions, those that an app's pages ask."""
    return [*PERMISSIONS, "-k", f"{app} or whoever_names"]


WHOSE_PAGES_ASK = ["citizens", "coordinators", "courses", "foodclubs", "friendships", "matching", "notes", "volunteers"]
# The smallest set by kind and by how the path of the fault begins, the first that fits; else the tests of its app.
TESTS: dict[str, dict[str, list[str]]] = {
    "guard": {
        "screening/": [*PERMISSIONS, "screening/tests/test_acts.py"],
        "volunteers/screeners": asked_of("screening"),
        **{f"{app}/": asked_of(app) for app in WHOSE_PAGES_ASK},
    },
    "boundary": {
        "accounts/": ["accounts/tests/test_users_in_the_admin.py"],
        "citizens/database/break_glass": ["citizens/tests/test_emergency.py"],
        "citizens/database/said": ["matching/tests/test_in_time.py"],
        "citizens/database/": SPOKEN,
        "citizens/models/": [*SPOKEN, "coordinators/tests/test_unheard.py"],
        "citizens/": days_of("citizens"),
        "coordinators/attention": ["coordinators/tests/test_turns.py", "coordinators/tests/test_pages.py"],
        "coordinators/pairs_at_hand": ["friendships/tests/test_endings.py"],
        "coordinators/": [*BREAKS, "coordinators/tests/test_pages.py"],
        "courses/": ["courses/tests/test_waiting_list.py", "courses/tests/test_last_place.py"],
        "foodclubs/database/places": ["foodclubs/tests/test_places.py"],
        "foodclubs/": [f"foodclubs/tests/test_{name}.py" for name in ("evenings", "guests_wait", "join_page")],
        "friendships/forms/": days_of("friendships"),
        "friendships/due": ["friendships/tests/test_due.py"],
        "friendships/models/check_in": ["friendships/tests/test_check_ins.py"],
        "friendships/models/closure": ["friendships/tests/test_endings.py"],
        "friendships/models/milestone": ["friendships/tests/test_due.py"],
        "friendships/rhythm": ["friendships/tests/test_rhythm.py"],
        "friendships/": FRIENDS,
        "history/": ["history/tests/test_chain.py", "history/tests/test_history_locks.py"],
        "institutions/": ["institutions/tests/test_projects.py", "institutions/tests/test_roles_given.py"],
        "letters/": ["letters/tests/test_sending.py", "letters/tests/test_deciding.py"],
        "matching/database/room": ["matching/tests/test_at_once.py", "matching/tests/test_gate.py"],
        "matching/database/waiting": [f"matching/tests/test_{name}.py" for name in ("usual_wait", "waiting_since")],
        "matching/forms/": days_of("matching"),
        "matching/models/": ["friendships/tests/test_endings.py"],
        "matching/suggesting/": ["matching/tests/test_boundaries.py", "matching/tests/test_scoring.py"],
        "notes/forms": days_of("notes"),
        "notes/": ["notes/tests/test_guidance.py"],
        "pages/": ["institutions/tests/test_search.py"],
        "reports/": ["reports/tests/test_due.py"],
        "screening/database/records": ["screening/tests/test_shadowing.py"],
        "screening/forms/": days_of("screening"),
        "screening/": ["screening/tests/test_checks.py", "screening/tests/test_agreement_renewed.py"],
        "volunteers/database/ro": ROLES_ASK,
        "volunteers/database/readiness": ROLES_ASK,
        "volunteers/database/worker": ["weshelter/tests/test_queue.py"],
        "volunteers/database/": ["volunteers/tests/test_leaving.py", "volunteers/tests/test_interest.py"],
        "volunteers/due": ["volunteers/tests/test_due.py", "volunteers/tests/test_told_ready.py"],
        "volunteers/forms/": days_of("volunteers"),
        "volunteers/models/assignments": ROLES_ASK,
        "volunteers/models/": BREAKS,
        "weshelter/handing_on": ["weshelter/tests/test_handing_on.py"],
        "weshelter/waiting": ["weshelter/tests/test_admin.py"],
    },
    "certificate": {"": ["matching/tests/test_boundaries.py", "matching/tests/test_rounds.py"]},
    "retention": {"": ["weshelter/tests/test_retention.py"]},
    "no": {
        "access/": ["access/tests/test_attempts.py"],
        "accounts/database/logins": ["accounts/tests/test_what_opens.py"],
        "accounts/": [f"accounts/tests/test_{name}.py" for name in ("new_address", "addresses", "changes")],
        "citizens/": ["citizens/tests/test_pages.py"],
        "courses/database/gath": ["courses/tests/test_moved_and_called_off.py", "courses/tests/test_latecomers.py"],
        "courses/database/places": ["courses/tests/test_waiting_list.py", "courses/tests/test_latecomers.py"],
        "foodclubs/": ["foodclubs/tests/test_closing.py", "foodclubs/tests/test_changing.py"],
        "friendships/": FRIENDS,
        "history/failures": ["weshelter/tests/test_failures.py"],
        "matching/due": AT_ONCE,
        "matching/models/running": ["friendships/tests/test_endings.py"],
        "matching/": ["matching/tests/test_choosing.py"],
        "notes/": ["notes/tests/test_writing.py"],
        "screening/": ["screening/tests/test_conversations.py"],
        "volunteers/database/links": ["coordinators/tests/test_correcting.py"],
        "volunteers/database/": ROLES_ASK,
        "volunteers/models/breaks": [*BREAKS, "coordinators/tests/test_leaving_us.py"],
        "volunteers/models/support": ["screening/tests/test_support.py"],
        "volunteers/": ["volunteers/tests/test_interest.py", "volunteers/tests/test_due.py"],
        "weshelter/models": AT_ONCE,
        "weshelter/": TASKS_LEFT,
    },
}
# By how the file and the name of the fault begin.
REASONS: dict[str, str] = {
    "screening/views/card.py require(request.user, Permission.SCREEN_VOLUNTEER, role.project)": (
        "the form offers roles of one's own projects alone (test_a_role_of_others_or_her_own_is_no_choice)"
    ),
    "foodclubs/database/places.sql t.taken < t.needed": "the table's own constraint refuses under the same name",
    "pages/database/search.sql place > 1": "a place of 1 is asked for before",
    "pages/database/search.sql ') > 0": "a word alone is no part of the text: that was asked before",
    "pages/database/search.sql best < 1": "a slip that is worth 1 would be the same letters",
    "volunteers/database/roles.sql NEW.until_on > OLD.until_on": "the same day again is no change, and nobody sends it",
    "volunteers/due.py until_on__lt": "whoever is looked at for nothing is left as she is",
    "courses/database/places.sql told_at = NULL": (
        "emptied twice, for who waits again and for what is offered: either is enough"
        " (test_an_offer_made_anew_is_written_of_anew)"
    ),
}
