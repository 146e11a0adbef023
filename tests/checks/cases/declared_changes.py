"""CHANGE, RESULT and DOC: declared changes, contradictory results, attached documents."""

from __future__ import annotations

from tests.checks.case import Case, Change

_END = "รายงานผลต่อนายกเทศมนตรี}"


def correction(words: str, *more: str) -> list[Change]:
    """Add declared corrections, one line each."""
    lines = "".join(f"\n  - {{date: 1 ธ.ค. 2566, kind: clerical, reason: คัดผิด, {one}}}" for one in (words, *more))
    return [Change("plan", _END, f"{_END}\ncorrections:{lines}")]


def amendment(words: str) -> list[Change]:
    """Add one amendment."""
    dates = "resolution_date: 1 พ.ย. 2567, announcement_date: 5 พ.ย. 2567, effective_date: 6 พ.ย. 2567"
    head = "number: ๑, committee: คณะกรรมการพนักงานเทศบาลจังหวัดมหาสารคาม, reason: ปรับตามงบประมาณ"
    return [Change("plan", _END, f"{_END}\namendments:\n  - {{{head}, {dates}, {words}}}")]


def document(words: str) -> list[Change]:
    """Add one attached document."""
    return [Change("plan", _END, f"{_END}\ndocuments:\n  - {{id: signed-plan, title: แผนฉบับลงนาม, {words}}}")]


def staff(total: str, trained: str) -> list[Change]:
    """Add the people of one position type."""
    return [Change("results", "total: ๑๒, trained: ๑๒", f"total: {total}, trained: {trained}")]


_FOR = """name: โครงการฝึกอบรมตามตำแหน่ง
    indicator: ร้อยละของผู้ผ่านการอบรม
    targets: {quantity: บุคลากร"""
TARGET = [Change("projects", f"{_FOR} ๑๒ คน", f"{_FOR} ๑๐ คน")]
AT_LEAST = [Change("projects", f"{_FOR} ๑๒ คน", f"{_FOR}ไม่น้อยกว่า ๑๐ คน")]


def reported(old: str, new: str) -> list[Change]:
    """Change a word in the results of the first project."""
    line = "{project: s1t1-1, status: done, "
    return [Change("results", line, line.replace(old, new))]


def evidence(words: str) -> list[Change]:
    """Add one piece of evidence of the first project."""
    line = "{project: s1t1-1, "
    return [Change("results", line, f"{line}evidence: [{{{words}}}], ")]


def scan(name: str, content: str) -> Change:
    """Add a file beside the plan."""
    return Change(f"2567-2569/documents/{name}", "", content)


CASES = [
    Case("CHANGE-001", correction("ids: [s1t1-9]"), "“s1t1-9” ซึ่งไม่มี", "s1t1-9", silent=correction("ids: [s1t1-1]")),
    Case("CHANGE-002", amendment("ids: [s2t2-9]"), "“s2t2-9”", "s2t2-9", silent=amendment("ids: [s2t1-2]")),
    Case(
        "CHANGE-002",
        amendment("items: [{id: s2t2-9, what: added}]"),
        "ไม่ได้ระบุว่าตัดออก",
        "s2t2-9",
        silent=amendment("ids: [s2t2-9], items: [{id: s2t2-9, what: removed}]"),
    ),
    Case(
        "CHANGE-004",
        [Change("projects", "budget: ๖๐,๐๐๐", "budget: ๙๐,๐๐๐")],
        "งบประมาณ",
        silent=[
            Change("projects", "budget: ๖๐,๐๐๐", "budget: ๙๐,๐๐๐"),
            *correction('ids: [s1t1-1], before: "๖๐,๐๐๐", after: "๙๐,๐๐๐"'),
        ],
        is_committed=True,
    ),
    Case(
        "CHANGE-003",
        correction('ids: [s1t1-1], before: "๖,๐๐๐", after: "๖๐๐,๐๐๐"'),
        "“๖๐๐,๐๐๐”",
        "after",
        silent=correction('ids: [s1t1-1], before: "๖,๐๐๐", after: "60,000 บาท"'),
    ),
    Case(
        "CHANGE-003",
        correction("ids: [s1t1-1], before: โครงการฝึกอบรมตามตำแหน่ง, after: โครงการพัฒนาบุคลากร"),
        "“โครงการพัฒนาบุคลากร”",
        silent=correction("ids: [s1t1-1], before: โครงการฝึกอบรบ, after: แก้ชื่อให้ตรงกับเอกสาร"),
    ),
    Case(
        "CHANGE-003",
        correction('ids: [s1t1-1], after: "๗๐,๐๐๐"'),
        "“๗๐,๐๐๐”",
        silent=correction('ids: [s1t1-1], after: "๗๐,๐๐๐"', 'ids: [s1t1-1], before: "๗๐,๐๐๐", after: "๖๐,๐๐๐"'),
    ),
    Case("RESULT-001", staff("๒๐", "๒๒"), "22 คน มากกว่าทั้งหมด 20 คน", "trained", silent=staff("๒๒", "๒๐")),
    Case("RESULT-002", TARGET, "เป้าหมาย 10 คน", "s1t1-1", silent=AT_LEAST),
    Case("RESULT-003", reported("status: done, ", ""), "ไม่บอกสถานะ", "s1t1-1", silent=reported("done", "cancelled")),
    Case(
        "RESULT-004",
        evidence("title: รูป"),
        "“รูป”",
        "รูป",
        silent=evidence("title: รูป, address: 'https://a.go.th/1.pdf'"),
    ),
    Case(
        "DOC-002",
        document("kind: xyz, address: 'https://www.example.go.th/plan.pdf'"),
        "“xyz”",
        "xyz",
        silent=document("kind: แผนฉบับลงนาม, address: 'https://www.example.go.th/plan.pdf'"),
    ),
    Case(
        "DOC-001",
        [*document("kind: แผน, file: plan.pdf"), Change("2567-2569/documents/plan.pdf", "", "%PDF-1.7")],
        "“plan.pdf”",
        "plan.pdf",
        silent=[
            *document("kind: แผน, file: plan.pdf, reviewed_for_personal_data: yes"),
            Change("2567-2569/documents/plan.pdf", "", "%PDF-1.7"),
        ],
    ),
    Case(
        "DOC-003",
        [
            *document("kind: แผน, file: plan.docx, reviewed_for_personal_data: yes"),
            Change("2567-2569/documents/plan.docx", "", "PK"),
        ],
        "“plan.docx”",
        "plan.docx",
        silent=[
            *document("kind: แผน, file: PLAN.PDF, reviewed_for_personal_data: yes"),
            Change("2567-2569/documents/PLAN.PDF", "", "%PDF-1.7"),
        ],
    ),
    *(
        Case(
            "DOC-004",
            [*evidence(f"title: รายงาน, file: report.pdf{reviewed}"), scan("report.pdf", content)],
            says,
            "report.pdf",
            silent=[
                *evidence("title: รายงาน, file: report.pdf, reviewed_for_personal_data: yes"),
                scan("report.pdf", "%PDF-1.7"),
            ],
        )
        for reviewed, content, says in (
            ("", "%PDF-1.7", "“report.pdf” จะไม่เผยแพร่ เพราะยังไม่ได้ระบุว่าตรวจหา"),
            (", reviewed_for_personal_data: yes", "PK", "เนื้อไฟล์ไม่ใช่ PDF"),
        )
    ),
]
