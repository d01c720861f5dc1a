"""The history of the cards of houses: that one was changed, and by whom."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from history.locks import keep_history


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0006_house_cards"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseCardEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="housecard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "institutions_housecardevent" ("institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."institution_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="b01dff4014fe07a76c217f284c5c8519b99ab77d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c1f63",
                    table="institutions_housecard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="housecard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "institutions_housecardevent" ("institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."institution_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="240f81b1067cf3fec2cdd4b70942272488d38815",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_badac",
                    table="institutions_housecard",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="housecardevent",
            name="institution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.institution",
                verbose_name="house",
            ),
        ),
        migrations.AddField(
            model_name="housecardevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="housecardevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="institutions.housecard",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="housecardevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="69254bdcd43aa1c62db54635de2cf504b729a457",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_4f554",
                    table="institutions_housecardevent",
                    when="BEFORE",
                ),
            ),
        ),
        *keep_history("institutions_housecard"),
    ]
