"""Working days of Thai offices: what falls due on a weekend or public holiday is in time on the next working day.

In: a day. Out: a day. Public holidays, those that move with the moon and those in lieu included, come from `holidays`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

_SATURDAY = 5
_ONE = datetime.timedelta(days=1)


@lru_cache(maxsize=256)
def next_working_day(day: datetime.date) -> datetime.date:
    """Return the day itself where offices work on it, else the first day after it on which they do."""
    found = day
    while found.weekday() >= _SATURDAY or found in _holidays(found.year):
        found += _ONE
    return found


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[datetime.date]:
    # Here, because it takes longer to import than a check takes, and few plans need it.
    from holidays.countries.thailand import Thailand

    return frozenset(Thailand(years=year))  # type: ignore[no-untyped-call]  # the package marks only some of its functions
