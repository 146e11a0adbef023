"""What a code means: the rules of checks and the codes of reading, in one form. Codes in, Thai words out."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from generator.errors import UsageError
from generator.findings import Severity, printable
from generator.thai.numerals import to_arabic

_SEVERITIES = {
    Severity.ERROR: "ผิดพลาด (ห้ามเผยแพร่จนกว่าจะแก้)",
    Severity.WARNING: "ควรตรวจ (เผยแพร่ได้ และแสดงไว้ข้างข้อมูล)",
    Severity.NOTICE: "ควรทราบ",
}
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Explained:
    """One code, explained in Thai."""

    code: str
    severity: Severity
    title: str
    why: str
    remedy: str
    clause: str = ""
    """Document and clause that it rests on; empty where it is common sense."""
    wrong: str = ""
    """An example that it fires on; empty where one line cannot show it."""
    right: str = ""
    """The same as it should be."""


@cache
def explained_codes() -> dict[str, Explained]:
    """Return every code that there is, in order."""
    # Late: a build that finds nothing needs no titles.
    from generator.checks.registry import RULES
    from generator.reading.codes import READING_CODES

    rules = [
        Explained(rule.code, rule.severity, rule.title, rule.why, rule.remedy, rule.clause, rule.fires, rule.silent)
        for rule in RULES.values()
    ]
    reading = [
        Explained(one.code, one.severity, one.title, one.why, one.remedy, "", one.wrong, one.right)
        for one in READING_CODES.values()
    ]
    return {one.code: one for one in sorted([*rules, *reading], key=lambda one: one.code)}


def title_of(code: str) -> str:
    """Return what a code looks for; empty for one that is not known."""
    known = explained_codes().get(code)
    return known.title if known else ""


def explanation(asked: str) -> str:
    """Return all about a code, typed in any way, or the list of a subject (`MONEY`).

    Raises UsageError, which names the nearest codes, where there is none.
    """
    codes = explained_codes()
    wanted = to_arabic(asked).strip().upper()
    if wanted in codes:
        return "\n".join(_lines(codes[wanted]))
    of_subject = [f"{code}  {one.title}" for code, one in codes.items() if code.partition("-")[0] == wanted]
    if of_subject:
        return "\n".join(of_subject)
    near = _near(wanted, list(codes))
    if not near:
        subjects = ", ".join(sorted({code.partition("-")[0] for code in codes}))
        raise UsageError(f"ไม่มีรหัส “{printable(asked[:40])}” หมวดที่มีคือ {subjects} ดูรหัสของหมวดได้ เช่น --explain YAML")
    listed = "\n".join(f"  {code}  {codes[code].title}" for code in near)
    raise UsageError(f"ไม่มีรหัส “{printable(asked[:40])}” รหัสที่ใกล้เคียง\n{listed}")


def _near(wanted: str, codes: list[str]) -> list[str]:
    """Return the codes that may be meant: those of the subject that is spelt alike, the most alike of them."""
    subject = wanted[:20].partition("-")[0].rstrip("0123456789")
    subjects = sorted({code.partition("-")[0] for code in codes})
    alike = difflib.get_close_matches(subject, subjects, n=1)
    of_subject = [code for code in codes if alike and code.startswith(f"{alike[0]}-")]
    return sorted(difflib.get_close_matches(wanted[:20], of_subject, n=_NEAR, cutoff=0.0))


def _lines(one: Explained) -> list[str]:
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
