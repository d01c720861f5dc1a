"""What Python and SQL must both know; the SQL of this app says it by these names."""

VALUES: dict[str, str] = {}
