"""Cases of rules: the blameless plan with one change that triggers a rule, and a similar one that does not."""

from __future__ import annotations

import dataclasses
import datetime
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.checks.items import CheckBasis, RegisteredLao
from generator.checks.retired import RetiredCode
from generator.checks.runner import check_lao
from generator.findings import Finding
from generator.history.commits import CommitFacts, SignatureKind
from generator.history.history_index import Known
from generator.history.revisions import PlanHistory, ReadVersion, compared, plan_history
from generator.reading.content_tree import DiskTree
from generator.reading.former_codes import former_code_claims, stated_former_codes
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao
from tests.building_blocks import PUBLISHED
from tests.on_disk import read_on_disk

ROOT = Path(__file__).parents[2]
BLAMELESS = Path(__file__).parent / "blameless"
CODE = "5999901"
FOLDER = f"{CODE}-tua-yang"
PLAN = "2567-2569"
TODAY = datetime.date(2025, 3, 1)
"""In the second fiscal year of the plan; results of the first year are reported."""
REGISTRY = {CODE: RegisteredLao("เทศบาลตำบล", "ตัวอย่าง", "ตัวอย่าง", "มหาสารคาม")}
NAMES = (
    {"lao": "lao.yml"}
    | {name: f"{PLAN}/{name}.yml" for name in ("plan", "projects", "idp")}
    | {
        "narrative": f"{PLAN}/narrative.md",
        "results": f"{PLAN}/results/2567.yml",
    }
)
"""Names of the files in cases."""


@dataclass(frozen=True)
class Change:
    """One change to the blameless plan."""

    file: str
    """`lao`, `plan`, `projects`, `idp`, `results` or `narrative`, or the path of a file to add."""
    old: str
    """Text found in the file exactly once; empty to remove the file, or to add one."""
    new: str
    """Its replacement; for an added file, the whole content."""


@dataclass(frozen=True)
class Case:
    """A change that triggers a rule, and one that does not."""

    code: str
    fires: Sequence[Change]
    says: str
    """Part of the message: the value that it must name."""
    line: str = ""
    """Part of the source line that the finding must point to."""
    silent: Sequence[Change] = ()
    """A similar but correct change; empty means the blameless plan itself."""
    today: datetime.date = TODAY
    """The build's day."""
    fires_today: datetime.date | None = None
    """Another day on which the rule fires, for time rules."""
    count: int = 1
    """Number of findings of the code."""
    retired: Sequence[RetiredCode] = ()
    """Codes to treat as retired."""
    beside: Sequence[str] = ()
    """Texts of `lao.yml` of other LAOs in the same content folder."""
    is_committed: bool = False
    """Whether the blameless plan is the last version in git, from which the changes differ."""


@cache
def reference(today: datetime.date) -> CheckBasis:
    """Return the real frameworks, a registry with the fictional LAO, and a day."""
    return CheckBasis(read_frameworks(DiskTree(PUBLISHED)).documents, today, REGISTRY)


def findings_of(
    content: Path,
    changes: Sequence[Change],
    today: datetime.date = TODAY,
    beside: Sequence[str] = (),
    *,
    is_committed: bool = False,
) -> tuple[Finding, ...]:
    """Write the blameless plan with changes in `content`; return the findings of all rules."""
    for text in beside:
        other = content / "plans" / f"{text.partition('code: ')[2][:7]}-beside"
        other.mkdir(parents=True)
        (other / "lao.yml").write_text(text, "utf-8")
    folder = content / "plans" / FOLDER
    shutil.copytree(BLAMELESS, folder)
    for change in changes:
        file = folder / NAMES.get(change.file, change.file)
        if not change.old and change.new:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(change.new, "utf-8")
            continue
        text = file.read_text("utf-8")
        if not change.old:
            file.unlink()
            continue
        if text.count(change.old) != 1:
            raise ValueError(f"not exactly once in {file.name}: {change.old}")
        file.write_text(text.replace(change.old, change.new), "utf-8")
    known = reference(today)
    # A folder name must begin with the code in lao.yml; a case may change it there.
    code = (folder / "lao.yml").read_text("utf-8").partition("\ncode: ")[2][: len(CODE)]
    folder = folder.rename(folder.with_name(FOLDER.replace(CODE, code)))
    read = read_on_disk(code, folder, content, frozenset(known.entries))
    if read.lao_folder.findings:
        raise ValueError(f"the case cannot be read: {read.lao_folder.findings}")
    claims = former_code_claims(stated_former_codes(DiskTree(content)))
    histories = {PLAN: _committed(read)} if is_committed else {}
    return check_lao(read, dataclasses.replace(known, former_codes=claims), histories)


def _committed(current: ReadLao) -> PlanHistory:
    """Return the history with the blameless plan as the only version."""
    read = read_on_disk(CODE, BLAMELESS, BLAMELESS.parent, None)
    commit = CommitFacts("0" * 40, datetime.date(2023, 10, 2), "", "", SignatureKind.NONE)
    version = ReadVersion(commit, read.lao_folder.plans[0], read.lao_folder.lao)
    return plan_history(Known.WHOLE, compared([version]), current.lao_folder.plans[0])


def source_line(content: Path, finding: Finding) -> str:
    """Return the line that a finding points to."""
    return (content / finding.location.file).read_text("utf-8").split("\n")[finding.location.line - 1]
