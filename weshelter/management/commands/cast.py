"""Builds the demo's houses and people, once, through the verbs that everybody uses."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from weshelter.cast import CAST, PASSWORD
from weshelter.demo.build import build


class Command(BaseCommand):
    help = "Fills the demo with made-up people; does nothing when they are there."

    def handle(self, **options) -> None:
        if not settings.LOCAL:
            raise CommandError("The cast belongs to the demo: it is never made on a real database.")
        if User.objects.exists():
            let_in()
            self.stdout.write("The demo's people are there already.")
            return
        build()
        self.stdout.write("The demo's people are made.")


def let_in() -> None:
    """The cast of a demo that was made before the site kneaded its key into passwords gets the one it is said to have.

    So does one whose key was made anew.
    """
    for user in User.objects.filter(email__in=[email for _role, email in CAST]):
        if not user.check_password(PASSWORD):
            user.set_password(PASSWORD)
            User.objects.filter(pk=user.pk).update(password=user.password)
