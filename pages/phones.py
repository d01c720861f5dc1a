"""How a phone number is shown, as one dials it from Denmark; and what is said where none was written."""

from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import PhoneNumber

A_NUMBER = _("Write a phone number, such as 32 12 34 56, or from abroad with its country, such as +46 70 123 45 67.")
DENMARK = 45


def as_dialled(phone: PhoneNumber | str) -> str:
    """A Danish number without its country, as in 12 34 56 78; one from abroad with it."""
    if isinstance(phone, PhoneNumber) and phone.country_code == DENMARK:
        return phone.as_national
    return str(phone)
