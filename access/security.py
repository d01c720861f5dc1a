"""Row security: the second lock on every table with personal data, as each app's `database/policies.py` says it.

Policies name group roles, so FORCE recurses nowhere; `app` gets exactly the commands that have a policy. Small scopes
are definer functions wrapped as `ANY(ARRAY(SELECT …))`, the shape that keeps the index; who is at a house is asked by
row, and no policy reads a table whose own policy would gather a house or a whole table (docs/performance.md).
"""

OWN_PROJECTS = "ANY(ARRAY(SELECT app.own_projects()))"
PROGRAMME_PROJECTS = "ANY(ARRAY(SELECT app.programme_projects()))"
HOUSE_PROJECTS = "ANY(ARRAY(SELECT app.house_projects()))"
OWN_HOUSES = "ANY(ARRAY(SELECT app.own_houses()))"
# For functions that are asked by row, read once a query: NULL if there is none, and then no STRICT one is called.
COORDINATED = "(SELECT array_agg(p) FROM app.own_projects() p)"
LED_HOUSES = "(SELECT array_agg(h) FROM app.own_houses() h)"
PROJECTS_THERE = "(SELECT array_agg(p) FROM app.house_projects() p)"
SECRETARIAT = "(SELECT app.is_secretariat())"
ANYBODY = "true"

# A condition on a row; for UPDATE a pair says which rows may be changed and what they may be then.
Rule = str | tuple[str, str]


def secured(
    table: str,
    *,
    select: str = "",
    insert: str = "",
    update: Rule = "",
    delete: str = "",
    also: tuple[tuple[str, str, Rule], ...] = (),
    jobs: str = "SELECT, INSERT, UPDATE, DELETE",
    update_columns: str = "",
) -> list[str]:
    """Row security on a table, and what the app's login may do with which rows.

    `select`, `insert`, `update`, `delete` are conditions on a row; without one the command is forbidden altogether.
    `also` adds further ways in: (name, command, condition). `update_columns` limits UPDATE to named columns. `jobs` is
    what the background login may do, with all rows.
    """
    given = [("SELECT", select), ("INSERT", insert), ("UPDATE", update), ("DELETE", delete)]
    scope = [("scope", command, rule) for command, rule in given if rule]
    statements = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY owner ON {table} TO weshelter_owner USING (true) WITH CHECK (true)",
        f"REVOKE ALL ON {table} FROM weshelter_app, weshelter_jobs",
    ]
    if jobs:
        statements += [
            f"CREATE POLICY jobs ON {table} TO weshelter_jobs USING (true) WITH CHECK (true)",
            f"GRANT {jobs} ON {table} TO weshelter_jobs",
        ]
    statements += [_policy(table, *policy) for policy in (*scope, *also)]
    for command in sorted({command for _name, command, _rule in (*scope, *also)}):
        columns = f" ({update_columns})" if command == "UPDATE" and update_columns else ""
        statements.append(f"GRANT {command}{columns} ON {table} TO weshelter_app")
    return statements


def seen_also(table: str, name: str, rule: str) -> list[str]:
    """A further way to see rows of a lower app's table, which the upper app brings: it knows why."""
    return [_policy(table, name, "SELECT", rule), f"GRANT SELECT ON {table} TO weshelter_app"]


def kept_history(table: str, *, seen_by: str = "", key: str = "id") -> list[str]:
    """Row security on the events of a tracked table.

    One sees the events of the rows that one sees, or those of `seen_by`; nobody sees any through a link. Only the
    background jobs may delete them, when their time is over.
    """
    rule = seen_by or f"EXISTS (SELECT FROM {table} t WHERE t.{key} = pgh_obj_id)"
    return secured(f"{table}event", select=f"(SELECT app.uid()) IS NOT NULL AND ({rule})", jobs="SELECT, DELETE")


def _policy(table: str, name: str, command: str, rule: Rule) -> str:
    before, after = rule if isinstance(rule, tuple) else (rule, rule)
    clause = {
        "SELECT": f"USING ({before})",
        "DELETE": f"USING ({before})",
        "INSERT": f"WITH CHECK ({after})",
        "UPDATE": f"USING ({before}) WITH CHECK ({after})",
    }[command]
    return f"CREATE POLICY {name}_{command.lower()} ON {table} FOR {command} TO weshelter_app {clause}"
