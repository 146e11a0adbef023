"""Working days of Thai offices: a deadline on a weekend or public holiday moves to the next working day.

In: a day. Out: a day. Public holidays, including lunar ones and substitutes, come from `holidays`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

_SATURDAY = 5
_ONE = datetime.timedelta(days=1)


@lru_cache(maxsize=256)
def next_working_day(day: datetime.date) -> datetime.date:
    """Return the day itself if it is a working day, else the next one."""
    found = day
    while found.weekday() >= _SATURDAY or found in _holidays(found.year):
        found += _ONE
    return found


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[datetime.date]:
    # Late: importing takes longer than a check, and few plans need it.
    from holidays.countries.thailand import Thailand

    return frozenset(Thailand(years=year))  # type: ignore[no-untyped-call]  # the package annotates only some of its functions
