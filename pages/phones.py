"""How a phone number is shown: as one dials it from Denmark."""

from phonenumber_field.phonenumber import PhoneNumber

DENMARK = 45


def as_dialled(phone: PhoneNumber | str) -> str:
    """A Danish number without its country, as in 12 34 56 78; one from abroad with it."""
    if isinstance(phone, PhoneNumber) and phone.country_code == DENMARK:
        return phone.as_national
    return str(phone)
