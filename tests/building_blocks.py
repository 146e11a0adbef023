"""A valid content folder of a fictional LAO, as files; each test changes only what it is about."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parents[1]
PUBLISHED = ROOT / "tests" / "content_as_published"
"""A fixed copy of content/, which tests count and measure, so that changes of content/ break no test. Only tests
that compare content/ with its source documents, and that it can be read, look at content/ itself."""
CODE = "5999901"
SLUG = "tua-yang"
CYCLE = "2567-2569"

Edit: TypeAlias = "tuple[str, str]"
Change: TypeAlias = "str | bytes | Edit | list[Edit] | None"
"""A complete new text, raw bytes, one or several (old, new) pairs, or None to leave the file out."""

LAO = """\
code: 5999901
type: เทศบาลตำบล
name: ตัวอย่าง
district: ตัวอย่าง
province: มหาสารคาม
departments:
  - id: clerk-office
    name: สำนักปลัด
  - id: finance
    name: กองคลัง
    aliases: [คลัง]
"""

PLAN = """\
cycle: 2567-2569
title: แผนพัฒนาบุคลากร ๓ ปี ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ - ๒๕๖๙
continues: 2564-2566
state: announced
submitted: 1 ก.ย. 2566
sources:
  - document: แผนตัวอย่าง
    extent: full
    entered_by: lao
approval:
  committee: คณะกรรมการพนักงานเทศบาลจังหวัดมหาสารคาม
  meeting: ๙/๒๕๖๖
  date: 25 กันยายน 2566
announcement:
  title: ประกาศใช้แผนพัฒนาบุคลากร
  date: 30 กันยายน 2566
  effective_date: 1 ตุลาคม 2566
  signatory:
    position: นายกเทศมนตรีตำบลตัวอย่าง
    name:
appointment_order: {number: ๑๐๐/๒๕๖๖, date: 15 ส.ค. 2566, title: แต่งตั้งคณะกรรมการ}
drafting_stamps:
  - {label: วัน/เดือน/ปี, printed: ๓๐ / ๙ / ๖๖, date: 2566-09-30}
cover: {unit: งานบริหารงานบุคคล, office: สำนักปลัด}
objectives:
  - บุคลากรมีความรู้ตามแผนปี ๒๕๖๗-๒๕๖๙
topics:
  - {topic: budget, section: ๓.๑๐, coverage: full}
local_strategies:
  - {id: local-1, number: ๑, name: ด้านการบริหาร}
values:
  - {id: value-1, number: ๑, name: ทำงานเป็นทีม}
alignment:
  section: ๓.๘
  rows:
    - {local_strategy: local-1, values: [value-1]}
strategies:
  - id: s1
    number: ๑
    name: พัฒนาความรู้
    values: [value-1]
    wordings:
      - {section: ๓.๑๐, text: "ยุทธศาสตร์ที่ ๑ : พัฒนาความรู้"}
    tactics:
      - id: s1t1
        number: ๑
        name: ส่งเสริมการฝึกอบรม
        wordings:
          - {section: ๓.๑๐, text: ส่งเสริม การฝึกอบรม}
budget_basis: per_year
budget_matrix:
  section: ๓.๑๐
  title: ตารางงบประมาณ
  basis: per_year
  columns:
    - {department: clerk-office, printed: สำนักปลัด}
    - {department: finance, printed: กองคลัง}
  rows:
    - {strategy: s1, amounts: ["๑๐,๐๐๐", ""], stated_total: "๑๐,๐๐๐"}
  stated_column_totals: ["๑๐,๐๐๐", ""]
  stated_grand_total: "๑๐,๐๐๐"
survey:
  section: ๓.๑๓
  columns: [ด้านบริหาร, ด้านเทคโนโลยี]
  rows:
    - {department: clerk-office, printed: สำนักปลัด, cells: [ต้องการ, ""]}
committee:
  section: บทที่ ๔
  years_printed: ๒๕๖๗ - ๒๕๖๙
  members:
    - {number: ๑.๑, position: นายกเทศมนตรีตำบลตัวอย่าง, role: ประธานกรรมการ}
  duties:
    - {number: ๒.๑, text: จัดทำแผนสามปี (๒๕๖๗ - ๒๕๖๙)}
monitoring:
  section: บทที่ ๔
  summary: ติดตามทุกหกเดือน
other_tables:
  - title: ปฏิทินการฝึกอบรม
    columns: [เดือน, เรื่อง]
    rows:
      - cells: [ตุลาคม, ปฐมนิเทศ]
      - cells: [มีนาคม, ""]
quotations:
  - {section: บทที่ ๔, text: ข้อความ, note: ตามที่พิมพ์}
amendments:
  - {number: ๑, reason: ปรับงบประมาณ, ids: [s1t1-1]}
corrections:
  - {date: 1 ธ.ค. 2566, kind: transcription, ids: [s1t1-1], reason: คัดผิด}
