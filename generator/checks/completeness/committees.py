"""The approving committee, and the committee that drafts the plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.completeness.wording_of_gaps import FILL_IN
from generator.checks.items import PlanItem
from generator.checks.master_plan import MASTER_PLAN
from generator.checks.rule import Hit, rule
from generator.findings import Severity
from generator.thai.provinces import PROVINCES
from generator.thai.text import fold_for_comparison, quoted

_MUNICIPAL = ("คณะกรรมการพนักงานเทศบาล", "ก.ท.จ.", "กทจ.")
_COMMITTEES = {
    "อบจ.": ("คณะกรรมการข้าราชการองค์การบริหารส่วนจังหวัด", "ก.จ.จ.", "กจจ."),
    "เทศบาลนคร": _MUNICIPAL,
    "เทศบาลเมือง": _MUNICIPAL,
    "เทศบาลตำบล": _MUNICIPAL,
    "อบต.": ("คณะกรรมการพนักงานส่วนตำบล", "ก.อบต.", "กอบต."),
    "เมืองพัทยา": ("คณะกรรมการพนักงานเมืองพัทยา", "ก.เมืองพัทยา"),
}
"""LAO type -> name of its approving committee (master plan, 18)."""
_PROVINCES = tuple((fold_for_comparison(province.name), province.name) for province in PROVINCES.values())


@rule(
    "COMPLETE-005",
    Severity.WARNING,
    title="คณะกรรมการที่เห็นชอบไม่ตรงกับประเภทของ อปท. นี้",
    why="แผนต้องได้รับความเห็นชอบจากคณะกรรมการของ อปท. ประเภทนั้น มติของคณะอื่นใช้แทนกันไม่ได้",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 18",
)
def approving_committee(item: PlanItem) -> Iterator[Hit]:
    """An approving committee of another type of LAO."""
    approval = item.plan.approval
    if approval is None:
        return
    folded = fold_for_comparison(approval.committee)
    own = _COMMITTEES[item.lao.type]
    others = {name for names in _COMMITTEES.values() for name in names} - set(own)
    named = [name for name in others if fold_for_comparison(name) in folded]
    if named and not any(fold_for_comparison(name) in folded for name in own):
        yield Hit(
            f"{item.lao.type} ต้องได้รับความเห็นชอบจาก{own[0]} แต่ระบุ {quoted(approval.committee)}",
            ("approval", "committee"),
        )


@rule(
    "COMPLETE-006",
    Severity.WARNING,
    title="คณะกรรมการที่เห็นชอบเป็นของจังหวัดอื่น",
    why="แผนต้องได้รับความเห็นชอบจากคณะกรรมการของจังหวัดที่ อปท. ตั้งอยู่",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 18",
)
def committee_of_another_province(item: PlanItem) -> Iterator[Hit]:
    """An approving committee of another province."""
    approval = item.plan.approval
    folded = fold_for_comparison(approval.committee) if approval else ""
    if approval is None or fold_for_comparison(item.lao.province) in folded:
        return
    for name, shown in _PROVINCES:
        if folded.endswith(name):
            yield Hit(
                f"อปท. อยู่จังหวัด{item.lao.province} แต่คณะกรรมการที่เห็นชอบเป็นของจังหวัด{shown} {quoted(approval.committee)}",
                ("approval", "committee"),
            )
            return


@rule(
    "COMPLETE-007",
    Severity.WARNING,
    title="คณะกรรมการจัดทำแผนไม่ครบตามองค์ประกอบ",
    why="แผนแม่บทกำหนดว่าผู้ใดต้องร่วมจัดทำแผน คณะที่ไม่ครบอาจทำให้แผนไม่ได้รับความเห็นชอบ",
    remedy=FILL_IN,
    clause=f"{MASTER_PLAN} ข้อ 14.1",
)
def plan_committee(item: PlanItem) -> Iterator[Hit]:
    """A member list without a seat that the master plan requires: chair, chief administrator, deputy, heads, secretary.

    A deputy is required only if the LAO has one, as the IDP shows.
    """
    committee = item.plan.committee
    if committee is None or not committee.members:
        return
    chairs = [one for one in committee.members if "ประธาน" in one.role and "รอง" not in one.role]
    positions = [one.position for one in committee.members]
    missing = ["นายกองค์กรปกครองส่วนท้องถิ่นเป็นประธาน"] * (not any("นายก" in one.position for one in chairs))
    missing += ["ปลัดองค์กรปกครองส่วนท้องถิ่น"] * (not any(_is_chief(one) for one in positions))
    has_deputy = any("รองปลัด" in row.position for row in (item.files.idp.rows if item.files.idp else ()))
    missing += ["รองปลัด ซึ่งมีในแผนพัฒนารายบุคคล"] * (has_deputy and not any("รองปลัด" in one for one in positions))
    missing += ["หัวหน้าส่วนราชการ"] * (not any(_is_head(one) for one in positions))
    secretaries = [one for one in committee.members if "เลขา" in one.role and "ผู้ช่วย" not in one.role]
    missing += ["กรรมการและเลขานุการ"] * (not secretaries)
    if missing:
        yield Hit(f"รายชื่อคณะกรรมการจัดทำแผนไม่มี{' และไม่มี'.join(missing)}", ("committee", "members"))


def _is_chief(position: str) -> bool:
    return "ปลัด" in position.replace("สำนักปลัด", "").replace("รองปลัด", "")


def _is_head(position: str) -> bool:
    return any(word in position for word in ("หัวหน้า", "ผู้อำนวยการ", "ผอ.", "ส่วนราชการ"))
