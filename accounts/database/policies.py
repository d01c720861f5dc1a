"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import SECRETARIAT, kept_history, secured

POLICIES = [
    secured(
        "accounts_accesschange",
        select=SECRETARIAT,
        insert=(f"{SECRETARIAT} AND asked_by_id = (SELECT app.uid()) AND state = 'asked'"),
        update=SECRETARIAT,
        also=(
            ("by_link", "SELECT", "id = (SELECT app.link_object('stop_change'))"),
            ("by_link", "UPDATE", "id = (SELECT app.link_object('stop_change'))"),
            ("of_oneself", "SELECT", "user_id = (SELECT app.uid())"),
            ("of_oneself", "UPDATE", ("user_id = (SELECT app.uid())", "state = 'stopped'")),
        ),
        jobs="SELECT, UPDATE",
        update_columns="confirmed_at, confirmed_by_id, settled_at, settled_by_id, state",
    ),
    kept_history("accounts_accesschange", seen_by=f"{SECRETARIAT} OR user_id = (SELECT app.uid())"),
    secured(
        "accounts_newaddress",
        select="user_id = (SELECT app.uid())",
        insert="user_id = (SELECT app.uid())",
        delete="user_id = (SELECT app.uid())",
        jobs="SELECT, DELETE",
    ),
    kept_history("accounts_user", seen_by=SECRETARIAT),
]
