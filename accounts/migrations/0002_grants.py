"""Tables of libraries, and users: they hold ids and staff names, no citizen and no volunteer, so no row security.

Each table is named: one that a later version of a library adds stays closed until somebody decides about it.
"""

from django.db import migrations

from access.security import definer

BOTH = """
GRANT SELECT, INSERT, UPDATE ON accounts_user TO weshelter_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session, account_emailaddress, account_emailconfirmation,
    mfa_authenticator TO weshelter_app;
GRANT SELECT, INSERT ON django_admin_log TO weshelter_app;
GRANT SELECT ON django_content_type, django_migrations TO weshelter_app, weshelter_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON django_tasks_database_dbtaskresult TO weshelter_app, weshelter_jobs;
GRANT SELECT ON accounts_user TO weshelter_jobs;
GRANT DELETE ON django_session TO weshelter_jobs;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO weshelter_app, weshelter_jobs;
"""
BACK = """
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM weshelter_app, weshelter_jobs;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM weshelter_app, weshelter_jobs;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_users"),
        ("access", "0002_context"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(BOTH, BACK),
        definer(
            "app.is_secretariat()",
            "boolean",
            "SELECT EXISTS (SELECT FROM accounts_user u WHERE u.id = app.uid() AND u.is_secretariat AND u.is_active)",
        ),
    ]
