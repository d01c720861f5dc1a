"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import SECRETARIAT, secured

POLICIES = [
    secured("django_tasks_database_dbtaskresult", select=SECRETARIAT),
    secured("history_accesslog", select=f"actor_id = (SELECT app.uid()) OR {SECRETARIAT}", jobs="SELECT, INSERT"),
    secured("history_accesstrail", select=f"actor_id = (SELECT app.uid()) OR {SECRETARIAT}", jobs="SELECT"),
    secured("history_anchor", select=SECRETARIAT, jobs="SELECT, INSERT"),
    secured(
        "history_failure",
        select=SECRETARIAT,
        update=SECRETARIAT,
        jobs="SELECT, DELETE",
        update_columns="settled_at, settled_by_id",
    ),
    secured("pghistory_context", select="(SELECT app.uid()) IS NOT NULL", jobs="SELECT, DELETE"),
]
