"""Reads a printed cell of money: an amount, no money, its source, a dash, nothing, or words.

In: the text of a cell as printed. Out: a `MoneyReading`; never raises, and what is not certain is UNREAD. The grammar
is regular expressions over the word kinds of `money_lexicon`; amounts are read by `money_amounts`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.thai.cell_tokens import OTHER, CellText, Token, read_cell
from generator.thai.money_amounts import Amounts, read_amounts
from generator.thai.money_lexicon import WORDS, MoneyPer, per_of
from generator.thai.numerals import parse_amount

__all__ = ["MoneyKind", "MoneyPer", "MoneyReading", "read_money"]


class MoneyKind(StrEnum):
    """What a cell of money states."""

    AMOUNT = "amount"
    NO_BUDGET = "no_budget"
    SOURCE = "source"
    DASH = "dash"
    """A sign in place of an amount: a hyphen, a row of dots."""
    EMPTY = "empty"
    NOT_STATED = "not_stated"
    """The document says in words that the amount is not stated."""
    UNREAD = "unread"


class MoneyReading(NamedTuple):
    """The reading of one cell."""

    kind: MoneyKind
    amount_baht: Decimal | None = None
    per: MoneyPer = MoneyPer.NOTHING
    in_words_baht: Decimal | None = None
    """The amount in words, if any."""
    source: str = ""
    """The words that name the source of the money, also beside an amount."""
    doubt: str = ""
    """Thai reason why the cell is UNREAD; empty for all other kinds."""


_DASH = re.compile(r"\(?[-_.…]*(?:-|_|\.\.|…)[-_.…/]*(?:บาท|บ\.)?\)?")
_NOT_STATED = re.compile(
    "(?:เอกสาร|แผน|ใน|ยัง)*+(?:ไม่|มิ)(?:ได้|มีการ)*+(?:ระบุ|ปรากฏ|ปรากฎ|กำหนด|แจ้ง|แสดง|ทราบ|พบ)"
    "(?:ไว้|ใน|เอกสาร|แผน|วงเงิน|จำนวน|เงิน|งบประมาณ|งบ|ยอด|ข้อมูล|ค่าใช้จ่าย|รายละเอียด|ชัดเจน)*+"
    "|ไม่มีข้อมูล|n/?a|n\\.a"
)
_AROUND = "()[]-.,*'\"“”✓✔√☑✅•●/ "
_ZERO = re.compile(r"0(?:\.0+)?(?:\.?-+)?(?:บาท(?:ถ้วน)?)?|(?:จำนวน)?0(?:\.0+)?บาท(?:ถ้วน)?")
_NO_IN_SHORT = frozenset({"ไม่มี", "ไม่ใช้", "ไม่ได้ใช้", "ไม่ขอใช้", "ไม่ต้องใช้", "ฟรี", "nobudget", "nocost", "none", "free"})
# A negation, verbs, the money, and its purpose: ไม่ + ต้อง + ใช้ + งบประมาณ + ในการ + ดำเนินการ.
_NO = r"[tlL]*N[vNer]*o+(?:[tLfoy]|lO?)*"
_NO_BUDGET = re.compile(rf"{_NO}(?:[,()]+{_NO})*(?:[,()]+[tlf]+)?")
_WHOLLY_SOURCE = re.compile(r"[SsrOeolftvL,.\-()BTWAUa?y]+")
_WITH_LINK = re.compile("[olrv]")
_OPENERS = "lO"
_IN_SOURCE = re.compile(r"[SreOolftvLBW?,.\-T]+")
_LABEL = re.compile("[oLv,T]*")
_LABEL_VERBS = frozenset({"ใช้", "ใช้จ่าย", "ตั้ง", "มี"})
_ENACTED = ("ข้อบัญญัติ", "เทศบัญญัติ", "ตั้งจ่าย", "งบประมาณรายจ่าย")

_NO_WORDS = "ไม่มีจำนวนเงิน และไม่ใช่ถ้อยคำที่รู้ความหมายแน่นอน"
_MIXED = "มีสิ่งอื่นปนอยู่กับตัวเลข"


def read_money(text: str) -> MoneyReading:
    """Return the meaning of a cell of money as far as it is certain; never raises."""
    cell = read_cell(text)
    if cell is None:
        return _unread("ยาวเกินกว่าจะเป็นช่องจำนวนเงิน")
    if not cell.compact:
        return MoneyReading(MoneyKind.EMPTY)
    if _DASH.fullmatch(cell.compact):
        return MoneyReading(MoneyKind.DASH)
    reason = ""
    try:
        return MoneyReading(MoneyKind.AMOUNT, parse_amount(cell.shown))
    except ValueError as error:
        reason = str(error).rpartition("เพราะ")[2]
    if reason.startswith(("เครื่องหมายจุลภาค", "มีทศนิยม", "มีตัวเลขเกิน")):
        return _unread(reason)
    bare = cell.compact.strip(_AROUND)
    if _NOT_STATED.fullmatch(bare):
        return MoneyReading(MoneyKind.NOT_STATED)
    if _says_none(bare):
        return MoneyReading(MoneyKind.NO_BUDGET)
    tokens = _with_bare_years(WORDS.tokens(cell.compact))
    amounts = read_amounts(tokens)
    return _without_amount(cell, tokens) if not amounts.groups else _with_amount(cell, tokens, amounts)


def _says_none(bare: str) -> bool:
    zero = _ZERO.match(bare)
    rest = bare[zero.end() :].strip(_AROUND) if zero else bare
    if not zero and (stripped := re.sub(r"[(=:]*0(?:\.0+)?(?:บาท)?$", "", bare)) != bare:
        rest = stripped.strip(_AROUND)
    if rest in _NO_IN_SHORT:
        return True
    return bool(_NO_BUDGET.fullmatch(_kinds(WORDS.tokens(rest)).strip("(),-.T")))


def _with_bare_years(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Treat 2567 without a unit as a year if it is among words: ตามข้อบัญญัติ 2567."""
    kinds = _kinds(tokens) + "$"
    marked = []
    for place, token in enumerate(tokens):
        is_year = token.kind == "0" and re.fullmatch("25[0-9]{2}", token.text) and len(tokens) > 1
        beside = kinds[place + 1] in "UW.-" or (place > 0 and kinds[place - 1] in "Ub-")
        marked.append(token._replace(kind="B") if is_year and not beside else token)
    return tuple(marked)


