"""Thai words for the results of a verification and for what it cannot prove. Wording only."""

from __future__ import annotations

from generator.history.integrity import Trace, TraceKind, Weight

NOT_PROVEN = "สิ่งที่การตรวจนี้พิสูจน์ไม่ได้"

WEIGHT = {
    Weight.TAMPERED: "ไม่ตรงกับที่เผยแพร่",
    Weight.DECLARED: "แก้ไขโดยประกาศไว้",
    Weight.UNPROVEN: "ยืนยันไม่ได้",
}
"""Heading over the traces of a severity, the highest first."""

_KIND = {
    TraceKind.FILE_CHANGED: "เนื้อหาไฟล์ไม่ตรงกับค่าแฮชในบัญชีไฟล์",
    TraceKind.FILE_MISSING: "ไฟล์ที่บัญชีไฟล์ระบุไว้ไม่มีอยู่",
    TraceKind.FILE_EXTRA: "มีไฟล์ที่บัญชีไฟล์ไม่ได้ระบุไว้",
    TraceKind.FILE_UNREADABLE: "อ่านไฟล์ไม่ได้ จึงตรวจไม่ได้",
    TraceKind.FILE_IS_LINK: "เป็นลิงก์หรือสิ่งที่ไม่ใช่ไฟล์ปกติ ซึ่งโปรแกรมไม่เคยสร้าง",
    TraceKind.MANIFEST_MISSING: "ไม่มีบัญชีไฟล์",
    TraceKind.MANIFEST_UNREADABLE: "อ่านบัญชีไฟล์ไม่ได้",
    TraceKind.MANIFEST_UNFIT: "บัญชีไฟล์นี้ไม่ใช่ฉบับที่บัญชีหลัก manifest.json ระบุไว้",
    TraceKind.MANIFEST_OF_OTHER_LAO: "บัญชีไฟล์นี้เป็นของ อปท. อื่น",
    TraceKind.MANIFEST_OF_OTHER_SITE: "บัญชีไฟล์นี้เป็นของเว็บไซต์อื่น",
    TraceKind.TEXT_LEFT_OUT: "ข้อมูลค้นหายังเขียนไม่เสร็จเมื่อทำบัญชี จึงไม่อยู่ในบัญชีไฟล์",
    TraceKind.CONTENT_DIFFERS: "ข้อมูลของ อปท. ไม่ตรงกับค่าแฮชในบัญชีไฟล์",
    TraceKind.HISTORY_DIFFERS: "ข้อมูลของ อปท. ตรงกัน แต่ประวัติไม่ใช่ที่บัญชีไฟล์ระบุ หรือโฟลเดอร์ข้อมูลนี้ไม่มีประวัติ git จึงเทียบหน้าเว็บไม่ได้",
    TraceKind.REBUILT_DIFFERENT: "ทำไฟล์นี้ใหม่จากข้อมูลแล้วได้เนื้อหาไม่เหมือนที่อยู่ในเว็บไซต์",
    TraceKind.LAO_GONE: "อปท. นี้มีในบัญชีไฟล์เดิม แต่ไม่มีในเว็บไซต์แล้ว",
    TraceKind.OBJECT_DAMAGED: "วัตถุในคลังข้อมูล git เสียหายหรือหายไป",
    TraceKind.CHAIN_BROKEN: "ไล่ประวัติต่อจากนี้ไม่ได้ เพราะคลังข้อมูล git เสียหาย",
    TraceKind.SHALLOW: "คลังข้อมูลนี้มีประวัติไม่ครบ (shallow clone) ตรวจได้ถึงเวอร์ชันนี้เท่านั้น",
    TraceKind.REPLACEMENTS: "คลังข้อมูลนี้มีการตั้งให้แสดงเวอร์ชันอื่นแทน (replace หรือ grafts) การตรวจนี้ไม่ใช้ค่านั้น",
    TraceKind.CLOCK_BACKWARDS: "เวลาของเวอร์ชันนี้มาก่อนเวลาของเวอร์ชันก่อนหน้า",
    TraceKind.UNSIGNED: "ไม่มีลายมือชื่ออิเล็กทรอนิกส์",
    TraceKind.UNSIGNED_WITHOUT_POLICY: "ไม่มีลายมือชื่ออิเล็กทรอนิกส์ และไม่มีรายชื่อกุญแจที่กำหนดให้ต้องลงลายมือชื่อ",
    TraceKind.SIGNATURE_BAD: "ลายมือชื่ออิเล็กทรอนิกส์ไม่ตรงกับเนื้อหา อาจถูกแก้ภายหลัง หรือคัดลอกมาจากเวอร์ชันอื่น",
    TraceKind.WRONG_KEY: "ลงลายมือชื่อด้วยกุญแจที่ไม่อยู่ในรายชื่อกุญแจ",
    TraceKind.KEY_NOT_YET_VALID: "ลงลายมือชื่อด้วยกุญแจที่เริ่มใช้ได้หลังเวลาของเวอร์ชันนี้",
    TraceKind.KEY_NO_LONGER_VALID: "ลงลายมือชื่อด้วยกุญแจที่หมดอายุก่อนเวลาของเวอร์ชันนี้",
    TraceKind.KEY_REVOKED: "ลงลายมือชื่อด้วยกุญแจที่ถูกเพิกถอนแล้ว",
    TraceKind.KEY_UNKNOWN: "มีลายมือชื่ออิเล็กทรอนิกส์ แต่ไม่มีกุญแจสำหรับตรวจว่าเป็นของใคร",
    TraceKind.KEY_EXPIRED_SINCE: "ลายมือชื่อถูกต้อง แต่กุญแจหมดอายุแล้ว ยืนยันไม่ได้ว่าหมดอายุก่อนหรือหลังลงชื่อ",
    TraceKind.COMMIT_REWRITTEN: "เวอร์ชันที่เผยแพร่แล้วถูกเขียนใหม่",
    TraceKind.COMMIT_REMOVED: "เวอร์ชันที่เผยแพร่แล้วถูกนำออกจากประวัติ",
    TraceKind.COMMIT_REORDERED: "เวอร์ชันที่เผยแพร่แล้วถูกย้ายลำดับ",
    TraceKind.COMMIT_GONE: "เวอร์ชันที่เผยแพร่แล้วไม่มีในคลังข้อมูลนี้ ถูกเขียนใหม่หรือนำออก",
    TraceKind.REDACTED: "ประวัติส่วนนี้ถูกปกปิดข้อมูล โดยประกาศไว้ในคลังข้อมูล",
    TraceKind.NOTHING_TO_COMPARE: "บัญชีไฟล์ไม่ได้ระบุเวอร์ชันของข้อมูล จึงเทียบกับประวัติไม่ได้",
}

