"""What may be asked of a list of the admin: what its own filters offer, and nothing else.

Django's admin takes any column of the model in an address (`?password__startswith=a`), and so tells by the answer,
letter by letter, what no page shows.
"""

import re
from urllib.parse import parse_qs

from django.contrib.admin import ListFilter
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import Http404, HttpRequest

YEAR = re.compile(r"[12][0-9]{3}")  # what a calendar and the database both know


class DeclaredList(ChangeList):
    """A name that no filter has declared is refused (400); a choice that no filter offers is not there (404)."""

    def __init__(self, request: HttpRequest, *args, **kwargs) -> None:
        try:
            super().__init__(request, *args, **kwargs)
        except IncorrectLookupParameters as error:
            raise Http404("no such choice or page") from error
        if not all(map(self.is_offered, self.filter_specs)):
            raise Http404("no such choice")

    def is_offered(self, chosen: ListFilter) -> bool:
        """Does one of the filter's own links ask for just what was asked of it?"""
        names = chosen.expected_parameters()
        asked = {name: self.filter_params[name] for name in names if name in self.filter_params}
        links = (parse_qs(str(one["query_string"])[1:], keep_blank_values=True) for one in chosen.choices(self))
        return not asked or any(asked == {name: link[name] for name in names if name in link} for link in links)

    def get_filters(self, request: HttpRequest) -> tuple:
        """The filters take what is theirs; of the rest only the days of the date hierarchy are known."""
        year = self.params.get(f"{self.date_hierarchy}__year")
        if year is not None and not YEAR.fullmatch(year):
            raise IncorrectLookupParameters("no such year")
        filters = super().get_filters(request)
        days = {f"{self.date_hierarchy}__gte", f"{self.date_hierarchy}__lt"} if year else set()
        if undeclared := filters[2].keys() - days:
            raise DisallowedModelAdminLookup(f"no filter of {self.opts.label} is called {sorted(undeclared)}")
        return filters
