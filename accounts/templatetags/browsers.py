"""`{{ session.user_agent|browser }}`: on what somebody is logged in, as one would say it."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# What a browser calls itself -> what people call it. Each names those after it too, so the first found is the one.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "FxiOS/": "Firefox",
    "Firefox/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@register.filter
def browser(user_agent: str) -> str:
    """\"Chrome on Linux\"; what is not known for certain stands as the browser says it."""
    name = next((said for mark, said in BROWSERS.items() if mark in user_agent), "")
    system = next((said for mark, said in SYSTEMS.items() if mark in user_agent), "")
    if not (name and system):
        return user_agent or "–"
    return _("%(browser)s on %(system)s") % {"browser": name, "system": system}
