"""The officers' handbook: every example is valid, every key and id is listed, generated tables match the data."""

from __future__ import annotations

import re
import shutil
import types
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import escape
from pydantic import BaseModel

from generator.building.markdown_folder import write_pages
from generator.checks.all_rules import RULES
from generator.checks.runner import check_lao
from generator.drafting.yaml_writer import yaml_text
from generator.findings import Severity
from generator.model.content import Framework, Frameworks
from generator.model.description import FILES as DESCRIBED
from generator.model.description import keys_of
from generator.model.framework import FrameworkDocument, FrameworkEntry, FrameworkGroup
from generator.model.guidelines import Guidelines
from generator.model.idp import IdpTable
from generator.model.lao import Lao
from generator.model.money import Budget, BudgetState, read_budget
from generator.model.official import SourceDocument
from generator.model.plan import Plan
from generator.model.project import ProjectTable
from generator.model.results import YearResults
from generator.pages.blocks import BlockError
from generator.pages.handbook import TABLES, asked_for, fill, handbook_tables, with_placeholders, with_tables
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao
from generator.reading.narrative import SECTION_IDS
from generator.settings import Publisher, Settings
from generator.thai.numerals import to_thai
from generator.thai.period_cells import PeriodKind, read_year_period
from generator.thai.years import FiscalYear
from generator.words.interface import BUDGET_STATE, UNREAD
from tests.building_blocks import PUBLISHED, ROOT
from tests.checks.case import BLAMELESS, CODE, FOLDER, TODAY, reference
from tests.on_disk import read_on_disk

HANDBOOK = ROOT / "content" / "pages" / "about" / "publishing"
PAGES = {page.name: page.read_text("utf-8") for page in sorted(HANDBOOK.glob("*.md"))}
_EXAMPLE = re.compile(r'^``` \{\.(yaml|markdown) data-file="([^"]+)"\}\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One example of a page."""

    page: str
    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.page} {self.text.split(':', 1)[0][:20]}"


