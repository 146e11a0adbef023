"""Damaged words: the readings of the dictionary, texts left unchanged, and any input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.thai.damage import Damage, readings


def read(text: str) -> list[str]:
    return [one.word for one in readings(text, range(0, len(text), 20)) if one.is_certain]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("เทศบาลตาบลตัวอย่างจัดทาแผน", ["เทศบาลตำบล", "จัดทำ"]),
        ("จานวนตาแหน่งในอาเภอ", ["จำนวน", "ตำแหน่ง", "อำเภอ"]),
        ("สำ นักงานดำ เนินการตามที่กำ หนด", ["สำนักงาน", "ดำเนินการ", "กำหนด"]),
        ("กำรพัฒนำบุคลำกร", ["การ", "พัฒนา", "บุคลากร"]),
        ("งํานทั่วไป", ["งาน"]),
        ("ขอ้มูล ไดร้ับ รบัผิดชอบ วนัที่ วธิี", ["ข้อมูล", "ได้รับ", "รับผิดชอบ", "วันที่", "วิธี"]),
        ("เพือ่ให้ทีจ่ะทำ ไมไ่ด้", ["เพื่อ", "ที่จะ", "ไม่ได้"]),
        ("ประโยชนท์างเศรษฐกิจ", ["ประโยชน์ทาง"]),
        ("ทั งนี้ตามเป าหมาย", ["ทั้งนี้", "เป้าหมาย"]),
        ("ปFงบประมาณ", ["ปีงบประมาณ"]),
        ("เชื่ อมโยงกัน", ["เชื่อมโยง"]),
        ("ตลอดทั้งให้น าเทคโนโลยีสมัยใหม่", []),  # นำ is too short to be certain, and must not become น้ำ
        ("นี้ ้ และที่ ้", ["นี้", "ที่"]),
    ],
)
def test_damaged_words_are_read(text: str, words: list[str]) -> None:
    assert read(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "สั่งซื้อตามราคาสั่งซื้อ",
        "ศาลาดับเพลิง",
        "แกงต้มยา",
        "ผู้นำ และแนวทาง",
        "แบบ ก ข และ ค",
        "องค์การบริหารส่วนตำบลกำหนดแนวทางการพัฒนาบุคลากร",
    ],
)
def test_text_that_may_be_meant_is_unchanged(text: str) -> None:
    assert read(text) == []


def test_reading_has_its_damages_and_their_places() -> None:
    (one,) = readings("องคก์ารบรหิารสว่นตาบล", [0])
    assert one.damages == (Damage.MARK_MOVED, Damage.MARK_MOVED, Damage.MARK_MOVED, Damage.NIKHAHIT_LOST)
    assert "".join("องคก์ารบรหิารสว่นตาบล"[at] for at in one.places) == "ครสา"


@given(st.text(alphabet='กตบพรหนอเแไาำะิีุู่้์ํ FX"๑ๅ', max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    end = 0
    for one in readings(text, range(len(text))):
        assert end <= one.start < one.end <= len(text)
        end = one.end
