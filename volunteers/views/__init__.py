"""Pages of volunteers: the application, who wants to join, the agreement, the courses."""
