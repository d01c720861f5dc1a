"""What the secretariat sets up: houses, projects, who holds them, alignments, the vocabulary."""

from institutions.admin import houses, projects, roles  # noqa: F401  registered as they are imported
from institutions.admin.shared import FilledFilter, NamedFilter, NoDelete

__all__ = ["FilledFilter", "NamedFilter", "NoDelete"]
