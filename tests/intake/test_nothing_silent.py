"""However an office changes a table, no cell vanishes and nothing crashes.

Every cell has a unique word; after reading, each word is in the plan, or in what was kept and reported.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.grids import Grid, GridCell, OfficeDocument
from generator.intake.office_tables import TableReader
from generator.intake.plan_builder import PlanBuilder
from generator.intake.plan_content import PlanContent
from generator.intake.questions import COLUMN, OTHER, ROLES, folded_mapping
from generator.intake.table_headings import IGNORED
from generator.reading.names import PlanNames

Table = list[list[str]]
PROJECT_HEADS = ["ลำดับ", "โครงการ/กิจกรรม", "ตัวชี้วัด", "เป้าหมาย", "งบประมาณ", "๒๕๖๗", "๒๕๖๘", "ผู้รับผิดชอบ"]
IDP_HEADS = ["ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "เป้าหมายการพัฒนา", "วิธีการพัฒนา", "ช่วงเวลาพัฒนา", ""]


class Words:
    """Generates unique words."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def new(self) -> str:
        self.made.append(f"คำ{len(self.made) + 1:04}ฮ")
        return self.made[-1]


def projects(words: Words, count: int) -> Table:
    rows = [["ลำดับ", "โครงการ/กิจกรรม", "ตัวชี้วัด", "เป้าหมาย", "งบประมาณ", "ระยะเวลา", "", "ผู้รับผิดชอบ"]]
    rows.append(["", "", "", "", "", "๒๕๖๗", "๒๕๖๘", ""])
    rows.append([f"ยุทธศาสตร์ที่ ๑ : {words.new()}", *[""] * 7])
    for number in range(1, count + 1):
        targets = f"เชิงปริมาณ {words.new()} เชิงคุณภาพ {words.new()}"
        period = f"✓ (ไตรมาสที่ ๑ {words.new()})"
        amount = f"{words.new()} บาท"
        rows.append([str(number), words.new(), words.new(), targets, amount, period, "", words.new()])
    return rows


def positions(words: Words, count: int) -> Table:
    rows = [["ตำแหน่ง", "ทักษะที่ต้องพัฒนา", "เป้าหมายการพัฒนา", "วิธีการพัฒนา", "ช่วงเวลาพัฒนา", ""]]
    rows.append(["", "", "", "", "๒๕๖๗", "๒๕๖๘"])
    for _ in range(count):
        skills = f"๑. {words.new()} ๒. {words.new()}"
        rows.append([words.new(), skills, f"๑. {words.new()}", f"๑ = {words.new()}", "✓", ""])
    return rows


def swap_columns(table: Table, random: Random, words: Words) -> Table:
    one, other = random.sample(range(len(table[0])), 2)
    return [[*_swapped(row, one, other)] for row in table]


def _swapped(row: list[str], one: int, other: int) -> list[str]:
    row = list(row)
    row[one], row[other] = row[other], row[one]
    return row


def insert_column(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table[0]) + 1)
    return [[*row[:at], words.new(), *row[at:]] for row in table]


def rename_heading(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table[0]))
    return [[*table[0][:at], words.new(), *table[0][at + 1 :]], *table[1:]]


def drop_headings(table: Table, random: Random, words: Words) -> Table:
    return table[2:]


def repeat_heading(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(2, len(table) + 1)
    return [*table[:at], *table[:2], *table[at:]]


def empty_row(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table) + 1)
    return [*table[:at], [""] * len(table[0]), *table[at:]]


def page_line(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table) + 1)
    return [*table[:at], [words.new(), *[""] * (len(table[0]) - 1)], *table[at:]]


def tear_row(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table))
    column = random.randrange(len(table[0]))
    row = list(table[at])
    text = row[column]
    row[column] = text[: len(text) // 2] if " " not in text else text.rpartition(" ")[0]
    rest = text.removeprefix(row[column]) if " " in text else f" {words.new()}"
    if " " not in text:
        row[column] = text
    torn = [""] * len(row)
    torn[column] = rest.strip()
    return [*table[:at], row, torn, *table[at + 1 :]]


def shift_row(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table))
    return [
        *table[:at],
        ["", *table[at][:-1]] if not table[at][-1] else [*table[at][1:], table[at][0]],
        *table[at + 1 :],
    ]


def unknown_mark(table: Table, random: Random, words: Words) -> Table:
    return [[text.replace("✓", "●") for text in row] for row in table]


def drop_bands(table: Table, random: Random, words: Words) -> Table:
    return [row for row in table if not row[0].startswith("ยุทธศาสตร์")]


