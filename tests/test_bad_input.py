"""Each mistake of an officer gives a Thai finding at its place and a page that states it; other LAOs stay the same.

One table. A case is a valid LAO (and a second one beside it, which must come out as if it were alone) with one change.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.building.site import SiteContent, gather_pages
from generator.cli import main
from generator.pages.page import Page
from generator.reading.codes import READING_CODES
from generator.reading.folders import MOST_CYCLES
from generator.settings import Settings
from tests.building_blocks import CODE, CYCLE, IDP, LAO, NARRATIVE, PLAN, PROJECTS, RESULTS, SLUG, Change, make_lao
from tests.shown import html_of
from tests.soak_marks import some_in_soak
from tests.symbolic_links import link

OTHER, OTHER_SLUG = "5999902", "khon-la-haeng"
FOLDER = f"plans/{CODE}-{SLUG}"
LAO_FILE = f"{FOLDER}/lao.yml"
PLAN_FILE = f"{FOLDER}/{CYCLE}/plan.yml"
PROJECTS_FILE = f"{FOLDER}/{CYCLE}/projects.yml"
IDP_FILE = f"{FOLDER}/{CYCLE}/idp.yml"
RESULTS_FILE = f"{FOLDER}/{CYCLE}/results/2567.yml"
NARRATIVE_FILE = f"{FOLDER}/{CYCLE}/narrative.md"
FRAMEWORK = "frameworks/tua-yang"

LAO_PAGE, PLAN_PAGE = f"/lao/{CODE}/", f"/lao/{CODE}/{CYCLE}/"
THAI = re.compile(r"[ก-ฮ]")
UNREADABLE = "อ่านข้อมูลไม่ได้"
OK, ERRORS = 0, 1

UNREADABLE_PLANS = frozenset(
    {
        "cycle of another folder",
        "plan.yml left out",
        "plan.yml named plan.yaml",
        "TIS-620",
        "UTF-16",
        "nothing but comments",
        "1,000 levels of keys",
    }
)
"""Cases of an unreadable plan, or of an unclear cycle."""

WITHOUT_PLAN = frozenset({"more cycles than anyone has", "link as the folder of a cycle", "folder name without a code"})
"""Cases without a page of the plan: its folder is a link, exceeds the limit, or belongs to no LAO."""

At = str | tuple[int, int] | None
"""The text at the place (exactly once in the file), line and column; None for the whole file."""


@dataclass(frozen=True)
class Expected:
    """A finding."""

    code: str
    file: str
    at: At = None
    remedy: str = ""
    """Words that the remedy must contain."""
    severity: str = "error"


@dataclass(frozen=True)
class Case:
    """One change to the valid content, with all its required effects."""

    name: str
    found: tuple[Expected, ...]
    files: dict[str, Change] = field(default_factory=dict)
    """Changes for `make_lao`."""
    prepare: Callable[[Path], object] | None = None
    """A further change of the content folder."""
    unreadable: str | None = None
    """The page that states that it is unreadable; None if all other values are shown."""


def at_name(value: str) -> tuple[str, str]:
    """Return the change that gives the first project another name."""
    return ("name: โครงการฝึกอบรม", f"name: {value}")


def case(name: str, code: str, file: str, at: At, remedy: str = "", **files: Change) -> Case:
    """Return a case with one error, in a file of the plan."""
    return Case(
        name, (Expected(code, file, at, remedy),), files, unreadable=PLAN_PAGE if name in UNREADABLE_PLANS else None
    )


def mistaken_value(value: str, code: str = "YAML-025", at: str | None = None) -> Case:
    """Return a case of a project's name that YAML reads as something else."""
    at = at or f"{value}\n    indicator"
    return case(f"value {value}", code, PROJECTS_FILE, at, "เครื่องหมายคำพูด", projects=at_name(value))


def warning(name: str, code: str, at: At, change: Change, remedy: str = "") -> Case:
    """Return a case of a project's name that is readable and probably wrong."""
    expected = Expected(code, PROJECTS_FILE, at, remedy, "warning")
    return Case(name, (expected,), {"projects": change}, unreadable=None)


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def link_file(name: str) -> Callable[[Path], None]:
    """Replace a content file by a link to a copy outside."""

    def prepare(content: Path) -> None:
        outside = content.parent / "outside" / Path(name).name
        write(outside, (content / name).read_bytes())
        (content / name).unlink()
        link(content / name, outside)

    return prepare


