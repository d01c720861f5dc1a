-- The three roles that every policy and grant of the site names. They cannot log in; the logins are
-- their members (docs/operations.md). Run by a superuser, or by the owner of the database once the roles
-- exist, in the site's own database. Running it again changes nothing.
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['weshelter_owner', 'weshelter_app', 'weshelter_jobs'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB', role_name);
        END IF;
    END LOOP;
    -- PostgreSQL lets everybody connect to a new database and make temporary tables in it.
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO weshelter_owner, weshelter_app, weshelter_jobs',
                   current_database());
    -- The owner makes a schema and the trusted extensions in a migration.
    EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO weshelter_owner', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO weshelter_owner, weshelter_app, weshelter_jobs;
GRANT CREATE ON SCHEMA public TO weshelter_owner;
