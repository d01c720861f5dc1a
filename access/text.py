"""Text that people write. No CPR number is ever stored, so every text field of every model and form refuses one."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

# It begins with a day and a month that exist: whatever else has ten digits is a phone or another number.
_DAY_AND_MONTH = r"(?:(?:0[1-9]|[12]\d)(?:0[1-9]|1[0-2])|30(?:0[13-9]|1[0-2])|31(?:0[13578]|1[02]))"
# The year with its century or without, and between the two whatever a phone makes of a dash, with spaces around it.
_BETWEEN = r"[ \u00a0\u202f]{0,2}[-\u2010-\u2015\u2212]?[ \u00a0\u202f]{0,2}"
CPR_NUMBER = re.compile(rf"(?<!\d){_DAY_AND_MONTH}(?:19|20)?\d\d{_BETWEEN}\d{{4}}(?!\d)")
UNSEEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # no format characters to Unicode, and as invisible


def seen(value: str) -> str:
    """The text without what nobody sees, such as the place where a long word may break."""
    return "".join(one for one in value if unicodedata.category(one) != "Cf" and one not in UNSEEN_LETTERS)


def refuse_cpr(value: str) -> None:
    """Refuse a text with something that looks like a CPR number (ddmmyy-xxxx)."""
    if CPR_NUMBER.search(seen(str(value))):
        raise ValidationError(
            _(
                "This looks like a CPR number, and we never keep one: leave it out."
                " Is it a phone number? Then write it with its country, such as +46 70 123 45 67."
            ),
            code="cpr",
        )


MORE_LINES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def refuse_more_lines(value: str) -> None:
    """Refuse a text that would break a line: of a name, it would end the subject of a mail."""
    if MORE_LINES.search(str(value)):
        raise ValidationError(_("Write this on one line, please."), code="more_lines")


class _AsDjangos(models.Field):
    """A migration names Django's own field: it is no living code, and what a text refuses the database does not ask."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{self.get_internal_type()}", args, kwargs


class ShortText(_AsDjangos, models.CharField):
    """One line of text, without CPR numbers."""

    default_validators = [refuse_cpr, refuse_more_lines]


class LongText(_AsDjangos, models.TextField):
    """Some lines of text, at most `max_length` characters, without CPR numbers."""

    default_validators = [refuse_cpr]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **{"max_length": 2000, **kwargs})


class ShortTextField(forms.CharField):
    """A form's line of text, without CPR numbers."""

    default_validators = [refuse_cpr, refuse_more_lines]


class LongTextField(forms.CharField):
    """A form's lines of text, without CPR numbers."""

    default_validators = [refuse_cpr]
    widget = forms.Textarea
