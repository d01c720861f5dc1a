"""At which other houses an applicant ticked the same role."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0008_mails_follow_the_volunteer"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="update_update",
        ),
        migrations.AddField(
            model_name="volunteer",
            name="also_role_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, default=list, size=None, verbose_name="could also be at"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."age_group" IS DISTINCT FROM (NEW."age_group") OR OLD."also_role_ids" IS DISTINCT FROM (NEW."also_role_ids") OR OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."around" IS DISTINCT FROM (NEW."around") OR OLD."back_on" IS DISTINCT FROM (NEW."back_on") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."experience" IS DISTINCT FROM (NEW."experience") OR OLD."forget_on" IS DISTINCT FROM (NEW."forget_on") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "back_on", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."back_on", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="2c329c0424ad9bba4a5361ade40a210a2c762afe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cedd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
    ]
