"""One's own new address: it waits for the link that is mailed there, and nobody else sees it or takes it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from access.security import definer, secure

OWN = "user_id = (SELECT app.uid())"
# What somebody wanted is over when the address changes, whoever changed it.
KEEP = """
CREATE OR REPLACE FUNCTION app.keep_one_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF TG_OP = 'UPDATE' AND lower(NEW.email) = lower(OLD.email) THEN
        RETURN NULL;
    END IF;
    DELETE FROM accounts_newaddress WHERE user_id = NEW.id;
    DELETE FROM account_emailaddress WHERE user_id = NEW.id;
    INSERT INTO account_emailaddress (user_id, email, verified, "primary")
    VALUES (NEW.id, lower(NEW.email), false, true);
    RETURN NULL;
END
$body$
"""
TAKE = """
DECLARE
    wanted text;
BEGIN
    DELETE FROM accounts_newaddress
    WHERE user_id = app.uid() AND token_hash = hash_of_token AND asked_at > now() - interval '24 hours'
    RETURNING address INTO wanted;
    IF wanted IS NULL THEN
        RAISE EXCEPTION 'no such link' USING ERRCODE = 'check_violation', CONSTRAINT = 'link_to_a_new_address_is_over';
    END IF;
    UPDATE accounts_user SET email = wanted WHERE id = app.uid();
    UPDATE account_emailaddress SET verified = true WHERE user_id = app.uid();
END
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0013_no_more_resets_of_their_own")]

    operations = [
        migrations.CreateModel(
            name="NewAddress",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("address", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("token_hash", models.CharField(max_length=64)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={"verbose_name": "new address", "verbose_name_plural": "new addresses"},
        ),
        secure("accounts_newaddress", select=OWN, insert=OWN, delete=OWN, jobs="SELECT, DELETE"),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
        definer("app.take_new_address(hash_of_token text)", "void", TAKE, language="plpgsql", traits=""),
    ]