LIMITS = {
    "site": (
        "บัญชีไฟล์พิสูจน์ตัวเองไม่ได้ ผู้ที่แก้ทั้งไฟล์และบัญชีไฟล์ทุกชั้นจะตรวจไม่พบ เว้นแต่เทียบกับบัญชีหลักที่ผู้อื่นบันทึกไว้ก่อน (--against)",
        "ไม่พิสูจน์ว่าข้อมูลตรงกับเอกสารต้นฉบับ พิสูจน์เพียงว่าไฟล์ตรงกับที่สร้างไว้",
        "ไฟล์ที่บัญชีไฟล์เว้นไว้ ได้แก่ manifest.json เอง และ .phaen-site ซึ่งเป็นไฟล์ว่าง",
    ),
    "repository": (
        "เวลาของเวอร์ชันเป็นเวลาที่เครื่องของผู้บันทึกระบุ พิสูจน์ไม่ได้ว่าเป็นเวลาจริง อายุของกุญแจจึงเทียบกับเวลานั้น",
        "ลายมือชื่อพิสูจน์ว่าใช้กุญแจใด ไม่พิสูจน์ว่าผู้ถือกุญแจเป็นบุคคลใด",
        "ถ้าไม่ระบุ --against จะไม่ทราบว่าประวัติทั้งหมดถูกเขียนใหม่ก่อนได้รับคลังข้อมูลนี้หรือไม่",
        "ตรวจลายมือชื่อของเวอร์ชันที่เผยแพร่ ไม่ตรวจของเวอร์ชันย่อยที่ถูกรวม (merge) เข้ามา",
        "ไม่ตรวจไฟล์ในเครื่องที่ยังไม่ได้บันทึกเป็นเวอร์ชัน และไม่ตรวจสาขาอื่น",
    ),
}
"""What a verification cannot prove; stated each time."""


def sentence(trace: Trace) -> str:
    """Return the sentence of a trace."""
    return _KIND[trace.kind]
