"""The command `phaen`: one module per command; each parses arguments, calls, prints and returns an exit code.

Exit codes: 0 fine, 1 findings of severity error, 2 wrong use or unreadable input. A command's module is imported only
to run it, so that `phaen --help` need not import pydantic or MkDocs.
"""

from __future__ import annotations

import click

from generator.cli.edge import CommandLine, Shown

COMMANDS = {
    "new": Shown("generator.cli.new", "สร้างโฟลเดอร์ของ อปท. หรือรอบแผนใหม่"),
    "check": Shown("generator.cli.check", "ตรวจไฟล์ข้อมูล และบอกจุดที่ต้องแก้"),
    "template": Shown("generator.cli.template", "สร้างสมุดงาน Excel ของแผน ให้กรอกหรือแก้"),
    "import": Shown("generator.cli.importing_command", "นำแผนจากไฟล์ Word, Excel หรือ PDF เข้าเป็นข้อมูล"),
    "import-page": Shown("generator.cli.import_page", "เตรียมโปรแกรมอ่านไฟล์ในเบราว์เซอร์ สำหรับหน้า /import/"),
    "fix": Shown("generator.cli.fix", "แก้ตัวพิมพ์ที่แก้ได้แน่นอน และแสดงสิ่งที่แก้"),
    "build": Shown("generator.cli.build", "สร้างเว็บไซต์ทั้งหมดลงโฟลเดอร์"),
    "assemble": Shown("generator.cli.assemble", "รวมผลที่ทำแยกกันเป็นเว็บไซต์เดียว"),
    "cache": Shown("generator.cli.cache", "แสดง จำกัด หรือลบผลที่เก็บไว้ใช้ครั้งต่อไป"),
    "serve": Shown("generator.cli.serve", "เปิดเว็บไซต์ดูในเครื่อง และสร้างใหม่เมื่อแก้ข้อมูล"),
    "verify": Shown("generator.cli.verify", "ตรวจว่าเว็บไซต์หรือคลังข้อมูลตรงกับที่เผยแพร่"),
    "history": Shown("generator.cli.history", "แสดงทุกรุ่นของแผน และสิ่งที่เปลี่ยนในแต่ละรุ่น"),
    "evidence": Shown("generator.cli.evidence", "แสดงหลักฐานของแผนสำหรับการประเมิน ITA ปีหนึ่ง"),
    "search": Shown("generator.cli.search", "ค้นชื่อ อปท. โครงการ และข้อความในแผน"),
    "demo": Shown("generator.cli.demo", "สร้างเนื้อหาสมมุติของ อปท. จำนวนมาก สำหรับทดสอบ"),
    "receive": Shown("generator.cli.receive", "ตรวจสิ่งที่ส่งด้วย git push ก่อนรับ (hook ของคลังข้อมูล)"),
    "publish": Shown("generator.cli.publish", "สร้างเว็บไซต์จากข้อมูลที่รับไว้แล้วเผยแพร่"),
    "rollback": Shown("generator.cli.rollback", "ให้เว็บไซต์กลับไปเป็นรุ่นก่อนหน้า"),
    "releases": Shown("generator.cli.releases", "แสดงรุ่นของเว็บไซต์ที่เก็บไว้"),
    "status": Shown("generator.cli.status", "แสดงสถานะการเผยแพร่"),
    "redact": Shown("generator.cli.redact", "ปกปิดข้อมูลส่วนบุคคลที่หลุดเข้ามา ออกจากทุกเวอร์ชัน"),
    "hooks": Shown("generator.cli.hooks", "ตั้งให้คลังข้อมูลรับ git push แล้วเผยแพร่เอง"),
    "try-server": Shown("generator.cli.try_server", "ตั้งเครื่องแม่ข่ายทดลองลงโฟลเดอร์ใหม่ เพื่อลองส่งด้วย git push"),
    "pages": Shown("generator.cli.pages", "เขียนทุกหน้าเป็น Markdown สำหรับระบบเว็บอื่น"),
}
"""Every command: the module that defines `command`, and its line in `phaen --help`."""


@click.group(
    name="phaen",
    cls=CommandLine,
    commands_shown=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="phaen", message="%(prog)s %(version)s", help="แสดงรุ่นของโปรแกรม")
def main() -> None:
    """แผนพัฒนาบุคลากรท้องถิ่น: ตรวจข้อมูลแผน และสร้างเป็นเว็บไซต์

    \b
    เลขที่คำสั่งส่งกลับ (exit code)
      0  เรียบร้อย
      1  ข้อมูลมีข้อผิดพลาด
      2  ใช้คำสั่งไม่ถูก หรืออ่านข้อมูลไม่ได้
    """
