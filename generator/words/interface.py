"""The interface's Thai words for the values of the model and the views. Wording only: no logic, no look-ups in data."""

from __future__ import annotations

from generator.facts.changes import PlanEventKind
from generator.facts.legal_state import LegalState
from generator.facts.named_documents import Withheld
from generator.facts.states import Milestone, TopicState, Validity
from generator.facts.summary import Standing
from generator.facts.year_money import YearMoneyKind
from generator.model.lao import Fiction
from generator.model.money import BudgetBasis, BudgetState
from generator.model.official import DocumentState
from generator.model.plan_parts import CHOICE_LIST as CHOICE_LIST
from generator.model.plan_parts import COMPETENCY_KIND_NAMES
from generator.model.results import ResultStatus
from generator.model.roles import Role
from generator.words import evidence
from generator.words.findings import PLACES, SEVERITY, SEVERITY_MEANS, SUBJECT
from generator.words.history import KNOWN as HISTORY_KNOWN
from generator.words.history import NOT_SAVED as HISTORY_NOT_SAVED
from generator.words.history import SIGNATURE as COMMIT_SIGNATURE
from generator.words.history import UNREADABLE_VERSION as HISTORY_UNREADABLE
from generator.words.integrity import NOT_PROVEN as NOT_PROVEN
from generator.words.parts import ALIGNMENT as ALIGNMENT
from generator.words.parts import BASIS_MEANS as BASIS_MEANS
from generator.words.parts import CELL_WITHOUT_DEPARTMENT as CELL_WITHOUT_DEPARTMENT
from generator.words.parts import CITED_LAWS as CITED_LAWS
from generator.words.parts import COMMITTEE_ORDER as COMMITTEE_ORDER
from generator.words.parts import DRAFT_NOTE as DRAFT_NOTE
from generator.words.parts import IDP_POSITIONS as IDP_POSITIONS
from generator.words.parts import IDP_ROLES as IDP_ROLES
from generator.words.parts import LOCAL_STRATEGIES as LOCAL_STRATEGIES
from generator.words.parts import MATRIX_TOTAL as MATRIX_TOTAL
from generator.words.parts import METHOD_NOTES as METHOD_NOTES
from generator.words.parts import MONITORING_PAGE as MONITORING_PAGE
from generator.words.parts import NAMES_PRINTED as NAMES_PRINTED
from generator.words.parts import NARRATIVE
from generator.words.parts import NO_PLAN_YET as NO_PLAN_YET
from generator.words.parts import NO_PROJECT_DATA as NO_PROJECT_DATA
from generator.words.parts import NOT_IN_ITS_LIST as NOT_IN_ITS_LIST
from generator.words.parts import NUMBER_WITHOUT_TEXT as NUMBER_WITHOUT_TEXT
from generator.words.parts import PLANS_OF_LAOS as PLANS_OF_LAOS
from generator.words.parts import PROJECTS_WITHOUT_BUDGET as PROJECTS_WITHOUT_BUDGET
from generator.words.parts import QUOTATIONS as QUOTATIONS
from generator.words.parts import RECEIVED_IN_PART as RECEIVED_IN_PART
from generator.words.parts import REPORTED_MONEY as REPORTED_MONEY
from generator.words.parts import REQUEST_STEPS as REQUEST_STEPS
from generator.words.parts import STATE_NOTE as STATE_NOTE
from generator.words.parts import STRATEGY_WITHOUT_TACTICS as STRATEGY_WITHOUT_TACTICS
from generator.words.parts import SURVEY_EMPTY as SURVEY_EMPTY
from generator.words.parts import TACTICS as TACTICS
from generator.words.parts import UNREADABLE_NOW as UNREADABLE_NOW
from generator.words.parts import YEAR_NOT_STATED as YEAR_NOT_STATED
from generator.words.printing import ANNUAL as ANNUAL

__all__ = ["COMMIT_SIGNATURE", "HISTORY_KNOWN", "HISTORY_NOT_SAVED", "HISTORY_UNREADABLE"]
__all__ += ["SEVERITY", "SEVERITY_MEANS", "SUBJECT"]  # re-exported: templates import only this module

