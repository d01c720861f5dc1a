"""The first user of a new site, and any further one: `manage.py invite --secretariat somebody@example.org`."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from access.context import acting
from accounts.emails import send_invitation
from accounts.models import User


class Command(BaseCommand):
    help = "Invites somebody to log in; the letter goes out by the worker."

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")
        parser.add_argument("--secretariat", action="store_true", help="may everything the secretariat may")

    def handle(self, *, email: str, name: str, secretariat: bool, **options) -> None:
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"{email} is no e-mail address.") from None
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} has a login already; a new link comes from “Glemt adgangskode?”.")
        user = User.objects.invite(email=email, name=name or email.split("@")[0], is_secretariat=secretariat)
        with acting(user=user):
            send_invitation(user)
        self.stdout.write(f"Invited {user.email}.")
