"""The words of cells of time, by kind.

Tables, and the tokenizer that uses them. Kinds are one letter each, because the grammar in `period_terms` is written
over them: M month, Q `ไตรมาส`, n small number, y year, j year of two digits, P era, Y `ปี`, A whole year, E every year,
H and K the halves, T tick, X cross, D `วันที่`, m `เดือน`, S `ตั้งแต่`, `-` to, `,` and.
"""

from __future__ import annotations

import re
from typing import Final

from generator.thai.cell_tokens import OTHER, Lexicon, Token
from generator.thai.months import MONTHS, SHORT

_MONTH_NAMES = sorted(map(re.escape, MONTHS), key=len, reverse=True)
_DOTTED = [short.replace(".", "\\.?") for short in SHORT]

WORDS: Final = Lexicon(
    {
        "E": "ทุกๆ?ปี(?:งบประมาณ)?|(?:ตลอด|ทั้ง)(?:ทั้ง)?(?:ระยะเวลา)?(?:ของ)?(?:รอบแผน|รอบ|แผน|(?:3|สาม)ปี)",
        "A": "(?:ดำเนินการ)?(?:อย่าง)?(?:ต่อเนื่อง)?(?:ตลอดทั้ง|ตลอด|ทั้ง)ปี(?:งบประมาณ)?"
        "|(?:เป็นประจำ|ประจำ|ครบ)?ทุกๆ?(?:ไตรมาส|เดือน|สัปดาห์|วันทำการ|วัน(?![ก-๎]))"
        "|(?:ตลอดทั้ง|ตลอด|ทั้ง|ครบ|รวม)(?:4|สี่)ไตรมาส|(?<![0-9])4ไตรมาส|(?:ตลอดทั้ง|ตลอด|ทั้ง)?(?<![0-9])12เดือน",
        "H": "ครึ่งปี(?:งบประมาณ)?แรก|ครึ่งแรก(?:ของ)?(?:ปี(?:งบประมาณ)?)?|(?:6|หก)เดือนแรก",
        "K": "ครึ่งปี(?:งบประมาณ)?หลัง|ครึ่งหลัง(?:ของ)?(?:ปี(?:งบประมาณ)?)?|(?:6|หก)เดือนหลัง",
        "Q": "ไตรมาส(?:ที่)?|ไตรมาศ(?:ที่)?|quarter|q(?=\\.?[0-9])",
        "u": "ภายใน|ประมาณ|ราว|ก่อน|หลัง|เป็นต้นไป|จนกว่า|ไม่เกิน|ค\\.?ศ\\.?",
        "M": "|".join((*_DOTTED, *_MONTH_NAMES)),
        "P": "พ\\.?ศ\\.?|พุทธศักราช",
        "Y": "(?:ประจำ)?ปีงบประมาณ|งบประมาณ(?:ประจำ)?ปี|ปีงบฯ?|ประจำปี|ปี",
        "S": "ตั้งแต่|เริ่มต้น|เริ่ม",
        "L": "ใน|ของ|ระหว่าง|ช่วง|ดำเนินการ|ระยะเวลา|ต่อเนื่อง",
        "m": "(?:ต้น|กลาง|ปลาย|สิ้น)?เดือน",
        "D": "(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?|วันที่|วัน",
        "-": "(?:จน)?ถึง|สิ้นสุด|[<◄◀←⟵]+-*[>►▶→⟶]+|(?<=[0-9.ก-๎])-+(?=[0-9ก-๎q(])",
        "T": "[<◄◀←⟵]+-+|-*[>►▶→⟶]+|[✓✔√☑✅🗸●⚫⬤•↔⟷⇔⇒➔➜➡\uf0fc◄◀←⟵]",
        "X": "[x×✗✘✕✖☒]",
        "y": "(?<![0-9])[0-9]{4}(?![0-9])",
        "n": "[0-9]+",
        "-2": "-+",
        ",": "และ|กับ|[,;:&+]",
        "/": "/",
        "(": "[(\\[{]",
        ")": "[)\\]}]",
        ".": "\\.",
    }
)

_ORDINALS: Final = {
    "แรก": "1",
    "หนึ่ง": "1",
    "สอง": "2",
    "สาม": "3",
    "สี่": "4",
    "สุดท้าย": "4",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_SPELT_QUARTER = re.compile(f"(?<=ไตรมาส)(?:ที่)?(?:{_ORDINAL})(?![a-z])")
_NEXT_QUARTER = re.compile(f"(?<=[1-4])(?P<joint>-+|,|ถึง|และ)(?:ที่)?(?P<quarter>{_ORDINAL}|(?<=ที่)[1-4])(?![0-9a-z])")
_ARROW = re.compile("[<>◄◀←⟵►▶→⟶]")
_DROPPED = "L"


def tokens_of(compact: str) -> tuple[Token, ...]:
    """Split the compact text of a cell, dropping words without meaning for the time."""
    tokens = []
    for token in WORDS.tokens(_with_quarters_in_digits(compact)):
        kind = token.kind
        if kind == "n":
            kind = _kind_of_number(token.text)
        elif kind == "-" and _ARROW.search(token.text):
            kind = "T"
        if kind not in _DROPPED:
            tokens.append(token._replace(kind=kind))
    return tuple(tokens)


def _with_quarters_in_digits(compact: str) -> str:
    """Return the text with spelt and Roman quarters in digits: `ไตรมาสที่สอง`, `ไตรมาสแรก`, `ไตรมาส I-IV`, `๑ ถึงที่ ๔`."""
    if "ไตรมาส" not in compact:
        return compact
    compact = _SPELT_QUARTER.sub(lambda found: _ORDINALS[found[0].removeprefix("ที่")], compact)
    return _NEXT_QUARTER.sub(lambda found: found["joint"] + _ORDINALS.get(found["quarter"], found["quarter"]), compact)


def month_of(token: Token) -> int:
    """Return the month, 1 to 12, of a token of kind M."""
    return MONTHS[token.text.replace(".", "")]


def _kind_of_number(digits: str) -> str:
    # Two digits from 50 are a year from 2550; no day, month or quarter is this large.
    if len(digits) == 2 and digits >= "50":
        return "j"
    return "n" if len(digits) <= 3 else OTHER
