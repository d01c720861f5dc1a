"""Which rows of this app's tables the app's login may read and write; beside each model's `visible_to`."""

from access.security import secured

POLICIES = [
    secured(
        "reports_figure",
        select="institution_id = ANY(ARRAY(SELECT app.houses_with_figures()))",
        jobs="SELECT, INSERT, UPDATE",
    ),
]