def link_folder(name: str) -> Callable[[Path], None]:
    """Move a content folder outside and replace it by a link."""

    def prepare(content: Path) -> None:
        outside = content.parent / "outside" / Path(name).name
        outside.parent.mkdir()
        (content / name).rename(outside)
        link(content / name, outside)

    return prepare


def link_page(content: Path) -> None:
    write(content / "pages" / "about" / "index.md", "# เกี่ยวกับ\n")
    link(content / "pages" / "about" / "secret.md", content / LAO_FILE)


def make_cycles(content: Path) -> None:
    for first in range(2500, 2500 + MOST_CYCLES):
        cycle = f"{first}-{first + 2}"
        write(content / FOLDER / cycle / "plan.yml", f"cycle: {cycle}\nstate: draft\n")


DEEP_BLOCK = "".join(f"{' ' * level}a:\n" for level in range(1_000))
DEEP_LIST = f"{PLAN}rationale: {'[' * 1_000}"
SAME_CODE = "plans/5999901-ik-haeng"

CASES = [
    # Keys and structure.
    case(
        "unknown key",
        "READ-002",
        PROJECTS_FILE,
        "indicater",
        "“indicator”",
        projects=("    indicator:", "    indicater:"),
    ),
    Case(
        "unknown key in lao.yml",
        (Expected("READ-002", LAO_FILE, "distric:", "“district”"),),
        {"lao": ("district:", "distric:")},
    ),
    case("unknown key like no other", "READ-002", IDP_FILE, "zzz", "หัวข้อที่ใช้ได้", idp=("note:", "zzz:")),
    case(
        "key left out",
        "READ-001",
        PROJECTS_FILE,
        "id: s1t1-2",
        "name",
        projects=("    name: กิจกรรมแลกเปลี่ยนเรียนรู้\n", ""),
    ),
    case(
        "duplicate key",
        "YAML-005",
        PROJECTS_FILE,
        "budget: ๒๐,๐๐๐",
        projects=("budget: ๑๐,๐๐๐", "budget: ๑๐,๐๐๐\n    budget: ๒๐,๐๐๐"),
    ),
    case("anchor", "YAML-006", PROJECTS_FILE, "&a", projects=at_name("&a ก")),
    Case(
        "alias",
        (Expected("YAML-006", PROJECTS_FILE, "&a"), Expected("YAML-007", PROJECTS_FILE, "*a")),
        {"projects": [at_name("&a ก"), ("name: กิจกรรมแลกเปลี่ยนเรียนรู้", "name: *a")]},
    ),
    case("merge key", "YAML-008", PROJECTS_FILE, "<<:", projects=("    note:", "    <<: {note: ก}\n    note:")),
    case("tag", "YAML-009", PROJECTS_FILE, "!!str", projects=at_name("!!str ก")),
    case("second document", "YAML-010", PLAN_FILE, "---", plan=f"{PLAN}---\ntitle: อีกแผน\n"),
    case(
        "text where a list belongs",
        "READ-004",
        PLAN_FILE,
        "ข้อความเดียว",
        plan=("\n  - บุคลากรมีความรู้ตามแผนปี ๒๕๖๗-๒๕๖๙", " ข้อความเดียว"),
    ),
    case("list where text belongs", "READ-004", PROJECTS_FILE, "[LPA]", "เครื่องหมายคำพูด", projects=at_name("[LPA]")),
    case(
        "lone text where a group belongs",
        "READ-004",
        PLAN_FILE,
        "ยังไม่มี\n",
        plan=("cover: {unit: งานบริหารงานบุคคล, office: สำนักปลัด}", "cover: ยังไม่มี"),
    ),
    # Values.
    case("unknown state", "READ-003", PLAN_FILE, "done", "announced", plan=("state: announced", "state: done")),
    case("id in capitals", "READ-003", PROJECTS_FILE, "S1T1-2", projects=("s1t1-2", "S1T1-2")),
    # References and identity.
    case(
        "unknown tactic",
        "REF-001",
        PROJECTS_FILE,
        "s9t9",
        "plan.yml",
        projects=("tactic: s1t1\n    number: ๑", "tactic: s9t9\n    number: ๑"),
    ),
    case(
        "unknown strategy",
        "REF-001",
        PROJECTS_FILE,
        "s9\n",
        projects=("strategy: s1\n    tactic: s1t1\n    number: ๒", "strategy: s9\n    tactic: s1t1\n    number: ๒"),
    ),
    case(
        "misspelt department",
        "REF-001",
        PROJECTS_FILE,
        "clerk-ofice",
        "“clerk-office”",
        projects=("[clerk-office]", "[clerk-ofice]"),
    ),
    case(
        "unknown department in the IDP",
        "REF-001",
        IDP_FILE,
        "police",
        "lao.yml",
        idp=("department: finance", "department: police"),
    ),
    case("results of an unknown project", "REF-001", RESULTS_FILE, "s9t9-9", results=("s1t1-1", "s9t9-9")),
    case(
        "unknown framework entry",
        "REF-001",
        PROJECTS_FILE,
        "core-9",
        "“core-1”",
        projects=("    note:", "    competencies: [core-9]\n    note:"),
    ),
    case(
        "project id used twice",
        "REF-002",
        PROJECTS_FILE,
        "s1t1-1\n    strategy: s1\n    tactic: s1t1\n    number: ๒",
        projects=("s1t1-2", "s1t1-1"),
    ),
    Case(
        "code of another LAO",
        (Expected("TREE-004", LAO_FILE, "5999903"),),
        {"lao": ("code: 5999901", "code: 5999903")},
        unreadable=LAO_PAGE,
    ),
    case("cycle of another folder", "TREE-004", PLAN_FILE, "2568-2570", plan=("cycle: 2567-2569", "cycle: 2568-2570")),
    case(
        "results of another year", "TREE-004", RESULTS_FILE, "2568", results=("fiscal_year: 2567", "fiscal_year: 2568")
    ),
    Case(
        "results outside the cycle",
        (Expected("TREE-008", f"{FOLDER}/{CYCLE}/results/2575.yml", (1, 14)),),
        prepare=lambda content: write(content / FOLDER / CYCLE / "results/2575.yml", RESULTS.replace("2567", "2575")),
    ),
    Case(
        "a name as long as a page",
        (Expected("SIZE-001", LAO_FILE),),
        {"lao": ("name: ตัวอย่าง\n", f"name: {'ก' * 2_000}\n")},
        unreadable=LAO_PAGE,
    ),
    *(
        Case(
            f"an LAO called {blank!r}",
            (Expected("READ-003", LAO_FILE, f'"{blank}"', "ทะเบียน"),),
            {"lao": ("name: ตัวอย่าง\n", f'name: "{blank}"\n')},
            unreadable=LAO_PAGE,
        )
        for blank in ("", " ", "\u3000")
    ),
    Case(
        "a document without its file",
        (Expected("TREE-010", PLAN_FILE, "scan.pdf", "documents/", "warning"),),
        {"plan": ('address: "https://www.example.go.th/plan.pdf"', "file: scan.pdf")},
        unreadable=None,
    ),
    Case(
        "a document with another hash",
        (Expected("TREE-011", PLAN_FILE, f'"{"0" * 64}"', "แก้ sha256:", "warning"),),
        {"plan": ('address: "https://www.example.go.th/plan.pdf"', f'file: scan.pdf, sha256: "{"0" * 64}"')},
        prepare=lambda content: write(content / FOLDER / "2567-2569/documents/scan.pdf", "%PDF-1.7"),
        unreadable=None,
    ),
    Case(
        "a document that is too large",
        (Expected("TREE-012", PLAN_FILE, "scan.pdf", "address:", "warning"),),
        {"plan": ('address: "https://www.example.go.th/plan.pdf"', "file: scan.pdf")},
        prepare=lambda content: write(content / FOLDER / "2567-2569/documents/scan.pdf", "x" * 5_000_001),
        unreadable=None,
    ),
    Case(
        "a document with a name that Windows cannot store",
        (
            Expected("TREE-010", PLAN_FILE, "scan.pdf", "documents/", "warning"),
            Expected("TREE-015", f"{FOLDER}/2567-2569/documents/CON.pdf", remedy="เปลี่ยนชื่อ"),
            Expected("TREE-015", f"{FOLDER}/2567-2569/documents/a:b?.pdf", remedy="file:"),
        ),
        {"plan": ('address: "https://www.example.go.th/plan.pdf"', "file: scan.pdf")},
        prepare=lambda content: [
            write(content / FOLDER / "2567-2569/documents" / name, "%PDF-1.7") for name in ("CON.pdf", "a:b?.pdf")
        ],
        unreadable=None,
    ),
    Case(
        "more cycles than anyone has",
        (Expected("TREE-009", FOLDER),),
        prepare=lambda content: [
            write(content / FOLDER / f"{first}-{first + 2}/plan.yml", f"cycle: {first}-{first + 2}\nstate: draft\n")
            for first in range(2570, 2620)
        ],
    ),
    Case(
        "two folders with one code",
        (Expected("TREE-003", SAME_CODE), Expected("TREE-003", FOLDER)),
        prepare=lambda content: make_lao(content, CODE, "ik-haeng"),
        unreadable=LAO_PAGE,
    ),
    Case(
        "more cycles than there are",
        (Expected("TREE-009", FOLDER),),
        prepare=make_cycles,
    ),
    Case(
        "name of the LAO as long as a book",
        (Expected("SIZE-001", LAO_FILE),),
        {"lao": ("name: ตัวอย่าง", f"name: {'ก' * 1_001}")},
        unreadable=LAO_PAGE,
    ),
    case("plan.yml left out", "TREE-005", PLAN_FILE, None, "phaen new", plan=None),
    Case("lao.yml left out", (Expected("TREE-005", LAO_FILE),), {"lao": None}, unreadable=LAO_PAGE),
    Case(
        "a plan in a folder with Thai digits",
        (Expected("TREE-007", f"{FOLDER}/๒๕๗๐-๒๕๗๒", None, "2570-2572"),),
        prepare=lambda content: write(content / FOLDER / "๒๕๗๐-๒๕๗๒/plan.yml", "cycle: 2570-2572\nstate: draft\n"),
    ),
    Case(
        "folder name without a code",
        (Expected("TREE-002", "plans/tua-yang", None, "7 หลัก"),),
        prepare=lambda content: (content / FOLDER).rename(content / "plans" / "tua-yang"),
        unreadable=None,
    ),
    Case(
        "cycle folder that runs backwards",
        (Expected("TREE-007", f"{FOLDER}/2569-2567"),),
        prepare=lambda content: write(content / FOLDER / "2569-2567" / "plan.yml", PLAN),
    ),
    case(
        "tactic of another strategy",
        "REF-003",
        PROJECTS_FILE,
        "s2t1",
        plan=("budget_basis:", "  - {id: s2, name: ก, tactics: [{id: s2t1, name: ข}]}\nbudget_basis:"),
        projects=("tactic: s1t1\n    number: ๑", "tactic: s2t1\n    number: ๑"),
    ),
    case("method number without a legend", "REF-004", IDP_FILE, "๗", idp=("methods: [๑]", "methods: [๗]")),
    # Whole files.
    case("TIS-620", "YAML-001", PLAN_FILE, (2, 9), "UTF-8", plan=PLAN.encode("cp874", "replace")),
    case("UTF-16", "YAML-001", PLAN_FILE, (1, 0), "UTF-8", plan=PLAN.encode("utf-16")),
    case("narrative in TIS-620", "TEXT-002", NARRATIVE_FILE, None, "UTF-8", narrative=NARRATIVE.encode("cp874")),
    case(
        "unknown section of the narrative", "TEXT-004", NARRATIVE_FILE, (1, 1), "“idp”", narrative=("## idp", "## idpp")
    ),
    case("text before the first section", "TEXT-001", NARRATIVE_FILE, (1, 1), narrative=f"คำนำ\n\n{NARRATIVE}"),
    case("section twice", "TEXT-005", NARRATIVE_FILE, (6, 1), narrative=f"{NARRATIVE}\n## idp\n"),
    case("control character", "YAML-012", PROJECTS_FILE, "\x07", projects=at_name("ก\x07ข")),
    case("key that is no text", "YAML-011", PROJECTS_FILE, "[a]: ก", projects=("    note:", "    [a]: ก\n    note:")),
    case("empty file", "YAML-002", IDP_FILE, (1, 0), idp=""),
    case("nothing but comments", "YAML-002", PLAN_FILE, (1, 0), plan="# ยังไม่ได้กรอก\n\n"),
    case("20 MB", "YAML-003", PROJECTS_FILE, None, "documents/", projects=b"# 20 MB\n" * 2_500_000),
    case("narrative of 20 MB", "TEXT-003", NARRATIVE_FILE, None, narrative=b"## idp\n\n" * 2_500_000),
    case("1,000 levels of brackets", "YAML-004", PLAN_FILE, (PLAN.count("\n") + 1, 51), plan=DEEP_LIST),
    Case(
        "1,000 levels of keys",
        (
            Expected("YAML-004", PLAN_FILE, (41, 41)),
            Expected("READ-001", PLAN_FILE, (1, 1)),
            Expected("READ-001", PLAN_FILE, (1, 1)),
            Expected("READ-002", PLAN_FILE, (1, 1)),
        ),
        {"plan": DEEP_BLOCK},
    ),
    Case(
        "a folder named like a file",
        (Expected("YAML-013", PROJECTS_FILE),),
        {"projects": None},
        prepare=lambda content: (content / PROJECTS_FILE).mkdir(),
    ),
    # Symbolic links.
    Case(
        "link as a file of the LAO", (Expected("TREE-001", LAO_FILE),), prepare=link_file(LAO_FILE), unreadable=LAO_PAGE
    ),
    Case(
        "link as a file of the plan",
        (Expected("TREE-001", IDP_FILE),),
        prepare=link_file(IDP_FILE),
    ),
    Case(
        "link as the folder of a cycle",
        (Expected("TREE-001", f"{FOLDER}/{CYCLE}"),),
        prepare=link_folder(f"{FOLDER}/{CYCLE}"),
    ),
    Case(
        "link as the folder of the LAO",
        (Expected("TREE-001", FOLDER),),
        prepare=link_folder(FOLDER),
        unreadable=LAO_PAGE,
    ),
    Case(
        "link that leads nowhere",
        (Expected("TREE-001", f"{FOLDER}/old"),),
        prepare=lambda content: link(content / FOLDER / "old", content / "none"),
    ),
    Case(
        "link that leads to itself",
        (Expected("TREE-001", f"{FOLDER}/loop"),),
        prepare=lambda content: link(content / FOLDER / "loop", content / FOLDER),
    ),
    Case(
        "link among the folders of LAOs",
        (Expected("TREE-001", "plans/copy"),),
        prepare=lambda content: link(content / "plans" / "copy", content / FOLDER),
        unreadable=None,
    ),
    Case("link among the pages", (Expected("TREE-001", "pages/about/secret.md"),), prepare=link_page, unreadable=None),
    Case(
        "link as a framework's file",
        (Expected("TREE-001", f"{FRAMEWORK}/competencies.yml"),),
        prepare=link_file(f"{FRAMEWORK}/competencies.yml"),
        unreadable=None,
    ),
    Case("link as a framework", (Expected("TREE-001", FRAMEWORK),), prepare=link_folder(FRAMEWORK), unreadable=None),
    Case(
        "link as all frameworks",
        (Expected("TREE-001", "frameworks"),),
        prepare=link_folder("frameworks"),
        unreadable=None,
    ),
    # Mistakes of beginners in YAML.
    warning("colon and space", "YAML-021", ": ฝึกอบรม", at_name("โครงการ: ฝึกอบรม"), "เครื่องหมายคำพูด"),
    case(
        "colon and space in a list",
        "READ-005",
        PLAN_FILE,
        "บุคลากร: มีความรู้",
        '"บุคลากร: มีความรู้"',
        plan=("บุคลากรมีความรู้ตามแผนปี ๒๕๖๗-๒๕๖๙", "บุคลากร: มีความรู้"),
    ),
    case(
        "tab",
        "YAML-022",
        PROJECTS_FILE,
        "\tname",
        "แป้นวรรค",
        projects=("    name: โครงการฝึกอบรม", "\tname: โครงการฝึกอบรม"),
    ),
    mistaken_value("“โครงการ: ก”", "YAML-023"),
    case(
        "no-break space as indentation",
        "YAML-024",
        PROJECTS_FILE,
        "\u00a0\u00a0\u00a0\u00a0name",
        projects=("    name: โครงการฝึกอบรม", "\u00a0\u00a0\u00a0\u00a0name: ก"),
    ),
    mistaken_value("[ก"),
    mistaken_value("{ก"),
    *(
        warning(f"value {value}", "YAML-025", f"{value}\n    indicator", at_name(value), "เครื่องหมายคำพูด")
        for value in ("- ก", "*ก", "%ก", "@ก", "[ก] ข", "`ก`", "&ก ข", "!สำคัญ", "|ก", "> ก", "? ก", ", ก")
    ),
    case("quote without an end", "YAML-027", PROJECTS_FILE, '"ฝึก', projects=at_name('"ฝึก')),
    warning("quoted word before other text", "YAML-020", "อบรม\n    ind", at_name('"ฝึก" อบรม')),
    case("quotes in quotes", "YAML-020", PROJECTS_FILE, 'อบรม"\n    ind', projects=at_name('"ฝึก "อบรม"')),
    case("wrong indentation", "YAML-028", PROJECTS_FILE, "indicator", projects=("    indicator", "     indicator")),
    case("no space after the colon", "YAML-029", PROJECTS_FILE, ":ฝึก", projects=("name: โครงการฝึกอบรม", "name:ฝึก")),
    case(
        "amount cut up by brackets",
        "YAML-030",
        PROJECTS_FILE,
        "๑๐,๐๐๐}",
        '"๑๐,๐๐๐"',
        projects=("budget: ๑๐,๐๐๐", "budget: {2567: ๑๐,๐๐๐}"),
    ),
    case("empty cells in brackets", "YAML-020", PLAN_FILE, ", , ]", '""', plan=('[ต้องการ, ""]', "[ , , ]")),
    # Warnings only.
    warning("semicolon is no mistake, a comment is", "YAML-026", "#2", at_name("; ฝึกอบรม #2"), "เครื่องหมายคำพูด"),
    warning("text cut off", "YAML-026", "#2", at_name("โครงการ #2 ฝึกอบรม"), "เครื่องหมายคำพูด"),
    warning("curly quotes", "YAML-023", "“โครงการ”", at_name("“โครงการ”")),
    Case(
        "unknown file",
        (Expected("TREE-006", f"{FOLDER}/{CYCLE}/project.yml", None, "“projects.yml”", "warning"),),
        prepare=lambda content: write(content / FOLDER / CYCLE / "project.yml", PROJECTS),
        unreadable=None,
    ),
    warning(
        "lines joined",
        "YAML-035",
        "โครงการฝึกอบรมพนักงาน\n",
        at_name("โครงการฝึกอบรมพนักงาน\n      จ้าง"),
        "บรรทัดเดียว",
    ),
    # Pasted, truncated or misnamed text.
    case(
        "a department that cannot be read is not missing as well",
        "YAML-025",
        LAO_FILE,
        "[clerk-office",
        "เครื่องหมายคำพูด",
        lao=("id: clerk-office", "id: [clerk-office"),
    ),
    case(
        "comma within braces",
        "YAML-031",
        PLAN_FILE,
        "สำนักปลัด, กองคลัง",
        "เครื่องหมายคำพูด",
        plan=("office: สำนักปลัด}", "office: สำนักปลัด, กองคลัง}"),
    ),
    case(
        "item without its dash",
        "YAML-032",
        PROJECTS_FILE,
        "id: s1t1-2",
        "เครื่องหมาย -",
        projects=("  - id: s1t1-2", "    id: s1t1-2"),
    ),
    case(
        "bullet of Word", "YAML-033", PROJECTS_FILE, "• id: s1t1-2", "ยัติภังค์", projects=("- id: s1t1-2", "• id: s1t1-2")
    ),
    case("row of Excel", "YAML-034", PROJECTS_FILE, "โครงการ\tก", "หัวข้อ: ค่า", projects=at_name("โครงการ\tก\t10")),
    *(
        Case(
            f"projects.yml named {name}",
            (Expected("TREE-013", f"{FOLDER}/{CYCLE}/{name}", None, "“projects.yml”"),),
            prepare=lambda content, name=name: (content / PROJECTS_FILE).rename(content / FOLDER / CYCLE / name),  # type: ignore[misc]  # mypy does not infer a lambda with a default
        )
        for name in ("projects.yml.txt", "projects.yaml", "Projects.yml", "project.yml")
    ),
    Case(
        "results named in Thai digits",
        (Expected("TREE-013", f"{FOLDER}/{CYCLE}/results/๒๕๖๗.yml", None, "“2567.yml”"),),
        prepare=lambda content: (content / RESULTS_FILE).rename(content / RESULTS_FILE.replace("2567.yml", "๒๕๖๗.yml")),
    ),
    Case(
        "two files of results of one round",
        (Expected("TREE-014", RESULTS_FILE, "12\nas_of", "รอบเดียวกัน"),),
        prepare=lambda content: (content / RESULTS_FILE.replace("2567.yml", "2567-12.yml")).write_text(
            RESULTS, "utf-8"
        ),  # type: ignore[func-returns-value]
    ),
    Case(
        "plan.yml named plan.yaml",
        (Expected("TREE-013", f"{FOLDER}/{CYCLE}/plan.yaml", None, "“plan.yml”"),),
        prepare=lambda content: (content / PLAN_FILE).rename(content / FOLDER / CYCLE / "plan.yaml"),
    ),
    # No mistakes.
    *(
        Case(
            f"{name}",
            (),
            {
                keyword: (mark + text.replace("\n", line_break)).encode()
                for keyword, text in (
                    ("lao", LAO),
                    ("plan", PLAN),
                    ("projects", PROJECTS),
                    ("idp", IDP),
                    ("narrative", NARRATIVE),
                    ("results", RESULTS),
                )
            },
            unreadable=None,
        )
        for name, mark, line_break in (
            ("byte order mark", "\ufeff", "\n"),
            ("CRLF", "", "\r\n"),
            ("both, as Notepad writes them", "\ufeff", "\r\n"),
        )
    ),
]


