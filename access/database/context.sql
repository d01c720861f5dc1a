-- Who is signed in; nobody through a link or a public form.
CREATE FUNCTION app.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.uid', true), '')::uuid
$$;
GRANT EXECUTE ON FUNCTION app.uid() TO weshelter_app, weshelter_jobs;

-- The hash of the link's token through which somebody acts.
CREATE FUNCTION app.link() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.link', true), '')
$$;
GRANT EXECUTE ON FUNCTION app.link() TO weshelter_app, weshelter_jobs;

-- The one row that a public form is making.
CREATE FUNCTION app.new_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.new_id', true), '')::uuid
$$;
GRANT EXECUTE ON FUNCTION app.new_id() TO weshelter_app, weshelter_jobs;

-- The day in Copenhagen, whatever the server's zone.
CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (now() AT TIME ZONE 'Europe/Copenhagen')::date
$$;
GRANT EXECUTE ON FUNCTION app.today() TO weshelter_app, weshelter_jobs;

-- The day of a moment, as it is here.
CREATE FUNCTION app.day_of(moment timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (moment AT TIME ZONE 'Europe/Copenhagen')::date
$$;

-- Begun and not ended today; Python says it as `access.dates.in_force`.
CREATE FUNCTION app.in_force(from_on date, until_on date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT from_on <= app.today() AND (until_on IS NULL OR until_on >= app.today())
$$;
GRANT EXECUTE ON FUNCTION app.in_force(from_on date, until_on date) TO weshelter_app, weshelter_jobs;

-- Is whoever acts of Frivilligindsatsen? The app that knows the users says so.
CREATE FUNCTION app.is_secretariat() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT {any of is_secretariat()}
$$;
GRANT EXECUTE ON FUNCTION app.is_secretariat() TO weshelter_app, weshelter_jobs;
