"""A mail server on this machine that answers as a test tells it, and keeps what it took."""

import socket
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller

TAKES = "250 OK"
BREAKS_OFF = "breaks off"


class MailServer:
    """Its answers to greeting, sender, address and text, one after the other; at last it takes what comes."""

    def __init__(self) -> None:
        self.greeting: deque[str] = deque()
        self.sender: deque[str] = deque()
        self.address: deque[str] = deque()
        self.text: deque[str] = deque()
        self.taken: list[str] = []

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        if self.greeting:
            return [self.greeting.popleft()]
        session.host_name = hostname
        return responses

    async def handle_HELO(self, server, session, envelope, hostname):
        if self.greeting:
            return self.greeting.popleft()
        session.host_name = hostname
        return f"250 {server.hostname}"

    async def handle_MAIL(self, server, session, envelope, address, options):
        answer = self.answer(self.sender, server)
        if answer == TAKES:
            envelope.mail_from = address
        return answer

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answer(self.address, server)
        if answer == TAKES:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        answer = self.answer(self.text, server)
        if answer in {TAKES, BREAKS_OFF}:
            self.taken += envelope.rcpt_tos
        return answer

    def answer(self, answers: deque[str], server) -> str:
        answer = answers.popleft() if answers else TAKES
        if answer == BREAKS_OFF:
            server.transport.abort()
        return answer


@contextmanager
def serving(settings) -> Iterator[MailServer]:
    """The site sends by this mail server as long as the block runs."""
    answers, port = MailServer(), free_port()
    settings.EMAIL_BACKEND = "letters.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    controller = Controller(answers, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield answers
    finally:
        controller.stop(no_assert=True)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