HASH_COMPUTED = "คำนวณจากไฟล์"
HASH_STATED = "ตามที่ระบุไว้ ยังไม่ได้เทียบกับไฟล์"
WITHHELD = {
    Withheld.NOT_REVIEWED: "ยังไม่เผยแพร่ไฟล์ เพราะยังไม่ได้ระบุว่าตรวจข้อมูลส่วนบุคคลแล้ว",
    Withheld.TOO_LARGE: "ไม่ได้เผยแพร่ไฟล์ เพราะมีขนาดใหญ่เกินที่เว็บไซต์นี้รับ",
    Withheld.OTHER_KIND: "ไม่ได้เผยแพร่ไฟล์ เพราะไม่ใช่ไฟล์ PDF, PNG หรือ JPEG",
    Withheld.SAME_ID: "ไม่ได้เผยแพร่ไฟล์ เพราะใช้รหัสเอกสาร (id) ซ้ำกับไฟล์อื่น",
}
"""Why a file of `documents/` is not published."""
FILE_MISSING = "ไม่พบไฟล์นี้ใน documents/"

ELEMENT_STATE = evidence.ELEMENT_STATE
CONFIDENCE = evidence.CONFIDENCE
CONFIDENCE_BRIEFLY = evidence.CONFIDENCE_BRIEFLY
EVIDENCE_REASON = evidence.REASON
EVIDENCE_LACKING = evidence.LACKING
EVIDENCE_DOUBTFUL = evidence.DOUBTFUL
EVIDENCE_WITHOUT_BASIS = evidence.WITHOUT_BASIS
EVIDENCE_NOTICE = evidence.NOT_A_VERDICT
EVIDENCE_UNKNOWN_YEAR = evidence.UNKNOWN_YEAR
EVIDENCE_NO_WEBSITE = evidence.NO_WEBSITE
EVIDENCE_NO_PATH = evidence.NO_PATH
EVIDENCE_NO_SITE_URL = evidence.NO_SITE_URL
EVIDENCE_DRAFT = evidence.DRAFT
EVIDENCE_MET_OF = evidence.MET_OF
EVIDENCE_PART_SHOWN = evidence.PART_SHOWN
EVIDENCE_ALSO_NEEDED = evidence.ALSO_NEEDED
EVIDENCE_PERMANENT = evidence.PERMANENT_ADDRESSES
EVIDENCE_RELATED = evidence.RELATED
EVIDENCE_NO_DOCUMENTS = evidence.NO_DOCUMENTS
ITEMS_NOT_KNOWN = "ยังไม่มีรายการข้อของปีนี้"

NOT_RECORDED = "ไม่มีในข้อมูลที่บันทึกไว้"
NO_LAO_DATA = "ยังไม่มีข้อมูลของ อปท. ใดในเว็บไซต์นี้"
NO_NATIONAL_DOCUMENT = "ยังไม่มีเอกสารกรอบระดับชาติในเว็บไซต์นี้"
MAY_HAVE_NEWER_PLAN = "อปท. อาจมีแผนรอบใหม่ที่ยังไม่มีข้อมูลในเว็บไซต์นี้"
REPORT_WITHOUT_PROJECTS = "รายงานนี้ไม่มีผลรายโครงการ"
REPORT_TO_PRINT = "รายงานผลของปีนี้ ฉบับพิมพ์ได้"
COMPARED_ALONE = "สองยอดนี้ไม่ใช่ยอดของทั้งแผน นับเฉพาะ"
"""Before the number of projects of which plan and report both state an amount."""
FOR_OFFICERS = "สำหรับเจ้าหน้าที่ที่ดูแลข้อมูล"
FOR_OFFICERS_TO_MEND = "สำหรับเจ้าหน้าที่: สิ่งที่ต้องแก้"

UNREAD = "ตีความไม่ได้"
"""Beside a printed text that cannot be interpreted for certain."""

