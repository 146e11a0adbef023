"""NAME: the LAO, its places and departments, other organisations, names of the frameworks."""

from __future__ import annotations

from tests.checks.case import Case, Change
from tests.checks.cases.references import responsible

_TITLE = "title: งบประมาณของแต่ละส่วนราชการ"


def title(words: str) -> Change:
    """Change the title of the budget table, as a text like any other."""
    return Change("plan", _TITLE, f"title: {words}")


def lao(old: str, new: str) -> Change:
    """Return a change to lao.yml."""
    return Change("lao", old, new)


def variant(text: str, count: int = 0) -> Change:
    """Add a declared spelling."""
    counted = f", count: {count}" if count else ""
    return lao("departments:\n", f"name_variants:\n  - {{text: {text}{counted}}}\ndepartments:\n")


def survey_row(printed: str) -> Change:
    """Change the heading of a row in the survey table."""
    row = "{{department: finance, printed: {}, cells".format
    return Change("plan", row("กองคลัง"), row(printed))


def wording(text: str) -> Change:
    """Give a tactic a wording of another section."""
    old = "- {id: s1t1, number: ๑, name: ส่งเสริมการฝึกอบรม}"
    return Change("plan", old, f"{old[:-1]}, wordings: [{{section: ๓.๑๑, text: {text}}}]}}")


def evaluation(*names: str) -> Change:
    """Add an evaluation form with a group of core competencies."""
    competencies = "".join(f"          - {{name: {name}}}\n" for name in names)
    form = "evaluation_forms:\n  - name: ประจำปี\n    groups:\n      - name: สมรรถนะหลัก\n        competencies:\n"
    return Change("plan", "monitoring: {", f"{form}{competencies}monitoring: {{")


SOURCE = Change("plan", "document: แผนพัฒนาบุคลากร ๓ ปี ของเทศบาลตำบลตัวอย่าง", "document: แผนพัฒนาบุคลากร ๓ ปี ของอำเภอตัวยาง")
COVER = Change("plan", "อำเภอตัวอย่าง จังหวัดมหาสารคาม]", "อำเภอตัวยาง จังหวัดมหาสารคาม]")
REGISTER = "งานจัดทำทะเบียนคุมพัสดุและครุภัณฑ์ของทุกกอง"
GENERAL = "งานสภา งานรัฐพิธี งานสารบรรณ งานที่ไม่อยู่ในส่วนราชการอื่น"
DEFINED = "โครงการจัดการความรู้ (knowledge Management :KM)"
CURRICULUM = "name: หลักสูตรความรู้และทักษะเฉพาะของงานในแต่ละตำแหน่งตามมาตรฐานกำหนดตำแหน่ง"


def goals(one: str, other: str) -> list[Change]:
    """Change the goals of the two positions."""
    goal = "text: ผ่านการประเมินสมรรถนะทุกปี}}\n    methods: {}\n".format
    return [
        Change("idp", goal(methods), goal(methods).replace("ผ่านการประเมินสมรรถนะทุกปี", text))
        for text, methods in ((one, "[๑, ๒]"), (other, "[๑]"))
    ]


def projects(one: str, other: str) -> list[Change]:
    """Change the names of the first two projects."""
    return [
        Change("projects", "name: โครงการฝึกอบรมตามตำแหน่ง", f'name: "{one}"'),
        Change("projects", "name: โครงการฝึกอบรมด้านการเงิน", f'name: "{other}"'),
    ]


