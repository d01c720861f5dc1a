"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import moves
from institutions.models import Project

VALUES = {"PROJECT_MOVES": moves(Project.MOVES)}
ANSWERS = {"has_a_mail": "who_has_a_mail"}