FICTION = {
    Fiction.ALL: "ข้อมูลสมมุติ ทั้งชื่อ รหัส และเนื้อหาในหน้านี้แต่งขึ้นเพื่อทดลองระบบ ไม่ใช่ของ อปท. ใด",
    Fiction.CONTENT: "ข้อมูลสมมุติ ชื่อและรหัสเป็นของ อปท. จริง แต่เนื้อหาทั้งหมดแต่งขึ้นเพื่อทดสอบระบบ ไม่ใช่แผนของ อปท. นี้",
}
"""Above every page of an LAO whose data is made up."""
SITE_FICTION = {
    Fiction.ALL: "ข้อมูลสมมุติ อปท. และแผนทั้งหมดในเว็บไซต์นี้แต่งขึ้นเพื่อทดลองระบบ มีเพียงเอกสารกรอบระดับชาติที่เป็นของจริง",
    Fiction.CONTENT: "ข้อมูลสมมุติ ชื่อ อปท. เป็นชื่อจริง แต่แผนทั้งหมดในเว็บไซต์นี้แต่งขึ้นเพื่อทดสอบระบบ ไม่ใช่แผนของ อปท. ใด "
    "มีเพียงเอกสารกรอบระดับชาติที่เป็นของจริง",
}
"""Above every other page of a site on which no LAO is real."""


PREVIEW = "ตัวอย่างก่อนเผยแพร่ ข้อมูลในหน้านี้ยังไม่เป็นทางการ และหน้านี้จะหมดอายุเอง"
"""Above every page of an LAO in a preview of a draft."""


def held_back(day: str, reason: str) -> str:
    """Return the banner for every page of an LAO whose newest data could not be shown."""
    return f"ข้อมูลที่ส่งเมื่อ {day} ยังนำมาแสดงไม่ได้ เพราะ{reason} หน้านี้จึงแสดงข้อมูลชุดก่อนหน้า"


MADE_UP = {
    Fiction.ALL: "ข้อมูลสมมุติ",
    Fiction.CONTENT: "ข้อมูลสมมุติ (ชื่อจริง)",
}
"""Beside the name of such an LAO in lists."""

FORM_PAGE = "กรอกผลและการแก้ไข"
"""Title of the page on which officers enter results, amendments, corrections and answers."""

DOCUMENT_STATE = {
    DocumentState.DRAFT: "ร่าง",
    DocumentState.SUBMITTED: "เสนอขอความเห็นชอบแล้ว",
    DocumentState.RETURNED: "ส่งกลับแก้ไข",
    DocumentState.APPROVED: "คณะกรรมการเห็นชอบแล้ว ยังไม่ประกาศใช้",
    DocumentState.ANNOUNCED: "ประกาศใช้แล้ว",
    DocumentState.UNREAD: "อ่านสถานะเอกสารไม่ได้",
}

LEGAL_STATE = {
    LegalState.NOT_ANNOUNCED: "ยังไม่ประกาศใช้",
    LegalState.NOT_YET_IN_FORCE: "ยังไม่มีผลใช้บังคับ",
    LegalState.IN_FORCE: "มีผลใช้บังคับ",
    LegalState.EXPIRED: "สิ้นสุดระยะเวลาแล้ว",
}

STATUS = {
    LegalState.NOT_ANNOUNCED: "ยังไม่มีผลใช้บังคับ เพราะยังไม่ประกาศใช้",
    LegalState.NOT_YET_IN_FORCE: "ยังไม่มีผลใช้บังคับ",
    LegalState.IN_FORCE: "มีผลใช้บังคับ",
    LegalState.EXPIRED: "ไม่มีผลใช้บังคับแล้ว",
}
"""The first line of a plan; its days follow."""

BUDGET_BASIS = {
    BudgetBasis.PER_YEAR: "ต่อปีงบประมาณ",
    BudgetBasis.WHOLE_CYCLE: "รวมตลอดรอบแผน",
    BudgetBasis.NOT_STATED: "ตามเอกสาร ไม่ระบุว่าต่อปีหรือรวม ๓ ปี",
    None: "มีทั้งที่เป็นรายปีและที่ไม่ใช่รายปีรวมกันอยู่ ไม่ควรนำไปเทียบกับแผนอื่น",
}

BASIS_BRIEFLY = {
    BudgetBasis.PER_YEAR: "ต่อปี",
    BudgetBasis.WHOLE_CYCLE: "รวมทั้งรอบแผน",
    BudgetBasis.NOT_STATED: "ไม่ระบุว่าต่อปีหรือรวม",
    None: "รายปีและไม่ใช่รายปีปนกัน",
}
"""After an amount that can be read alone."""

