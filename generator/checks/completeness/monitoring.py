"""Check that the plan says when it is monitored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN
from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.rule import Hit, rule
from generator.findings import Severity

_NUMBER = "(?:[0-9๐-๙]{1,3}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เก้า|สิบสอง|สิบ|ครึ่ง)"
_INTERVAL = re.compile(
    f"ทุก ?ๆ? ?{_NUMBER}? ?(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี|สิ้น|ต้น|กลาง|รอบ|ครั้ง|งวด|โครงการ|หลักสูตร|คราว)"
    "|ราย(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี|ครึ่งปี|งวด|หกเดือน)|(?:สัปดาห์|เดือน|ไตรมาส|ปี)ละ"
    f"|รอบ ?{_NUMBER}|{_NUMBER} ?(?:วัน|สัปดาห์|เดือน|ไตรมาส|ครั้ง|รอบ|ระยะ|ช่วง)|ไตรมาส|(?:สิ้น|กลาง|ครึ่ง|ต้น|ปลาย|แต่ละ)ปี"
    "|(?:สิ้น|ภายใน|ช่วง|ใน|ประจำ|แต่ละ)เดือน|ประจำปี(?! ?งบ)"
    "|(?:ก่อน|หลัง|ระหว่าง|เมื่อ|สิ้นสุด)[^ ]{0,20}(?:อบรม|พัฒนา|โครงการ)"
)
"""A time span, a day, or a step of the training; three years is the plan itself."""
_OF_STAFF = re.compile("(?:การปฏิบัติงาน|การปฏิบัติราชการ|ความดีความชอบ|ขั้นเงินเดือน) ?ประจำปี")
"""The interval of staff appraisals is not the plan's."""
_FOLLOWED_UP = "ติดตาม"


@rule(
    "COMPLETE-031",
    Severity.NOTICE,
    title="การติดตามและประเมินผลไม่บอกรอบเวลา",
    why="ถ้าไม่บอกว่าติดตามเมื่อใดหรือบ่อยเพียงใด ผู้รับผิดชอบไม่ทราบกำหนด และตรวจสอบไม่ได้ว่าได้ติดตามแล้วหรือยัง",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 15 (4)",
)
def no_interval(item: PlanItem) -> Iterator[Hit]:
    """A monitoring section without a time span; only if that section was received."""
    plan = item.plan
    summary = plan.monitoring.summary if plan.monitoring else None
    sections = [section.markdown for section in item.files.narrative if section.id == "monitoring"]
    if not (summary or sections) or not _is_received(item):
        return
    texts = [summary or "", (plan.monitoring and plan.monitoring.title) or "", *sections]
    texts += [one.text for one in plan.committee.duties if _FOLLOWED_UP in one.text] if plan.committee else []
    texts += [one.text for one in plan.quotations if _FOLLOWED_UP in one.text]
    texts += [one.summary for one in plan.evaluation_forms if one.summary and _FOLLOWED_UP in one.summary]
    if not any(_INTERVAL.search(_OF_STAFF.sub("", text)) for text in texts):
        message = "หัวข้อการติดตามและประเมินผลเท่าที่บันทึกไว้ ไม่บอกว่าติดตามแผนเมื่อใดหรือทุกระยะเท่าใด"
        if summary:
            yield Hit(message, ("monitoring", "summary"))
        else:
            yield Hit(message, (1,), "narrative.md", snippet="## monitoring")


def _is_received(item: PlanItem) -> bool:
    if not item.is_partial:
        return True
    said = [topic.coverage for topic in item.plan.topics if topic.topic == "monitoring"]
    received = {section for source in item.plan.sources for section in source.sections}
    return said == ["full"] if said else bool(item.plan.monitoring and item.plan.monitoring.section in received)
