"""The skeleton builds and is valid, with and without its commented parts; its placeholders are recognised."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.checks.runner import check_lao
from generator.drafting.lao_identity import Stated, identify
from generator.drafting.placing import place_folder
from generator.drafting.skeleton import FORMS, PLAN_FILES, lao_file, plan_files, plan_title, with_departments
from generator.findings import Finding, Severity
from generator.model.lao import LAO_TYPES
from generator.model.plan import PlanFolder
from generator.model.to_fill_in import STAND_INS, stand_in_of
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao
from generator.thai.years import Cycle
from tests.building_blocks import CODE, PUBLISHED
from tests.checks.case import TODAY, reference
from tests.on_disk import read_on_disk

CYCLE = Cycle.parse("2570-2572")
MODELS = ("lao.yml", *PLAN_FILES)
FRAMEWORK_IDS = read_frameworks(DiskTree(PUBLISHED)).entry_ids()


def skeleton(kind: str = "เทศบาลตำบล", cycle: Cycle = CYCLE) -> dict[str, str]:
    identity = identify(CODE, Stated(type=kind, name="ตัวอย่าง", district="ตัวอย่าง", province="มหาสารคาม"))
    plan = {f"{cycle.slug}/{name}": text for name, text in plan_files(cycle).items()}
    return {"lao.yml": lao_file(identity), **plan}


def uncommented(text: str) -> str:
    """Return the text with its commented parts enabled, as the files instruct the officer."""
    return "\n".join(line.removeprefix("# ") for line in text.split("\n"))


def placed(content: Path, files: dict[str, str]) -> tuple[ReadLao, list[Finding]]:
    folder = content / "plans" / f"{CODE}-tua-yang"
    content.mkdir(exist_ok=True)
    findings = place_folder(content, folder, files, CODE, FRAMEWORK_IDS)
    return read_on_disk(CODE, folder, content, FRAMEWORK_IDS), findings


@pytest.mark.parametrize("kind", dict.fromkeys(LAO_TYPES.values()))
@pytest.mark.parametrize("cycle", ["2570-2572", "2570-2570", "2561-2564"])
def test_it_reads_without_a_finding(tmp_path: Path, kind: str, cycle: str) -> None:
    read, findings = placed(tmp_path / "content", skeleton(kind, Cycle.parse(cycle)))
    assert findings == []
    (plan,) = read.lao_folder.plans
    assert isinstance(plan, PlanFolder)
    assert plan.plan.state == "draft"
    assert plan.projects is not None and len(plan.projects.projects) == 1
    assert plan.idp is not None and len(plan.idp.rows) == 1
    assert plan.idp.fiscal_years == Cycle.parse(cycle).years
    assert read.lao_folder.lao is not None and len(read.lao_folder.lao.departments) == 1


def test_the_commented_examples_are_valid(tmp_path: Path) -> None:
    read, findings = placed(tmp_path / "content", {name: uncommented(text) for name, text in skeleton().items()})
    assert findings == []
    (plan,) = read.lao_folder.plans
    assert isinstance(plan, PlanFolder) and plan.plan.approval is not None and plan.plan.announcement is not None


def test_every_text_is_recognisable_as_a_placeholder(tmp_path: Path) -> None:
    """Each text, comments enabled, is a placeholder, an argument of the command, or a word of the format."""
    read, _ = placed(tmp_path / "content", {name: uncommented(text) for name, text in skeleton().items()})
    texts = {text for source in read.sources.values() for text in texts_in(source.data)}
    own_words = {"draft", "full", "lao", "not_stated"}
    arguments = {CODE, "เทศบาลตำบล", "ตัวอย่าง", "มหาสารคาม", CYCLE.slug, plan_title(CYCLE), *map(str, CYCLE.years)}
    ids_and_numbers = {"clerk-office", "s1", "s1t1", "s1t1-1", "idp-01", "๑"}
    assert {text for text in texts if not stand_in_of(text)} - own_words - arguments - ids_and_numbers == set()
    assert set(STAND_INS.values()) <= texts


def test_every_placeholder_of_a_form_is_known() -> None:
    named = {name for form in FORMS.iterdir() for name in re.findall(r"\$\{(\w+)_here\}", form.read_text("utf-8"))}
    assert named == STAND_INS.keys()
    assert "(กรอก" not in "".join(form.read_text("utf-8") for form in FORMS.iterdir())


@pytest.mark.parametrize("state", ["draft", "announced"])
def test_a_placeholder_is_a_notice_in_a_draft_and_an_error_once_announced(tmp_path: Path, state: str) -> None:
    files = {name: text.replace("state: draft", f"state: {state}") for name, text in skeleton().items()}
    read, _ = placed(tmp_path / "content", files)
    found = [one for one in check_lao(read, reference(TODAY)) if one.code.startswith("SAMPLE")]
    assert sorted(one.location.file.split("/")[-1] for one in found) == [
        "idp.yml",
        "lao.yml",
        "plan.yml",
        "projects.yml",
    ]
    assert {one.severity for one in found} == {Severity.NOTICE if state == "draft" else Severity.ERROR}


@pytest.mark.parametrize("name", MODELS)
def test_most_lines_are_not_comments(name: str) -> None:
    lines = (FORMS / name).read_text("utf-8").split("\n")
    live = [line for line in lines if line and not line.lstrip().startswith("#")]
    later = [line for line in lines if line.startswith("# ")]
    assert len(later) < 15 and len(live) > len(later)


@pytest.mark.parametrize(
    "lao", ["code: 5999901\n", "code: 5999901\ndepartments:\n", "departments: []  # ยังไม่มี\ncode: 5999901\n"]
)
def test_departments_are_added_to_a_lao_without_them(lao: str) -> None:
    text = with_departments(lao)
    assert text.count("\ndepartments:\n  - id: clerk-office\n") == 1 and text.count("departments:") == 1
    assert "code: 5999901\n" in text and "##" in text


def test_every_form_is_used_and_completely_filled() -> None:
    assert {form.name for form in FORMS.iterdir()} == {"lao.yml", *PLAN_FILES}
    for name, text in skeleton().items():
        assert "$" not in text, name
        assert not any(line != line.rstrip() for line in text.split("\n")), name


@pytest.mark.parametrize(
    "name", ['ก: ข #ค "ง"', "- ก", "'", "{{ 7 }}", "$code ${name} $", "<script>", "“ก”", "no", "2567"]
)
def test_a_hostile_name_stays_a_name(tmp_path: Path, name: str) -> None:
    identity = identify(CODE, Stated(name=name, district=name, province="มหาสารคาม"))
    files = {**skeleton(), "lao.yml": lao_file(identity)}
    read, findings = placed(tmp_path / "content", files)
    assert findings == []
    assert read.lao_folder.lao is not None
    assert (read.lao_folder.lao.name, read.lao_folder.lao.district) == (name, name)


def texts_in(data: Any) -> list[str]:
    """Return every text of a file."""
    if isinstance(data, str):
        return [data] if data else []
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for part in parts for text in texts_in(part)]