EXAMPLES = [
    Example(page, file, text) for page, markdown in PAGES.items() for _, file, text in _EXAMPLE.findall(markdown)
]
FORMAT = "docs/content-format.md"
_OF_FORMAT = re.compile(r"^```yaml (?!frameworks/)(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OF_FORMAT = [Example(FORMAT, file, text) for file, text in _OF_FORMAT.findall((ROOT / FORMAT).read_text("utf-8"))]
"""The worked examples of the content format, one per file."""
FILES = {
    "lao.yml": Lao,
    "2567-2569/plan.yml": Plan,
    "2567-2569/projects.yml": ProjectTable,
    "2567-2569/idp.yml": IdpTable,
    "2567-2569/results/2568.yml": YearResults,
    "guidelines.yml": Guidelines,
}


def read_with(content: Path, example: Example, *, whole: bool) -> ReadLao:
    """Read the valid plan with an example, merged into its file key by key or replacing the file."""
    folder = content / "plans" / FOLDER
    shutil.copytree(BLAMELESS, folder)
    file = folder / example.file
    file.parent.mkdir(exist_ok=True)
    if whole or not file.exists() or file.suffix != ".yml":
        file.write_text(example.text, "utf-8")
    else:
        base, shown = (_texts(text) for text in (file.read_text("utf-8"), example.text))
        file.write_text(yaml_text({**base, **{key: laid_over(base.get(key), shown[key]) for key in shown}}), "utf-8")
    return read_on_disk(CODE, folder, content, frozenset(reference(TODAY).entries))


def _texts(text: str) -> Any:
    """Return the content of a file, every value as text."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506  # makes only texts, lists and mappings


def laid_over(base: Any, shown: Any) -> Any:
    """Return a value merged over another: rows replace those with the same ids, or are appended."""
    if not (isinstance(base, list) and isinstance(shown, list) and all("id" in one for one in (*base, *shown))):
        return shown
    rows = {one["id"]: one for one in base}
    return [*({**rows, **{one["id"]: {**rows.get(one["id"], {}), **one} for one in shown}}).values()]


@pytest.mark.parametrize("example", [*EXAMPLES, *OF_FORMAT], ids=str)
def test_an_example_is_valid_content(example: Example, tmp_path: Path) -> None:
    read = read_with(tmp_path, example, whole=False)
    assert [(one.message, str(one.location)) for one in read.lao_folder.findings] == []
    found = check_lao(read, reference(TODAY))
    assert [(one.code, one.message) for one in found if one.severity is Severity.ERROR] == []
    # Every value of an example is interpreted.
    assert [one.message for one in found if one.code.startswith("CELL-")] == []


@pytest.mark.parametrize("example", [*EXAMPLES, *OF_FORMAT], ids=str)
def test_an_example_has_no_yaml_or_text_findings(example: Example, tmp_path: Path) -> None:
    # On its own, without a YAML finding: no comma cuts a value, no sign ends one.
    read = read_with(tmp_path, example, whole=True)
    here = [one for one in read.lao_folder.findings if one.location.file.endswith(example.file)]
    assert [(one.code, one.message) for one in here if one.code.startswith(("YAML", "TEXT"))] == []


@pytest.mark.parametrize("example", [*EXAMPLES, *OF_FORMAT], ids=str)
def test_an_example_has_no_braces(example: Example) -> None:
    assert "{" not in example.text


@pytest.mark.parametrize("file", FILES)
def test_every_key_of_the_format_has_an_example(file: str) -> None:
    shown = "".join(example.text for example in EXAMPLES if example.file == file)
    prose = "".join(PAGES.values())
    keys = set(re.findall(r"^[ -]*([a-z_0-9]+):", shown, re.MULTILINE)) | set(
        re.findall(r"`([a-z_0-9]+):? ?[^`]*`", prose)
    )
    assert field_names(FILES[file]) - keys == set(), f"give an example in the page of {file} in {HANDBOOK}"


def test_the_content_format_has_an_example_of_every_file() -> None:
    assert [example.file for example in OF_FORMAT] == list(FILES)


def test_every_section_of_a_narrative_is_named() -> None:
    assert all(f"`{section}`" in PAGES["plan.md"] for section in SECTION_IDS)


def test_every_yaml_of_a_page_is_an_example_with_a_file() -> None:
    fences = sum(len(re.findall(r"^``` ?\{?\.?(?:yaml|markdown)", page, re.MULTILINE)) for page in PAGES.values())
    assert fences == len(EXAMPLES) > 20


def test_the_first_page_leads_to_all_others() -> None:
    assert set(re.findall(r"\]\(([a-z-]+\.md)[)#]", PAGES["index.md"])) == PAGES.keys() - {"index.md"}


def test_every_generated_table_is_requested_once() -> None:
    words = (HANDBOOK.parent / "words.md").read_text("utf-8")
    assert sorted(name for page in (*PAGES.values(), words) for name in asked_for(page)) == sorted(TABLES)


def rows_of(page: str, key: str) -> list[tuple[str, str]]:
    """Return the written and the resulting values in the rows of a page's table on a key."""
    found = re.findall(rf"^\|[^|]*\| `{key}:(?: ([^`]*))?` \| ([^|]*) \|$", PAGES[page], re.MULTILINE)
    assert len(found) > 5
    return [(text.strip('"'), said) for text, said in found]


@pytest.mark.parametrize(("text", "said"), rows_of("projects.md", "budget"))
def test_money_means_what_the_handbook_says(text: str, said: str) -> None:
    state = read_budget(text).state
    assert said.startswith("เป็นจำนวนต่อหน่วย" if state is BudgetState.UNIT else BUDGET_STATE[state])


@pytest.mark.parametrize(("text", "said"), rows_of("projects.md", "2567"))
def test_a_period_means_what_the_handbook_says(text: str, said: str) -> None:
    read = read_year_period(text, FiscalYear(2567))
    in_words = {
        PeriodKind.YEAR: "ดำเนินการในปีนั้น",
        PeriodKind.NOT_RUN: "ไม่ดำเนินการในปีนั้น",
        PeriodKind.UNREAD: UNREAD,
        PeriodKind.QUARTERS: "ไตรมาส " + to_thai(" ".join(map(str, read.quarters))),
    }
    assert said.startswith(in_words[read.kind])


def test_every_cell_code_is_explained() -> None:
    codes = {code for code in RULES if code.startswith("CELL-")}
    assert codes == set(re.findall(r"^\| (CELL-\d{3}) \|", PAGES["messages.md"], re.MULTILINE))


# ---- generated tables


def test_every_framework_id_is_listed_with_its_name() -> None:
    frameworks = read_frameworks(DiskTree(PUBLISHED))
    table = handbook_tables(frameworks, Publisher())["framework-ids"]
    for framework in frameworks.documents:
        for _, entry in framework.walk():
            (row,) = re.findall(rf"<code>{entry.id}</code>.*", table)
            assert str(escape(entry.name)) in row


def test_the_name_of_a_framework_is_escaped() -> None:
    evil = "<script>alert(1)</script>"
    entry = FrameworkEntry(id="e-1", name=evil, number=evil)
    group = FrameworkGroup(id="g", order=1, title=evil, section="ข้อ ๑", entries=(entry,))
    source = SourceDocument(extent="full", entered_by="lao")
    document = FrameworkDocument(id="d", title=evil, short_title=evil, issuer="ก", source=source)
    table = handbook_tables(Frameworks((Framework(document, (group,), "frameworks/d"),)), Publisher())["framework-ids"]
    assert "<script" not in table and table.count("&lt;script&gt;") == 4


KEYS = {name: make(Frameworks(())) for name, make in TABLES.items() if name.startswith("keys-")}
OFFICERS_FILES = {file: model for file, model in DESCRIBED.items() if not file.startswith("frameworks/")}


@pytest.mark.parametrize("file", OFFICERS_FILES)
def test_every_accepted_word_is_printed(file: str) -> None:
    table = TABLES["accepted-words"](Frameworks(()))
    for key in keys_of(OFFICERS_FILES[file]):
        for word in key.words:
            assert f"<code>{escape(word)}</code>" in table, f"{key.path}: {word}"


@pytest.mark.parametrize("file", OFFICERS_FILES)
def test_every_form_is_printed(file: str) -> None:
    table = TABLES["written-forms"](Frameworks(()))
    for key in keys_of(OFFICERS_FILES[file]):
        assert all(f"<code>{escape(form)}</code>" in table for form in key.forms)


@pytest.mark.parametrize("file", OFFICERS_FILES)
def test_every_key_is_in_the_table_of_its_file(file: str) -> None:
    (table,) = (table for table in KEYS.values() if f"<code>{escape(file)}</code>" in table)
    rows = re.findall(r"<tr><th scope=\"row\">((?:– )*)<code>(\w+)</code>.*?<div>([^<]*)</div>", table)
    assert [(len(indent) // 2, name) for indent, name, _ in rows] == [
        (key.path.count("."), key.field.name) for key in keys_of(OFFICERS_FILES[file])
    ]
    assert all(re.search("[ก-๙]", term) for _, _, term in rows)


def test_the_tables_are_in_thai() -> None:
    # None of the model's English descriptions, which are for programmers: outside code, words are Thai.
    for table in KEYS.values():
        plain = re.sub(r"<[^>]+>", " ", re.sub(r"<code>.*?</code>", "", table, flags=re.DOTALL))
        assert set(re.findall("[A-Za-z]{2,}", plain)) <= {"IDP", "sha"}


def test_an_unknown_table_name_stays_a_comment() -> None:
    page = "ก\n\n<!-- generated: nothing -->\n"
    assert with_placeholders(page, {"ids": "<p></p>"}) == page == with_tables(page, {"ids": "<p></p>"})


def test_a_table_requested_outside_a_paragraph_raises() -> None:
    with pytest.raises(BlockError, match="ids"):
        fill("<p>ก\n⟦ids⟧</p>", ("ids",), {"ids": "<table></table>"})


def test_pages_for_other_engines_contain_the_table(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(PUBLISHED / "frameworks", content / "frameworks")
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    (content / "plans").mkdir()
    write_pages(Settings(content=content, today=TODAY), tmp_path / "out")
    page = (tmp_path / "out" / "about" / "publishing" / "framework-ids.md").read_text("utf-8")
    assert "<code>core-1</code>" in page and "<!-- generated" not in page


def field_names(model: type[BaseModel]) -> set[str]:
    """Return every key that the format allows in a file, at any depth."""
    names: set[str] = set()
    for name, field in model.model_fields.items():
        names.add(name)
        # The value of `budget:` is a text or a mapping of years, without the keys of the record made from it.
        for record in records_in(field.annotation):
            names |= field_names(record) if record is not Budget else set()
    return names


def records_in(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated):
        return set().union(*(records_in(argument) for argument in typing.get_args(annotation)))
    return set()


def test_the_operator_is_shown_where_errors_are_reported() -> None:
    operator = Publisher("เทศบาล<b>", "กองยุทธศาสตร์", "plan@office.go.th")
    html = handbook_tables(Frameworks(()), operator)["operator"]
    assert "เทศบาล&lt;b&gt;" in html
    assert 'href="mailto:plan@office.go.th?subject=%E0%B9%81' in html
    assert asked_for((HANDBOOK.parent / "index.md").read_text("utf-8")) == ("operator",)


@pytest.mark.parametrize("email", ["", "javascript:alert(1)", "a@b"])
def test_an_invalid_mail_address_of_the_operator_stays_text(email: str) -> None:
    html = handbook_tables(Frameworks(()), Publisher("สำนักงาน", "", email))["operator"]
    assert "href" not in html


def test_without_an_operator_the_page_says_so() -> None:
    assert "ยังไม่ได้ระบุช่องทางติดต่อ" in handbook_tables(Frameworks(()), Publisher())["operator"]
