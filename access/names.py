"""What somebody or something is called. It is kept in one way of writing, so that doubles are found."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from access.text import ShortText, ShortTextField, seen


def as_a_name(value: str) -> str:
    """The name as it is kept: composed letters (NFC), nothing unseen, single spaces; so what looks alike is alike."""
    return " ".join(unicodedata.normalize("NFC", seen(value)).split())


def refuse_no_name(value: str) -> None:
    """Refuse what nobody can say aloud: a name has a letter or a digit."""
    if not any(one.isalnum() for one in value):
        raise ValidationError(_("Write a name with at least one letter or number."), code="no_name")


class NameField(ShortTextField):
    """What somebody or something is called, in a form."""

    default_validators = [*ShortTextField.default_validators, refuse_no_name]

    def to_python(self, value):
        return as_a_name(super().to_python(value) or "")


class Name(ShortText):
    """What somebody or something is called. Kept and looked for in one way of writing, by whatever way it comes."""

    default_validators = [*ShortText.default_validators, refuse_no_name]

    def to_python(self, value):
        value = super().to_python(value)
        return value and as_a_name(value)

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return as_a_name(value) if isinstance(value, str) else value

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": NameField, **kwargs})
