"""`field|in_sight` and `field|folded`: of many things to tick one sees the first, and those that are ticked."""

from django import template
from django.forms import BoundField
from django.forms.boundfield import BoundWidget

register = template.Library()
IN_SIGHT, MANY = 6, 10


@register.filter
def in_sight(field: BoundField) -> list[BoundWidget]:
    """All of a list that is not long; of a long one the first, and whatever is ticked."""
    boxes = list(field)
    return [box for number, box in enumerate(boxes) if len(boxes) <= MANY or number < IN_SIGHT or box.data["selected"]]


@register.filter
def folded(field: BoundField) -> list[BoundWidget]:
    """The others, which one tap opens."""
    seen = {box.data["index"] for box in in_sight(field)}
    return [box for box in field if box.data["index"] not in seen]