BUDGET_OF_CYCLE = "งบประมาณรวมตลอดรอบแผน"
BUDGET_OF_YEAR = "งบประมาณปีนี้ของโครงการเหล่านี้"
"""What money spent is compared with."""

OUT_OF = "จาก {}"
PEOPLE_PLANNED = "เป้าหมาย {} คน"
AS_PLANNED = "ตามแผน"
INDICATOR_PLANNED = "ตัวชี้วัดตามแผน"
"""Below a reported value: what the plan states. The first two only for figures of the same year."""

BUDGET_STATE = {
    BudgetState.AMOUNT: "ระบุจำนวนเงิน",
    BudgetState.NO_BUDGET: "ไม่ใช้งบประมาณ",
    BudgetState.SOURCE: "ระบุแหล่งเงินหรือวิธีจ่าย ไม่ระบุจำนวน",
    BudgetState.UNREAD: "ตีความจำนวนเงินไม่ได้",
    BudgetState.DASH: "พิมพ์เพียงขีด (-)",
    BudgetState.NOT_STATED: "เอกสารไม่ระบุ",
}

MILESTONE = {
    Milestone.ORDER: "แต่งตั้งคณะกรรมการจัดทำแผน",
    Milestone.SUBMITTED: "เสนอขอความเห็นชอบ",
    Milestone.RETURNED: "คณะกรรมการส่งกลับแก้ไข",
    Milestone.APPROVED: "คณะกรรมการมีมติเห็นชอบ",
    Milestone.ANNOUNCED: "ประกาศใช้แผน",
    Milestone.EFFECTIVE: "เริ่มมีผลใช้บังคับ",
    Milestone.STAMPED: "วันที่ในตรา “ร่าง พิมพ์ ทวน”",
    Milestone.ENDS: "สิ้นสุดรอบแผน",
}

TOPIC = {
    "rationale": "หลักการและเหตุผล",
    "targets": "เป้าหมายการพัฒนา",
    "curricula": "หลักสูตรการพัฒนา",
    "methods": "วิธีการพัฒนาและระยะเวลา",
    "budget": "งบประมาณ",
    "monitoring": "การติดตามและประเมินผล",
}

TOPIC_STATE = {
    TopicState.FOUND: "พบในเอกสาร",
    TopicState.PARTIAL: "พบบางส่วน",
    TopicState.OUTSIDE: "อาจอยู่นอกส่วนของเอกสารที่ได้รับ",
    TopicState.MISSING: NOT_RECORDED,
}

RESULT_STATUS = {
    ResultStatus.NOT_STARTED: "ยังไม่ดำเนินการ",
    ResultStatus.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    ResultStatus.DONE: "ดำเนินการแล้ว",
    ResultStatus.CANCELLED: "ยกเลิก",
    ResultStatus.NOT_STATED: "ไม่ได้ระบุสถานะ",
    ResultStatus.UNREAD: "อ่านสถานะไม่ได้",
}

PROGRESS = {str(status): words for status, words in RESULT_STATUS.items()} | {"not_reported": "ยังไม่รายงาน"}
"""Status of a project, or that none was reported."""

EXTENT = {"full": "ได้รับทั้งฉบับ", "partial": "ได้รับบางส่วน"}

ENTERED_BY = {
    "lao": "อปท. บันทึกข้อมูลเอง",
    "third_party": "บุคคลภายนอกบันทึกข้อมูลจากเอกสาร โดย อปท. ยังไม่ได้ตรวจทาน",
    "unread": "ไม่ทราบว่าผู้ใดบันทึกข้อมูล",
}

NOT_STATED = "เอกสารไม่ระบุ"
NOT_REPORTED = "ยังไม่รายงานผล"
NO_DAY_OF_WITHDRAWAL = "วันที่นำออกในระบบผิดปกติ"
OUTSIDE_RECEIVED = "อยู่นอกส่วนของเอกสารที่ได้รับ"

_NO_COMPETENCY_KIND: dict[str | None, str] = {None: "เอกสารไม่ระบุกลุ่มสมรรถนะ"}
COMPETENCY_KIND = _NO_COMPETENCY_KIND | COMPETENCY_KIND_NAMES