def odd_number(table: Table, random: Random, words: Words) -> Table:
    at = random.randrange(len(table))
    return [*table[:at], [words.new(), *table[at][1:]] if not table[at][0] else table[at], *table[at + 1 :]]


DAMAGES: tuple[Callable[[Table, Random, Words], Table], ...] = (
    swap_columns,
    insert_column,
    rename_heading,
    drop_headings,
    repeat_heading,
    empty_row,
    page_line,
    tear_row,
    shift_row,
    unknown_mark,
    drop_bands,
    odd_number,
)


def grid_of(table: Table, number: int) -> Grid:
    cells = []
    for row, texts in enumerate(table):
        for column, text in enumerate(texts):
            if text:
                paragraphs = tuple(text.split("\n"))
                source = f"ตารางที่ {number} แถว {row + 1} ช่อง {column + 1}"
                cells.append(GridCell(text, row, column, source=source, paragraphs=paragraphs))
    return Grid(f"ตารางที่ {number}", cells)


def split(table: Table, random: Random) -> list[Table]:
    at = random.randrange(1, len(table))
    return [table[:at], table[at:]]


def everything_said(tables: list[Table], mapping: Mapping[str, Mapping[str, str]] | None = None) -> str:
    document = OfficeDocument("แผน", [grid_of(one, number) for number, one in enumerate(tables, 1)])
    return everything_said_of(document, mapping)


def everything_said_of(document: OfficeDocument, mapping: Mapping[str, Mapping[str, str]] | None = None) -> str:
    content = PlanContent("5999901", "2567-2569", {"lao": {}, "plan": {}})
    builder = PlanBuilder(content, PlanNames(None, {}, entries=()))
    reader = TableReader(builder, folded_mapping(mapping or {}))
    reader.read(document)
    kept = [text for one in reader.kept_tables for row in one.rows for text in row]
    return json.dumps(content.files, ensure_ascii=False) + "\n".join(kept)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(
    seed=st.integers(0, 2**32),
    damages=st.lists(st.sampled_from(DAMAGES), max_size=5),
    is_split=st.booleans(),
    is_idp=st.booleans(),
)
def test_no_word_of_a_damaged_table_vanishes(
    seed: int, damages: list[Callable[[Table, Random, Words], Table]], is_split: bool, is_idp: bool
) -> None:
    random, words = Random(seed), Words()  # noqa: S311  # tables for tests
    table = (positions if is_idp else projects)(words, 4)
    for damage in damages:
        table = damage(table, random, words) if len(table) > 3 else table
    said = everything_said(split(table, random) if is_split else [table])
    there = [word for word in words.made if any(word in text for row in table for text in row)]
    assert [word for word in there if word not in said] == []


@settings(deadline=None, max_examples=150, derandomize=True)
@given(
    table=st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(
                    [*PROJECT_HEADS, *IDP_HEADS, "ยุทธศาสตร์ที่ ๑ ก", "กลยุทธ์ที่ ๒ ข", "✓", "รวม", "๑. ก ๑. ข", "-"]
                ),
                st.integers(1, 400).map(lambda number: f"คำ{number:04}ฮ"),
            ),
            min_size=3,
            max_size=8,
        ),
        min_size=1,
        max_size=9,
    )
)
def test_no_word_of_an_invented_table_vanishes(table: Table) -> None:
    said = everything_said([table])
    words = {text for row in table for text in row if text.startswith("คำ")}
    assert [word for word in sorted(words) if word not in said] == []


ANSWERS = [(OTHER, COLUMN), *((kind, role) for kind, roles in ROLES.items() for role in (*roles, IGNORED))]


@settings(deadline=None, max_examples=150, derandomize=True)
@given(seed=st.integers(0, 2**32), is_idp=st.booleans(), damage=st.sampled_from(DAMAGES), data=st.data())
def test_no_word_vanishes_whatever_an_officer_says_of_the_columns(
    seed: int, is_idp: bool, damage: Callable[[Table, Random, Words], Table], data: st.DataObject
) -> None:
    random, words = Random(seed), Words()  # noqa: S311  # tables for tests
    table = damage((positions if is_idp else projects)(words, 3), random, words)
    mapping: dict[str, dict[str, str]] = {}
    kinds = data.draw(st.sampled_from([*ROLES, OTHER]))
    for head in filter(None, table[0]):
        kind, role = data.draw(
            st.sampled_from([one for one in ANSWERS if one[0] == kinds] if random.random() < 0.8 else ANSWERS)
        )
        mapping.setdefault(kind, {})[head] = role
    said = everything_said([table], mapping)
    answered = {head for heads in mapping.values() for head in heads}
    below = [text for row in table for text in row if text not in answered]
    assert [word for word in words.made if any(word in text for text in below) and word not in said] == []
