"""Django's `migrate`, and then the present text of every function, trigger and policy is installed."""

from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from access.installation import install, is_installed


class Command(migrate.Command):
    def handle(self, *args, **options) -> None:
        """Install where a migration was run, or a text has changed; a step back to some migration is left as it is."""
        before = set(MigrationRecorder(connection).applied_migrations())
        super().handle(*args, **options)
        if options["app_label"] or options["plan"] or options["check_unapplied"]:
            return
        if set(MigrationRecorder(connection).applied_migrations()) != before or not is_installed():
            install()
