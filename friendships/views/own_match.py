"""The pair of one's own project that a page is about."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from access.roles import Permission, require
from matching.models import Match


def require_followed(request: HttpRequest, match_id: UUID) -> Match:
    """404 for whoever may not know it, 403 for whoever may know it and not follow it."""
    match: Match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.FOLLOW_MATCH, match.project)
    return match
