"""Every page of one small fictional plan, as Markdown for human review. `--update-golden` rewrites them.

Fixed findings replace the rules, so that a new rule does not change the pages.
"""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from generator.building.markdown_folder import write_pages
from generator.checks.explained import RuleWords, all_rules
from generator.checks.items import CheckBasis
from generator.findings import Finding, Severity
from generator.history.revisions import PlanHistory
from generator.model.plan import PlanFolder
from generator.pages.page_kinds import page_kinds
from generator.reading.lao_reader import ReadLao
from generator.settings import Settings
from tests.building_blocks import PUBLISHED, make_lao
from tests.test_bad_input import make_framework
from tests.views.some_history import before_it, history_of

HERE = Path(__file__).parent / "pages"
TODAY = datetime.date(2024, 6, 1)
NAMES = {
    "home": "index.md",
    "province": "province/maha-sarakham/index.md",
    "lao": "lao/5999901/index.md",
    "overview": "lao/5999901/2567-2569/index.md",
    "strategy": "lao/5999901/2567-2569/strategy/index.md",
    "projects": "lao/5999901/2567-2569/projects/index.md",
    "idp": "lao/5999901/2567-2569/idp/index.md",
    "monitoring": "lao/5999901/2567-2569/monitoring/index.md",
    "document": "lao/5999901/2567-2569/document/index.md",
    "year": "lao/5999901/2567-2569/year/2567/index.md",
    "report": "lao/5999901/2567-2569/report/2567/index.md",
    "unreadable": "lao/5999902/2567-2569/index.md",
    "quality": "quality/index.md",
    "quality_rule": "quality/money-004/index.md",
    "frameworks": "frameworks/index.md",
    "framework": "frameworks/tua-yang/index.md",
    "framework_group": "frameworks/tua-yang/competencies/index.md",
    "search": "search/index.md",
    "compare": "compare/index.md",
    "history": "lao/5999901/2567-2569/history/index.md",
    "history_revision": "lao/5999901/2567-2569/history/2/index.md",
    "national_changes": "changes/index.md",
    "evidence": "lao/5999901/2567-2569/evidence/index.md",
    "evidence_sheet": "lao/5999901/2567-2569/evidence/2568/index.md",
    "national_evidence": "evidence/index.md",
    "national_evidence_year": "evidence/2568/index.md",
    "verify": "verify/index.md",
    "import_page": "import/index.md",
    "data_catalogue": "data/index.md",
    "data_dictionary": "data/dictionary/index.md",
}
"""The page of each kind, by the kind's name."""
UPDATE = "if the change is right: pytest --update-golden tests/golden, and read the diff"
WITHOUT = {
    "failed": "no content makes it, only a mistake in the program",
    "withdrawn": "needs a repository, tests/building/test_withdrawn.py",
    "withdrawn_province": "the same",
    "moved": "needs a former code, tests/building/test_former_addresses.py",
    "form": "lists every rule that may be answered, so that each new one would change it",
    "quality_retired": "no rule has been retired yet",
    "national_evidence_province": "only where one page does not hold all plans of a year",
}
"""Kinds of pages without a golden, with the reason."""


def found(read: ReadLao, _reference: CheckBasis, _histories: object) -> tuple[Finding, ...]:
    """Replace the rules: one finding in a table, two of one kind on a card, one with an answer, one on the whole."""
    plan = f"{read.lao_folder.path}/2567-2569"

    def finding(code: str, severity: Severity, message: str, file: str, *path: str | int) -> Finding:
        return Finding(code, severity, message, read.location(f"{plan}/{file}", *path), "ตรวจกับเอกสาร")

    warning, notice = Severity.WARNING, Severity.NOTICE
    project = ("projects", 0)
    return (
        finding("DATE-012", warning, "รอบแผนมี ๔ ปี", "plan.yml"),
        finding("MONEY-004", warning, "รวมได้ ๑๐,๐๐๐ แต่พิมพ์ ๑๑,๐๐๐", "plan.yml", "budget_matrix"),
        finding("NAME-009", notice, "เว้นวรรคในชื่อ", "projects.yml", *project, "name")._replace(suggestion="โครงการ"),
        finding("NAME-009", notice, "เว้นวรรคในชื่อ", "projects.yml", *project, "note")._replace(answer="ตามต้นฉบับ"),
        finding("DATE-015", warning, "ปีในหัวตารางคือ ๒๕๖๔", "idp.yml", "rows", 0, "years"),
    )


def some_rules() -> dict[str, RuleWords]:
    """Replace the list of all rules: those found, one of conversion and one of reading."""
    rules = all_rules()
    return {code: rules[code] for code in ("DATE-012", "MONEY-004", "NAME-009", "TEXT-103", "YAML-006")}


def versions(read: ReadLao, *_: object) -> dict[str, PlanHistory]:
    """Replace git: the version before had another budget and no IDP."""
    (plan,) = read.lao_folder.plans
    return {"2567-2569": history_of(before_it(plan), plan)} if isinstance(plan, PlanFolder) else {}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    make_lao(folder / "content")
    make_lao(folder / "content", "5999902", "phang", plan=("cycle: 2567-2569", "cycle: ปีหน้า"))
    (folder / "content" / "pages").mkdir()
    make_framework(folder / "content")
    (folder / "content" / "frameworks" / "ita").mkdir()
    shutil.copy(PUBLISHED / "frameworks" / "ita" / "2568.yml", folder / "content" / "frameworks" / "ita")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.building.site.check_lao", found)
        patch.setattr("generator.building.site.plan_histories", versions)
        patch.setattr("generator.views.quality.all_rules", some_rules)
        write_pages(Settings(content=folder / "content", today=TODAY), folder / "out")
    return folder / "out"


@pytest.mark.parametrize("kind", NAMES)
def test_a_page_equals_its_golden(kind: str, pages: Path, request: pytest.FixtureRequest) -> None:
    made = (pages / NAMES[kind]).read_text("utf-8")
    golden = HERE / f"{kind}.md"
    if request.config.getoption("--update-golden"):
        HERE.mkdir(exist_ok=True)
        golden.write_text(made, "utf-8", newline="\n")
    assert golden.is_file(), UPDATE
    assert made == golden.read_text("utf-8"), UPDATE


def test_every_kind_of_page_has_its_golden_or_a_reason() -> None:
    assert {kind.name for kind in page_kinds()} == NAMES.keys() | WITHOUT.keys()


def test_every_golden_is_checked() -> None:
    assert {file.stem for file in HERE.glob("*.md")} == set(NAMES)
