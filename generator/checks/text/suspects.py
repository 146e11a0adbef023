"""Cheap patterns for text that may be damaged by a conversion; they select what the dictionary checks.

They are broad: the dictionary clears their matches in clean text, one in ten thousand characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.text.repair import ABOVE_AND_BELOW, LETTER
from generator.checks.text.suspect_letters import AFTER_SARA_AM, LOST, MOVED

_TONE = "[\u0e48-\u0e4b]"
_C = f"[{LETTER}]"

_NOT_AFTER = {"น้": "(?<!หน้)", "น": "(?<!ฒน)"}
"""Exceptions, which are other words: หน้า, พัฒนา."""
_AT_THE_END = "[ดระ]ทา|ะจา|ะนา|ู้นา|ดจา|ยคา|่น้า|งน้า|้นต่า|กต่า|้าซ้า"
"""The same at the end of a word: จัดทา, กระทา, ประจา, แนะนา, ผู้นา, ถ้อยคา, แม่น้า."""
NIKHAHIT_LOST = (
    "|".join(
        f"{letters[0]}(?:{letters[1:]}{_NOT_AFTER.get(letters, '')}\u0e32(?:{after}))"
        for letters, after in AFTER_SARA_AM.items()
    )
    + f"|(?:{_AT_THE_END})(?![\u0e01-\u0e4e])"
)

BLANK_AFTER_SARA_AM = (
    f"\u0e33 (?:(?<=[{LETTER}]..)(?<![ทจคนดลย]..)(?=[{LETTER}เ-ไ])"  # no word ends in กำ, สำ, อำ, บำ
    "|(?<=ท..)(?:งา|ให้|หน้|ลา|กา|ได้|เน|ขึ|ผิ|สั|แผ)|(?<=จ..)(?:ปี|เดื|ตั|วั|นว|เป็|หน|กั|แน|ต้อ|พว|เล)"
    "|(?<=ค..)(?:สั|ขอ|ร้|ถา|ตอ|แน|นว|นึ|พู|ว่า|ปรึ)|(?<=น..)(?:ไป|มา|เข้|ส่ง|เสน|พา|ร่อ|ทา|เอา)|(?<=ด..)(?:เน|รง|ริ)"
    "|(?<=ล..)(?:ดั|พู|ปา|น้|ไย|คล)|(?<=น้..)(?:มั|ตา|ใจ|ท่ว|ปร|เงิ|หนั)|(?<=ต่..)(?:กว่|สุ)|(?<=ย้..)เตื|(?<=ซ้..)ซ้)"
)
"""A free word (ทำ, นำ, ประจำ) may have a blank after it: match only letters that continue it in many words."""

SARA_AA_AS_AM = (
    "[ฆฌญฎฏฐฑฒณถธฝฟภมวศษหฬฮผ]\u0e33(?<!ธำ(?=รง|มร))"  # none of these has a sara am in any common word
    "|(?:[ขดบปฝฟหทร]้|[ขผทปฝจ]่|(?<!ค)(?<!ข)ว่|ข้|ผ้)\u0e33"
    "|\u0e33(?:[กงชดตนบมยรลวคพศษณธจส](?=[เ-ไ])"  # a letter after sara am begins a syllable, so none begins here
    "|ร[กขคจณดตทนปผพมยลศสหฝฟภฯ]|ง[กขคจชดตทนปผพมยรวสหอ]|ย[กขคจดตทนบปพรสหงว]|น[กขคจดตทบปพมรสหผ]"
    "|ม[กขคจชดตทนบปผพมยรวสอ]|ว[กจชทมยรสหตพ]|ช[กชทนบสอ]|ต[ริ]|ษ[กฎณี]|ธิ|ล[จปทร]|ก[ขตทสพษ]|ด[ขท]|ค[มตส]|บ[ปส]|พ[กชทข]|ติ)"
    "|\u0e33[กงชดตนบมยรลวคพศษณธ](?![\u0e01-\u0e4e])"
    "|[พฒ][ัฒ][ฒน]\u0e33"
)

_ANY_MARK = f"[{ABOVE_AND_BELOW}]"


def _rows(row: str) -> Iterator[tuple[str, str]]:
    """Yield the text on either side of the colons of a row: alternatives, and letters as a class."""
    for part in row.split():
        left, _, right = part.partition(":")
        yield left.replace("/", "|"), right


_LANDED = "|".join(
    f"{letter}(?:{'|'.join(f'(?<=[{before}]{letter})(?:{marks})' for marks, before in _rows(row))})"
    for letter, row in MOVED.items()
)
MARK_MOVED = (
    f"\u0e4c[\u0e30\u0e32\u0e33\u0e48-\u0e4b]|(?<=[^ธ]\u0e4c)[\u0e34-\u0e39]"  # องคก์าร, ประโยชนท์ี่
    f"|[\u0e31\u0e34-\u0e39]{_TONE}?[\u0e32\u0e33]"  # บรหิาร
    f"|\u0e31{_TONE}?(?=[เ-ไ\u0e30\u0e32\u0e33\u0e34-\u0e39]|[^{LETTER}\u0e31-\u0e4e ]|$)"  # ั with no letter after it
    f"|\u0e31{_TONE}?[กขคงจชซดทนบปผพฟมรลวสหอ](?:[\u0e31\u0e34-\u0e39\u0e32\u0e33]|{_TONE}[^\u0e32\u0e33])"  # รบัผิด
    f"|[กขคงจชซดตทนบปผพฟมยรลวสห](?<![เ-ไ].)(?<![เ-ไ].{{2}})[อว]{_TONE}[งยนมบกด]"  # ตอ้ง, สว่น
    f"|[เ-ไ]{_ANY_MARK}"  # ไมไ่ด้
    f"|(?:ให(?![มญลวนง])|ไ[ดม]){_C}{_TONE}"  # ใหป้ระชาชน
    f"|(?:ผู|ท[ีั]|นี|อยู|ซึ|สู|รู|ตั|สิ|หนึ|อื|ชื|ชี|คู|มู)(?:[เ-ไ]{_TONE}?)?{_C}{_TONE}"  # ผูน้ำ, ทีจ่ะ
    f"|{_LANDED}"
)

_LOST_AT_THE_END = "[งกนญรดสะห]นี|ใหม|้แก|ใหญ|ักษ|ันธ|ไลน|พทย|ัณฑ|ัตว|ูรณ|ัพย|วงศ|นธุ|ุษย|ิชย|ยนต|สตร|อยู|[ยิปง่]ได| ได|ให|ไม|เป|แต|ผู"
MARK_LOST = (
    f" (?:(?<=[{LETTER}] )[\u0e30\u0e32\u0e33]|(?<=[\u0e31\u0e36\u0e37\u0e47] )[{LETTER}\u0e30\u0e32\u0e33]"
    f"|(?<=[{LETTER}] )(?:(?!องค|อบ[ตจร])(?:อ[งยนมบกด]|ว[ยน])(?=[{LETTER}เ-ไ ]|$)|(?!นโ)[งนมกดบย](?=[เ-ไ]))"
    + "".join(
        f"|(?<={before} )(?:{'|'.join(f'(?:{first})[{then}]' for first, then in _rows(row))})"
        for before, row in LOST.items()
    )
    + "".join(f"|(?<={end} )(?=[{LETTER}เ-ไ])" for end in _LOST_AT_THE_END.split("|"))
    + ")"
)
"""`ทั งนี้`, `เป าหมาย`, `ต องการ`, `ต นแบบ`, `ผู แทน`, `ให ทั่วถึง`."""

GLYPH = r"(?<=[\u0e01-\u0e4e])(?:[A-Za-z#$%&'\"*+<=>@^_`|~\\](?=[\u0e01-\u0e4e])|[A-Z#@^_`|~](?![A-Za-z0-9.\-]))"

_ANY_BLANK = "[ \u00a0]"
SARA_AM_TORN = f"{_ANY_BLANK}[\u0e32\u0e33](?<=[{LETTER}\u0e48-\u0e4b]..)|\u0e4d{_TONE}?\u0e32"
"""`ต าบล`, or a sara am typed as nikhahit and sara aa."""
BLANK_IN_WORD = (
    f"[\u0e31\u0e36\u0e37\u0e47\u0e48-\u0e4b](?={_TONE}?{_ANY_BLANK}[{LETTER}])(?:"
    "(?<=[\u0e31\u0e37])"  # neither mai han akat nor sara uee ends a word
    f"|(?<=\u0e36)(?={_TONE}.[กงดนบม])"  # nor does sara ue under a tone mark
    "|(?<=\u0e47)(?<!ก.)"  # nor does maitaikhu, except in ก็
    # nor does a bare letter with a tone mark, unless its vowel is before it (แต่, ใหม่) or it is บ่
    f"|(?<=[{LETTER}]{_TONE})(?<!บ่)(?<![เ-ไ]{_C}.)(?<![เ-ไ]{_C}{{2}}.)(?<![เ-ไ]{_C}{{3}}.)"
    f"){_TONE}?{_ANY_BLANK}[{LETTER}]"
)
MARK_ALONE = f"(?<= )[{ABOVE_AND_BELOW}]"

ALL = re.compile(
    "|".join(
        (
            NIKHAHIT_LOST,
            BLANK_AFTER_SARA_AM,
            SARA_AA_AS_AM,
            MARK_MOVED,
            MARK_LOST,
            GLYPH,
            SARA_AM_TORN,
            BLANK_IN_WORD,
            MARK_ALONE,
        )
    )
)
"""Every place that the dictionary checks."""
