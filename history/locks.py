"""The locks on a history, for migrations: the triggers alone write events, and nobody switches them off."""

from django.db.migrations import RunSQL

from access.security import secure

# The app's login has no INSERT on events and forges none: the triggers write with the owner's rights. A library's
# switch (`pgtrigger.ignore`) is a setting that anybody can set, so it is taken out.
WRITE_AS_OWNER = """
DO $$
DECLARE
    written_by regprocedure;
BEGIN
    FOR written_by IN SELECT t.tgfoid FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE t.tgrelid = '{table}'::regclass AND p.proname LIKE 'pgtrigger%%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp', written_by);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', written_by);
    END LOOP;
END
$$;
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean LANGUAGE plpgsql
    AS $$ BEGIN RETURN false; END $$
""".replace("%%", "%")


def keep_history(table: str, *, seen_by: str = "", key: str = "id") -> list[RunSQL]:
    """Close the events of a table: for the migration that makes them.

    One sees the events of the rows that one sees, or those of `seen_by`; nobody sees any through a link. Only the
    background jobs may delete them, when their time is over.
    """
    rule = seen_by or f"EXISTS (SELECT FROM {table} t WHERE t.{key} = pgh_obj_id)"
    return [
        secure(f"{table}event", select=f"(SELECT app.uid()) IS NOT NULL AND ({rule})", jobs="SELECT, DELETE"),
        write_as_owner(table),
    ]


def write_as_owner(table: str) -> RunSQL:
    """Give the triggers of a table the owner's rights; again in every migration that makes them anew."""
    return RunSQL(WRITE_AS_OWNER.format(table=table), RunSQL.noop)


def write_as_owner_backwards(table: str) -> RunSQL:
    """The same for a migration that is taken back: its first operation, for the triggers that stood before it."""
    return RunSQL(RunSQL.noop, WRITE_AS_OWNER.format(table=table))
