"""Log lines carry ids only: the token of a link never stands in one."""

import logging
import re

# A token is 24 random bytes, so 32 characters of base64 between two slashes.
TOKEN = re.compile(r"/[A-Za-z0-9_-]{32}(?=/|\s|$)")


class WithoutTokens(logging.Filter):
    """Writes …/<token>/… for the secret part of a link's address, and drops the request that the record carries."""

    def filter(self, record: logging.LogRecord) -> bool:
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
