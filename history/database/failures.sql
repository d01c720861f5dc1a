-- One more of its kind; many of a kind are one row.
CREATE FUNCTION app.count_failure(in_kind text, in_place text, in_error text, in_request uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER AS $$
    INSERT INTO history_failure AS f (id, kind, place, error, times, first_at, last_at, last_request)
    VALUES (gen_random_uuid(), in_kind, left(in_place, 120), left(in_error, 120), 1, now(), now(), in_request)
    ON CONFLICT (kind, place, error) WHERE settled_at IS NULL DO UPDATE SET
        times = least(f.times::bigint + 1, 2147483647)::int, last_at = now(), last_request = excluded.last_request
$$;
GRANT EXECUTE ON FUNCTION app.count_failure(in_kind text, in_place text, in_error text, in_request uuid) TO weshelter_app, weshelter_jobs;
