"""DATE: the order of days, and years outside the cycle."""

from __future__ import annotations

from tests.checks.case import Case, Change

_ORDER = "appointment_order: {number: ๑๐๐/๒๕๖๖, date: 15 ส.ค. 2566"
_AMENDMENT = (
    "\namendments:\n  - {number: ๑, meeting: ๓/๒๕๖๗, resolution_date: 20 มี.ค. 2567, "
    "announcement_date: 25 มี.ค. 2567, reason: เพิ่มโครงการ}"
)
_END = "รายงานผลต่อนายกเทศมนตรี}"
_LONG_PLAN = "cycle: 2570-2573\nstate: draft\nsources:\n  - {extent: full, entered_by: lao}\n"
_DECREE = "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี"


def plan(old: str, new: str) -> list[Change]:
    """Return one change of plan.yml."""
    return [Change("plan", old, new)]


def announcement(old: str, new: str) -> list[Change]:
    """Add a line to the announcement."""
    return plan(f"effective_date: {old}", f"effective_date: {new}")


CASES = [
    Case("DATE-001", plan("date: 22 กันยายน 2566", "date: 30 กันยายน 2566"), "ประกาศใช้แผนวันที่ 29 กันยายน 2566", "date: 29"),
    Case(
        "DATE-001",
        [*plan("date: 22 กันยายน 2566", "date: 2 ตุลาคม 2566"), *plan("date: 29 กันยายน 2566", "date: 3 ตุลาคม 2566")],
        "เริ่มใช้แผนวันที่ 1 ตุลาคม 2566",
        "effective_date",
        silent=plan("date: 22 กันยายน 2566", "date: 29 กันยายน 2566"),
    ),
    Case(
        "DATE-001",
        plan("date: 22 กันยายน 2566", "date: 2 ตุลาคม 2566"),
        "ประกาศใช้แผนวันที่ 29 กันยายน 2566 และเริ่มใช้แผนวันที่ 1 ตุลาคม 2566",
    ),
    Case(
        "DATE-002",
        plan("date: 29 กันยายน 2566", "date: 3 ตุลาคม 2566"),
        "1 ตุลาคม 2566",
        "date: 3 ตุลาคม",
        silent=plan("date: 29 กันยายน 2566", "date: 2 ตุลาคม 2566"),  # 1 October was a Sunday
    ),
    Case(
        "DATE-002",
        plan("date: 29 กันยายน 2566\n  effective_date: 1 ตุลาคม 2566", "date: 3 ตุลาคม 2566"),
        "ข้อมูลไม่ได้ระบุวันเริ่มใช้",
        silent=plan("\n  effective_date: 1 ตุลาคม 2566", ""),
    ),
    Case(
        "DATE-003",
        announcement("1 ตุลาคม 2566", "15 ตุลาคม 2566"),
        "15 ตุลาคม 2566 ช้ากว่า",
        "effective_date",
        silent=announcement("1 ตุลาคม 2566", "2 ตุลาคม 2566"),
    ),
    Case(
        "DATE-002",
        plan("date: 29 กันยายน 2566", "date: 3 ตุลาคม 2566"),
        "หลังวันที่แผนเริ่มใช้",
        silent=announcement("1 ตุลาคม 2566", "1 ตุลาคม 2565"),
    ),
    Case("DATE-003", announcement("1 ตุลาคม 2566", "1 ตุลาคม 2565"), "1 ตุลาคม 2565 ก่อน"),
    Case("DATE-003", announcement("1 ตุลาคม 2566", "1 ตุลาคม 2569"), "หลังสิ้นรอบแผน"),
    Case(
        "DATE-004",
        plan(_ORDER, _ORDER.replace("15 ส.ค.", "25 ก.ย.")),
        "หลังวันที่คณะกรรมการมีมติเห็นชอบ คือ 22 กันยายน 2566",
        "appointment_order",
        silent=plan(_ORDER, _ORDER.replace("15 ส.ค.", "22 ก.ย.")),
    ),
    Case(
        "DATE-004",
        [*plan("state: announced", "state: announced\nsubmitted: 1 ส.ค. 2566")],
        "หลังวันที่เสนอขอความเห็นชอบ คือ 1 สิงหาคม 2566",
    ),
    Case(
        "DATE-005",
        plan("state: announced", "state: announced\nsubmitted: 25 ก.ย. 2566"),
        "25 กันยายน 2566 หลังวันที่มีมติเห็นชอบ",
        "submitted",
        silent=plan("state: announced", "state: announced\nsubmitted: 10 ก.ย. 2566\nreturned: 1 ก.ย. 2566"),
    ),
    Case("DATE-005", plan("state: announced", "state: announced\nreturned: 25 ก.ย. 2566"), "ส่งกลับแก้ไข", "returned"),
    Case(
        "DATE-005",
        plan("state: announced", "state: returned\nsubmitted: 10 ก.ย. 2566\nreturned: 1 ก.ย. 2566"),
        "ก่อนวันที่เสนอขอความเห็นชอบ คือ 10 กันยายน 2566",
        "returned",
    ),
    Case(
        "DATE-006",
        plan("state: announced", "state: announced\nsubmitted: 3 ต.ค. 2566"),
        "3 ตุลาคม 2566",
        "submitted",
        silent=plan("state: announced", "state: announced\nsubmitted: 2 ต.ค. 2566"),  # after a weekend
    ),
    Case(
        "DATE-007",
        plan("printed: ๒๘ / ๙ / ๖๖, date: 28 ก.ย. 2566", "printed: ๙ / ๑๐ / ๖๖, date: 9 ต.ค. 2566"),
        "“๙ / ๑๐ / ๖๖” คือ 9 ตุลาคม 2566",
        "๙ / ๑๐ / ๖๖",
        silent=plan("printed: ๒๘ / ๙ / ๖๖, date: 28 ก.ย. 2566", "printed: ๒๙ / ๙ / ๖๖, date: 29 ก.ย. 2566"),
    ),
    Case(
        "DATE-008",
        plan(_END, _END + _AMENDMENT.replace("25 มี.ค.", "15 มี.ค.")),
        "15 มีนาคม 2567 ก่อนวันที่มีมติ",
        "announcement_date",
        silent=plan(_END, _END + _AMENDMENT),
    ),
    Case(
        "DATE-008",
        plan(_END, _END + _AMENDMENT.replace("announcement_date: 25", "effective_date: 1")),
        "เริ่มใช้วันที่ 1 มีนาคม 2567",
    ),
    Case(
        "DATE-008",
        plan(_END, _END + _AMENDMENT.replace("20 มี.ค. 2567", "20 มี.ค. 2566")),
        "ก่อนวันที่แผนได้รับความเห็นชอบ คือ 22 กันยายน 2566",
    ),
    Case("DATE-008", plan(_END, _END + _AMENDMENT.replace("มี.ค. 2567", "ต.ค. 2569")), "หลังสิ้นรอบแผน"),
    Case(
        "DATE-009",
        plan("meeting: ๙/๒๕๖๖", "meeting: ๙/๒๕๖๕"),
        "“๙/๒๕๖๕” เป็นของปี 2565",
        "meeting",
        silent=plan("meeting: ๙/๒๕๖๖", "meeting: ครั้งที่ 9 / 2566"),
    ),
    Case("DATE-009", plan("number: ๑๐๐/๒๕๖๖", "number: ๑๐๐/๒๕๖๘"), "คำสั่งที่ “๑๐๐/๒๕๖๘”", "appointment_order"),
    Case("DATE-009", plan(_END, _END + _AMENDMENT.replace("๓/๒๕๖๗", "๓/๒๕๖๖")), "“๓/๒๕๖๖”", "resolution_date"),
    Case(
        "DATE-010",
        plan("printed: ๒๘ / ๙ / ๖๖", "printed: ๒๗ / ๙ / ๖๖"),
        "“๒๗ / ๙ / ๖๖” ซึ่งคือ 27 กันยายน 2566",
        "๒๗ / ๙ / ๖๖",
        silent=plan("printed: ๒๘ / ๙ / ๖๖", "printed: วันที่ ๒๘ กันยายน ๒๕๖๖"),
    ),
    Case("DATE-011", plan("date: 22 กันยายน 2566", "date: 22 กันยายน 2576"), "22 กันยายน 2576", "date: 22"),
    Case(
        "DATE-011",
        [Change("results", "as_of: 30 ก.ย. 2567", "as_of: 30 ก.ย. 2577")],
        "30 กันยายน 2577",
        "as_of",
        silent=announcement("1 ตุลาคม 2566", "1 ตุลาคม 2576"),
    ),
    Case(
        "DATE-011",
        [
            *plan("state: announced", "state: announced\nsubmitted: 1 ก.ย. 2576\nreturned: 1 ก.ย. 2576"),
            *plan("date: 15 ส.ค. 2566", "date: 15 ส.ค. 2576"),
            *plan("date: 29 กันยายน 2566", "date: 29 กันยายน 2576"),
            *plan("๖๖, date: 28 ก.ย. 2566", "๖๖, date: 28 ก.ย. 2576"),
            *plan(_END, _END + _AMENDMENT.replace("มี.ค. 2567", "มี.ค. 2570")),
        ],
        "วันที่ในช่อง “วัน/เดือน/ปี”",
        count=7,
    ),
    Case("DATE-012", [Change("2570-2573/plan.yml", "", _LONG_PLAN)], "2570-2573 ยาว 4 ปีงบประมาณ", "cycle"),
    Case(
        "DATE-013",
        plan("years_printed: ๒๕๖๗ - ๒๕๖๙", "years_printed: ๒๕๖๗ - ๒๕๖๘"),
        "“๒๕๖๗ - ๒๕๖๘” แต่ชื่อแผนพิมพ์ “๒๕๖๗ - ๒๕๖๙”",
        "years_printed",
        silent=plan("years_printed: ๒๕๖๗ - ๒๕๖๙", "years_printed: พ.ศ. 2567 ถึง พ.ศ. 2569"),
    ),
    Case(
        "DATE-013",
        [Change("projects", "title: โครงการ ปีงบประมาณ ๒๕๖๗ - ๒๕๖๙", "title: โครงการ ปีงบประมาณ ๒๕๖๔ - ๒๕๖๖")],
        "ชื่อตารางโครงการพิมพ์ปี “๒๕๖๔ - ๒๕๖๖”",
        "title",
        silent=[Change("projects", "ปีงบประมาณ ๒๕๖๗ - ๒๕๖๙", "ประจำปีงบประมาณ ๒๕๖๗")],
    ),
    Case(
        "DATE-013",
        plan("title: งบประมาณของแต่ละส่วนราชการ", "title: งบประมาณของแต่ละส่วนราชการ ประจำปีงบประมาณ ๒๕๖๖"),
        "“๒๕๖๖”",
        "ประจำปีงบประมาณ ๒๕๖๖",
        silent=plan("title: งบประมาณของแต่ละส่วนราชการ", "title: ความเชื่อมโยงกับแผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐)"),
    ),
    Case(
        "DATE-013",
        plan("printed_names: [แผนพัฒนาบุคลากร ๓ ปี,", "printed_names: [แผนพัฒนาบุคลากร พ.ศ. ๒๕๖๖ - ๒๕๖๘,"),
        "หน้าปกพิมพ์ปี “๒๕๖๖ - ๒๕๖๘”",
    ),
    Case(
        "DATE-014",
        plan("objectives: [เพื่อให้บุคลากร", "objectives: [เพื่อให้แผนพัฒนาบุคลากร (พ.ศ. ๒๕๖๔ - ๒๕๖๖) ทำให้บุคลากร"),
        "วัตถุประสงค์พิมพ์ปี “๒๕๖๔ - ๒๕๖๖”",
        "objectives",
        silent=plan(
            "objectives: [เพื่อให้บุคลากร", "objectives: [สืบเนื่องจากแผนพัฒนาบุคลากร (พ.ศ. ๒๕๖๔ - ๒๕๖๖) ที่สิ้นสุดลง บุคลากร"
        ),
    ),
    Case(
        "DATE-014",
        [
            Change(
                "narrative",
                "เทศบาลจัดทำแผนนี้เพื่อพัฒนาบุคลากร",
                "เทศบาลจัดทำแผนพัฒนาบุคลากร ประจำปีงบประมาณ ๒๕๖๖ - ๒๕๖๘ เพื่อพัฒนาบุคลากร",
            )
        ],
        "ส่วนบรรยายพิมพ์ปี “๒๕๖๖ - ๒๕๖๘”",
        "เทศบาลจัดทำแผน",
        silent=[
            Change("narrative", "เทศบาลจัดทำแผนนี้", "เทศบาลจัดทำแผนพัฒนาบุคลากรตามแผนอัตรากำลัง ๓ ปี ปีงบประมาณ ๒๕๖๖ - ๒๕๖๘ นี้")
        ],
    ),
    Case(
        "DATE-015",
        [Change("idp", "title: แผนพัฒนารายบุคคล ปีงบประมาณ ๒๕๖๗ - ๒๕๖๙", "title: แผนพัฒนารายบุคคล ปีงบประมาณ ๒๕๖๔ - ๒๕๖๖")],
        "“๒๕๖๔ - ๒๕๖๖”",
        "title",
    ),
    Case(
        "DATE-015",
        [Change("idp", "\nyears: [๒๕๖๗, ๒๕๖๘, ๒๕๖๙]", "\nyears: [๒๕๖๗, ๒๕๖๘]")],
        "2567 และ 2568",
        "years",
        silent=[Change("idp", "\nyears: [๒๕๖๗, ๒๕๖๘, ๒๕๖๙]", "\nyears: [๒๕๖๗]")],
    ),
    Case(
        "DATE-015",
        [
            Change("idp", "\nyears: [๒๕๖๗, ๒๕๖๘, ๒๕๖๙]", ""),
            Change("idp", "methods: [๑, ๒]\n    years: [๒๕๖๗,", "methods: [๑, ๒]\n    years: [๒๕๖๖, ๒๕๖๗,"),
        ],
        "ตำแหน่ง “ปลัดเทศบาล” ใน IDP ทำเครื่องหมายปี 2566",
        "๒๕๖๖",
    ),
    Case(
        "DATE-016",
        [Change("idp", "methods: [๑, ๒]\n    years: [๒๕๖๗,", "methods: [๑, ๒]\n    years: [๒๕๖๖, ๒๕๖๗,")],
        "ปี 2566",
        "๒๕๖๖",
    ),
    Case(
        "DATE-017",
        [Change("projects", "periods: {2567: ไตรมาสที่ ๒,", "periods: {2566: ไตรมาสที่ ๑, 2567: ไตรมาสที่ ๒,")],
        "“โครงการฝึกอบรมด้านการเงิน” มีระยะเวลาหรืองบประมาณของปี 2566",
        "2566",
    ),
    Case(
        "DATE-017",
        [
            Change("projects", "budget: ๖๐,๐๐๐", 'budget: {2567: "๓๐,๐๐๐", 2570: "๓๐,๐๐๐"}'),
            Change("projects", "2568: ไตรมาสที่ ๓, 2569", "2568: ไตรมาสที่ ๓, 2570: ไตรมาสที่ ๑, 2569"),
        ],
        "2 โครงการ",
        silent=[Change("projects", "budget: ๖๐,๐๐๐", 'budget: {2567: "๓๐,๐๐๐", 2569: "๓๐,๐๐๐"}')],
    ),
    Case("DATE-018", [Change("results", "as_of: 30 ก.ย. 2567", "as_of: 30 ก.ย. 2566")], "ก่อนปีงบประมาณนั้นเริ่ม", "as_of"),
    Case(
        "DATE-018",
        [Change("results", "round: 12\nas_of: 30 ก.ย. 2567", "round: 6\nas_of: 5 ต.ค. 2567")],
        "หลังสิ้นปีงบประมาณ คือ 30 กันยายน 2567",
        "as_of",
        silent=[Change("results", "as_of: 30 ก.ย. 2567", "as_of: 5 ต.ค. 2567")],
    ),
    Case(
        "DATE-019",
        [Change("results", "as_of: 30 ก.ย. 2567", "as_of: 31 มี.ค. 2567")],
        "31 มีนาคม 2567 ก่อนสิ้นรอบในวันที่ 30 กันยายน 2567",
        "as_of",
        silent=[Change("results", "round: 12\nas_of: 30 ก.ย. 2567", "round: 6\nas_of: 31 มี.ค. 2567")],
    ),
    Case(
        "DATE-022",
        announcement("1 ตุลาคม 2566", f"1 ตุลาคม 2566\n  cited_laws: [มาตรา ๒๐ แห่ง{_DECREE} พ.ศ. ๒๕๕๖]"),
        "“พ.ศ. ๒๕๕๖”",
        "พ.ศ. ๒๕๕๖",
        silent=announcement("1 ตุลาคม 2566", f"1 ตุลาคม 2566\n  cited_laws: [{_DECREE} (ฉบับที่ ๒) พ.ศ. ๒๕๖๒]"),
    ),
    Case(
        "DATE-022",
        [
            *announcement("1 ตุลาคม 2566", f"1 ตุลาคม 2566\n  cited_laws: [{_DECREE} พ.ศ. ๒๕๕๖, ตาม{_DECREE} พ.ศ. 2556]"),
        ],
        "โปรดตรวจสอบ",
        silent=announcement("1 ตุลาคม 2566", f"1 ตุลาคม 2566\n  cited_laws: [{_DECREE} พ.ศ. ๒๕๔๖]"),
    ),
    Case(
        "DATE-024",
        announcement(
            "1 ตุลาคม 2566",
            "1 ตุลาคม 2566\n  cited_laws: [พระราชบัญญัติเทศบาลสมมติ พ.ศ. ๒๔๙๖, ตามพระราชบัญญัติเทศบาลสมมติ พ.ศ. ๒๔๙๙]",
        ),
        "“พ.ศ. ๒๔๙๙”",
        "๒๔๙๙",
        silent=announcement(
            "1 ตุลาคม 2566",
            "1 ตุลาคม 2566\n  cited_laws: [พระราชบัญญัติเทศบาลสมมติ พ.ศ. ๒๔๙๖, พระราชบัญญัติเทศบาลสมมติ (ฉบับที่ ๒) พ.ศ. ๒๔๙๙]",
        ),
    ),
]
