"""Log lines carry ids only: no token of a link, no text of an error (it may quote a row), no value of a variable."""

import logging
import re
from contextvars import ContextVar

# Which request a line belongs to; "-" outside any.
request_id: ContextVar[str] = ContextVar("request_id", default="-")
# Part of an address that is long enough to be a secret and is not the id of a row.
ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])"
TOKEN = re.compile(rf"/(?!{ID})[A-Za-z0-9_-]{{32,}}")


class WithoutTokens(logging.Filter):
    """Writes …/<token>/… for the secret part of an address, and drops the request that the record carries."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        record.msg, record.args = TOKEN.sub("/<token>", record.getMessage()), ()
        record.exc_info, record.exc_text = (
            None,
            TOKEN.sub("/<token>", record.exc_text or "") or _kind_of(record),
        )
        record.__dict__.pop("request", None)
        return True


def _kind_of(record: logging.LogRecord) -> str | None:
    """The class and the place of an exception without its text, which may quote a row."""
    if not record.exc_info or record.exc_info[1] is None:
        return None
    error = record.exc_info[1]
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"  {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}")
        trace = trace.tb_next
    return "\n".join([*frames, type(error).__name__])
