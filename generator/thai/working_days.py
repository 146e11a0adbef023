"""Working days of Thai offices: a deadline on a weekend or public holiday moves to the next working day.

In: a day and a deadline. Out: whether the day is late. Public holidays, including lunar ones and substitutes, come from
`holidays`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

_SATURDAY = 5
_ONE = datetime.timedelta(days=1)


def is_late(day: datetime.date, deadline: datetime.date) -> bool:
    """Return whether a day is after a deadline, which moves to the next working day."""
    while deadline < day:
        if deadline.weekday() < _SATURDAY and deadline not in _holidays(deadline.year):
            return True
        deadline += _ONE
    return False


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[datetime.date]:
    # Late: importing takes a fifth of a check, and few plans need it.
    from holidays.countries.thailand import Thailand

    return frozenset(Thailand(years=year))  # type: ignore[no-untyped-call]  # the package annotates only some of its functions