def _without_amount(cell: CellText, tokens: tuple[Token, ...]) -> MoneyReading:
    kinds = _kinds(tokens)
    inner = kinds.strip("(),-.T")
    named = any(kind in "Sser" for kind in kinds) or (
        "O" in kinds and (inner.startswith("O") or bool(_WITH_LINK.search(kinds)))
    )
    if named and _WHOLLY_SOURCE.fullmatch(kinds) and not inner.startswith(tuple("?tWAU")) and _names_are_open(kinds):
        return MoneyReading(MoneyKind.SOURCE, source=cell.shown)
    return _unread(_NO_WORDS)


def _names_are_open(kinds: str) -> bool:
    """Return whether unknown words are only where a name may be: after an organisation or a word such as `ของ`."""
    opened = min((place for opener in _OPENERS if (place := kinds.find(opener)) >= 0), default=len(kinds))
    return not any(kind in "?WA" for kind in kinds[:opened])


def _with_amount(cell: CellText, tokens: tuple[Token, ...], amounts: Amounts) -> MoneyReading:
    kinds = _kinds(tokens)
    if reason := _letters_in_figures(tokens, kinds) or amounts.doubt or _doubt(kinds):
        return _unread(reason)
    small = amounts.figures_baht is not None and amounts.figures_baht < 100 and not re.search("[U.Wabcy]", kinds)
    if small and len(tokens) > 1:
        # A count, or the number of a note.
        return _unread(_MIXED)
    sources: list[str] = []
    start = 0
    for first, last in (*amounts.groups, (len(tokens), len(tokens))):
        segment = tokens[start:first]
        start = last
        for part in _parts(segment):
            part_kinds = _kinds(part)
            if _LABEL.fullmatch(part_kinds) and all(t.text in _LABEL_VERBS for t in part if t.kind == "v"):
                continue
            if not _is_source(part, part_kinds):
                return _unread(_MIXED)
            sources.append(cell.as_shown(part[0].start, part[-1].end).strip(" ,-:=;()"))
    per = _per(tokens, kinds)
    if per is None:
        return _unread(_MIXED)
    figures = amounts.figures_baht if amounts.figures_baht is not None else amounts.words_baht
    return MoneyReading(MoneyKind.AMOUNT, figures, per, amounts.words_baht, " ".join(filter(None, sources)))


