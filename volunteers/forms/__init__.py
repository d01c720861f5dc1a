"""What is typed about volunteers, by subject."""