acknowledged:
  - {code: MONEY-001, reason: ตามเอกสาร}
documents:
  - {id: signed-plan, kind: แผน, title: แผนฉบับลงนาม, address: "https://www.example.go.th/plan.pdf"}
"""

PROJECTS = """\
section: ๓.๑๑
title: โครงการ ปี ๒๕๖๗ - ๒๕๖๙
projects:
  - id: s1t1-1
    strategy: s1
    tactic: s1t1
    number: ๑
    name: โครงการฝึกอบรม
    indicator: ร้อยละของผู้ผ่านการอบรม
    targets: {quantity: ร้อยละ ๘๐, quality: ร้อยละ ๘๐}
    budget: ๑๐,๐๐๐
    periods:
      2567: ไตรมาสที่ ๑-๔
      2568: ไตรมาสที่ ๒
    responsible: {departments: [clerk-office], printed: สำนักปลัด}
    note: หมายเหตุเดิม
  - id: s1t1-2
    strategy: s1
    tactic: s1t1
    number: ๒
    name: กิจกรรมแลกเปลี่ยนเรียนรู้
    budget: ไม่ใช้งบประมาณ
    responsible: {departments: [], printed: (LPA ด้านที่ ๒}
    evidence:
      - {scheme: LPA, item: ด้านที่ ๒}
    objective: เพื่อให้ปฏิบัติงานได้ตามมาตรฐาน
    place: ห้องประชุมเทศบาล
    expected_result: บุคลากรปฏิบัติงานได้ตามมาตรฐาน
"""

IDP = """\
section: ๓.๑๕
title: แผนรายบุคคล ประจำปีงบประมาณ ๒๕๖๔ – ๒๕๖๖
years: [๒๕๖๔, ๒๕๖๕, ๒๕๖๖]
methods:
  - {number: ๑, name: ฝึกอบรม}
rows:
  - id: idp-01
    department: clerk-office
    position: นิติกร
    skills:
      - {number: ๑, text: สมรรถนะหลัก, competencies: [core]}
    goals:
      - {number: ๑, text: ทำงานได้ตามมาตรฐาน}
    methods: [๑]
    years: [๒๕๖๔, ๒๕๖๖]
  - id: idp-02
    department: finance
    position: เจ้าพนักงานพัสดุ
    methods: [การสอนงาน]
    years: [๒๕๖๔, ๒๕๖๕, ๒๕๖๖]
    note: หมายเหตุเดิม
"""

NARRATIVE = """\
## idp
ที่มา: ๓.๑๒ (สรุป)

แผนรายบุคคลของปี ๒๕๖๗
"""

RESULTS = """\
fiscal_year: 2567
round: 12
as_of: 30 ก.ย. 2567
projects:
  - {project: s1t1-1, status: done, spent: "๙,๐๐๐", people: ๓๐}
"""

FILES = {
    "lao": ("lao.yml", LAO),
    "plan": (f"{CYCLE}/plan.yml", PLAN),
    "projects": (f"{CYCLE}/projects.yml", PROJECTS),
    "idp": (f"{CYCLE}/idp.yml", IDP),
    "narrative": (f"{CYCLE}/narrative.md", NARRATIVE),
    "results": (f"{CYCLE}/results/2567.yml", RESULTS),
}
"""Keyword of `make_lao` -> file name and text."""


def make_lao(content: Path, code: str = CODE, slug: str = SLUG, **changes: Change) -> Path:
    """Write the valid folder below `content`/plans and return it; `changes` go by the keywords of FILES.

    `make_lao(tmp_path, plan=("state: announced", "state: done"))` has one thing wrong.
    """
    unknown = changes.keys() - FILES.keys()
    if unknown:
        raise ValueError(f"no such file: {sorted(unknown)}")
    folder = content / "plans" / f"{code}-{slug}"
    folder.mkdir(parents=True)
    for keyword, (name, text) in FILES.items():
        written = _changed(text.replace(CODE, code), changes.get(keyword, []))
        if written is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(written)
    return folder


def make_site(folder: Path) -> Path:
    """Put everything of a site but plans into a folder; return its content folder.

    The hand-written pages are today's, because the menu in mkdocs.yml leads to them.
    """
    shutil.copytree(PUBLISHED / "frameworks", folder / "content" / "frameworks")
    shutil.copytree(ROOT / "content" / "pages", folder / "content" / "pages")
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content" / "plans").mkdir()
    return folder / "content"


def _changed(text: str, change: Change) -> bytes | None:
    if change is None or isinstance(change, bytes):
        return change
    if isinstance(change, str):
        return change.encode()
    for old, new in [change] if isinstance(change, tuple) else change:
        if text.count(old) != 1:
            raise ValueError(f"not exactly once in the valid file: {old}")
        text = text.replace(old, new)
    return text.encode()