def _parts(segment: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Split the text beside an amount at brackets and at the words that say what it is an amount of."""
    parts: list[list[Token]] = [[]]
    for token in segment:
        if token.kind in "()abcyCU-.":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if part]


def _is_source(part: tuple[Token, ...], kinds: str) -> bool:
    if not _IN_SOURCE.fullmatch(kinds) or not _names_are_open(kinds):
        return False
    if "B" in kinds and not any(word in token.text for token in part for word in _ENACTED):
        return False
    return any(kind in "Sre" for kind in kinds) or ("O" in kinds and bool(re.search("[ol]", kinds)))


def _per(tokens: tuple[Token, ...], kinds: str) -> MoneyPer | None:
    found: list[MoneyPer] = []
    for place, token in enumerate(tokens):
        if token.kind == "b" and not re.match(r"[oLU,]*[0W]", kinds[place + 1 :]):
            return None
        if token.kind in "ab":
            found.append(per_of(token.text))
    if "y" in kinds:
        found.append(MoneyPer.YEAR)
    if "C" in kinds:
        found.append(MoneyPer.CYCLE)
    # Per person and year is no amount of a year, and per year for three years is none of the cycle.
    ordered = sorted(found, key=lambda per: (per is MoneyPer.CYCLE, per is MoneyPer.YEAR))
    return ordered[0] if ordered else MoneyPer.NOTHING


def _doubt(kinds: str) -> str:
    if re.fullmatch(r"\(0\.?\)", kinds) or re.match(r"[(LoU,]*-0", kinds):
        return "เป็นจำนวนติดลบ"
    if "A" in kinds or re.search("[0WU.]-+[0W]", kinds):
        return "เป็นจำนวนโดยประมาณ"
    if ")" in kinds.partition("(")[0]:
        return "วงเล็บไม่ครบคู่"
    if "x" in kinds:
        return "เป็นจำนวนต่อโครงการหรือต่อกิจกรรม ไม่แน่ว่าเป็นจำนวนของทั้งโครงการ"
    if "Y" in kinds:
        return "เป็นจำนวนรวมของหลายปี ซึ่งไม่ใช่สามปีของแผน"
    if "n" in kinds or "N" in kinds:
        return "มีคำปฏิเสธหรือเงื่อนไขอยู่กับจำนวน"
    if "s" in kinds:
        return "เป็นค่าใช้จ่ายบางรายการ ไม่แน่ว่าเป็นจำนวนของทั้งโครงการ"
    return ""


def _letters_in_figures(tokens: tuple[Token, ...], kinds: str) -> str:
    for place, token in enumerate(tokens):
        beside = kinds[max(0, place - 1) : place] + kinds[place + 1 : place + 2]
        if token.kind == OTHER and "0" in beside and re.fullmatch("[oil|]{1,3}", token.text):
            return f"{_MIXED} (ตัวอักษร “{token.text}”)"
    return ""


def _kinds(tokens: tuple[Token, ...]) -> str:
    return "".join([token.kind for token in tokens])


def _unread(doubt: str) -> MoneyReading:
    return MoneyReading(MoneyKind.UNREAD, doubt=doubt)
