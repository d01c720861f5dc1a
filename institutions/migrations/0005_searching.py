"""Searching as people write: ø or o, aa or å, with or without an accent, and with a slip."""

from django.db import migrations

# Extensions that an ordinary owner of the database may add.
EXTENSIONS = """
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
"""

# Søren, Soeren and soren are one; so are Åse, Aase and ase. (unaccent makes ø an o, å an a and æ an ae.)
FOLDED = """
CREATE FUNCTION app.folded(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $body$
    SELECT replace(replace(public.unaccent('public.unaccent'::regdictionary,
        replace(lower(said), 'ä', 'ae')), 'aa', 'a'), 'oe', 'o')
$body$;
"""

# 5 the whole, 4 its beginning, 3 the beginning of a word in it, 2 every word somewhere in it, below 1 with slips, 0 no.
# In two or three letters there is no telling a slip from another name, and every address ends like the next one.
# A number may be written with spaces.
CLOSENESS = """
CREATE FUNCTION app.closeness(words text, VARIADIC texts text[]) RETURNS double precision LANGUAGE plpgsql IMMUTABLE
    PARALLEL SAFE AS $body$
DECLARE
    said text := CASE WHEN words ~ '^[-+0-9 ()]+$' THEN translate(words, ' ()-', '') ELSE btrim(app.folded(words)) END;
    best double precision := 0;
    there text;
    one text;
BEGIN
    IF said = '' THEN
        RETURN 0;
    END IF;
    FOREACH one IN ARRAY texts LOOP
        there := app.folded(one);
        best := greatest(best, CASE
            WHEN there = said THEN 5
            WHEN starts_with(there, said) THEN 4
            WHEN strpos(there, ' ' || said) > 0 THEN 3
            WHEN (SELECT bool_and(strpos(there, part) > 0) FROM regexp_split_to_table(said, ' +') AS part) THEN 2
            WHEN length(said) > 3 AND strpos(there, '@') = 0 AND public.word_similarity(said, there) >= 0.5
                THEN public.word_similarity(said, there) / 2 + public.similarity(said, there) / 2
            ELSE 0 END);
    END LOOP;
    RETURN best;
END
$body$;
REVOKE ALL ON FUNCTION app.folded(text), app.closeness(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.folded(text), app.closeness(text, text[]) TO weshelter_app, weshelter_jobs;
"""


class Migration(migrations.Migration):
    dependencies = [("institutions", "0004_nobody_appoints_himself"), ("access", "0002_context")]

    operations = [
        migrations.RunSQL(EXTENSIONS, migrations.RunSQL.noop),
        migrations.RunSQL(FOLDED, "DROP FUNCTION app.folded(text)"),
        migrations.RunSQL(CLOSENESS, "DROP FUNCTION app.closeness(text, text[])"),
    ]