NO_SECTION = "ไม่ระบุ"
NO_STRATEGY = "โครงการที่เอกสารไม่ระบุยุทธศาสตร์"
NO_TACTIC = "เอกสารไม่ระบุกลยุทธ์"
NO_DEPARTMENT = "เอกสารไม่พิมพ์หัวข้อส่วนราชการ"
NO_STAFF_CATEGORY = "เอกสารไม่ระบุประเภทบุคลากร"

CORRECTION_KIND = {"transcription": "บันทึกข้อมูลคลาดเคลื่อนจากเอกสาร", "clerical": "ข้อผิดพลาดเล็กน้อยในการพิมพ์"}

AMENDED = {
    "budget": "งบประมาณ",
    "period": "ระยะเวลา",
    "responsible": "ผู้รับผิดชอบ",
    "name": "ชื่อ",
    "targets": "เป้าหมาย",
    "indicator": "ตัวชี้วัด",
    "added": "เพิ่มรายการ",
    "removed": "ยกเลิกรายการ",
    "text": "ข้อความ",
    None: "รายการที่ปรับปรุง",
}
"""What an amendment changed."""

WRITTEN_BY = {True: "สรุปโดยผู้บันทึกข้อมูล", False: "ข้อความของ อปท."}
"""Author of a part of the plan's text: a summary or not."""

QUARTER_MONTHS = {1: "ต.ค.–ธ.ค.", 2: "ม.ค.–มี.ค.", 3: "เม.ย.–มิ.ย.", 4: "ก.ค.–ก.ย."}

YEAR_MONEY = {
    YearMoneyKind.BY_YEAR: "จำนวนเงินของปีนี้",
    YearMoneyKind.PER_YEAR: "จำนวนเงินต่อปีงบประมาณ",
    YearMoneyKind.OTHER_YEARS: "เอกสารระบุจำนวนเงินเฉพาะปีอื่น",
    YearMoneyKind.WHOLE_CYCLE: "จำนวนเงินรวมตลอดรอบแผน",
    YearMoneyKind.BASIS_NOT_STATED: "ตามเอกสาร ไม่ระบุว่าต่อปีหรือรวม ๓ ปี",
    YearMoneyKind.NO_BUDGET: "ไม่ใช้งบประมาณ",
    YearMoneyKind.WORDS: "ระบุเป็นถ้อยคำ",
    YearMoneyKind.NOT_STATED: "เอกสารไม่ระบุ",
}

CHANGE = {
    PlanEventKind.ANNOUNCED: "ประกาศใช้แผน",
    PlanEventKind.AMENDED: "ปรับปรุงแผน ครั้งที่",
    PlanEventKind.CORRECTED: "แก้ไขข้อมูลที่บันทึกคลาดเคลื่อน",
    PlanEventKind.REPORTED: "รายงานผลปีงบประมาณ",
}
"""What happened to a plan; the number of an amendment or the year of a report follows."""

STANDING = {
    Standing.IN_FORCE: "มีแผนที่มีผลใช้บังคับ",
    Standing.NOT_YET_IN_FORCE: "แผนล่าสุดยังไม่มีผลใช้บังคับ",
    Standing.EXPIRED: "แผนล่าสุดสิ้นสุดระยะเวลาแล้ว",
    Standing.NOT_ANNOUNCED: "แผนล่าสุดยังไม่ประกาศใช้",
    Standing.UNREADABLE: "มีข้อมูลที่อ่านไม่ได้ในขณะนี้",
    Standing.NO_PLAN: NO_PLAN_YET,
}
"""What the site can say of an LAO's plans."""

VALIDITY = {
    Validity.NOT_STATED: "เอกสารไม่ระบุระยะเวลาที่มีผลครบถ้วน",
    Validity.NOT_YET_IN_FORCE: "ยังไม่เริ่มระยะเวลาที่มีผล",
    Validity.IN_FORCE: "อยู่ในระยะเวลาที่มีผล",
    Validity.EXPIRED: "สิ้นสุดระยะเวลาที่มีผลแล้ว",
}
"""Whether a national document is still valid."""

NOT_HERE = "ยังไม่มีในเว็บไซต์นี้"
OF_CONVERSION = "ตัวพิมพ์ที่เสียจากการแปลงไฟล์ ไม่ใช่ของ อปท."

