"""Explains codes in the terminal, in Thai. Most texts are from `checks/explained.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from generator.checks.retired import RetiredCode, retired_code
from generator.errors import UsageError
from generator.findings import Severity, printable
from generator.thai.numerals import to_arabic
from generator.thai.text import closest

if TYPE_CHECKING:
    from generator.checks.explained import RuleWords

_SEVERITIES = {
    Severity.ERROR: "ผิดพลาด (ห้ามเผยแพร่จนกว่าจะแก้)",
    Severity.WARNING: "ควรตรวจ (เผยแพร่ได้ และแสดงไว้ข้างข้อมูล)",
    Severity.NOTICE: "ควรทราบ",
}
_NEAR = 5
_SHORT_NUMBER = re.compile("[- ]?([0-9]{1,3})$")
"""The number of a code in common spellings: MONEY-1, MONEY 1, MONEY1."""


def title_of(code: str) -> str:
    """Return the title of a code; empty if unknown."""
    known = _rules().get(code)
    return known.title if known else codes_of_commands().get(code, ("", ""))[0]


def codes_of_commands() -> dict[str, tuple[str, str]]:
    """Return title and remedy of the codes of `phaen receive` and `phaen import`, which have no page."""
    from generator.intake.doubts import WORDS as OF_INTAKE  # late, as below
    from generator.publishing.push_findings import WORDS as OF_PUSHES

    return OF_PUSHES | OF_INTAKE


def explanation(asked: str) -> str:
    """Return the explanation of a code in any spelling, or the list of a subject (`MONEY`).

    Raises UsageError with the nearest codes if it is unknown.
    """
    codes = dict(sorted(_rules().items()))
    wanted = _SHORT_NUMBER.sub(lambda short: f"-{int(short[1]):03}", to_arabic(asked).strip().upper())
    if wanted in codes:
        return "\n".join(_lines(codes[wanted]))
    if retired := retired_code(wanted):
        return "\n".join(_retired_lines(retired))
    others = codes_of_commands()
    if wanted in others:
        title, remedy = others[wanted]
        return f"{wanted}  {title}\nวิธีแก้: {remedy}"
    titles = {code: one.title for code, one in codes.items()} | {code: title for code, (title, _) in others.items()}
    of_subject = [f"{code}  {title}" for code, title in titles.items() if code.partition("-")[0] == wanted]
    if of_subject:
        return "\n".join(of_subject)
    near = _near(wanted, list(titles))
    if not near:
        subjects = ", ".join(sorted({code.partition("-")[0] for code in titles}))
        raise UsageError(f"ไม่มีรหัส “{printable(asked[:40])}” หมวดที่มีคือ {subjects} ดูรหัสของหมวดได้ เช่น --explain YAML")
    listed = "\n".join(f"  {code}  {titles[code]}" for code in near)
    raise UsageError(f"ไม่มีรหัส “{printable(asked[:40])}” รหัสที่ใกล้เคียง\n{listed}")


def _rules() -> dict[str, RuleWords]:
    from generator.checks.explained import all_rules  # late: imports every rule, half a second

    return all_rules()


def _near(wanted: str, codes: list[str]) -> list[str]:
    """Return the most similar codes, of the subject with the most similar spelling."""
    subject = wanted[:20].partition("-")[0].rstrip("0123456789")
    subjects = sorted({code.partition("-")[0] for code in codes})
    alike = closest(subject, subjects)
    of_subject = [code for code in codes if alike and code.startswith(f"{alike}-")]
    return sorted(code for code, _, _ in extract(wanted[:20], of_subject, scorer=OSA.distance, limit=_NEAR))


def _retired_lines(one: RetiredCode) -> list[str]:
    return [f"{one.code}  {one.title}", one.since_when, one.why]


def _lines(one: RuleWords) -> list[str]:
    lines = [
        f"{one.code}  {one.title}",
        f"ระดับ: {_SEVERITIES[one.severity]}",
        f"ทำไมจึงสำคัญ: {one.why}",
        *([f"อ้างอิง: {one.clause}"] if one.clause else []),
        f"วิธีแก้: {one.remedy}",
    ]
    for label, example in (("ตัวอย่างที่ควรแก้", one.wrong), ("ตัวอย่างที่ถูก", one.right)):
        if example:
            lines += [f"{label}:", *(f"    {printable(line)}" for line in example.split("\n"))]
    return lines
