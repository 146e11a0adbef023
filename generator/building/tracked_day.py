"""Today's date for cached work: it can only be compared, and records the days with the same comparison results.

Pages depend on the day only through such comparisons (in force, expired, overdue). No page may show the day itself,
so reading it raises TypeError.
"""

from __future__ import annotations

import datetime
from typing import Any, NoReturn

_ONE = datetime.timedelta(days=1)


class TrackedDay(datetime.date):
    """A date that records its comparisons."""

    since: datetime.date
    """First day with the same results of all comparisons so far."""
    until: datetime.date
    """Last day with the same results."""

    def __reduce__(self) -> Any:
        """Refuse pickling: comparisons in another process would not be recorded here."""
        raise TypeError("a tracked day stays in its process")

    @classmethod
    def of(cls, day: datetime.date) -> TrackedDay:
        """Return the day without comparisons."""
        tracked = cls(day.year, day.month, day.day)
        tracked.since, tracked.until = datetime.date.min, datetime.date.max
        return tracked

    def _note(self, other: object) -> None:
        if not isinstance(other, datetime.date) or other is self:
            return
        if super().__lt__(other):
            self.until = min(self.until, other - _ONE)
        elif super().__gt__(other):
            self.since = max(self.since, other + _ONE)
        else:
            self.since = self.until = datetime.date(*_parts(self))

    def __lt__(self, other: datetime.date) -> bool:
        """Compare and record."""
        self._note(other)
        return super().__lt__(other)

    def __le__(self, other: datetime.date) -> bool:
        """Compare and record."""
        self._note(other)
        return super().__le__(other)

    def __gt__(self, other: datetime.date) -> bool:
        """Compare and record."""
        self._note(other)
        return super().__gt__(other)

    def __ge__(self, other: datetime.date) -> bool:
        """Compare and record."""
        self._note(other)
        return super().__ge__(other)

    def __eq__(self, other: object) -> bool:
        """Compare and record."""
        self._note(other)
        return super().__eq__(other)

    def __hash__(self) -> int:
        """Return the date's hash, so that records with the day stay hashable."""
        return super().__hash__()

    def _refuse(self, *_: Any) -> NoReturn:
        raise TypeError("a page may only compare the day of the build, never show it")

    isoformat = strftime = timetuple = toordinal = weekday = isoweekday = isocalendar = ctime = _refuse
    __str__ = __format__ = __add__ = __radd__ = __sub__ = __rsub__ = _refuse
    year = month = day = property(_refuse)


def _parts(day: datetime.date) -> tuple[int, int, int]:
    plain = datetime.date
    return plain.year.__get__(day), plain.month.__get__(day), plain.day.__get__(day)
