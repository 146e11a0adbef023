"""Thai words that several commands share: help of options and progress. No imports, because hooks start with them."""

from __future__ import annotations

TODAY = "ถือว่าวันนี้เป็นวันใด เช่น 2569-10-01 (ปี พ.ศ.)"
ACCESS = "ไฟล์สิทธิ์ (อยู่นอกคลังข้อมูล)"
MAKING_PAGES = "กำลังอ่านข้อมูลและทำหน้าเว็บ"
INDEXING = "กำลังทำข้อมูลสำหรับค้นหา"
