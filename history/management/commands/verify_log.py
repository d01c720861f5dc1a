"""`manage.py verify_log`: is the access log whole, and does it hold what was seen of it outside the database?"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from history.chain import faults, has, head, unlike, unseen
from history.witness import seen_in


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
        parser.add_argument(
            "--against",
            action="append",
            default=[],
            type=Path,
            metavar="FILE",
            help="a log with the lines that the rows left outside, others among them; may be given several times",
        )

    def handle(self, *args: Any, anchor: list[str], against: list[Path], **options: Any) -> None:
        """Print what is wrong; say where a whole chain ends, and which rows the files do not know."""
        seen: set[tuple[int, str]] = set().union(*map(_seen, against))
        wrong = [str(fault) for fault in faults()]
        wrong += [f"row {said.split(':')[0]}: not as the letter says" for said in anchor if not _stands(said)]
        wrong += [str(fault) for fault in unlike(seen)]
        for line in wrong:
            self.stderr.write(line)
        if wrong:
            raise SystemExit(1)
        last = head()
        self.stdout.write(f"The access log is whole; its last row is {last[0]}:{last[1]}" if last else "No rows yet.")
        if seen:
            self.stdout.write(f"It holds the {len(seen)} rows that were seen outside, up to row {max(seen)[0]}.")
            for lost in unseen(seen):
                self.stdout.write(str(lost))


def _stands(said: str) -> bool:
    number, _colon, hash = said.partition(":")
    if not number.isdecimal() or not hash:
        raise CommandError(f"“{said}” is not NUMBER:HASH.")
    return has(int(number), hash)


def _seen(file: Path) -> set[tuple[int, str]]:
    try:
        with file.open(encoding="utf-8", errors="replace") as lines:
            seen = seen_in(lines)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
    if not seen:
        raise CommandError(f"{file} holds no line “access log: NUMBER HASH”: is it the right file?")
    return seen