def content_of(case: Case, folder: Path) -> Path:
    """Write the content of a case into a folder."""
    content = folder / "content"
    make_framework(content)
    make_lao(content, **case.files)
    make_lao(content, OTHER, OTHER_SLUG)
    if case.prepare is not None:
        case.prepare(content)
    return content


def make_framework(content: Path) -> None:
    """Write the smallest possible national document, fictional like the LAOs."""
    write(
        content / FRAMEWORK / "document.yml",
        "id: tua-yang\ntitle: กรอบตัวอย่าง\nshort_title: กรอบตัวอย่าง\nissuer: คณะกรรมการตัวอย่าง\n"
        "source: {document: เอกสารตัวอย่าง, extent: full, entered_by: third_party}\n",
    )
    write(
        content / FRAMEWORK / "competencies.yml",
        "id: competencies\norder: 1\ntitle: สมรรถนะ\nsection: ข้อ ๑\nentries:\n  - {id: core-1, name: ตัวอย่าง}\n",
    )


def expected_places(case: Case, content: Path) -> list[tuple[str, str, str, int, int]]:
    return sorted(
        (expected.code, expected.severity, expected.file, *place(content / expected.file, expected.at))
        for expected in case.found
    )


def place(file: Path, at: At) -> tuple[int, int]:
    if at is None:
        return 0, 0
    if isinstance(at, tuple):
        return at
    text = file.read_bytes().decode("utf-8-sig")
    assert text.count(at) == 1, f"not exactly once in {file.name}: {at!r}"
    before = text[: text.index(at)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def gathered(content: Path) -> SiteContent:
    return gather_pages(Settings(content=content, today=datetime.date(2024, 6, 1)))


def pages_of(site: SiteContent, code: str) -> dict[str, Page]:
    return {page.address: page for page in site.pages if page.address.startswith(f"/lao/{code}/")}


def shown(page: Page) -> str:
    return html_of(page)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the pages of the other LAO, built alone."""
    content = tmp_path_factory.mktemp("sound") / "content"
    make_framework(content)
    make_lao(content, OTHER, OTHER_SLUG)
    site = gathered(content)
    assert site.findings == []
    return pages_of(site, OTHER)


def check_findings(case: Case, site: SiteContent, content: Path) -> None:
    """A build keeps the errors with their places and counts the others."""
    findings = [one for one in site.findings if one.code in READING_CODES]
    found = sorted(
        (one.code, one.severity.value, one.location.file, one.location.line, one.location.column) for one in findings
    )
    places = expected_places(case, content)
    assert found == [place for place in places if place[1] == "error"]
    counts = Counter((severity, code) for code, severity, *_ in places)
    assert {key: number for key, number in site.counts.items() if key[1] in READING_CODES} == counts
    for one in findings:
        assert THAI.search(one.message) and THAI.search(one.remedy)
        assert any(one.code == expected.code and expected.remedy in one.remedy for expected in case.found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_check_reports_problem_and_place(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = content_of(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    errors = any(expected.severity == "error" for expected in case.found)
    as_text = CliRunner().invoke(main, ["check"])
    as_json = CliRunner().invoke(main, ["check", "--format", "json"])
    for result in (as_text, as_json):
        assert result.exit_code == (ERRORS if errors else OK), result.output
        assert "Traceback" not in result.output
        assert result.stderr == ""
    records = [one for one in json.loads(as_json.stdout) if one["code"] in READING_CODES]
    found = sorted((one["code"], one["severity"], one["file"], one["line"], one["column"]) for one in records)
    assert found == [
        (code, severity, f"content/{file}", *at) for code, severity, file, *at in expected_places(case, content)
    ]
    for code, _, file, line, column in found:
        assert code in as_text.stdout
        assert ":".join([file, *(str(number) for number in (line, column) if number)]) in as_text.stdout


@pytest.mark.parametrize("case", some_in_soak(CASES, CASES[::4]), ids=lambda case: case.name)
def test_a_build_reports_it_and_builds_everything_else(case: Case, tmp_path: Path, sound: dict[str, Page]) -> None:
    content = content_of(case, tmp_path)
    site = gathered(content)
    check_findings(case, site, content)
    assert pages_of(site, OTHER) == sound
    pages = pages_of(site, CODE)
    unreadable = case.unreadable or (PLAN_PAGE if case.name in UNREADABLE_PLANS else None)
    if unreadable is None:
        whole = {address.replace(OTHER, CODE) for address in sound}
        assert pages.keys() >= whole or case.name in WITHOUT_PLAN
        assert not [page for page in pages.values() if UNREADABLE in page.meta.title]
        for expected in case.found:
            if expected.severity == "error" and expected.file.startswith(FOLDER):
                assert any(expected.code in shown(page) for page in pages.values()), "said on no page"
        return
    page = pages[unreadable]
    assert UNREADABLE in page.meta.title
    assert "ข้อมูลของหน้านี้อ่านไม่ได้ในขณะนี้" in shown(page)
    for expected in case.found:
        assert expected.code in shown(page) and expected.file in shown(page)
    below = {address for address in pages if address.startswith(PLAN_PAGE)}
    assert below <= {PLAN_PAGE}, "a part of what could not be read is shown"
    assert (UNREADABLE in pages[LAO_PAGE].meta.title) == (unreadable == LAO_PAGE)


@pytest.mark.parametrize("target", [CODE, f"content/{FOLDER}", f"content/{FOLDER}/lao.yml"])
def test_a_link_is_reported_for_any_target(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_lao(tmp_path / "content")
    link_folder(FOLDER)(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", target])
    assert result.exit_code in (1, 2)
    assert "TREE-001" in result.stdout or "ไม่ได้อยู่ในโฟลเดอร์ข้อมูล" in result.stderr


def test_every_finding_of_reading_has_a_case() -> None:
    folder = Path(__file__).parents[1] / "generator" / "reading"
    codes = {
        code
        for module in folder.rglob("*.py")
        for code in re.findall(r'"((?:YAML|READ|REF|TREE|TEXT|SIZE)-\d{3})"', module.read_text("utf-8"))
    }
    assert codes == {expected.code for case in CASES for expected in case.found}
