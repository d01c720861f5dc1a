"""Scopes of whoever is signed in, row security of this app, the gate before a project opens, and the first vocabulary."""

from django.db import migrations

from access.security import ANYBODY, OWN_PROJECTS, SECRETARIAT, definer, secure, trigger

IN_FORCE = "m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())"
OWN = f"SELECT m.project_id FROM institutions_membership m WHERE m.user_id = app.uid() AND m.role = 'coordinator' AND {IN_FORCE}"
HOUSES = f"SELECT m.institution_id FROM institutions_membership m WHERE m.user_id = app.uid() AND m.role = 'lead' AND {IN_FORCE}"

OPENS = f"""
BEGIN
    IF NEW.state = 'open' AND (TG_OP = 'INSERT' OR OLD.state <> 'open') AND NOT EXISTS (
        SELECT FROM institutions_alignment a
        JOIN institutions_membership m ON m.user_id = a.lead_id AND m.role = 'lead'
            AND m.institution_id = NEW.institution_id AND {IN_FORCE}
        WHERE a.project_id = NEW.id AND a.review_on >= app.today()
    ) THEN
        RAISE check_violation USING CONSTRAINT = 'project_opens_with_alignment', MESSAGE = 'no alignment';
    END IF;
    RETURN NEW;
END
"""

INTERESTS = [
    ("walks", "Gåture", "Walks"),
    ("coffee", "En kop kaffe på café", "A coffee at a café"),
    ("cooking", "Madlavning", "Cooking"),
    ("cinema", "Biograf og film", "Cinema and films"),
    ("music", "Musik", "Music"),
    ("football", "Fodbold", "Football"),
    ("fishing", "Fisketure", "Fishing"),
    ("games", "Brætspil og kort", "Board games and cards"),
    ("chess", "Skak", "Chess"),
    ("books", "Bøger", "Books"),
    ("museums", "Museer", "Museums"),
    ("garden", "Have og planter", "Garden and plants"),
    ("crafts", "Håndarbejde", "Crafts"),
    ("repairs", "Reparere ting og cykler", "Mending things and bicycles"),
    ("animals", "Dyr", "Animals"),
    ("swimming", "Svømning", "Swimming"),
    ("computers", "Computer og telefon", "Computers and phones"),
    ("languages", "Øve dansk eller andre sprog", "Practising Danish or other languages"),
    ("church", "Kirke og tro", "Church and faith"),
    ("quiet", "Bare være sammen", "Just being together"),
]


def add_interests(apps, schema_editor) -> None:
    interest = apps.get_model("institutions", "Interest")
    interest.objects.using(schema_editor.connection.alias).bulk_create(
        [interest(code=code, name_da=danish, name_en=english) for code, danish, english in INTERESTS]
    )


class Migration(migrations.Migration):
    dependencies = [("institutions", "0001_houses_and_projects"), ("accounts", "0002_grants")]

    operations = [
        definer("app.own_projects()", "SETOF bigint", OWN),
        definer(
            "app.programme_projects()",
            "SETOF bigint",
            f"{OWN} UNION SELECT p.id FROM institutions_project p WHERE app.is_secretariat()",
        ),
        definer("app.own_houses()", "SETOF bigint", HOUSES),
        definer(
            "app.house_projects()",
            "SETOF bigint",
            f"SELECT p.id FROM institutions_project p WHERE p.institution_id IN ({HOUSES})",
        ),
        secure("institutions_institution", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
        secure("institutions_project", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
        secure("institutions_interest", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
        secure(
            "institutions_membership",
            select=f"user_id = (SELECT app.uid()) OR project_id = {OWN_PROJECTS} OR {SECRETARIAT}",
            insert=SECRETARIAT,
            update=SECRETARIAT,
        ),
        secure(
            "institutions_alignment",
            select=f"project_id = {OWN_PROJECTS} OR {SECRETARIAT} OR project_id = ANY(ARRAY(SELECT app.house_projects()))",
            insert=SECRETARIAT,
            update=SECRETARIAT,
        ),
        definer("app.project_opens_with_alignment()", "trigger", OPENS, language="plpgsql", traits="VOLATILE"),
        trigger(
            "institutions_project",
            "gate",
            "BEFORE INSERT OR UPDATE OF state",
            "app.project_opens_with_alignment",
        ),
        migrations.RunSQL(
            "GRANT USAGE ON SEQUENCE institutions_institution_id_seq, institutions_project_id_seq TO weshelter_app",
            migrations.RunSQL.noop,
        ),
        migrations.RunPython(add_interests, migrations.RunPython.noop),
    ]
