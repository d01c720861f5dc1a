-- One more attempt: is it within the limit? Exact, however many come at once.
CREATE FUNCTION app.count_attempt(of_whom text, at_most integer, within interval) RETURNS boolean
LANGUAGE sql SECURITY DEFINER AS $$
    INSERT INTO access_attempt AS a (key_hash, count, forget_at) VALUES (of_whom, 1, now() + within)
    ON CONFLICT (key_hash) DO UPDATE SET
        count = CASE WHEN a.forget_at <= now() THEN 1 ELSE least(a.count, at_most) + 1 END,
        forget_at = CASE WHEN a.forget_at <= now() THEN now() + within ELSE a.forget_at END
    RETURNING count <= at_most
$$;
GRANT EXECUTE ON FUNCTION app.count_attempt(of_whom text, at_most integer, within interval) TO weshelter_app, weshelter_jobs;

-- An attempt that was none after all: it counts no more.
CREATE FUNCTION app.take_back_attempt(of_whom text) RETURNS void
LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE access_attempt SET count = count - 1 WHERE key_hash = of_whom AND count > 0 AND forget_at > now()
$$;
GRANT EXECUTE ON FUNCTION app.take_back_attempt(of_whom text) TO weshelter_app, weshelter_jobs;

-- When the counts of a key begin anew.
CREATE FUNCTION app.attempts_begin_anew(of_whom text) RETURNS timestamp with time zone
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT forget_at FROM access_attempt WHERE key_hash = of_whom
$$;
GRANT EXECUTE ON FUNCTION app.attempts_begin_anew(of_whom text) TO weshelter_app, weshelter_jobs;
