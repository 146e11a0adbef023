"""The Thai words of comparisons: measures, reasons for exclusion, positions in a spread; no praise and no blame."""

from __future__ import annotations

from generator.facts.comparable import LeftOut, Measure, Where
from generator.words import parts

MEASURE = {
    Measure.PROJECTS: "โครงการ",
    Measure.POSITIONS: parts.IDP_POSITIONS,
    Measure.PER_YEAR: "งบประมาณต่อปี",
    Measure.PER_YEAR_HEAD: "งบประมาณต่อปีต่อคน",
    Measure.WHOLE_CYCLE: "งบประมาณรวมตลอดรอบแผน",
    Measure.WHOLE_CYCLE_HEAD: "งบประมาณรวมตลอดรอบแผนต่อคน",
}

IN_BAHT = frozenset(Measure) - {Measure.PROJECTS, Measure.POSITIONS}
"""Measures of money; the others are counts."""

LEFT_OUT = {
    LeftOut.MADE_UP: "ข้อมูลสมมุติ",
    LeftOut.UNREADABLE: parts.UNREADABLE_NOW,
    LeftOut.NO_PLAN: parts.NO_PLAN_YET,
    LeftOut.DRAFT: "มีเพียงร่างแผน",
    LeftOut.OTHER_CYCLE: "แผนเป็นของรอบอื่น",
    LeftOut.PARTIAL: "ได้รับเอกสารเพียงบางส่วน",
    LeftOut.NO_TABLE: "ไม่มีตารางนี้ในเว็บไซต์",
    LeftOut.NO_AMOUNT: "เอกสารไม่ระบุจำนวนเงิน",
    LeftOut.NOT_WHOLE: "บางโครงการไม่ระบุจำนวนเงินที่รวมได้",
    LeftOut.NO_BASIS: "เอกสารไม่ระบุว่าจำนวนเงินต่อปีหรือรวมทั้งรอบ",
    LeftOut.OTHER_BASIS: "จำนวนเงินเป็นอีกฐานหนึ่ง จึงนับแยกกัน",
    LeftOut.NO_PEOPLE: "ไม่ได้บันทึกจำนวนบุคลากร",
}

WHERE = {
    Where.BELOW: "ต่ำกว่าช่วงกลาง",
    Where.MIDDLE: "อยู่ในช่วงกลาง",
    Where.ABOVE: "สูงกว่าช่วงกลาง",
}

FEW = "นับได้น้อยเกินไป"
"""Shown in place of quartiles."""
