-- Letters as one searches for them: ø is o, aa is å, accents count for nothing.
CREATE FUNCTION app.folded(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
    RETURN replace(replace(public.unaccent('public.unaccent', replace(lower(said), 'ä', 'ae')), 'aa', 'a'), 'oe', 'o');
END
$$;
GRANT EXECUTE ON FUNCTION app.folded(said text) TO weshelter_app, weshelter_jobs;

-- The words of a search: a number is its digits.
CREATE FUNCTION app.sought(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT CASE WHEN words ~ '^[-+0-9 ()]+$' THEN translate(words, ' ()-', '') ELSE btrim(app.folded(words)) END
$$;
GRANT EXECUTE ON FUNCTION app.sought(words text) TO weshelter_app, weshelter_jobs;

-- How well words fit texts: 5 the same, 4 the beginning, 2 and 3 within, below 1 a slip; 0 not at all.
CREATE FUNCTION app.closeness(sought text, VARIADIC texts text[]) RETURNS double precision
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    best double precision := 0;
    slip double precision;
    place integer;
    there text;
    one text;
BEGIN
    IF sought = '' THEN
        RETURN 0;
    END IF;
    FOREACH one IN ARRAY texts LOOP
        there := app.folded(one);
        place := strpos(there, sought);
        IF place = 1 THEN
            best := greatest(best, CASE WHEN there = sought THEN 5 ELSE 4 END);
        ELSIF place > 1 THEN
            best := greatest(best, CASE WHEN strpos(there, ' ' || sought) > 0 THEN 3 ELSE 2 END);
        ELSIF strpos(sought, ' ') > 0 AND (
                SELECT bool_and(strpos(there, part) > 0) FROM regexp_split_to_table(sought, ' +') AS part) THEN
            best := greatest(best, 2);
        ELSIF best < 1 AND length(sought) > 3 AND strpos(there, '@') = 0 THEN
            slip := public.word_similarity(sought, there);
            IF slip >= 0.5 THEN
                best := greatest(best, slip / 2 + public.similarity(sought, there) / 2);
            END IF;
        END IF;
    END LOOP;
    RETURN best;
END
$$;
GRANT EXECUTE ON FUNCTION app.closeness(sought text, VARIADIC texts text[]) TO weshelter_app, weshelter_jobs;