CASES = [
    Case("NAME-001", [lao("province: มหาสารคาม", "province: มหาสารคำ")], "“มหาสารคำ” หมายถึง “มหาสารคาม”", "province:"),
    Case("NAME-001", [lao("province: มหาสารคาม", "province: จังหวัดมหาสารคาม")], "“จังหวัดมหาสารคาม”", "province:"),
    Case(
        "NAME-002",
        [lao("code: 5999901", "code: 5459901")],
        "จังหวัดร้อยเอ็ด",
        "province:",
        silent=[lao("code: 5999901", "code: 5449901")],
    ),
    Case("NAME-003", [lao("type: เทศบาลตำบล", "type: อบต.")], "ขึ้นต้นแบบเทศบาลตำบล", "type:"),
    Case(
        "NAME-003",
        [lao("code: 5999901", "code: 4999901")],
        "ขึ้นต้นแบบเทศบาลเมือง",
        "type:",
        silent=[lao("code: 5999901", "code: 6999901")],  # two municipalities kept their 6
    ),
    Case("NAME-004", [lao("name: ตัวอย่าง", "name: เทศบาลตำบลตัวอย่าง")], "“เทศบาลตำบล”", "name: เทศบาล"),
    Case("NAME-004", [lao("district: ตัวอย่าง", "district: อำเภอตัวอย่าง")], "“อำเภอ”", "district:"),
    Case(
        "NAME-005",
        [lao("type: เทศบาลตำบล", "type: อบจ."), lao("name: ตัวอย่าง", "name: ร้อยเอ็ด")],
        "“ร้อยเอ็ด”",
        "name: ร้อยเอ็ด",
        silent=[lao("type: เทศบาลตำบล", "type: อบจ."), lao("name: ตัวอย่าง", "name: มหาสารคาม")],
    ),
    Case(
        "NAME-006",
        [lao("district: ตัวอย่าง", "district: ตัวย่าง")],
        "อำเภอ “ตัวย่าง” ไม่ตรงกับทะเบียน อปท. ซึ่งรหัส 5999901 ใช้ว่า “ตัวอย่าง”",
        "district:",
        silent=[lao("\ndistrict: ตัวอย่าง", "")],  # missing values never differ
    ),
    Case("NAME-006", [lao("name: ตัวอย่าง", "name: ตัวย่าง")], "ชื่อ “ตัวย่าง”", "name: ตัวย่าง"),
    Case("NAME-006", [lao("province: มหาสารคาม", "province: ร้อยเอ็ด")], "จังหวัด “ร้อยเอ็ด”", "province:"),
    Case("NAME-006", [lao("type: เทศบาลตำบล", "type: อบต.")], "ประเภท “อบต.”", "type:"),
    Case("NAME-007", [lao("code: 5999901", "code: 5999902")], "5999901 (เทศบาลตำบลตัวอย่าง)", "code:"),
    Case(
        "NAME-008",
        [title("งบประมาณของเทศบาลตำบลตัวย่าง")],
        "“ตัวย่าง” ต่างจากชื่อ “ตัวอย่าง”",
        "ตัวย่าง",
        silent=[title("งบประมาณของเทศบาลตำบลตัวอย่างทุกกอง")],
    ),
    Case("NAME-008", [title("งบประมาณของ ทต.ตัวอยาง")], "“ตัวอยาง”", "ตัวอยาง"),
    Case(
        "NAME-008",
        [title("แผนของเทศบาลตำบลตัวอยาก"), variant("เทศบาลตำบลตัวอยาก", 7)],
        "เอกสารทั้งฉบับมี 7 แห่ง",
        "title:",
        silent=[title("แผนของ ทต.ตัวอย่าง"), variant("ทต.ตัวอย่าง", 7)],
    ),
    Case("NAME-008", [variant("เทศบาลตำบลตัวอยาก", 7)], "“ตัวอยาก” 7 แห่ง", "ตัวอยาก"),
    Case(
        "NAME-009",
        [title("งบประมาณของเทศบาล ตำบล ตัวอย่าง")],
        "“เทศบาล ตำบล ตัวอย่าง”",
        "title:",
        silent=[title("งบประมาณของ ทต. ตัวอย่าง")],
    ),
    Case(
        "NAME-010",
        [Change("plan", "ของเทศบาลตำบลตัวอย่าง, อำเภอ", "ของเทศบาลตำบลหนองสมมติ, อำเภอ")],
        "“หนองสมมติ”",
        "หนองสมมติ",
        silent=[title("โครงการศึกษาดูงานของเทศบาลตำบลหนองสมมติ")],
    ),
    Case("NAME-010", [title("มาใช้ในเทศบาลตำบล หนองสมมติ"), variant("หนองสมมติ", 1)], "“หนองสมมติ” 1 แห่ง", "title:"),
    Case("NAME-010", [variant("หนองสมมติ", 3)], "“หนองสมมติ” 3 แห่ง", "หนองสมมติ"),
    Case(
        "NAME-010",
        [title("งบประมาณขององค์การบริหารส่วนตำบลตัวอย่าง")],
        "“อบต.ตัวอย่าง”",
        "title:",
        silent=[title("พนักงานที่โอนจากองค์การบริหารส่วนตำบลตัวอย่าง")],
    ),
    Case(
        "NAME-011",
        [Change("plan", "อำเภอตัวอย่าง จังหวัดมหาสารคาม]", "อำเภอตัวยาง จังหวัดมหาสารคาม]")],
        "“ตัวยาง” 1 แห่ง",
        "ตัวยาง",
        silent=[title("งบประมาณที่ส่งให้ที่ว่าการอำเภอทุกปี")],
    ),
    Case("NAME-011", [variant("อำเภอตัวยาก", 2)], "“ตัวยาก” 2 แห่ง", "ตัวยาก"),
    # The title of the source repeats the cover.
    Case("NAME-011", [COVER, SOURCE], "“ตัวยาง” 1 แห่ง", "printed_names"),
    Case("NAME-011", [SOURCE], "“ตัวยาง” 1 แห่ง", "document:"),
    Case(
        "NAME-012",
        [Change("plan", "อำเภอตัวอย่าง จังหวัดมหาสารคาม]", "อำเภอตัวอย่าง จังหวัดร้อยเอ็ด]")],
        "“ร้อยเอ็ด” 1 แห่ง",
        "ร้อยเอ็ด",
        silent=[title("โครงการอบรมที่จังหวัดร้อยเอ็ด")],
    ),
    Case(
        "NAME-012",
        [Change("plan", "คณะกรรมการพนักงานเทศบาลจังหวัดมหาสารคาม", "คณะกรรมการพนักงานเทศบาลจังหวัดมหาสารคำ")],
        "“มหาสารคำ”",
        "committee:",
    ),
    Case(
        "NAME-013",
        [title("งบประมาณพัฒนาพนักงานส่วนตำบล")],
        "“พนักงานส่วนตำบล” 1 แห่ง ในข้อมูลของเทศบาลตำบลตัวอย่าง เทศบาลตำบลใช้ว่า “พนักงานเทศบาล”",
        "title:",
        silent=[title("งบประมาณพัฒนาข้าราชการองค์การบริหารส่วนจังหวัด พนักงานเทศบาล และพนักงานส่วนตำบล")],
    ),
    Case(
        "NAME-013",
        [title("เสนอข้อบัญญัติงบประมาณ")],
        "“เทศบัญญัติ”",
        "title:",
        silent=[title("เสนอข้อบัญญัติท้องถิ่นว่าด้วยงบประมาณ")],
    ),
    Case(
        "NAME-013",
        [title("มติ ก.อบต.จังหวัด")],
        "“ก.ท.จ.”",
        "title:",
        silent=[title("ประกาศคณะกรรมการกลางพนักงานส่วนตำบล เรื่อง มาตรฐานทั่วไป")],
    ),
    Case(
        "NAME-014",
        [title("เป็นส่วนหนึ่งในทีมงาน หน่วยงาน หรือสถาบันโดยมีฐานะเป็นสมาชิก")],
        "“สถาบัน”",
        "title:",
        silent=[title("สมาชิกในทีมเข้าอบรมกับหน่วยงาน หรือสถาบันโดยเบิกค่าลงทะเบียนได้")],
    ),
    Case(
        "NAME-018",
        [Change("plan", "printed: ๒๘ / ๙ / ๖๖, date: 28 ก.ย. 2566}", 'printed: "....."}')],
        "1 ช่อง จาก 1 ช่อง: “วัน/เดือน/ปี”",
        "วัน/เดือน/ปี",
    ),
    Case(
        "NAME-019",
        [survey_row("กองการคลัง"), lao("name: กองคลัง", "name: กองคลัง\n    aliases: [กองการคลัง]")],
        "“กองคลัง” (๓.๑๐ ๓.๑๑ รวม 3 แห่ง) “กองการคลัง” (๓.๑๓)",
        "กองการคลัง",
        silent=[survey_row("กอง คลัง")],
    ),
    Case(
        "NAME-020",
        [survey_row("คลัง")],
        "“กองคลัง” เรียกด้วยชื่อย่อในบางส่วน: “คลัง” (๓.๑๓)",
        "printed: คลัง",
        silent=[survey_row("กอง คลังฯ")],
    ),
    Case("NAME-020", [survey_row("กองคลังและพัสดุ")], "เรียกสั้นยาวต่างกันในบางส่วน: “กองคลังและพัสดุ” (๓.๑๓)"),
    Case(
        "NAME-021",
        [responsible("{departments: [clerk-office], printed: สำนักปลัดเทศบาล/กองการสมมติ}")],
        "“กองการสมมติ”",
        "กองการสมมติ",
        silent=[responsible("{departments: [clerk-office], printed: สำนักปลัดเทศบาลและกองทุนหมู่บ้าน}")],
    ),
    Case(
        "NAME-022",
        [wording("กลยุทธ์ที่ ๑ ส่งเสริมการฝึกอบรมทุกระดับ")],
        "๓.๑๑ พิมพ์ “…ริมการฝึกอบรมทุกระดับ” แทน “…ริมการฝึกอบรม”",
        "ทุกระดับ",
        silent=[wording('"กลยุทธ์ที่ 1 : ส่งเสริม การฝึกอบรม"')],
    ),
    Case(
        "NAME-023",
        [Change("idp", "position: นักวิชาการพัสดุ", "position: หน.สำนักงานปลัด")],
        "“หัวหน้าสำนักปลัดเทศบาล” (คณะกรรมการ) “หน.สำนักงานปลัด” (แผนรายบุคคล)",
        "หัวหน้าสำนักปลัดเทศบาล",
        silent=[Change("idp", "position: นักวิชาการพัสดุ", "position: หัวหน้า สำนักปลัด เทศบาล")],
    ),
    Case(
        "NAME-023",
        [Change("idp", "position: นักวิชาการพัสดุ", "position: นักทรัพยาการบุคคล")],
        "“นักทรัพยากรบุคคล” (คณะกรรมการ) “นักทรัพยาการบุคคล” (แผนรายบุคคล)",
        "นักทรัพยากรบุคคล",
        silent=[Change("idp", "position: นักวิชาการพัสดุ", "position: ผู้ช่วยนักทรัพยากรบุคคล")],
    ),
    Case(
        "NAME-024",
        [Change("plan", "number: ๔, name: การบริการเป็นเลิศ", "number: ๔, name: การบริการที่เป็นเลิศ")],
        "“การบริการที่เป็นเลิศ” แต่กรอบใช้ว่า “การบริการเป็นเลิศ”",
        "การบริการที่เป็นเลิศ",
        silent=[Change("plan", "number: ๔, name: การบริการเป็นเลิศ", "number: ๔, name: การบริการ เป็นเลิศ")],
    ),
    Case(
        "NAME-024",
        [Change("plan", "name: การยึดมั่นในความถูกต้องและจริยธรรม", "name: การยึดมั่นในความถูกต้องจริยธรรม")],
        "“การยึดมั่นในความถูกต้องจริยธรรม”",
        silent=[Change("plan", CURRICULUM, CURRICULUM.replace("ของ", ""))],
    ),
    Case("NAME-025", [Change("plan", CURRICULUM, CURRICULUM.replace("ของ", ""))], "ทักษะเฉพาะงานใน"),
    Case(
        "NAME-025",
        [Change("plan", "number: ๑, name: มุ่งผลสัมฤทธิ์", "number: ๑, name: การมุ่งผลสัมฤทธิ์")],
        "“การมุ่งผลสัมฤทธิ์” (กรอบใช้ว่า “มุ่งผลสัมฤทธิ์”)",
        "การมุ่งผลสัมฤทธิ์",
    ),
    Case(
        "NAME-026",
        [evaluation("การทำงานเป็นทีม", "การมุ่งเน้นลูกค้า")],
        "1 จาก 2 ข้อที่ไม่ใช่สมรรถนะหลักตามกรอบหรือตามแผนเอง: “การมุ่งเน้นลูกค้า”",
        "สมรรถนะหลัก",
        silent=[evaluation("การทำงานเป็นทีม", "การมุ่งผลสัมฤทธิ์")],
    ),
    Case(
        "NAME-027",
        [Change("plan", "columns: [ด้านการบริหาร, ", "columns: [ทักษะการประสารงาน, ")],
        "“ทักษะการประสารงาน” คล้ายชื่อในกรอบ “ทักษะการประสานงาน”",
        "columns:",
        silent=[Change("plan", "columns: [ด้านการบริหาร, ", "columns: [ทักษะการประสานงาน, ")],
    ),
    Case(
        "NAME-029",
        goals(REGISTER, REGISTER.replace("คุม", "คลุม")),
        "เป้าหมายของตำแหน่ง “ปลัดเทศบาล” พิมพ์ “…จัดทำทะเบียนคุมพัสดุและครุ…” แต่ของตำแหน่ง “นักวิชาการพัสดุ” พิมพ์",
        "ทะเบียนคุม",
        silent=goals(f"{REGISTER} ไตรมาสที่ ๑ ทุกปี", f"{REGISTER} ไตรมาสที่ ๒ ทุกปี"),
    ),
    Case(
        "NAME-029",
        goals(GENERAL, GENERAL.replace("งานที่ไม่", "")),
        "“นักวิชาการพัสดุ” พิมพ์ “อยู่ในส่วนราชการอื่น” แต่ของตำแหน่ง “ปลัดเทศบาล” พิมพ์ “งานที่ไม่อยู่ในส่วนราชการอื่น”",
        "งานสารบรรณ อยู่ใน",
        # Slips known to the text rules are left to them.
        silent=goals(f"{REGISTER} ฝึกอบรมทุกปี", f"{REGISTER} ฝึกรอบรมทุกปี"),
    ),
    Case(
        "NAME-030",
        [
            Change(
                "plan",
                "position: ปลัดเทศบาลตำบลตัวอย่าง, role: กรรมการ",
                "position: ปลัดเทศบาลตำบลตัวอย่าง, role: คณะกรรมการ",
            )
        ],
        "“ปลัดเทศบาลตำบลตัวอย่าง” พิมพ์ว่า “คณะกรรมการ”",
        "role: คณะกรรมการ",
        silent=[Change("plan", "role: ประธานกรรมการ", "role: ประธานคณะกรรมการ")],
    ),
    Case(
        "NAME-031",
        projects(DEFINED, "การพัฒนาองค์กร (Knowledge Management: KM) ระยะที่ ๒"),
        "2 โครงการมีคำ “knowledge Management :KM” ต่อจากชื่อไทยต่างกัน: “โครงการจัดการความรู้” “การพัฒนาองค์กร”",
        "จัดการความรู้",
        silent=projects(DEFINED, "กิจกรรมประกวดผลงานด้านการจัดการความรู้ (Knowledge Management: KM)"),
    ),
    Case(
        "NAME-031",
        projects(DEFINED, "การพัฒนาองค์กร (knowledge Management :KM)"),
        "การพัฒนาองค์กร",
        # A program's name is not the name of what is done with it.
        silent=projects("อบรมการทำแบบสำรวจ (Google Form)", "สำรวจความพึงพอใจ (Google Form)"),
    ),
    Case(
        "NAME-033",
        [Change("plan", "objectives: [เพื่อให้บุคลากรมีความรู้", "objectives: [เพื่อให้บุคลา กรมีความรู้")],
        "“บุคลา กร” 1 แห่ง ขณะที่เขียนติดกันว่า “บุคลากร”",
        "objectives:",
        silent=[Change("plan", "objectives: [เพื่อให้บุคลากรมีความรู้", "objectives: [เพื่อให้ บุคลากร มีความรู้")],
    ),
    Case(
        "NAME-033",
        [Change("plan", "objectives: [เพื่อให้บุคลากรมีความรู้", "objectives: [เพื่อให้บุคลากรมีความ รู้")],
        "“ความ รู้”",
        "objectives:",
    ),
    Case(
        "NAME-032",
        [lao("\ndepartments:", "\nformer_codes:\n  - {code: 6999901, until: 30 ก.ย. 2566}\ndepartments:")],
        "รหัสเดิม 6999901 ของ 5999901-tua-yang มี อปท. อื่นอ้างด้วย คือ 5999902-beside",
        "6999901",
        silent=[lao("\ndepartments:", "\nformer_codes:\n  - {code: 6999903}\ndepartments:")],
        beside=["code: 5999902\nformer_codes:\n  - {code: ๖๙๙๙๙๐๑}\n"],
    ),
    Case(
        "NAME-034",
        [
            Change(
                "plan",
                "title: แต่งตั้งคณะกรรมการจัดทำแผนพัฒนาบุคลากร ๓ ปี",
                "title: แต่งตั้งคณะกรรมการจัดทำแผนพัฒนาพนักงานเทศบาล ๓ ปี",
            )
        ],
        "แผนนี้มี 2 ชื่อ: “แผนพัฒนาบุคลากร” ในชื่อแผน “แผนพัฒนาพนักงานเทศบาล” ในชื่อคำสั่ง",
        line="title:",
        silent=[
            Change("plan", "title: แต่งตั้งคณะกรรมการจัดทำแผนพัฒนาบุคลากร ๓ ปี", "title: แต่งตั้งคณะกรรมการแผนการพัฒนาบุคลากร")
        ],
    ),
    Case(
        "NAME-035",
        [
            Change(
                "plan",
                "monitoring: {",
                """evaluation_forms:
  - name: ประเมินประจำปี
    groups:
      - {name: สมรรถนะหลัก, competencies: [{name: การวางแผน}, {name: การเงิน}, {name: การสื่อสาร}]}
      - {name: สมรรถนะประจำสายงาน, competencies: [{name: การเงิน}, {name: การวางแผน}, {name: การสื่อสาร}]}
monitoring: {""",
            )
        ],
        "3 รายการใต้ “สมรรถนะประจำสายงาน” เป็นชุดเดียวกับที่อยู่ใต้ “สมรรถนะหลัก”",
        line="สมรรถนะประจำสายงาน",
    ),
]
