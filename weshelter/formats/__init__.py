"""How days and hours are written, in each language; templates ask for them by name."""
