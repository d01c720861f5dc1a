"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import SECRETARIAT, kept_history, secured

POLICIES = [
    secured(
        "letters_message",
        select=SECRETARIAT,
        insert=(
            "state = 'waiting' AND ((SELECT app.uid()) IS NOT NULL "
            "OR (SELECT app.new_id()) IS NOT NULL OR EXISTS (SELECT FROM app.link_in_use()))"
        ),
        update=(
            f"{SECRETARIAT} AND state IN ('waiting', 'uncertain', 'refused')",
            f"{SECRETARIAT} AND state IN ('waiting', 'put_aside')",
        ),
        update_columns="next_try_at, state, tries",
    ),
    kept_history("letters_message"),
    secured(
        "letters_messagebody",
        insert=(
            "((SELECT app.uid()) IS NOT NULL OR (SELECT app.new_id()) IS NOT NULL "
            "OR EXISTS (SELECT FROM app.link_in_use()))"
        ),
    ),
]
