"""`phaen history`: prints every version of an LAO's plans, and the changes between them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from generator.building.collector import collecting_rarely
from generator.checks.shown_history import shown_author, shown_changes, shown_message, shown_tombstones
from generator.cli.options import content_option, read_code
from generator.cli.thai_help import ThaiCommand
from generator.errors import UsageError
from generator.exports.history_json import change_records, history_record
from generator.history.history_index import HistoryIndex, Known, read_history_of
from generator.history.plan_change import PlanChange
from generator.history.plan_diff import plan_changes
from generator.history.revisions import LaoHistory, PlanHistory, Revision, department_names
from generator.model.plan import PlanFolder
from generator.reading.content_tree import DiskTree
from generator.reading.former_codes import codes_had
from generator.thai.dates import format_thai_date
from generator.views.recent_versions import what_changed
from generator.words.history import KNOWN, NOT_SAVED, SIGNATURE
from generator.words.plan_changes import sentence, summary

_UNKNOWN_DAY = "วันที่ในระบบผิดปกติ"


@click.command(cls=ThaiCommand, name="history")
@click.argument("code", metavar="CODE")
@content_option
@click.option("--cycle", metavar="YYYY-YYYY", help="เฉพาะรอบแผนนี้ เช่น 2567-2569")
@click.option("--from", "first", type=int, metavar="N", help="เทียบจากรุ่นที่ N")
@click.option("--to", "second", type=int, metavar="M", help="เทียบกับรุ่นที่ M (ปกติคือรุ่นล่าสุด)")
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
def command(code: str, content: Path, cycle: str | None, first: int | None, second: int | None, output: str) -> None:
    """แสดงทุกรุ่นของแผน และสิ่งที่เปลี่ยนในแต่ละรุ่น

    อ่านจากประวัติ git ของโฟลเดอร์ข้อมูล วันที่เผยแพร่คือวันที่ส่งเข้าระบบ ส่วนวันที่มีมติและวันที่มีผลใช้บังคับ
    มาจากข้อมูลในแผน ระบุ --from และ --to เพื่อเทียบสองรุ่นใด ๆ
    """
    code = read_code(code)
    codes = codes_had(code, DiskTree(content))
    index = read_history_of(content, codes)
    with collecting_rarely():
        histories = _histories(index, codes, content)
    if cycle:
        histories = {name: history for name, history in histories.items() if name == cycle}
    if not histories:
        raise UsageError(_nothing(index, code, cycle))
    if first is not None or second is not None:
        _compare(histories, first, second, output)
    elif output == "json":
        click.echo(json.dumps(history_record(code, histories), ensure_ascii=False, indent=2))
    else:
        for name, history in histories.items():
            click.echo("\n".join(_lines(name, history)))


def _histories(index: HistoryIndex, codes: tuple[str, ...], content: Path) -> dict[str, PlanHistory]:
    history = LaoHistory(index, codes)
    return {cycle: history.of(cycle, history.on_disk(DiskTree(content), cycle)) for cycle in history.cycles()}


def _nothing(index: HistoryIndex, code: str, cycle: str | None) -> str:
    if index.known is Known.NONE:
        return f"{KNOWN[Known.NONE]} คำสั่งนี้ใช้ได้ในโฟลเดอร์ที่อยู่ใน git และมีการ commit แล้ว"
    return f"ไม่พบประวัติของ {code}{f' รอบแผน {cycle[:20]}' if cycle else ''} ในคลัง git นี้"


def _lines(cycle: str, history: PlanHistory) -> Iterator[str]:
    yield f"แผนพัฒนาบุคลากร {cycle}: {len(history.revisions):,} รุ่น"
    if history.known is not Known.WHOLE:
        yield f"  {KNOWN[history.known]}"
    if not history.is_saved:
        yield f"  {NOT_SAVED}"
    for one in shown_tombstones(history.redactions):
        day = format_thai_date(one.day, "arabic") if one.day else _UNKNOWN_DAY
        yield f"  ส่วนกลางปกปิดข้อมูลส่วนบุคคลออกจากประวัติ {day}: {one.reason}"
    for revision in history.revisions:
        yield from _revision_lines(revision)
    yield ""


def _revision_lines(revision: Revision) -> Iterator[str]:
    commit, days = revision.commit, revision.days
    published = format_thai_date(commit.published, "arabic") if commit.published else _UNKNOWN_DAY
    yield f"\nรุ่นที่ {revision.number}  เผยแพร่ {published}  ({commit.id[:12]}, {SIGNATURE[commit.signature]})"
    for word, day in (("มีมติ", days.decided), ("มีผลใช้บังคับ", days.in_force)):
        if day:
            yield f"  {word} {format_thai_date(day, 'arabic')}"
    yield f"  โดย {shown_author(commit.author)}"
    message = shown_message(commit.message).split("\n")
    yield f"  เหตุผล: {message[0]}"
    yield f"  {what_changed(revision)}"
    for change in shown_changes(revision.changes):
        yield f"    {sentence(change)}"


def _compare(histories: dict[str, PlanHistory], first: int | None, second: int | None, output: str) -> None:
    """Print the changes between two versions of the only matching plan."""
    if len(histories) > 1:
        raise UsageError(f"อปท. นี้มีหลายแผน ให้ระบุ --cycle เป็น {' หรือ '.join(histories)}")
    ((cycle, history),) = histories.items()
    last = len(history.revisions)
    one, other = first if first is not None else 1, second if second is not None else last
    changes = _between(history, one, other)
    if output == "json":
        record = {"cycle": cycle, "from": one, "to": other, "changes": change_records(changes)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    click.echo(f"แผน {cycle} รุ่นที่ {one} เทียบกับรุ่นที่ {other}: {summary(changes)}")
    for change in shown_changes(changes):
        click.echo(f"  {sentence(change, 'arabic')}")


def _between(history: PlanHistory, first: int, second: int) -> tuple[PlanChange, ...]:
    versions = [_version(history, number) for number in (first, second)]
    before, after = (one.plan for one in versions)
    assert isinstance(before, PlanFolder)  # noqa: S101  # `_version` checked it
    assert isinstance(after, PlanFolder)  # noqa: S101
    return plan_changes(before, after, department_names(*versions))


def _version(history: PlanHistory, number: int) -> Revision:
    if not 1 <= number <= len(history.revisions):
        raise UsageError(f"ไม่มีรุ่นที่ {number} แผนนี้มีรุ่นที่ 1 ถึง {len(history.revisions)}")
    version = history.revisions[number - 1]
    if not isinstance(version.plan, PlanFolder):
        raise UsageError(f"เทียบรุ่นที่ {number} ไม่ได้ เพราะอ่านข้อมูลของรุ่นนั้นเป็นแผนไม่ได้")
    return version
