"""Band rows, which group the rows below them: a strategy, a tactic, a department, a category of staff."""

from __future__ import annotations

import re

from generator.intake.grids import GridCell
from generator.intake.kinds.cell_parts import lines_of
from generator.intake.ledger import Fate
from generator.intake.plan_builder import STRATEGY, TACTIC, PlanBuilder

STAFF = re.compile(r"^(?:(?:ประเภท)?\s*(?:พนักงาน|ลูกจ้าง|ข้าราชการ|ครู|บุคลากร)\S*(?:\s?(?:ตาม)?ภารกิจ|\s?ทั่วไป)?)$")
DEPARTMENT = re.compile(r"(?:สำนัก|กอง|หน่วย|ส่วน|ฝ่าย|ศูนย์)")
"""Start of the name of a department, for a group of rows whose department the LAO does not list."""


class StrategyBands:
    """The current strategy and tactic of the rows."""

    def __init__(self, builder: PlanBuilder) -> None:
        """Start without strategy and tactic."""
        self._builder = builder
        self.strategy = ""
        self.tactic = ""
        self.is_doubtful = False

    def read(self, cell: GridCell) -> bool:
        """Read a row with a single text; return False if it names neither strategy nor tactic."""
        parts = _parts(cell.text)
        if not parts:
            named = self._builder.strategy_named(cell.line)
            if not named:
                return False
            self.strategy, self.tactic, self.is_doubtful = named, "", True
            self._builder.ledger.set([cell], Fate.HEADING)
            self._builder.doubt("INTAKE-005", "หัวข้อนี้พิมพ์ชื่อยุทธศาสตร์โดยไม่มีลำดับ จึงจับคู่จากชื่อ", cell)
            return True
        for kind, number, name in parts:
            if kind == "strategy":
                self.strategy, self.tactic = self._builder.strategy(number, name, cell), ""
            elif self.strategy:
                self.tactic = self._builder.tactic(self.strategy, number, name, cell)
            else:
                return False
        return True


def _parts(text: str) -> list[tuple[str, str, str]]:
    """Return kind, number and name of each strategy and tactic in a text; empty for other texts."""
    joined = " ".join(lines_of(text))
    starts = [
        match.start()
        for match in re.finditer(
            r"(?:ประเด็น)?ยุทธศาสตร์(?:การพัฒนา)?\s*(?:ที่)?\s*[0-9๐-๙]|กลยุทธ์\s*(?:ที่)?\s*[0-9๐-๙]", joined
        )
    ]
    if not starts or starts[0] != 0:
        return []
    found = []
    for start, end in zip(starts, [*starts[1:], len(joined)], strict=True):
        part = joined[start:end].strip()
        for kind, pattern in (("strategy", STRATEGY), ("tactic", TACTIC)):
            if match := pattern.match(part):
                found.append((kind, match["number"], " ".join(match["name"].split())))
                break
    return found


def strategy_parts(text: str) -> list[tuple[str, str, str]]:
    """Return kind, number and name of each strategy and tactic in a cell."""
    return _parts(text)
