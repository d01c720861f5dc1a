"""The daily count."""

from datetime import date, timedelta

from institutions.models import Institution
from reports.indicators import INDICATORS, Indicator
from reports.models import Figure


def count_figures(today: date) -> int:
    """Count last month and this month for every house, and give how many figures there are. Twice is once.

    Last month is counted again, for what is written down late; only what asks the state of today is left as it was.
    """
    this_month = today.replace(day=1)
    last_month = (this_month - timedelta(days=1)).replace(day=1)
    houses = list(Institution.objects.values_list("pk", flat=True))
    figures = [
        figure
        for month in (last_month, this_month)
        for indicator in INDICATORS
        if month == this_month or not (indicator.asks_todays_state and _was_counted(indicator, month))
        for figure in _counted(indicator, month, houses, today)
    ]
    Figure.objects.bulk_create(
        figures,
        update_conflicts=True,
        unique_fields=["month", "institution", "indicator", "version"],
        update_fields=["value", "counted_on"],
    )
    return len(figures)


def _was_counted(indicator: Indicator, month: date) -> bool:
    return Figure.objects.filter(month=month, indicator=indicator.code, version=indicator.version).exists()


def _counted(indicator: Indicator, month: date, houses: list[int], today: date) -> list[Figure]:
    numbers = indicator.count(month)
    return [
        Figure(
            month=month,
            institution_id=house,
            indicator=indicator.code,
            version=indicator.version,
            value=numbers.get(house, 0),
            counted_on=today,
        )
        for house in houses
    ]
