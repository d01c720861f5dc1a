"""`manage.py fill`: a site of any size with made-up people, for measuring and for trying things out."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from weshelter.cast import PASSWORD
from weshelter.filling import site
from weshelter.filling.bulk import CannotFill, Fill
from weshelter.filling.houses import who_logs_in

LARGEST = 1_000_000
REFUSED = (
    "This is not the demo's database, and made-up people do not belong among real ones. If {name} is a test database"
    " that may be filled, say its name: --test-database {name}"
)


class Command(BaseCommand):
    help = "Fills the demo or a test database with made-up houses, volunteers, citizens, pairs and evenings."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--volunteers", type=int, default=600)
        parser.add_argument("--citizens", type=int, default=1000)
        parser.add_argument("--houses", type=int, default=5)
        parser.add_argument("--years", type=int, default=5)
        parser.add_argument(
            "--seed", type=int, default=1, help="The same seed and sizes make the same rows on one day."
        )
        parser.add_argument("--test-database", default="", metavar="NAME", help="The database, if not the demo's.")

    def handle(self, *args: Any, test_database: str, **options: Any) -> None:
        name = connection.settings_dict["NAME"]
        if not settings.LOCAL and test_database != name:
            raise CommandError(REFUSED.format(name=name))
        sizes = {key: options[key] for key in ("volunteers", "citizens", "houses", "years", "seed")}
        refuse_sizes(**sizes)
        # Only on this machine can anybody log in as them.
        fill = Fill(**sizes, today=timezone.localdate(), password=PASSWORD if settings.LOCAL else "", say=self.say)
        try:
            site.run(fill)
        except CannotFill as refused:
            raise CommandError(str(refused)) from None
        if settings.LOCAL:
            self.announce(fill)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

    def announce(self, fill: Fill) -> None:
        """Three of them can log in, and on this machine alone."""
        self.say(f"\nLog in with the password {PASSWORD} as\n")
        for address in who_logs_in(fill.seed):
            self.say(f"  {address}")


def refuse_sizes(*, volunteers: int, citizens: int, houses: int, years: int, seed: int) -> None:
    """Say which size is too small or too large, before anything is touched."""
    limits = {
        "volunteers": (volunteers, 1, LARGEST),
        "citizens": (citizens, 1, LARGEST),
        "houses": (houses, 1, 1000),
        "years": (years, 1, 50),
        "seed": (seed, 0, 100_000),
    }
    for name, (size, least, most) in limits.items():
        if not least <= size <= most:
            raise CommandError(f"--{name} must be from {least} to {most}.")
