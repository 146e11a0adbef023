"""What the parts of a plan are called, for its pages and for whoever looks for them."""

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

CHOICE_LIST = {
    "curricula": "หลักสูตร",
    "methods": "วิธีการพัฒนา",
    "target_groups": "กลุ่มเป้าหมาย",
    "competencies": "สมรรถนะ",
}
"""Lists of what a plan names from the national frameworks."""
