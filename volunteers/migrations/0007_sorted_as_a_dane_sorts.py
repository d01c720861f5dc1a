"""Volunteers in the order of a Danish telephone book.

A link still moves its own volunteer from training to ready and changes nothing else: the guard leaves out the column
that the database derives, which has no value yet when a row is about to be written.
"""

import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

# The guard as it stands, with whatever moves it knows by now.
GUARD = """
DO $do$ BEGIN
    EXECUTE replace(pg_get_functiondef('app.volunteer_guard'::regproc), '- ''state''', '- ARRAY[''state'', ''sorted_as'']');
END $do$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0006_whose_link_one_may_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="volunteer",
            options={"ordering": ["sorted_as"], "verbose_name": "volunteer", "verbose_name_plural": "volunteers"},
        ),
        migrations.AddField(
            model_name="volunteer",
            name="sorted_as",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    django.db.models.functions.text.Replace(
                        django.db.models.functions.text.Lower(models.F("name")), models.Value("aa"), models.Value("å")
                    ),
                    models.Value("æäøöåüéèêëáàâãíìîïóòôõúùûçćčñńłšśýžźż"),
                    models.Value("{{||}yeeeeaaaaiiiioooouuucccnnlssyzzz"),
                    function="translate",
                ),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(fields=["sorted_as", "id"], name="volunteers_by_name"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(fields=["state", "sorted_as", "id"], name="volunteers_of_a_state_by_name"),
        ),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
    ]
