"""No CPR number is stored, in any text field of any model or form."""

import pytest
from django.core.exceptions import ValidationError

from access.text import refuse_cpr


@pytest.mark.parametrize("text", ["010190-1234", "kendt som 0101901234.", "310712 9999", "født 241275-1111,"])
def test_a_cpr_number_is_refused(text):
    with pytest.raises(ValidationError):
        refuse_cpr(text)


@pytest.mark.parametrize("text", ["20 12 34 56", "+45 20123456", "kl. 19.30 den 24-12-2026", "5790001234567", "1234"])
def test_phones_dates_and_other_numbers_are_not(text):
    refuse_cpr(text)
