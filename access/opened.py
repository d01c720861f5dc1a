"""What a page showed when it was opened, so that nobody overwrites, approves or signs what has changed since.

The page carries it in a hidden `opened` (`parts/_form.html with opened=form.opened`); it is no field, since nobody
types it.
"""

from hashlib import sha256


def fingerprint(value) -> str:
    """The same for the same text or ticks, whatever their line breaks and their order."""
    said = sorted(value) if isinstance(value, list | tuple | set) else value
    return sha256(" ".join(str(said).split()).encode()).hexdigest()[:16]


class Opened:
    """What the parts of a form were when it was opened, and what they are now.

    `now` is what stands in the database as the request begins; a form that is opened shows exactly that.
    """

    def __init__(self, now: dict, posted: str = "") -> None:
        self.now = {name: fingerprint(value) for name, value in now.items()}
        pairs = (pair.partition(":") for pair in posted.split())
        self.shown = self.now | {name: mark for name, _colon, mark in pairs if name in self.now}

    def __str__(self) -> str:
        return " ".join(f"{name}:{mark}" for name, mark in self.shown.items())

    def is_changed_here(self, name: str, value) -> bool:
        """Does the form say something else than it showed?"""
        return fingerprint(value) != self.shown[name]

    def is_changed_elsewhere(self, name: str) -> bool:
        """Has somebody else changed it since it was shown?"""
        return self.now[name] != self.shown[name]

    def tell(self, name: str) -> None:
        """The person is told what it is now: what is sent next is said knowing it."""
        self.shown[name] = self.now[name]


class OnlyChanges:
    """For a form of a model: what was not changed on it stays as others have left it meanwhile."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        now = {name: getattr(self.instance, name) for name in self.Meta.fields}  # type: ignore[attr-defined]
        self.opened = Opened(now, self.data.get("opened", ""))  # type: ignore[attr-defined]

    def clean(self) -> dict:
        cleaned = super().clean() or {}  # type: ignore[misc]
        for name in self.opened.now:
            if name in cleaned and not self.opened.is_changed_here(name, cleaned[name]):
                cleaned[name] = getattr(self.instance, name)  # type: ignore[attr-defined]
        return cleaned
