"""The floor beneath a page: what Django itself takes for a session, a user and the rows of one more query.

Two floors: of a list, 50 rows; of a page about one thing, one row.
"""

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from foodclubs.models import Evening

MIDDLEWARE = [
    "accounts.sessions.SecretCookieMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "benchmarks.floor.here",
]
PAGE = Engine().from_string(
    """<!DOCTYPE html>
<html lang="da">
  <head><meta charset="utf-8"><title>The floor</title></head>
  <body>
    <p>{{ user.name }}</p>
    <ul>
      {% for row in rows %}
        <li><a href="/{{ row.pk }}/"><strong>{{ row.food_club.name }}</strong></a> <span>{{ row.menu }}</span> <span>{{ row.state }}</span></li>
      {% endfor %}
    </ul>
  </body>
</html>"""
)


def page(request: HttpRequest, number: int) -> HttpResponse:
    """The session, the user, and some rows with one that each points at."""
    public = Evening.objects.filter(state="cancelled").select_related("food_club").order_by("pk")
    rows = public.only("menu", "state", "food_club__name")[:number]
    return HttpResponse(PAGE.render(Context({"user": request.user, "rows": rows})))


def here(get_response):
    """A middleware: the addresses of this module instead of the site's."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return get_response(request)

    return answer


urlpatterns = [path("<int:number>/", page)]
