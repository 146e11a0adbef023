"""The two LAOs of which only guidelines are held: valid in themselves, and equal to their source texts.

The sources are not part of the repository: they are looked for in `../shared/seeds` beside the checkout, or in
$PHAEN_SEEDS.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.guidelines import Guidelines
from generator.model.lao import Lao

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("PHAEN_SEEDS", ROOT.parent / "shared" / "seeds"))
LONGEST_QUOTATION = 99


@dataclass(frozen=True)
class Case:
    """One LAO: its folder, the source of its guidelines, and what is counted in them."""

    folder: str
    seed: str
    full_name: str
    items: int


CASES = (
    Case("3340102-ubon-ratchathani", "002_e35d7ced0ef58e5f.txt", "เทศบาลนครอุบลราชธานี", 4),
    Case("6750306-bang-khae", "004_520d8840bb8e8b20.txt", "องค์การบริหารส่วนตำบลบางแค", 3),
)

every_lao = pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder)


def load(case: Case, name: str) -> Any:
    path = ROOT / "content" / "plans" / case.folder / f"{name}.yml"
    return yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - text scalars only


def guidelines_of(case: Case) -> Guidelines:
    (data,) = load(case, "guidelines")
    return Guidelines.model_validate(data)


def source_of(case: Case) -> str:
    """Read the source with its line ends taken out: Thai breaks lines inside words."""
    path = SEEDS / case.seed
    if not path.is_file():
        # The documents are public, but not ours to republish: the project must pass its tests without them.
        pytest.skip(f"source text {case.seed} is missing: put it in ../shared/seeds or point PHAEN_SEEDS at its folder")
    return path.read_text(encoding="utf-8").replace("\n", "")


def numbered_paragraphs(case: Case) -> list[tuple[str, str]]:
    """Find the numbered principles: a line that begins with one digit and a full stop."""
    source_of(case)
    text = (SEEDS / case.seed).read_text(encoding="utf-8")
    return re.findall(r"^ ?([1-9๑-๙])\. (.+)$", text, flags=re.MULTILINE)


# ---- the content in itself


@every_lao
def test_identity(case: Case) -> None:
    lao = Lao.model_validate(load(case, "lao"))
    assert lao.code == case.folder[:7]
    assert lao.full_name == case.full_name
    assert lao.website is None
    assert lao.departments == ()


@every_lao
def test_guidelines_are_a_partial_document_entered_by_a_third_party(case: Case) -> None:
    guidelines = guidelines_of(case)
    assert (guidelines.source.extent, guidelines.source.entered_by) == ("partial", "third_party")
    assert guidelines.fiscal_years is None
    assert guidelines.summary
    assert all(item.summary for item in guidelines.items)
    assert len(guidelines.items) == case.items
    assert len(guidelines.methods) == 4
    assert len(guidelines.knowledge_areas) == 5


@every_lao
def test_quotations_are_short_and_explained(case: Case) -> None:
    quotations = guidelines_of(case).quotations
    assert quotations
    assert [quotation.text for quotation in quotations if len(quotation.text) > LONGEST_QUOTATION] == []
    assert [quotation.text for quotation in quotations if not quotation.note] == []


def test_misprints_of_the_municipality_are_quoted() -> None:
    quoted = " ".join(quotation.text for quotation in guidelines_of(CASES[0]).quotations)
    assert [word for word in ("แผนรัฐลาลดิจิทัล", "เว็ปโซด์", "เพ่ือ", "เป็งองค์การ") if word not in quoted] == []


def test_misprints_of_the_subdistrict_are_quoted() -> None:
    quoted = " ".join(quotation.text for quotation in guidelines_of(CASES[1]).quotations)
    assert [word for word in ("ต าบล", "เพ่ือ", "ที่ภาครัฐที่ภาครัฐ", "ทัศคติ") if word not in quoted] == []


# ---- the content against its source


@every_lao
def test_items_equal_the_numbered_paragraphs(case: Case) -> None:
    paragraphs = numbered_paragraphs(case)
    items = guidelines_of(case).items
    assert [item.number for item in items] == [number for number, _ in paragraphs]
    assert [
        item.name for item, (_, text) in zip(items, paragraphs, strict=True) if not text.startswith(item.name)
    ] == []


@every_lao
def test_methods_equal_the_printed_list(case: Case) -> None:
    examples = re.search(r"วิธีการพัฒนาอาจใช้.+?เช่น\s+(.+?)\s+เป็นต้น", source_of(case))
    assert examples
    assert list(guidelines_of(case).methods) == re.split(r"\s+(?=การ)", examples[1])


@every_lao
def test_knowledge_areas_equal_the_printed_list(case: Case) -> None:
    areas = re.search(r"นอกจากจะพัฒนา(ด้าน.+?)แล้ว", source_of(case))
    assert areas
    printed = [area.strip() for area in re.split(r"(?:\s|และ)+(?=ด้าน)", areas[1])]
    assert list(guidelines_of(case).knowledge_areas) == printed


@every_lao
def test_staff_groups_are_those_that_the_source_lists_in_this_order(case: Case) -> None:
    source = re.sub(r"\s+", "", source_of(case))
    first = re.search(r"ก[ำา]หนดแนวทางการพัฒนา(.+?)ทุกต", source)
    assert first
    groups = ["".join(group.split()) for group in guidelines_of(case).staff_groups]
    assert [group for group in groups if group not in source] == []
    assert "".join(groups[:3]) == first[1].replace("และ", "")


@every_lao
def test_quotations_and_citations_are_in_the_source(case: Case) -> None:
    source = source_of(case)
    guidelines = guidelines_of(case)
    printed = [guidelines.title, *(quotation.text for quotation in guidelines.quotations)]
    for cited in guidelines.cited:
        printed += [*cited.title.split(" เรื่อง "), *filter(None, (cited.number, cited.date))]
    assert [text for text in printed if text not in source] == []


def test_letter_of_the_civil_service_commission_is_cited_with_number_and_date() -> None:
    source = source_of(CASES[0])
    letter = re.search(r"ก\.พ\.ที่ (\S+ \S+) ลงวันที่\s+(\d+ \S+ \d{4})", source)
    assert letter
    assert letter.groups() in [(cited.number, cited.date) for cited in guidelines_of(CASES[0]).cited]


@every_lao
def test_values_from_the_registry_are_marked_as_not_printed(case: Case) -> None:
    lao = Lao.model_validate(load(case, "lao"))
    source = source_of(case)
    assert f"อำเภอ{lao.district}" not in source
    assert f"จังหวัด{lao.province}" not in source
    assert lao.code not in source
    assert "รหัส อปท. ชื่ออำเภอ และชื่อจังหวัดไม่ได้พิมพ์ไว้ ใช้ตามทะเบียน อปท." in (guidelines_of(case).source.note or "")
