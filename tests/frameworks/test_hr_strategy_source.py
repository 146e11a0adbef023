"""The HR strategy 2561-2565 in content/frameworks is complete, and equals its source text if that is present.

The source is not part of the repository: it is looked for in `../shared/seeds` beside the checkout, or in $PHAEN_SEEDS.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from generator.model.framework import FrameworkDocument, FrameworkGroup

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "frameworks" / "hr-strategy-2561-2565"
SEED = Path(os.environ.get("PHAEN_SEEDS", ROOT.parent / "shared" / "seeds")) / "001_7c0921066a04eade.txt"

GROUPS = {"reasons": 5, "aims": 4, "vision": 1, "mission": 1, "goals": 3, "strategies": 7}
OBJECTIVES, TACTICS, OUTCOMES, SUB_OUTCOMES = 18, 20, 59, 7

LIST_TAG = '<ol style="list-style-type: none">'
"""Tag that begins some lists; in three of them the conversion lost numbers and line ends."""


class Item(NamedTuple):
    """A printed list item with its children."""

    number: str | None
    name: str
    items: tuple[Item, ...] = ()


class Strategy(NamedTuple):
    """A strategy of the table: objectives, and tactics with outcomes."""

    number: str
    name: str
    objectives: tuple[Item, ...]
    tactics: tuple[Item, ...]


# ---- the content


def load(name: str) -> Any:
    return yaml.load((FOLDER / f"{name}.yml").read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - text scalars only


def walk(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        yield from walk(entry.get("entries", []))


def ids_like(pattern: str) -> list[str]:
    return [entry["id"] for entry in walk(load("strategies")["entries"]) if re.fullmatch(pattern, entry["id"])]


def as_item(entry: dict[str, Any]) -> Item:
    """Return an entry as a printed item; a group that has only the printed label ผลลัพธ์ is skipped."""
    below = entry.get("entries", [])
    if len(below) == 1 and below[0]["name"] == "ผลลัพธ์":
        below = below[0]["entries"]
    return Item(entry.get("number"), entry["name"], tuple(map(as_item, below)))


def strategies_of_content() -> list[Strategy]:
    strategies = []
    for entry in load("strategies")["entries"]:
        objectives, tactics = entry["entries"]
        strategies.append(
            Strategy(
                entry["number"],
                entry["name"],
                tuple(map(as_item, objectives["entries"])),
                tuple(map(as_item, tactics["entries"])),
            )
        )
    return strategies


# ---- the source


@pytest.fixture(scope="module")
def source() -> str:
    if not SEED.is_file():
        # The documents are public, but the repository may not contain them: tests must pass without them.
        pytest.skip(f"source text {SEED.name} is missing: put it in ../shared/seeds or point PHAEN_SEEDS at its folder")
    return SEED.read_text(encoding="utf-8")


def printed_lines(cell: str, opening: str) -> list[str]:
    """Cut a table cell into its printed paragraphs.

    A paragraph split by a page break is in two rows of the table, and is joined without a space.
    `opening` is the word with which the items of a list without numbers begin.
    """
    blocks = cell.replace("</p> ", "").replace("</p>", "").replace("<p>", "\n").split(LIST_TAG)
    text = blocks[0]
    for block in blocks[1:]:
        items, line_end, rest = block.partition("\n")
        if not re.match(r"[๑-๙]\. ", items):
            items = re.sub(rf"(?={opening})", "\n", items)
        text += f"\n{items}{line_end}{rest}"
    text = re.sub(r"(?<=[ก-๎])(?=[๑-๙]\. )", "\n", text)
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if re.match(r"[๑-๙]\.|กลยุทธ์|ผลลัพธ์$|มี|เพื่อ", line):
            lines.append(line)
        else:
            lines[-1] += line
    return lines


def numbered(line: str) -> Item:
    number = re.match(r"([๑-๙])\. ", line)
    return Item(number[1], line[number.end() :]) if number else Item(None, line)


def tactics_of(cell: str) -> tuple[Item, ...]:
    tactics: list[Item] = []
    for line in printed_lines(cell, r"มี(?=\S)"):
        tactic = re.fullmatch(r"กลยุทธ์(?:ที่ ([๑-๙])\.)? (.+)", line)
        sub_outcome = re.fullmatch(r"([๑-๙]\.[๑-๙]) (.+)", line)
        if tactic:
            tactics.append(Item(tactic[1], tactic[2]))
        elif sub_outcome:
            outcome = tactics[-1].items[-1]
            outcome = outcome._replace(items=(*outcome.items, Item(sub_outcome[1], sub_outcome[2])))
            tactics[-1] = tactics[-1]._replace(items=(*tactics[-1].items[:-1], outcome))
        elif line != "ผลลัพธ์":
            tactics[-1] = tactics[-1]._replace(items=(*tactics[-1].items, numbered(line)))
    return tuple(tactics)


def strategies_of_source(source: str) -> list[Strategy]:
    rows: list[list[str]] = []
    for line in source.split("\n"):
        cells = line.split("\t")
        if len(cells) != 3 or cells[0] == "ประเด็นยุทธศาสตร์":  # prose, or the heading repeated on each page
            continue
        if cells[0]:
            rows.append([cells[0], "", ""])
        rows[-1][1] += cells[1]
        rows[-1][2] += cells[2]
    strategies = []
    for heading, objectives, tactics in rows:
        printed = re.fullmatch(r"ยุทธศาสตร์ที่ ([๑-๙]) : (.+)", re.sub(r"</?p>", "", heading))
        assert printed, heading
        strategies.append(
            Strategy(
                printed[1], printed[2], tuple(map(numbered, printed_lines(objectives, "เพื่อ"))), tactics_of(tactics)
            )
        )
    return strategies


def part(source: str, heading: str, following: str) -> str:
    return source.split(f"\n{heading}\n")[1].split(f"\n{following}")[0].strip()


# ---- the content in itself


@pytest.mark.parametrize(("name", "count"), GROUPS.items())
def test_every_group_is_a_valid_record_with_its_entries(name: str, count: int) -> None:
    group = FrameworkGroup.model_validate(load(name))
    assert group.id == name
    assert len(group.entries) == count


def test_the_groups_are_complete_and_in_order() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {"document", *GROUPS}
    assert [int(load(name)["order"]) for name in GROUPS] == [1, 2, 3, 4, 5, 6]


def test_ids_are_unique_over_the_document() -> None:
    ids = [entry["id"] for name in GROUPS for entry in walk(load(name)["entries"])]
    assert sorted(ids) == sorted(set(ids))


def test_objectives_tactics_and_outcomes_are_complete() -> None:
    assert len(ids_like(r"hr-objective-\d-\d")) == OBJECTIVES
    assert len(ids_like(r"tactic-\d-\d")) == TACTICS
    assert len(ids_like(r"outcome-\d-\d-\d")) == OUTCOMES
    assert len(ids_like(r"outcome-\d-\d-\d-\d")) == SUB_OUTCOMES


def test_ids_state_the_position_of_an_entry() -> None:
    for number, strategy in enumerate(load("strategies")["entries"], start=1):
        assert strategy["id"] == f"strategy-{number}"
        objectives, tactics = strategy["entries"]
        assert (objectives["id"], objectives["name"]) == (f"strategy-{number}-objectives", "เป้าประสงค์")
        assert (tactics["id"], tactics["name"]) == (f"strategy-{number}-tactics", "กลยุทธ์")
        for position, objective in enumerate(objectives["entries"], start=1):
            assert objective["id"] == f"hr-objective-{number}-{position}"
        for position, tactic in enumerate(tactics["entries"], start=1):
            assert tactic["id"] == f"tactic-{number}-{position}"
            (outcomes,) = tactic["entries"]
            assert (outcomes["id"], outcomes["name"]) == (f"{tactic['id']}-outcomes", "ผลลัพธ์")
            for outcome in walk(outcomes["entries"]):
                assert outcome["id"].startswith(f"outcome-{number}-{position}-")


def test_document_is_a_valid_record_that_has_expired() -> None:
    document = FrameworkDocument.model_validate(load("document"))
    assert document.id == FOLDER.name
    assert document.valid_from is not None
    assert document.valid_to is not None
    assert (document.valid_from.isoformat(), document.valid_to.isoformat()) == ("2018-10-01", "2022-12-31")
    assert document.validity_note
    assert document.resolutions[0].meeting == "๕/๒๕๖๑"


def test_conflicting_dates_and_letter_numbers_are_both_kept() -> None:
    document = FrameworkDocument.model_validate(load("document"))
    announced = {item.date.isoformat() for item in document.dates if item.date and item.label.startswith("วันประกาศ")}
    assert announced == {"2018-10-01", "2018-10-16"}
    assert {"มท ๐๒๐๙.๓/ว ๖๓๐๕", "มท ๐๒๐๙.๓/ว ๒๓๐๕"} < {letter.number for letter in document.letters}


# ---- the content against its source


def test_strategies_equal_the_source(source: str) -> None:
    assert strategies_of_content() == strategies_of_source(source)


def test_counts_equal_the_source(source: str) -> None:
    strategies = strategies_of_source(source)
    tactics = [tactic for strategy in strategies for tactic in strategy.tactics]
    outcomes = [outcome for tactic in tactics for outcome in tactic.items]
    assert len(strategies) == GROUPS["strategies"]
    assert sum(len(strategy.objectives) for strategy in strategies) == OBJECTIVES
    assert len(tactics) == TACTICS
    assert len(outcomes) == OUTCOMES
    assert sum(len(outcome.items) for outcome in outcomes) == SUB_OUTCOMES
    assert "๗ ประเด็นยุทธศาสตร์ ๒๐ กลยุทธ์" in source  # what the covering letters say
    assert len(re.findall(r"กลยุทธ์(?:ที่ [๑-๙]\.)? (?=\S)", source.split("เป้าประสงค์ กลยุทธ์และผลลัพธ์\n")[1])) == TACTICS


def test_vision_mission_and_goals_equal_the_source(source: str) -> None:
    assert [entry["name"] for entry in load("vision")["entries"]] == [part(source, "วิสัยทัศน์", "พันธกิจ").strip("“”")]
    mission = part(source, "พันธกิจ", "เป้าหมาย").split("\n\n")
    assert [entry["name"] for entry in load("mission")["entries"]] == mission
    goals = re.findall(r"^([๑-๙])\. (.+)$", part(source, "เป้าหมาย", "ประเด็นยุทธศาสตร์ "), flags=re.MULTILINE)
    assert [(entry["number"], entry["name"]) for entry in load("goals")["entries"]] == goals


def test_printed_values_of_the_document_are_in_the_source(source: str) -> None:
    document = FrameworkDocument.model_validate(load("document"))
    printed = [item.printed for item in document.dates] + [letter.number for letter in document.letters]
    printed += [letter.subject for letter in document.letters if letter.subject]
    printed += [text for note in document.notes for text in note.printed.split(" / ")]
    printed += [text for cited in document.cited for text in (cited.title, cited.section) if text]
    printed += [resolution.meeting for resolution in document.resolutions if resolution.meeting]
    assert [text for text in printed if text not in source] == []


def test_reasons_and_aims_are_in_the_announcement_in_this_order(source: str) -> None:
    text = source.split("\nโดยที่เป็นการสมควร")[1].split("\nวิสัยทัศน์\n")[0]
    for group in ("reasons", "aims"):
        places = [text.find(entry["name"]) for entry in load(group)["entries"]]
        assert -1 not in places
        assert places == sorted(places)


def test_every_signatory_is_quoted_by_position(source: str) -> None:
    document = FrameworkDocument.model_validate(load("document"))
    signed = re.findall(r"^\(นาย.+\)\n\n(.+)$", source, flags=re.MULTILINE)
    assert [quotation.text for quotation in document.quotations] == signed
    assert all(quotation.note and "ตำแหน่งผู้ลงนาม" in quotation.note for quotation in document.quotations)


def test_no_signatory_is_named(source: str) -> None:
    signatories = re.findall(r"\(นาย(\S+) (\S+)\)", source)
    assert signatories
    content = "".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.iterdir()))
    assert [names for names in signatories if any(name in content for name in names)] == []
