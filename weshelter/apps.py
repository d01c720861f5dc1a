"""The site itself: what listens to failures is there in every process, the worker's too."""

from django.apps import AppConfig


class WeshelterConfig(AppConfig):
    name = "weshelter"

    def ready(self) -> None:
        from weshelter import error_target, failures  # noqa: F401

        error_target.connect()
