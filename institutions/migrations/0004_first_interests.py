"""The first interests that one can choose; the secretariat adds others."""

from django.db import migrations

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
    """As the owner, who sees every row."""
    interest = apps.get_model("institutions", "Interest")
    interest.objects.using(schema_editor.connection.alias).bulk_create(
        [interest(code=code, name_da=danish, name_en=english) for code, danish, english in INTERESTS]
    )


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0003_keys"),
    ]

    operations = [migrations.RunPython(add_interests, migrations.RunPython.noop)]
