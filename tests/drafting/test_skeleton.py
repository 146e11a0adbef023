"""The skeleton: valid as it is, valid with every example uncommented, and silent about no key of the format."""

from __future__ import annotations

import re
import types
import typing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.drafting.identity import Stated, identify
from generator.drafting.placing import place_folder
from generator.drafting.skeleton import FORMS, PLAN_FILES, lao_file, plan_files
from generator.findings import Finding
from generator.model.idp import IdpTable
from generator.model.lao import LAO_TYPES, Lao
from generator.model.money import Budget
from generator.model.plan import Plan, PlanFolder
from generator.model.project import ProjectTable
from generator.reading.framework_reader import read_frameworks
from generator.reading.lao_reader import ReadLao, read_lao
from generator.reading.narrative import SECTION_IDS
from generator.thai.years import Cycle
from tests.building_blocks import CODE, PUBLISHED

CYCLE = Cycle.parse("2570-2572")
MODELS: dict[str, type[BaseModel]] = {
    "lao.yml": Lao,
    "plan.yml": Plan,
    "projects.yml": ProjectTable,
    "idp.yml": IdpTable,
}
FRAMEWORK_IDS = read_frameworks(PUBLISHED).entry_ids()


def skeleton(kind: str = "เทศบาลตำบล", cycle: Cycle = CYCLE) -> dict[str, str]:
    identity = identify(CODE, Stated(type=kind, name="ตัวอย่าง", district="ตัวอย่าง", province="มหาสารคาม"))
    plan = {f"{cycle.slug}/{name}": text for name, text in plan_files(identity.type, cycle).items()}
    return {"lao.yml": lao_file(identity, cycle), **plan}


def uncommented(text: str) -> str:
    """Do what the files tell the officer to do: take `# ` off every example."""
    return "\n".join(line.removeprefix("# ") for line in text.split("\n"))


def placed(content: Path, files: dict[str, str]) -> tuple[ReadLao, list[Finding]]:
    folder = content / "plans" / f"{CODE}-tua-yang"
    content.mkdir(exist_ok=True)
    findings = place_folder(content, folder, files, CODE, FRAMEWORK_IDS)
    return read_lao(CODE, [folder], content, FRAMEWORK_IDS), findings


@pytest.mark.parametrize("kind", dict.fromkeys(LAO_TYPES.values()))
@pytest.mark.parametrize("cycle", ["2570-2572", "2570-2570", "2561-2564"])
def test_it_reads_without_a_finding(tmp_path: Path, kind: str, cycle: str) -> None:
    read, findings = placed(tmp_path / "content", skeleton(kind, Cycle.parse(cycle)))
    assert findings == []
    (plan,) = read.folder.plans
    assert isinstance(plan, PlanFolder)
    assert plan.plan.state == "draft"
    assert plan.projects is not None and plan.projects.projects == ()
    assert plan.idp is not None and plan.idp.years == Cycle.parse(cycle).years
    assert read.folder.lao is not None and read.folder.lao.departments


@pytest.mark.parametrize("kind", dict.fromkeys(LAO_TYPES.values()))
def test_every_example_is_valid(tmp_path: Path, kind: str) -> None:
    read, findings = placed(tmp_path / "content", {name: uncommented(text) for name, text in skeleton(kind).items()})
    # The one thing that an example can only name: the signed plan itself.
    assert [(one.code, one.location.path) for one in findings] == [("TREE-010", ("documents", 0, "file"))]
    (plan,) = read.folder.plans
    assert isinstance(plan, PlanFolder)
    assert plan.projects is not None and len(plan.projects.projects) == 1
    assert plan.idp is not None and len(plan.idp.rows) == 1


@pytest.mark.parametrize("name", MODELS)
def test_every_key_of_the_format_has_an_example(name: str) -> None:
    text = uncommented((FORMS / name).read_text("utf-8"))
    keys = set(re.findall(r"^[ -]*([a-z_0-9]+):", text, re.MULTILINE))
    assert field_names(MODELS[name]) - keys == set()


@pytest.mark.parametrize("name", MODELS)
def test_every_comment_is_an_explanation_or_an_example(name: str) -> None:
    for line in (FORMS / name).read_text("utf-8").split("\n"):
        if line.startswith("#"):
            assert line.startswith(("## ", "# ")), line
            explains = re.search("[\u0e01-\u0e5b]", line) and not re.match(r"# +(- )?[a-z_0-9$\"{]+:|# +- ", line)
            assert line.startswith("## ") == bool(explains), line


def test_the_narrative_names_every_section_id() -> None:
    text = (FORMS / "narrative.md").read_text("utf-8")
    assert all(re.search(rf"\b{section}\b", text) for section in SECTION_IDS)


def test_every_form_is_used_and_nothing_is_left_open() -> None:
    assert {form.name for form in FORMS.iterdir()} == {"lao.yml", *PLAN_FILES}
    for name, text in skeleton().items():
        assert "$" not in text, name
        assert not any(line != line.rstrip() for line in text.split("\n")), name


@pytest.mark.parametrize(
    "name", ['ก: ข #ค "ง"', "- ก", "'", "{{ 7 }}", "$code ${name} $", "<script>", "“ก”", "no", "2567"]
)
def test_a_hostile_name_stays_a_name(tmp_path: Path, name: str) -> None:
    identity = identify(CODE, Stated(name=name, district=name, province="มหาสารคาม"))
    files = {**skeleton(), "lao.yml": lao_file(identity, CYCLE)}
    read, findings = placed(tmp_path / "content", files)
    assert findings == []
    assert read.folder.lao is not None
    assert (read.folder.lao.name, read.folder.lao.district) == (name, name)


def field_names(model: type[BaseModel]) -> set[str]:
    """Every key that the format allows in a file, at any depth."""
    names: set[str] = set()
    for name, field in model.model_fields.items():
        names.add(name)
        # What stands after `budget:` is a text or a mapping of years, not the keys of the record it becomes.
        for record in records_in(field.annotation):
            names |= field_names(record) if record is not Budget else set()
    return names


def records_in(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    if typing.get_origin(annotation) in (tuple, typing.Union, types.UnionType, typing.Annotated):
        return set().union(*(records_in(argument) for argument in typing.get_args(annotation)))
    return set()
