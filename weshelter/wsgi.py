"""The web server's way in; its database login is `app` and nothing else."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weshelter.settings")
application = get_wsgi_application()

from access.boot import refuse_wrong_login  # noqa: E402 - Django is set up by now

refuse_wrong_login()
