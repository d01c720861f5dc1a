"""The site itself: what listens to failures is there in every process, the worker's too."""

from django.apps import AppConfig


class WeshelterConfig(AppConfig):
    name = "weshelter"

    def ready(self) -> None:
        from accounts.admin import LIES_WITH
        from weshelter import error_target, failures  # noqa: F401
        from weshelter.handing_on import lies_with

        error_target.connect()
        LIES_WITH.append(lies_with)
