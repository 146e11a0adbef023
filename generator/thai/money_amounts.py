"""Finds the amounts in a cell: one in figures, one in words, or why there is no single one.

In: the tokens of a cell of money. Out: `Amounts`, with the token ranges used.
"""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import NamedTuple

from generator.thai.cell_tokens import Token
from generator.thai.money_words import MOST_DIGITS, power_of, times_power, whole_number_in_words
from generator.thai.numerals import parse_amount

_SEVERAL = "มีหลายจำนวน"
_UNREAD_WORDS = "อ่านจำนวนเงินที่เขียนเป็นตัวหนังสือไม่ได้"
_END = "$"
_GROUPED_OR_PLAIN = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+")


class Amounts(NamedTuple):
    """The amounts in figures and number words of a cell."""

    groups: tuple[tuple[int, int], ...] = ()
    """Token range of each amount, in order."""
    figures_baht: Decimal | None = None
    words_baht: Decimal | None = None
    doubt: str = ""
    """Thai reason why they are not one amount; empty if they are."""


def read_amounts(tokens: tuple[Token, ...]) -> Amounts:
    """Return the amount in figures and the one in words; more than one of either is a doubt."""
    kinds = "".join([token.kind for token in tokens])
    groups: list[tuple[int, int]] = []
    figures: list[Decimal] = []
    words: list[Decimal] = []
    doubt = _parted_number(tokens)
    place = 0
    while place < len(tokens):
        if kinds[place] not in "0W" or (kinds[place] == "W" and _is_of_a_name(kinds, place)):
            place += 1
            continue
        in_figures = kinds[place] == "0"
        end, value, reason = _figures(tokens, place) if in_figures else _words(tokens, place)
        groups.append((place, end))
        doubt = doubt or reason
        if value is not None:
            (figures if in_figures else words).append(value)
        place = end
    if not doubt and (len(figures) > 1 or len(words) > 1):
        doubt = "เป็นจำนวนโดยประมาณ" if re.search("A|[0WU.]-+[0W]", kinds) else _SEVERAL
    return Amounts(tuple(groups), figures[0] if figures else None, words[0] if words else None, doubt)


def _figures(tokens: tuple[Token, ...], start: int) -> tuple[int, Decimal | None, str]:
    place = start
    total = Decimal(0)
    below: int | None = None
    while True:
        number = tokens[place].text
        word = tokens[place + 1].text if _kind(tokens, place + 1) == "W" else ""
        power = power_of(word)
        if power is None:
            value, reason = _plain(number)
            if value is None or below is not None:
                return place + 1, None, reason or _SEVERAL
            total, place = value, place + 1
            break
        if not re.fullmatch(r"[0-9,]+(?:\.[0-9]{1,9})?", number) or not _GROUPED_OR_PLAIN.fullmatch(
            number.partition(".")[0]
        ):
            return place + 2, None, "เครื่องหมายจุลภาคไม่ได้คั่นทุกสามหลัก"
        bare = number.replace(",", "")
        part = times_power(Decimal(bare), word) if len(bare) <= MOST_DIGITS + 3 else None
        if part is None:
            return place + 2, None, f"มีตัวเลขเกิน {MOST_DIGITS} หลัก"
        if below is not None and part >= Decimal(10) ** below:
            return place + 2, None, _SEVERAL
        total, below, place = total + part, power, place + 2
        if not (_kind(tokens, place) == "0" and _kind(tokens, place + 1) == "W"):
            break
    return _unit_and_satang(tokens, place, total, number)


def _unit_and_satang(
    tokens: tuple[Token, ...], index: int, total: Decimal, number: str
) -> tuple[int, Decimal | None, str]:
    if _kind(tokens, index) in "-." and (tokens[index].text != "." or "," in number):
        after = _kind(tokens, index + 1)
        if tokens[index].kind == "." or after in (_END, "U", ")", "("):
            index += 1
    if _kind(tokens, index) == "U":
        index += 1
        if _kind(tokens, index) == "0" and _kind(tokens, index + 1) == "G":
            satang = tokens[index].text
            if not re.fullmatch("[0-9]{1,2}", satang) or total != total.to_integral_value():
                return index + 2, None, "อ่านจำนวนสตางค์ไม่ได้"
            return index + 2, _simple(total + Decimal(satang).scaleb(-2)), ""
        if _kind(tokens, index) in "-." and _kind(tokens, index + 1) in (_END, ")", "("):
            index += 1
    return index, total, ""


def _words(tokens: tuple[Token, ...], start: int) -> tuple[int, Decimal | None, str]:
    place = start + 1
    unit = tokens[place].text if _kind(tokens, place) == "U" else ""
    satang = 0
    if unit:
        place += 1
        if _kind(tokens, place) == "W" and _kind(tokens, place + 1) == "G":
            satang = whole_number_in_words(tokens[place].text, exact=True) or 100
            place += 2
    if _kind(tokens, place) == "U":  # บาท ถ้วน
        unit, place = "ถ้วน", place + 1
    bracketed = start > 0 and tokens[start - 1].kind in "(-"
    if not unit and not bracketed and any(token.kind == "0" for token in tokens):
        return place, None, _UNREAD_WORDS
    whole = whole_number_in_words(tokens[start].text, exact="ถ้วน" in unit or bool(satang))
    # แสนบาท could be one of several (หลายแสน); สิบล้าน is the spelling of ten million.
    only_unit = power_of(tokens[start].text) is not None and not tokens[start].text.startswith("สิบ")
    if only_unit or whole is None or satang > 99 or (not unit and whole < 100):
        return place, None, _UNREAD_WORDS
    return place, _simple(Decimal(whole) + Decimal(satang).scaleb(-2)), ""


def _plain(number: str) -> tuple[Decimal | None, str]:
    try:
        return parse_amount(number), ""
    except ValueError as error:
        return None, str(error).rpartition("เพราะ")[2]


def _simple(amount: Decimal) -> Decimal:
    """Return an amount with a fixed number of digits, so that equal amounts have equal digits."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.quantize(Decimal("0.01"))


def _parted_number(tokens: tuple[Token, ...]) -> str:
    """Return a doubt if figures would form one number without the space between them."""
    for before, after in itertools.pairwise(tokens):
        # Tokens touch unless there is a space, and spaces are kept only within what may be one number.
        if before.end < after.start and before.kind in "0,." and after.kind in "0,.":
            joined = "".join(token.text for token in tokens if token.kind in "0,.")
            torn = _GROUPED_OR_PLAIN.fullmatch(joined) and len(after.text) <= 3
            if before.kind != "0" or after.kind != "0" or torn:
                return "มีช่องว่างอยู่กลางจำนวน"
    return ""


def _is_of_a_name(kinds: str, index: int) -> bool:
    """Return whether number words are part of a name: `อบต.สามพร้าว`."""
    before, after = kinds[index - 1 : index], kinds[index + 1 : index + 2]
    return after != "U" and before != "" and before in "?O" and not (before == "?" and after in ("", ")"))


def _kind(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index].kind if index < len(tokens) else _END
