"""Django's `migrate`, and then the present text of every function, trigger and policy is installed."""

from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from access.installation import forget, install, is_installed


class Command(migrate.Command):
    def handle(self, *args, **options) -> None:
        """Install once every migration is run, where one was or a text has changed.

        What a migration makes anew has not its rights yet, so the installation is forgotten before the first: whatever
        interrupts, the next `migrate` installs. A step back to some migration is left as it is.
        """
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        if something_is_to_run():
            forget()
        super().handle(*args, **options)
        if not something_is_to_run() and not is_installed():
            install()


def something_is_to_run() -> bool:
    """Is there a migration that has not been run?"""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
