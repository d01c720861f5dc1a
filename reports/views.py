"""The figures, as a page and as a file. Numbers only, never a name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from access.declaration import access
from access.roles import Role
from accounts.reauthentication import fresh_login, is_fresh, way_to_confirm
from reports.export import csv_file, log_export
from reports.forms import ExportForm, FiguresForm
from reports.indicators import INDICATORS
from reports.models import Figure
from reports.report import columns, rows


@access(Role.SECRETARIAT, Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def figures(request: HttpRequest) -> HttpResponse:
    """How many citizens, volunteers, pairs and meals there were, per house and month."""
    return _page(request, FiguresForm(request.GET, counted=Figure.objects.visible_to(request.user)))


@access(Role.SECRETARIAT, Role.COORDINATOR, Role.LEAD, methods="POST")
@fresh_login
def figures_csv(request: HttpRequest) -> HttpResponse:
    """The same numbers as a file. Who took it, what for and for whom stands in the access log."""
    form = ExportForm(request.POST, counted=Figure.objects.visible_to(request.user))
    if not form.is_valid():
        return _page(request, form, export=form)
    year, house = form.chosen()
    response = csv_file(f"tal-{year}.csv", columns(), rows(request.user, year, house), request.user)
    log_export("reports.Figure", form.logged_purpose)
    return response


def _page(request: HttpRequest, form: FiguresForm, export: ExportForm | None = None) -> HttpResponse:
    counted = Figure.objects.visible_to(request.user)
    year, house = form.chosen()
    asked = {"year": year, "house": house.slug if house else ""}
    return render(
        request,
        "reports/figures.html",
        {
            "choice": FiguresForm(initial=asked, counted=counted),
            "confirm": "" if is_fresh(request) else way_to_confirm(request, request.get_full_path()),
            "export": export or ExportForm(initial=asked, counted=counted),
            "year": year,
            "lines": rows(request.user, year, house),
            "indicators": INDICATORS,
            "counted_on": counted.last_counted_on(),
        },
    )
