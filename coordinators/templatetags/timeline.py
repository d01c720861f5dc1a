"""`{% timeline of=match %}`: what happened, on the pages of a citizen, a pair and a volunteer."""

from typing import Any

from django import template

from coordinators.timeline import timeline_of

register = template.Library()


@register.inclusion_tag("coordinators/_timeline.html", takes_context=True)
def timeline(context: template.Context, of) -> dict[str, Any]:
    """The newest lines; all of them when the address asks."""
    everything = context["request"].GET.get("vis") == "alt"
    return {"timeline": timeline_of(of, everything=everything)}
