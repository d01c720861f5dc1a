"""What stands in each row of a list: made once, and then only filled in.

An include, an `{% url %}` or a `{% blocktranslate %}` in each of fifty rows takes several times as long as the rows.
So a list asks for addresses and words before its loop, and a state or a moment is one filter:

    {% url_before 'coordinators:citizen' as to_citizen %}
    {% url_with_gap 'citizens:still_wished' as to_talk %}
    {% blocktranslate with day="{}" asvar registered trimmed %}registered {{ day }}{% endblocktranslate %}
    {% for citizen in list.rows %}
      <a href="{{ to_citizen }}{{ citizen.pk }}/">{{ citizen.called_name }}</a>
      {% fill registered citizen.registered_at|date:"DATE_FORMAT" %}
      <a href="{% fill to_talk citizen.pk %}">{{ spoken }}</a>
      {{ state|status:"good" }}
    {% endfor %}
"""

from datetime import datetime
from functools import cache
from uuid import UUID

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

register = template.Library()
ANY = UUID(int=0)
# Stands in a part for what is filled in; no template holds it.
GAP = "\ue000"


@register.simple_tag
def url_before(name: str) -> str:
    """What stands before the id, and a slash, in the addresses of a page."""
    before, _id, after = reverse(name, args=[ANY]).partition(str(ANY))
    if after != "/":
        raise ValueError(f"{name}: something stands after the id")
    return before


@register.simple_tag
def url_with_gap(name: str) -> str:
    """The address of a page about one row, with a gap for the id, which `fill` fills."""
    return reverse(name, args=[ANY]).replace(str(ANY), "{}")


@register.simple_tag
def fill(sentence: str, *words) -> SafeString:
    """A sentence that was translated once, with the words of one row in its `{}` or `{0}`."""
    return format_html(sentence, *map(formats.localize, words))


@register.filter
def status(text, kind: str = "") -> SafeString:
    """A state with its mark, as `parts/_status.html` draws it."""
    return _filled("parts/_status.html", ("text",), [text], kind=kind)


@register.filter
def when(moment: datetime) -> SafeString:
    """A day and an hour, with the year if it is a former one, as `parts/_moment.html` writes them."""
    here = timezone.localtime(moment)
    day = capfirst(formats.date_format(here, _("l j F")))
    if here.year < timezone.localtime().year:
        day += f" {here.year}"
    iso, hour = formats.date_format(here, r"Y-m-d\TH:iO"), formats.date_format(here, _("H:i"))
    return _filled("parts/_moment.html", ("iso", "day", "hour"), [iso, day, hour])


def _filled(name: str, gaps: tuple[str, ...], words: list, **fixed: str) -> SafeString:
    """A small part with these words in its gaps."""
    first, *others = _pieces(name, gaps, **fixed)
    return SafeString(
        first + "".join(conditional_escape(word) + after for word, after in zip(words, others, strict=True))
    )


@cache
def _pieces(name: str, gaps: tuple[str, ...], **fixed: str) -> list[str]:
    """What stands around the gaps of a part that holds no words of its own; rendered once in the process."""
    return render_to_string(name, dict.fromkeys(gaps, GAP) | fixed).split(GAP)
