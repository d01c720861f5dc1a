"""One place outside the site may be told of failures, where `ERROR_URL` names it; without that nobody is.

It speaks Sentry's protocol, as GlitchTip and Bugsink do too, which can run on a server of one's own. What is told is
put together here, from names and numbers alone; the library carries it, and adds nothing (`only_what_is_known`).
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sentry_sdk
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.utils import BadDsn

KNOWN = ("event_id", "timestamp", "platform", "level", "transaction", "tags", "exception")


def connect() -> None:
    """Once in each process. Nothing looks at requests, queries, logs, variables or the code's own lines."""
    if not settings.ERROR_URL:
        return
    try:
        sentry_sdk.init(
            dsn=settings.ERROR_URL,
            before_send=only_what_is_known,
            default_integrations=False,
            auto_enabling_integrations=False,
            integrations=[AtexitIntegration(callback=lambda _pending, _timeout: None)],  # a job ends after it has told
            include_local_variables=False,
            include_source_context=False,
            max_request_body_size="never",
            max_breadcrumbs=0,
            auto_session_tracking=False,
            send_client_reports=False,
        )
    except BadDsn as error:
        raise ImproperlyConfigured(
            "ERROR_URL is no address of an error target (DSN). See docs/operations.md."
        ) from error


def only_what_is_known(event: Any, _hint: Any) -> Any:
    """Without what the library knows of the machine: its name, its programs, how the process was started."""
    return {name: event[name] for name in KNOWN if name in event}


def tell(kind: str, place: str, error: BaseException, request: UUID | None) -> None:
    """Which page, task or job, the classes of the errors and their places in the code; never a text or a value."""
    if settings.ERROR_URL:
        sentry_sdk.capture_event(
            {
                "level": "error",
                "platform": "python",
                "transaction": place,
                "tags": {"kind": str(kind), "request": str(request or "")},
                "exception": {"values": [*_in_order(error)]},
            }
        )


def _in_order(error: BaseException) -> Iterator[dict]:
    """The first cause first."""
    if cause := error.__cause__ or (None if error.__suppress_context__ else error.__context__):
        yield from _in_order(cause)
    kind = type(error)
    yield {"type": kind.__qualname__, "module": kind.__module__, "stacktrace": {"frames": [*_places(error)]}}


def _places(error: BaseException) -> Iterator[dict]:
    """By the names of modules: a path would tell of the server."""
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        name = trace.tb_frame.f_code.co_name
        yield {"module": module, "filename": module, "function": name, "lineno": trace.tb_lineno}
        trace = trace.tb_next
