"""Searching as people write: ø or o, aa or å, with or without an accent, and with a slip."""

from django.db import migrations

# Extensions that an ordinary owner of the database may add.
EXTENSIONS = """
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
"""

# Søren, Soeren and soren are one; so are Åse, Aase and ase. (unaccent makes ø an o, å an a and æ an ae.)
# In plpgsql, since SQL with unaccent in it is never inlined, and a call of it takes longer.
FOLDED = """
CREATE FUNCTION app.folded(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $body$
BEGIN
    RETURN replace(replace(public.unaccent('public.unaccent', replace(lower(said), 'ä', 'ae')), 'aa', 'a'), 'oe', 'o');
END
$body$;
"""

# What is looked for, folded once a query: a number may be written with spaces.
SOUGHT = """
CREATE FUNCTION app.sought(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $body$
    SELECT CASE WHEN words ~ '^[-+0-9 ()]+$' THEN translate(words, ' ()-', '') ELSE btrim(app.folded(words)) END
$body$;
"""

# 5 the whole, 4 its beginning, 3 the beginning of a word in it, 2 every word somewhere in it, below 1 with slips, 0 no.
# In two or three letters there is no telling a slip from another name, and every address ends like the next one.
CLOSENESS = """
CREATE FUNCTION app.closeness(sought text, VARIADIC texts text[]) RETURNS double precision LANGUAGE plpgsql IMMUTABLE
    PARALLEL SAFE AS $body$
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
$body$;
REVOKE ALL ON FUNCTION app.folded(text), app.sought(text), app.closeness(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.folded(text), app.sought(text), app.closeness(text, text[])
    TO weshelter_app, weshelter_jobs;
"""


class Migration(migrations.Migration):
    dependencies = [("institutions", "0004_nobody_appoints_himself"), ("access", "0002_context")]

    operations = [
        migrations.RunSQL(EXTENSIONS, migrations.RunSQL.noop),
        migrations.RunSQL(FOLDED, "DROP FUNCTION app.folded(text)"),
        migrations.RunSQL(SOUGHT, "DROP FUNCTION app.sought(text)"),
        migrations.RunSQL(CLOSENESS, "DROP FUNCTION app.closeness(text, text[])"),
    ]
