"""Names of the parts of a plan, for its pages and for search."""

from __future__ import annotations

NARRATIVE = {
    "rationale": "หลักการและเหตุผล",
    "objectives": "วัตถุประสงค์",
    "targets": "เป้าหมายการพัฒนา",
    "curricula": "หลักสูตรการพัฒนา",
    "methods": "วิธีการพัฒนา",
    "budget": "งบประมาณ",
    "monitoring": "การติดตามและประเมินผล",
    "strategy": "ยุทธศาสตร์",
    "projects": "โครงการและกิจกรรม",
    "idp": "แผนพัฒนารายบุคคล (IDP)",
    "survey": "การสำรวจความต้องการพัฒนา",
    "request": "การขอรับการฝึกอบรม",
    "committee": "คณะกรรมการจัดทำแผน",
    "evaluation": "การประเมินผลบุคลากร",
    "amendment": "การปรับปรุงแผน",
    "other": "เรื่องอื่น",
}
"""The fixed parts of a narrative, by id."""

NO_PROJECT_DATA = "ยังไม่มีข้อมูลโครงการของแผนนี้ในเว็บไซต์นี้"
"""Shown for a plan without a table of projects, on its pages and in its evidence."""
ALIGNMENT = "ความสอดคล้องกับยุทธศาสตร์การพัฒนาท้องถิ่น"
IDP_ROLES = "บทบาทหน้าที่ในการจัดทำแผนพัฒนารายบุคคล"
PLANS_OF_LAOS = "แผนพัฒนาบุคลากรขององค์กรปกครองส่วนท้องถิ่น"
"""What the site is about: its first page and its feed."""
DRAFT_NOTE = "ร่างแผน ยังไม่ได้รับความเห็นชอบและยังไม่ประกาศใช้ ข้อมูลอาจเปลี่ยนแปลง"
STATE_NOTE = "อ่านสถานะของเอกสารไม่ได้ จึงยังไม่ทราบว่าแผนนี้เป็นร่างหรือประกาศใช้แล้ว"
RECEIVED_IN_PART = "ข้อมูลมาจากเอกสารที่ได้รับเพียงบางส่วน"
BASIS_MEANS = "จำนวนเงินเป็นของแต่ละปี ของทั้งรอบแผน หรือเอกสารไม่ระบุ"
"""For a column of open data that states the basis of an amount."""
NUMBER_WITHOUT_TEXT = "เอกสารพิมพ์เฉพาะลำดับที่ ไม่มีข้อความ"
YEAR_NOT_STATED = "โครงการที่เอกสารไม่ระบุปีที่ดำเนินการ"
SURVEY_EMPTY = "ไม่มีคำตอบในตารางของเอกสาร ทุกช่องเว้นว่างไว้"
NOT_IN_ITS_LIST = "สมรรถนะที่ไม่อยู่ในรายการของแผนนี้"
METHOD_NOTES = "ถ้อยคำที่ไม่ตรงกับคำอธิบายของตาราง"
STRATEGY_WITHOUT_TACTICS = "เอกสารไม่มีกลยุทธ์ใต้ยุทธศาสตร์นี้"
COMMITTEE_ORDER = "คำสั่งแต่งตั้งคณะกรรมการจัดทำแผน"
MATRIX_TOTAL = "ตารางงบประมาณรายส่วนราชการรวมได้"
NAMES_PRINTED = "ชื่อที่พิมพ์ต่างกันในเอกสาร"
CELL_WITHOUT_DEPARTMENT = "ช่องนี้ไม่ได้ระบุส่วนราชการ"
MONITORING_PAGE = "การติดตามและผลการดำเนินงาน"
TACTICS = "ยุทธศาสตร์และกลยุทธ์ของแผน"
LOCAL_STRATEGIES = "ยุทธศาสตร์การพัฒนาท้องถิ่น"
BUDGET_MATRIX = "ตารางงบประมาณรายส่วนราชการ"
CITED_LAWS = "กฎหมายที่อ้าง ตามที่พิมพ์"
REQUEST_STEPS = "ขั้นตอนการขอรับการฝึกอบรม"
REPORTED_MONEY = "โครงการที่รายงานจำนวนเงิน"
IDP_POSITIONS = "ตำแหน่งในแผนพัฒนารายบุคคล"
QUOTATIONS = "ถ้อยคำในเอกสารที่ควรทราบ"
UNREADABLE_NOW = "อ่านข้อมูลไม่ได้ในขณะนี้"
NO_PLAN_YET = "ยังไม่มีแผนในเว็บไซต์นี้"
PROJECTS_WITHOUT_BUDGET = "โครงการที่ไม่ใช้งบประมาณ"