STATE_SHAPE = {
    "draft": "waiting",
    "submitted": "waiting",
    "returned": "warn",
    "approved": "good",
    "announced": "good",
    "not_announced": "waiting",
    "not_yet_in_force": "waiting",
    "in_force": "current",
    "expired": "past",
    "found": "good",
    "partial": "partial",
    "outside": "none",
    "missing": "warn",
    "not_started": "waiting",
    "in_progress": "partial",
    "done": "good",
    "cancelled": "past",
    "unread": "warn",
    "unreadable": "problem",
    "no_plan": "none",
    "not_stated": "none",
    "error": "problem",
    "warning": "warn",
    "notice": "notice",
    "met": "good",
    "not_met": "warn",
    "not_applicable": "none",
    "cannot_tell": "partial",
}
"""Value of any state -> its shape in the stylesheet (base.css, .state)."""

FINDING_PLACE = PLACES | {f"n-{part}": f"เนื้อความเรื่อง{words}" for part, words in NARRATIVE.items()}
"""What is at the place of a finding; with its name if it has one."""

ROLE = {
    Role.PRINTED: "ข้อความตามที่พิมพ์",
    Role.NUMBER: "ลำดับตามที่พิมพ์",
    Role.SECTION: "ส่วนของเอกสารตามที่พิมพ์",
    Role.SUMMARY: "สรุปด้วยถ้อยคำของผู้บันทึก",
    Role.REMARK: "หมายเหตุของผู้บันทึก",
    Role.STATEMENT: "ถ้อยคำของ อปท.",
    Role.NAME: "ชื่อ",
    Role.OWN_WORD: "คำที่กำหนด",
    Role.ID: "รหัสที่ตั้งขึ้น",
    Role.REFERENCE: "รหัสหรือชื่อของ",
    Role.MONEY: "จำนวนเงินตามที่พิมพ์",
    Role.PERIOD: "ระยะเวลาตามที่พิมพ์",
    Role.DATE: "วัน เดือน และปี พ.ศ.",
    Role.YEAR: "ปี พ.ศ.",
    Role.COUNT: "จำนวนเต็ม",
    Role.CODE: "รหัส",
    Role.ADDRESS: "ที่อยู่เว็บไซต์",
    Role.HASH: "ค่า sha256",
    Role.FILE: "ชื่อไฟล์",
    Role.RECORD: "กลุ่มของหัวข้อ",
}
"""What to write under a key of the content format."""

RECORDS = "รายการ แต่ละรายการมีหัวข้อต่อไปนี้"
"""What to write under a key that holds several groups of keys."""

CELL_KEYS = {
    "printed": "ข้อความตามที่พิมพ์ในเอกสาร",
    "date": "วัน เดือน และปี พ.ศ. ที่ข้อความนั้นหมายถึง เช่น 30 ก.ย. 2566",
    "year": "ปีงบประมาณ (พ.ศ.) ที่ข้อความนั้นหมายถึง เช่น 2567",
    "number": "จำนวนเต็มที่ข้อความนั้นหมายถึง",
    "amount": "จำนวนเงินเป็นบาทที่ข้อความนั้นหมายถึง",
    "basis": "ฐานของจำนวนเงิน: per_year = ต่อปี · whole_cycle = รวมทั้งแผน",
    "no_budget": "เขียน yes ถ้าข้อความนั้นหมายความว่าไม่ใช้งบประมาณ",
    "by_year": "แยกรายปีงบประมาณ ปีละหนึ่งบรรทัด เช่น 2567: ...",
    "quarters": "ไตรมาสที่ข้อความนั้นหมายถึง เช่น 1-4",
}
"""Keys of a printed cell that states more than its text: what to write there."""

REFERENCED = {
    "department": "ส่วนราชการ",
    "strategy": "ยุทธศาสตร์",
    "tactic": "กลยุทธ์",
    "value": "ค่านิยม",
    "local_strategy": LOCAL_STRATEGIES,
    "project": "โครงการ",
    "framework": "รายการในกรอบระดับชาติ",
    "item": "รายการในแผน",
}
"""Kinds of records that a key may refer to, by id or name."""
