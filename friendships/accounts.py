"""The accounts of what friends do together: of each project the year's budget, what is used by month, and no name."""

from dataclasses import dataclass, field
from datetime import date

from friendships.models import Activity, Budget
from friendships.models.outing import accounts_of
from institutions.models import Project


@dataclass(frozen=True)
class Entry:
    """What was used of one kind in one month, by how many outings."""

    month: date
    kind: str
    number: int
    kroner: int
    tickets: int


@dataclass
class Account:
    """One project and year: the budget in kroner if there is one, and the entries, the last month first."""

    project: Project
    budget: int | None
    entries: list[Entry] = field(default_factory=list)

    @property
    def used(self) -> int:
        return sum(entry.kroner for entry in self.entries)

    @property
    def left(self) -> int | None:
        return None if self.budget is None else self.budget - self.used


def accounts(user, year: int) -> list[Account]:
    """Of the projects whose accounts one reads, those with a budget or with something used."""
    found = {one.project_id: Account(one.project, one.kroner) for one in Budget.objects.visible_to(user).of_year(year)}
    lines = accounts_of(year)
    missing = {line[0] for line in lines} - set(found)
    found |= {one.pk: Account(one, None) for one in (Project.objects.filter(pk__in=missing) if missing else ())}
    for project, month, kind, *numbers in lines:
        found[project].entries.append(Entry(month, str(Activity.Kind(kind).label), *map(int, numbers)))
    return list(found.values())
