"""`phaen new`: creates the folder of an LAO, or of its next cycle, to be filled in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.finding_files import shown_path
from generator.cli.options import content_option, read_code
from generator.cli.thai_help import ThaiCommand
from generator.drafting.drafts import Draft, current_round, draft_cycle, draft_lao, folder_of, roll_over
from generator.drafting.lao_identity import (
    LaoIdentity,
    Stated,
    identify,
    look_up,
    read_registry,
)
from generator.drafting.new_site import is_free, lay_out_site
from generator.drafting.results_file import draft_results
from generator.drafting.slugs import FALLBACK, checked_slug, slug_of
from generator.errors import UsageError
from generator.model.to_fill_in import NO_NAME
from generator.settings import resolve_today
from generator.thai.years import Cycle, FiscalYear
from generator.words import commands

_USUAL_LENGTH = 3


@click.command(cls=ThaiCommand, name="new")
@click.argument("code", metavar="[CODE]", default="")
@content_option
@click.option("--cycle", "cycle_text", metavar="CYCLE", help="รอบแผน เช่น 2570-2572 (ปกติคือรอบปัจจุบัน)")
@click.option("--from", "from_text", metavar="CYCLE", help="ยกโครงสร้างมาจากรอบแผนเดิม เช่น 2567-2569")
@click.option("--keep-budget", is_flag=True, help="ใช้คู่กับ --from: ยกจำนวนเงินของแผนเดิมมาด้วย")
@click.option("--registry", type=click.Path(path_type=Path), metavar="FILE", help="ทะเบียน อปท. (CSV) สำหรับเติมชื่อ")
@click.option("--type", "kind", default="", metavar="TYPE", help="ประเภท เช่น เทศบาลตำบล")
@click.option("--name", default="", metavar="NAME", help="ชื่อ ไม่ต้องใส่ประเภท")
@click.option("--district", default="", metavar="NAME", help="อำเภอ")
@click.option("--province", default="", metavar="NAME", help="จังหวัด")
@click.option("--slug", metavar="SLUG", help="ชื่ออังกฤษของโฟลเดอร์ (ปกติถอดเสียงจากชื่อไทย)")
@click.option("--results", "results_text", metavar="YEAR", help="โครงไฟล์ผลของปีงบประมาณ เช่น 2568")
@click.option("--round", "months", type=click.Choice(["6", "12"]), help="ใช้คู่กับ --results: รอบ 6 หรือ 12 เดือน")
@click.option("--today", metavar="DATE", help=commands.TODAY)
def command(
    code: str,
    content: Path,
    cycle_text: str | None,
    from_text: str | None,
    keep_budget: bool,
    registry: Path | None,
    kind: str,
    name: str,
    district: str,
    province: str,
    slug: str | None,
    results_text: str | None,
    months: str | None,
    today: str | None,
) -> int:
    """สร้างโฟลเดอร์ของ อปท. หรือรอบแผนใหม่

    \b
    เว็บไซต์ใหม่:   phaen new (ในโฟลเดอร์ว่าง)
    อปท. ใหม่:     phaen new 5440502 --registry laos.csv
    รอบแผนใหม่:    phaen new 5440502 --cycle 2570-2572
    ยกจากรอบเดิม:  phaen new 5440502 --cycle 2570-2572 --from 2567-2569
    รายงานผล:      phaen new 5440502 --results 2568 --round 12

    ในโฟลเดอร์ว่าง คำสั่งนี้สร้างเว็บไซต์ใหม่ก่อน พร้อมคู่มือและเอกสารกรอบระดับชาติ
    ไฟล์ที่ได้มีคำอธิบายและแถวตัวอย่างให้กรอกทับ ไม่เขียนทับของที่มีอยู่
    หัวข้ออื่นทั้งหมดพร้อมตัวอย่าง อยู่ในคู่มือเผยแพร่แผน /about/publishing/
    """
    is_new_site = _is_new_site(content)
    if not code:
        others = (
            cycle_text,
            from_text,
            keep_budget,
            registry,
            kind,
            name,
            district,
            province,
            slug,
            results_text,
            months,
        )
        if any(others):
            raise UsageError("ยังไม่ได้ระบุ CODE คือรหัส อปท. เช่น phaen new 5440502")
        return _only_site(is_new_site, content)
    code = _read_lao_code(code)
    stated = Stated(kind, name, district, province)
    if from_text and not cycle_text:
        raise UsageError("--from ต้องใช้คู่กับ --cycle เช่น --cycle 2570-2572 --from 2567-2569")
    if keep_budget and not from_text:
        raise UsageError("--keep-budget ใช้คู่กับ --from เท่านั้น เพราะยกจำนวนเงินมาจากรอบแผนเดิม")
    cycle = _read_cycle("--cycle", cycle_text) if cycle_text else current_round(resolve_today(today))
    folder = None if is_new_site else folder_of(code, content)
    if results_text or months:
        if from_text or keep_budget or slug is not None or registry or stated != Stated():
            raise UsageError("--results สร้างไฟล์ผลของแผนที่มีอยู่ ใช้ร่วมกับ --round และ --cycle ได้เท่านั้น")
        return _results(code, folder, results_text, months, cycle if cycle_text else None, content)
    if folder is None:
        if from_text:
            raise UsageError(f"ยังไม่มีโฟลเดอร์ของรหัส อปท. {code} จึงไม่มีแผนเดิมให้ยกมา")
        if slug is not None:
            checked_slug(slug)
        row = look_up(code, name, read_registry(registry), registry) if registry else Stated()
        identity = identify(code, stated, row)
        if is_new_site:
            _tell_of_site(lay_out_site(Path()))
        draft = draft_lao(identity, slug or _slug(identity), cycle, content)
        _tell_of_lao(draft, identity, slug_given=slug is not None)
    else:
        if not cycle_text:
            raise UsageError(f"มี {shown_path(folder)} อยู่แล้ว หากจะเพิ่มรอบแผน ให้ระบุ --cycle เช่น --cycle {cycle}")
        if slug is not None or registry or stated != Stated():
            raise UsageError(f"มี {shown_path(folder)} อยู่แล้ว ชื่อและที่ตั้งแก้ได้ใน lao.yml จึงไม่ต้องระบุที่นี่")
        if from_text:
            old = _read_cycle("--from", from_text)
            draft = roll_over(code, folder, old, cycle, content, keep_budget=keep_budget)
            _tell_of_roll_over(draft, old, cycle, keep_budget=keep_budget)
        else:
            draft = draft_cycle(code, folder, cycle, content)
            _tell_of_files(draft)
            if draft.departments_added:
                click.echo(
                    f"lao.yml ยังไม่มีส่วนราชการ จึงเพิ่มหัวข้อ departments พร้อมแถวตัวอย่างไว้ท้าย {shown_path(folder / 'lao.yml')}"
                )
    _warn_of_length(cycle)
    _tell_what_next(code)
    return 0


def _results(
    code: str, folder: Path | None, results_text: str | None, months: str | None, cycle: Cycle | None, content: Path
) -> int:
    if results_text is None or months is None:
        raise UsageError("--results และ --round ต้องใช้คู่กัน เช่น --results 2568 --round 12")
    if folder is None:
        raise UsageError(f"ยังไม่มีโฟลเดอร์ของรหัส อปท. {code} จึงไม่มีแผนให้รายงานผล")
    try:
        year = FiscalYear.parse(results_text)
    except ValueError as error:
        raise UsageError(f"--results: {error}") from error
    _tell_of_files(draft_results(code, folder, year, months, content, cycle))
    _tell_what_next(code)
    return 0


def _is_new_site(content: Path) -> bool:
    """Return whether the command makes a site: there is none here or above, and nothing else lies here."""
    return content == Path("content") and not content.exists() and is_free(Path())


def _only_site(is_new_site: bool, content: Path) -> int:
    if not is_new_site:
        where = f"มี {shown_path(content)} อยู่แล้ว" if content.exists() else "โฟลเดอร์นี้ไม่ว่าง"
        raise UsageError(
            f"ยังไม่ได้ระบุ CODE คือรหัส อปท. เช่น phaen new 5440502\nphaen new ที่ไม่ระบุรหัสใช้สร้างเว็บไซต์ใหม่ในโฟลเดอร์ว่าง แต่{where}"
        )
    _tell_of_site(lay_out_site(Path()))
    click.echo("ขั้นต่อไป: ใส่ชื่อเว็บไซต์และผู้ดูแลใน mkdocs.yml แล้วเพิ่ม อปท. ด้วยคำสั่ง phaen new ตามด้วยรหัส")
    return 0


def _read_lao_code(text: str) -> str:
    code = read_code(text)
    if code[0] in "01":
        raise UsageError(f"รหัส อปท. {code} ใช้ไม่ได้ หลักแรกต้องเป็น 2 ถึง 9")
    return code


def _read_cycle(option: str, text: str) -> Cycle:
    try:
        return Cycle.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from error


def _slug(identity: LaoIdentity) -> str:
    return FALLBACK if identity.name == NO_NAME else slug_of(identity.name)


def _tell_of_site(names: tuple[str, ...]) -> None:
    click.echo("สร้างเว็บไซต์ใหม่ในโฟลเดอร์นี้แล้ว")
    for name in names:
        click.echo(f"  {name}")


def _tell_of_lao(draft: Draft, identity: LaoIdentity, *, slug_given: bool) -> None:
    _tell_of_files(draft)
    if not slug_given:
        click.echo(f"ชื่ออังกฤษของโฟลเดอร์ตั้งให้จากเสียงของชื่อไทยโดยประมาณ เปลี่ยนได้ ขอให้ขึ้นต้นด้วย {identity.code}- เสมอ")
    if identity.to_fill_in:
        click.echo(f"ยังไม่ทราบ ให้ตรวจและแก้ใน lao.yml: {', '.join(identity.to_fill_in)}")


def _tell_of_roll_over(draft: Draft, old: Cycle, cycle: Cycle, *, keep_budget: bool) -> None:
    _tell_of_files(draft)
    click.echo(f"ยกโครงสร้างจากรอบ {old} มาเป็นร่างของรอบ {cycle} ปีและไตรมาสเลื่อนไปตามรอบใหม่แล้ว")
    click.echo(f"ไม่ได้ยกมา: {', '.join(draft.cleared)}")
    money = "ให้ตรวจจำนวนเงินที่ยกมาจากแผนเดิมทุกแถว" if keep_budget else "ให้ใส่งบประมาณของแต่ละโครงการ"
    click.echo(f"{money} ตรวจเลขข้อ (section) ให้ตรงกับแผนใหม่ และทบทวนรายการทุกแถวก่อนเผยแพร่")


def _tell_of_files(draft: Draft) -> None:
    click.echo(f"สร้าง {shown_path(draft.folder)} แล้ว")
    for name in draft.files:
        click.echo(f"  {name}")


def _warn_of_length(cycle: Cycle) -> None:
    if cycle.length != _USUAL_LENGTH:
        click.echo(f"คำเตือน: รอบ {cycle} ยาว {cycle.length} ปี แผนพัฒนาบุคลากรปกติเป็นแผน {_USUAL_LENGTH} ปี", err=True)


def _tell_what_next(code: str) -> None:

    click.echo("ขั้นต่อไป: เปิดไฟล์ด้วยโปรแกรมแก้ข้อความ กรอกตามคำอธิบายในไฟล์ แล้วสั่ง")
    click.echo(f"  phaen check {code}          ตรวจข้อมูล")
    click.echo(f"  phaen serve --only {code}   ดูหน้าเว็บในเครื่อง")
