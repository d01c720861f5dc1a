"""What a volunteer may tell of herself, in the codes of the citizens' wishes: gender, age, experience, what comes along."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from history.locks import write_as_owner, write_as_owner_backwards


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0016_dates_count_their_changes"),
    ]

    operations = [
        write_as_owner_backwards("volunteers_volunteer"),
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="update_update",
        ),
        migrations.AddField(
            model_name="volunteer",
            name="age_group",
            field=models.CharField(
                blank=True,
                choices=[("18-29", "18 to 29"), ("30-44", "30 to 44"), ("45-59", "45 to 59"), ("60+", "60 or older")],
                max_length=5,
                verbose_name="age",
            ),
        ),
        migrations.AddField(
            model_name="volunteer",
            name="around",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("pets", "dogs and other animals"),
                        ("smoke", "smoke indoors"),
                        ("alcohol", "alcohol around one"),
                        ("stairs", "stairs without a lift"),
                        ("private_home", "visits in a private home"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="comes along",
            ),
        ),
        migrations.AddField(
            model_name="volunteer",
            name="experience",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("going_out", "somebody to get out of the door with"),
                        ("local_places", "help to find good places nearby"),
                        ("courage", "practical courage for the city"),
                        ("new_home", "company in a new home"),
                        ("listening", "somebody who listens"),
                        ("quiet", "quiet company"),
                        ("patience", "patience when it takes time"),
                        ("outside", "somebody from outside the system"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="experience",
            ),
        ),
        migrations.AddField(
            model_name="volunteer",
            name="gender",
            field=models.CharField(
                blank=True, choices=[("woman", "a woman"), ("man", "a man")], max_length=5, verbose_name="gender"
            ),
        ),
        migrations.AddField(
            model_name="volunteerevent",
            name="age_group",
            field=models.CharField(
                blank=True,
                choices=[("18-29", "18 to 29"), ("30-44", "30 to 44"), ("45-59", "45 to 59"), ("60+", "60 or older")],
                max_length=5,
                verbose_name="age",
            ),
        ),
        migrations.AddField(
            model_name="volunteerevent",
            name="gender",
            field=models.CharField(
                blank=True, choices=[("woman", "a woman"), ("man", "a man")], max_length=5, verbose_name="gender"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="326815f6ca30b991fb2c50e3cec32ded27f05fc0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa6cd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."age_group" IS DISTINCT FROM (NEW."age_group") OR OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."around" IS DISTINCT FROM (NEW."around") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."experience" IS DISTINCT FROM (NEW."experience") OR OLD."forget_on" IS DISTINCT FROM (NEW."forget_on") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="92086e748bbbec7d3a17e5d133b7394ed0b319f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cedd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        write_as_owner("volunteers_volunteer"),
        migrations.RunSQL(
            "GRANT UPDATE (gender, age_group, experience, around) ON volunteers_volunteer TO weshelter_app",
            migrations.RunSQL.noop,
        ),
    ]
