"""What is offered to two friends, the budgets of the projects, and what was used."""

from friendships.models import Activity, Budget, Outing
from weshelter.filling.bulk import Fill


def make_activities(fill: Fill) -> None:
    """Two at each house, and a budget for each year of each friends' project."""
    fill.decide(
        "fill_activity",
        f"""
        SELECT h.house, h.institution_id, h.opened_on, h.secretariat_context,
            {fill.id("activity", "h.house * 2 + k")} AS id, (ARRAY['cafe', 'cinema'])[k + 1] AS kind,
            (ARRAY['Kaffe i byen', 'Biograf'])[k + 1] AS name, (ARRAY[120, 0])[k + 1] AS price,
            (ARRAY[NULL, 2000])[k + 1] AS tickets
        FROM fill_house h, generate_series(0, 1) AS k
        """,
    )
    columns = {name: name for name in ("id", "institution_id", "kind", "name", "price", "tickets")}
    fill.insert(Activity, "fill_activity", **columns, from_on="opened_on")
    fill.remember(Activity, "fill_activity", at=fill.moment("p.opened_on"), by="p.secretariat_context")
    fill.decide(
        "fill_budget",
        f"""
        SELECT p.*, {fill.id("budget", "p.project_id * 100 + y % 100")} AS budget_id, y AS year
        FROM fill_project p, generate_series(extract(year FROM opened_on)::int, extract(year FROM {fill.day})::int) AS y
        WHERE project_kind = 'friends'
        """,
    )
    fill.insert(Budget, "fill_budget", id="budget_id", project_id="project_id", year="year", kroner="100000")
    at, by = fill.moment("p.opened_on"), "p.secretariat_context"
    fill.remember(Budget, "fill_budget", on="budget_id", at=at, by=by)


def make_outings(fill: Fill) -> None:
    """Of the days on which two met some cost something."""
    fill.decide(
        "fill_outing",
        f"""
        SELECT c.*, {fill.id("outing", "c.k")} AS outing_id, a.id AS activity_id, a.kind AS what
        FROM fill_contact c JOIN fill_activity a ON a.house = c.house
        WHERE c.have_met AND c.happened_on >= c.started_on AND {fill.number("cost", "c.k", 3)} = 0
            AND (a.kind = 'cafe') = ({fill.number("which", "c.k", 2)} = 0)
        """,
    )
    fill.insert(
        Outing,
        "fill_outing p",
        id="p.outing_id",
        match_id="p.id",
        project_id="p.friends_id",
        activity_id="p.activity_id",
        used_on="p.happened_on",
        kroner=f"CASE p.what WHEN 'cafe' THEN 40 + {fill.number('kroner', 'p.k', 80)} ELSE 0 END",
        tickets="CASE p.what WHEN 'cafe' THEN 0 ELSE 2 END",
        by_id="p.by_id",
    )
    fill.remember(Outing, "fill_outing", on="outing_id", at=fill.moment("p.happened_on", 21), by="p.by_context")
