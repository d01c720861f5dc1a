"""What takes two people on the site, done on the server, where there is no second one: `manage.py change_login`."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from accounts.models import AccessChange, User, change_on_the_server
from history.moves import NotPossible

Kind = AccessChange.Kind


class Command(BaseCommand):
    """At once, and by whoever runs the server alone. The person and the whole secretariat are told by letter."""

    help = "Changes somebody's address, resets a login, or makes somebody one of the secretariat."

    def add_arguments(self, parser) -> None:
        what = parser.add_subparsers(dest="what", required=True, metavar="address|way_back|secretariat")
        address = what.add_parser(Kind.ADDRESS, help="another e-mail address")
        address.add_argument("email", help="the address as it is")
        address.add_argument("new", help="the address as it is to be")
        way_back = what.add_parser(Kind.WAY_BACK, help="empty the login; a letter with a link begins it anew")
        way_back.add_argument("email")
        secretariat = what.add_parser(Kind.SECRETARIAT, help="one who logs in already becomes one of the secretariat")
        secretariat.add_argument("email")

    def handle(self, *, what: str, email: str, new: str = "", **options) -> None:
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise CommandError(f"Nobody logs in with {email}.")
        try:
            if new:
                validate_email(new)
            with transaction.atomic():
                change_on_the_server(what, user, address=new)
        except NotPossible as error:
            raise CommandError(str(error)) from None
        except ValidationError:
            raise CommandError(f"{new} is no e-mail address.") from None
        self.stdout.write(f"Done: {Kind(what).label} ({email}).")
