"""What Python and SQL must both know; the SQL of this app says it by these names."""

from history.due import LOGS_KEPT

VALUES = {"LOGS_KEPT": f"interval '{LOGS_KEPT} months'"}
