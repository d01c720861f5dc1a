"""`manage.py verify_log`: is the access log whole, and does it hold what the nightly letters said?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from history.chain import faults, has, head


class Command(BaseCommand):
    help = "Recompute the chain of the access log; name each row that was changed or is missing, and exit with 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--anchor",
            action="append",
            default=[],
            metavar="NUMBER:HASH",
            help="a row as one of the letters names it; may be given several times",
        )

    def handle(self, *args: Any, anchor: list[str], **options: Any) -> None:
        """Print what is wrong; say where a whole chain ends."""
        wrong = [str(fault) for fault in faults()]
        wrong += [f"row {said.split(':')[0]}: not as the letter says" for said in anchor if not _stands(said)]
        for line in wrong:
            self.stderr.write(line)
        if wrong:
            raise SystemExit(1)
        last = head()
        self.stdout.write(f"The access log is whole; its last row is {last[0]}:{last[1]}" if last else "No rows yet.")


def _stands(said: str) -> bool:
    number, _colon, hash = said.partition(":")
    if not number.isdecimal() or not hash:
        raise CommandError(f"“{said}” is not NUMBER:HASH.")
    return has(int(number), hash)
