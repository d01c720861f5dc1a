"""`{% exempted volunteer=match.volunteer %}`: from what a volunteer is exempted, with who says so and why.

Lists show the short mark of it alone: `volunteers.readiness.with_exemptions`.
"""

from typing import Any

from django import template

from volunteers.models import Exemption

register = template.Library()


@register.inclusion_tag("volunteers/_exempted.html", takes_context=True)
def exempted(context: template.Context, volunteer) -> dict[str, Any]:
    """The live ones, for those who screen her; nothing for others."""
    exemptions = Exemption.objects.visible_to(context["request"].user).of(volunteer).live()
    return {"exemptions": exemptions}
