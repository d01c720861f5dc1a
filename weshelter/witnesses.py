"""Where the lines of the access log go, out of the database's reach: the system's log, another machine's, a file.

An opening fails for none of them: what could not be written is told, and the opening goes on.
"""

import ipaddress
import logging
import os
import socket
import sys
from logging.handlers import SysLogHandler, WatchedFileHandler
from urllib.parse import unquote, urlsplit

SYSLOG = "/dev/log"  # of journald and of every syslog
STANDARD_ERROR = "stderr"
SECONDS = 2


def system_log() -> str:
    """The machine's own log; in a container, which has none, what keeps the standard error of its processes."""
    return SYSLOG if os.path.exists(SYSLOG) else STANDARD_ERROR


def fault_of(address: str) -> str:
    """What is wrong with the address of a second target, as a sentence; empty for a good one."""
    try:
        asked = urlsplit(address)
        if asked.scheme == "file" and not asked.netloc and asked.path.startswith("/"):
            return ""
        if asked.scheme == "udp" and asked.port and ipaddress.ip_address(asked.hostname or "") and not asked.path:
            return ""
    except ValueError:
        pass
    return "it must be udp://, a number for the machine and a port, or file:/// and a path."


def handler_for(address: str) -> logging.Handler:
    """What writes the lines to `stderr`, `/dev/log`, `udp://10.0.0.7:514` or `file:///var/log/weshelter/access-log`."""
    if address == STANDARD_ERROR:
        return ToStandardError()
    asked = urlsplit(address)
    if asked.scheme == "file":
        return ToFile(unquote(asked.path), encoding="utf-8", delay=True)
    if asked.scheme == "udp":
        family = socket.AF_INET6 if ":" in str(asked.hostname) else socket.AF_INET
        return ToSyslog(family, (asked.hostname, asked.port))
    return ToSyslog(socket.AF_UNIX, address)


class Witness(logging.Handler):
    """What could not be written is told in the site's own log, and counted for the secretariat."""

    def handleError(self, record: logging.LogRecord) -> None:
        from history.failures import Failure  # the settings name this module before there are models
        from weshelter.failures import note_failure

        error = sys.exc_info()[1] or OSError()
        note_failure(Failure.Kind.LINE, str(self.name), error)
        logging.getLogger("weshelter").error("%s took no line of the access log: %s", self.name, type(error).__name__)


class ToStandardError(Witness, logging.StreamHandler):
    """Kept by whatever runs the process."""


class ToFile(Witness, WatchedFileHandler):
    """Only added to; may be turned over by the machine's own means."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            super().emit(record)
        except OSError:  # its folder is gone, which the library finds before it looks for errors
            self.handleError(record)


class ToSyslog(Witness):
    """One datagram a line, of an address that needs no look-up. The library's own handler waits for ever."""

    PRIORITY = SysLogHandler.LOG_AUTH << 3 | SysLogHandler.LOG_INFO

    def __init__(self, family: socket.AddressFamily, address) -> None:
        super().__init__()
        self.family, self.address = family, address

    def emit(self, record: logging.LogRecord) -> None:
        try:
            with socket.socket(self.family, socket.SOCK_DGRAM) as to:
                to.settimeout(SECONDS)
                to.sendto(f"<{self.PRIORITY}>weshelter: {self.format(record)}".encode(), self.address)
        except OSError:
            self.handleError(record)
