"""`manage.py match_round --as E-MAIL`: the round of the page, printed; nothing is kept and nobody is asked."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from access.context import acting
from access.roles import Permission, may
from accounts.models import User
from institutions.models import Project
from matching.models import WeightSet
from matching.rounds.making import Made, People, make, numbers, people_of
from matching.rounds.solver import NOBODY
from matching.rounds.unmatched import missing_kind, poster, wanted
from matching.suggesting.candidates import spoken_names
from matching.suggesting.ranking import speaker


class Command(BaseCommand):
    """Loads only what that person may see."""

    help = "Print the best match round of somebody's projects: ids, numbers and reasons, no citizen's name."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as", dest="email", required=True, help="with whose eyes")
        parser.add_argument("--project", action="append", default=[], help="slug; again for more; all if left out")
        parser.add_argument("--json", action="store_true", help="as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"], is_active=True).first()
        if user is None:
            raise CommandError("Nobody logs in with this e-mail.")
        with acting(user=user):
            projects = Project.objects.coordinated_by(user).friends().open()
            if options["project"]:
                projects = projects.filter(slug__in=options["project"])
            held = [project.pk for project in projects if may(user, Permission.MAKE_ROUND, project)]
            if not held:
                raise CommandError("This person holds no such project.")
            people = people_of(user, held, WeightSet.objects.in_force().values)
            answer = in_full(people, make(people))
        self.stdout.write(json.dumps(answer, indent=2) if options["json"] else in_short(answer))


def in_full(people: People, made: Made) -> dict[str, Any]:
    """The pairs with their reasons, who is left and who is missing, and what the round comes to."""
    names, scoring, pool = spoken_names(), people.scoring(), people.pool
    speak = speaker(pool, names, people.weights)
    pairs: list[dict[str, Any]] = []
    left: list[dict[str, Any]] = []
    for row, (wish, column) in enumerate(zip(people.wishes, made.best.partner, strict=True)):
        if column == NOBODY:
            sentence = wanted(wish, missing_kind(scoring, row), names)
            left.append({"citizen": wish.id, "left_out": scoring.left_out(row), "wanted": sentence})
            continue
        said = speak(wish, pool.people[column], int(made.scores[row, column]))
        pairs.append(
            {
                "citizen": wish.id,
                "volunteer": said.candidate.id,
                "score": said.score,
                "reasons": said.reasons,
                "against": said.against,
            }
        )
    missing = poster(one["wanted"] for one in left)
    return {
        **numbers(made),
        "is_proved": made.best.is_proved,
        "pairs": pairs,
        "left_alone": left,
        "poster": missing,
    }


def in_short(answer: dict[str, Any]) -> str:
    """For a terminal."""
    lines = [f"{pair['citizen']} – {pair['volunteer']}: {' '.join(pair['reasons'])}" for pair in answer["pairs"]]
    lines += [f"{one['citizen']}: {one['wanted']}" for one in answer["left_alone"]]
    compared = f"{answer['total']} points, in turn {answer['total_in_turn']}; {answer['left']} left"
    return "\n".join([*lines, compared + (", proved" if answer["is_proved"] else ", not proved")])
