"""Django's mail over SMTP, which also remembers how far the last mail came: that decides whether it may go again."""

import smtplib

from django.core.mail.backends import smtp


class Remembering(smtplib.SMTP):
    """The server has the mail, or may have it, from the moment its text is handed over."""

    may_have_left = False

    def mail(self, *args, **kwargs):
        self.may_have_left = False
        return super().mail(*args, **kwargs)

    def data(self, msg):
        self.may_have_left = True
        return super().data(msg)


class PlainOrStartTLS(Remembering):
    """A connection that begins plain."""


class TLSFromTheStart(Remembering, smtplib.SMTP_SSL):
    """A connection that is encrypted from its first byte."""


class EmailBackend(smtp.EmailBackend):
    """What `letters.sending` sends with where the environment names a mail server."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return TLSFromTheStart if self.use_ssl else PlainOrStartTLS

    @property
    def may_have_left(self) -> bool:
        """Was the text of the last mail handed over, at least in part?"""
        return getattr(self.connection, "may_have_left", False)
