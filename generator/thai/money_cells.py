"""What a printed cell of money says: an amount, no money, where it comes from, a dash, nothing, or words.

In: the text of a cell as printed. Out: a `MoneyReading`; nothing is ever raised, and what is not certain is UNREAD.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.thai.characters import TO_HYPHEN
from generator.thai.numerals import parse_amount
from generator.thai.text import fold_for_comparison, normalise

LONGEST_CELL = 300


class MoneyKind(StrEnum):
    """What a cell of money says."""

    AMOUNT = "amount"
    NO_BUDGET = "no_budget"
    SOURCE = "source"
    DASH = "dash"
    EMPTY = "empty"
    NOT_STATED = "not_stated"
    UNREAD = "unread"


class MoneyPer(StrEnum):
    """What an amount is an amount of; `NOTHING` when it is simply the amount of the project."""

    NOTHING = "nothing"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    TIME = "time"
    PERSON = "person"
    GROUP = "group"
    COURSE = "course"
    OFFICE = "office"
    UNIT = "unit"
    CYCLE = "cycle"


class MoneyReading(NamedTuple):
    """What was understood of one cell."""

    kind: MoneyKind
    amount_baht: Decimal | None = None
    per: MoneyPer = MoneyPer.NOTHING
    in_words_baht: Decimal | None = None
    """The amount spelled out, where there is one."""
    source: str = ""
    """The words that name where the money comes from, also beside an amount."""
    doubt: str = ""
    """Thai reason why the cell is UNREAD; empty for every other kind."""


def read_money(text: str) -> MoneyReading:
    """Say what a cell of money means, as far as that is certain; never raises."""
    plain = normalise(text)
    if not plain:
        return MoneyReading(MoneyKind.EMPTY)
    if len(plain) > LONGEST_CELL:
        return MoneyReading(MoneyKind.UNREAD, doubt="ยาวเกินกว่าจะเป็นช่องจำนวนเงิน")
    if not plain.translate(TO_HYPHEN).strip("- "):
        return MoneyReading(MoneyKind.DASH)
    folded = fold_for_comparison(plain)
    if folded in {"ไม่ระบุ", "เอกสารไม่ระบุ", "ไม่ได้ระบุ"}:
        return MoneyReading(MoneyKind.NOT_STATED)
    if folded in {"ไม่ใช้งบประมาณ", "ไม่ใช้งบ", "ไม่มีค่าใช้จ่าย", "ไม่ได้ใช้งบประมาณ", "ไม่ขอใช้งบประมาณ"}:
        return MoneyReading(MoneyKind.NO_BUDGET)
    if folded.startswith(("งบกลาง", "งบประมาณของ", "ตาม", "เบิกจ่าย", "จ่ายจริง", "จ่ายตาม", "ตั้งจ่าย")):
        return MoneyReading(MoneyKind.SOURCE, source=plain)
    try:
        return MoneyReading(MoneyKind.AMOUNT, parse_amount(text))
    except ValueError as error:
        return MoneyReading(MoneyKind.UNREAD, doubt=str(error).rpartition("เพราะ")[2])
