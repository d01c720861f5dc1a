"""Builds the demo's houses and people, once, through the verbs that everybody uses."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from weshelter.demo.build import build


class Command(BaseCommand):
    help = "Fills the demo with made-up people; does nothing when they are there."

    def handle(self, **options) -> None:
        if not settings.LOCAL:
            raise CommandError("The cast belongs to the demo: it is never made on a real database.")
        if User.objects.exists():
            self.stdout.write("The demo's people are there already.")
            return
        build()
        self.stdout.write("The demo's people are made.")
