"""Row security for migrations: the second lock on every table with personal data.

Policies name group roles, so FORCE recurses nowhere; `app` gets exactly the commands that have a policy. Scopes are
definer functions wrapped as `ANY(ARRAY(SELECT …))`, the shape that keeps the index (measured in 3-access).
"""

from django.db.migrations import RunSQL

OWN_PROJECTS = "ANY(ARRAY(SELECT app.own_projects()))"
PROGRAMME_PROJECTS = "ANY(ARRAY(SELECT app.programme_projects()))"
OWN_HOUSES = "ANY(ARRAY(SELECT app.own_houses()))"
ATTACHED_CITIZENS = "ANY(ARRAY(SELECT app.attached_citizens()))"
SECRETARIAT = "(SELECT app.is_secretariat())"
ANYBODY = "true"


def secure(
    table: str,
    *,
    select: str | None = None,
    insert: str | None = None,
    update: str | None = None,
    delete: str | None = None,
    also: tuple[tuple[str, str, str], ...] = (),
    jobs: str = "SELECT, INSERT, UPDATE, DELETE",
    update_columns: str = "",
) -> RunSQL:
    """Switch row security on for a table and say what the app's login may do with which rows.

    `select`, `insert`, `update`, `delete` are conditions on a row; None forbids the command altogether. `also` adds
    further ways in: (name, command, condition). `update_columns` limits UPDATE to named columns. `jobs` is what the
    background login may do, with all rows.
    """
    commands = [("scope", name, rule) for name, rule in _given(select, insert, update, delete)]
    policies = [*commands, *also]
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
    statements += [_policy(table, *policy) for policy in policies]
    for command in sorted({command for _name, command, _rule in policies}):
        columns = f" ({update_columns})" if command == "UPDATE" and update_columns else ""
        statements.append(f"GRANT {command}{columns} ON {table} TO weshelter_app")
    undo = [f"DROP POLICY {name}_{command.lower()} ON {table}" for name, command, _rule in policies]
    undo += [f"DROP POLICY owner ON {table}", *([f"DROP POLICY jobs ON {table}"] if jobs else [])]
    undo += [
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]
    return RunSQL(";\n".join(statements), ";\n".join(undo))


def _given(select, insert, update, delete) -> list[tuple[str, str]]:
    rules = [("SELECT", select), ("INSERT", insert), ("UPDATE", update), ("DELETE", delete)]
    return [(command, rule) for command, rule in rules if rule is not None]


def _policy(table: str, name: str, command: str, rule: str) -> str:
    clause = {
        "SELECT": f"USING ({rule})",
        "DELETE": f"USING ({rule})",
        "INSERT": f"WITH CHECK ({rule})",
        "UPDATE": f"USING ({rule}) WITH CHECK ({rule})",
    }[command]
    return f"CREATE POLICY {name}_{command.lower()} ON {table} FOR {command} TO weshelter_app {clause}"


def definer(signature: str, returns: str, body: str, *, language: str = "sql", traits: str = "STABLE") -> RunSQL:
    """A function with the owner's rights: pinned search_path, nobody's but the two logins' to call."""
    name = signature.split("(")[0]
    kinds = signature.split("(", 1)[1].rsplit(")", 1)[0]
    create = (
        f"CREATE FUNCTION {signature} RETURNS {returns} LANGUAGE {language} {traits} SECURITY DEFINER"
        f" SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$;\n"
        f"REVOKE ALL ON FUNCTION {name}({kinds}) FROM PUBLIC;\n"
    )
    if returns != "trigger":
        create += f"GRANT EXECUTE ON FUNCTION {name}({kinds}) TO weshelter_app, weshelter_jobs"
    return RunSQL(create, f"DROP FUNCTION {name}({kinds})")


def plpgsql(signature: str, returns: str, body: str) -> RunSQL:
    """A definer function that does something: a gate, a trigger, a place taken."""
    return definer(signature, returns, body, language="plpgsql", traits="VOLATILE")


def trigger(table: str, name: str, when: str, function: str) -> RunSQL:
    """A row trigger: `when` is such as "BEFORE INSERT OR UPDATE OF state"."""
    return RunSQL(
        f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()",
        f"DROP TRIGGER {name} ON {table}",
    )


def same_project(child: str, parent: str, column: str, project: str = "project_id") -> RunSQL:
    """A foreign key that carries the project: plain ones bypass row security and would accept a hidden parent."""
    unique = f"{parent}_with_{project}"
    key = f"{child}_{column}_of_its_own_project"
    return RunSQL(
        f"""DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{unique}') THEN
                ALTER TABLE {parent} ADD CONSTRAINT {unique} UNIQUE (id, {project});
            END IF;
        END $$;
        ALTER TABLE {child} ADD CONSTRAINT {key} FOREIGN KEY ({column}, {project})
            REFERENCES {parent} (id, {project}) DEFERRABLE INITIALLY IMMEDIATE""",
        f"ALTER TABLE {child} DROP CONSTRAINT {key}",
    )
