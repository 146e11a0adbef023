"""Thai text in PDFs can be searched and copied: syllables of every shape come back as written."""

from __future__ import annotations

import pytest

from generator.exports.pdf_blocks import document, paragraph
from generator.exports.pdf_text import run
from generator.exports.pdf_unicode import with_letters
from generator.exports.typesetting import set_pdf
from tests.exports.pdf_reading import pages_of

SYLLABLES = (
    "ขึ้น กี่ ที่ นั้น เพื่อ ผู้ ปี่ ป้า น้ำ กำ ซื้อ สิ้น ยิ่ง ครั้ง พิมพ์ ตัวเลข",
    "ญี่ปุ่น ฐาน กฎุ ปั่น ฝึก ฟื้น ลึกซึ้ง ถึง ครึ่ง หนึ่ง ปรึกษา ไฟล์ manifest นี้",
    "สำนัก กำหนด จำนวน ค้ำ ปล้ำ ฟ้ำ ป่ำ ก่ำ ๑๒,๓๔๕.๖๗ ฯลฯ ๆ ฤๅ (KM) 5 ส.",
)


def one_page(text: str) -> bytes:
    cover: dict[str, list[object]] = {"names": ["ปก"], "lines": [], "notes": []}
    blocks = [{"block": "part", "text": "ส่วน"}, paragraph(run(text))]
    return set_pdf(
        document(
            title="x", author="x", running="x", foot=["x"], across=None, cover=cover, blocks=blocks, contents=False
        )
    )


@pytest.mark.parametrize("text", SYLLABLES)
def test_syllables_are_copied_as_written(text: str) -> None:
    assert text in " ".join(pages_of(one_page(text))[1].split())


def test_a_pdf_with_letters_is_unchanged() -> None:
    once = one_page(SYLLABLES[0])
    assert pages_of(with_letters(once)) == pages_of(once)
