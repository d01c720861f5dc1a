"""`manage.py work`: the worker. Sends mails and does what pages put off, until SIGTERM or Ctrl-C."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from weshelter.worker import Worker


class Command(BaseCommand):
    """Keep it running: without it nothing is sent. Several side by side do no harm."""

    help = "Send mails and do what pages put off. Outlives a database or a mail server that is away for a while."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = Worker(once=once)
        if not once:
            worker.configure_signals()
        worker.run()
