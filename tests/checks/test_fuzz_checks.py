"""No input may crash or slow down a check: random plans, and damaged, padded or misnamed files.

PHAEN_FUZZ=50 runs fifty times as many, for a soak test.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings

from generator.checks.all_rules import RULES
from generator.checks.runner import COULD_NOT_CHECK, check_lao, check_text
from generator.cli import main
from generator.cli.finding_files import FindingFiles
from generator.cli.finding_github import findings_github
from generator.cli.finding_records import findings_json
from generator.cli.finding_sarif import findings_sarif
from generator.cli.finding_text import findings_text
from generator.findings import Finding
from generator.model.plan import PlanFolder
from generator.reading import extent
from generator.thai.dictionary import load_dictionary
from tests.building_blocks import PUBLISHED
from tests.checks.case import BLAMELESS, CODE, FOLDER, PLAN, TODAY, reference
from tests.checks.random_plans import TEXTS, TRAPS, as_yaml, lao_files, write_files
from tests.on_disk import read_on_disk
from tests.soak_marks import some_in_soak
from tests.steps import grows_with_its_size, processor_seconds

TIMES = int(os.environ.get("PHAEN_FUZZ", "1"))
MOST_TIMES = 150
"""Most CPU time of a hostile LAO, as a multiple of the blameless plan's; larger LAOs get more in proportion.
`make bench` checks the limit in seconds."""
REAL = PUBLISHED / "plans" / "5440502-phon-thong"
WIDE_OPEN = list(HealthCheck)
"""Plans are large to draw, on purpose."""


@cache
def fair() -> float:
    """Return the CPU time for reading and checking the blameless plan on this machine now."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        target = write_files(content, originals(BLAMELESS))
        known = reference(TODAY)
        load_dictionary()  # once per process
        return min(
            processor_seconds(lambda: check_lao(read_on_disk(CODE, target, content, frozenset(known.entries)), known))
            for _ in range(3)
        )


def affordable(size: int) -> float:
    """Return the CPU time allowed for files of this total size in bytes."""
    usual = sum(len(text.encode()) for text in originals(BLAMELESS).values())
    return MOST_TIMES * fair() * max(1, size / usual)


def checked(content: Path, code: str, folder: Path) -> tuple[list[Finding], bool]:
    """Read and check within the CPU time allowed; return the findings, and whether the rules saw the plan."""
    known, found = reference(TODAY), []
    seen = False

    def work() -> None:
        nonlocal seen
        read = read_on_disk(code, folder, content, frozenset(known.entries))
        found.extend((*read.lao_folder.findings, *check_lao(read, known)))
        seen = any(isinstance(plan, PlanFolder) for plan in read.lao_folder.plans)

    most = affordable(sum(file.stat().st_size for file in folder.rglob("*.*") if file.is_file()))
    assert processor_seconds(work) < most
    for one in found:
        assert one.message and one.remedy
        assert not one.message.startswith(COULD_NOT_CHECK.partition("(")[0]), f"{one.code}: {one.message}"
        assert one.location.file.startswith("plans/")
    return found, seen


def shown(found: list[Finding], files: FindingFiles) -> None:
    """Print findings in every format."""
    for text in (
        findings_text(found, files),
        findings_text(found, files, every=True),
        "\n".join(findings_json(found, files)),
        "\n".join(findings_github(found, files)),
        "\n".join(findings_sarif(found, files)),
    ):
        assert not {"\0", "\x07", "\u202e"} & set(click.unstyle(text)) or text[:1] in "[{"
        text.encode("utf-8")


# Random plans.


def test_random_plans_are_checked() -> None:
    seen_by_rules = []

    @settings(max_examples=30 * TIMES, suppress_health_check=WIDE_OPEN)
    @given(lao_files())
    def try_one(files: dict[str, str]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder)
            found, seen = checked(content, CODE, write_files(content, files))
            seen_by_rules.append(seen)
            shown(found, FindingFiles(content))

    try_one()
    assert sum(seen_by_rules) > len(seen_by_rules) / 3, "most of them are not even readable"


@settings(max_examples=100 * TIMES, suppress_health_check=WIDE_OPEN)
@given(TEXTS)
def test_random_texts_are_checked(text: str) -> None:
    found = check_text("draft.txt", text)
    shown(list(found), FindingFiles(Path(), {"draft.txt": text}))


def test_largest_allowed_plan_is_checked(tmp_path: Path) -> None:
    chance = random.Random(2567)  # noqa: S311  # the same plan in every run
    short = [trap for trap in TRAPS if len(trap) < 60]

    def word() -> str:
        return " ".join(chance.choices(short, k=3))

    projects = [
        {"id": f"p-{n}", "strategy": "s1", "tactic": "s1t1", "number": str(n % 7), "name": word(), "indicator": word(),
         "targets": {"quantity": word()}, "budget": str(n), "responsible": {"departments": [], "printed": word()}}
        for n in range(extent.MOST_PROJECTS)
    ]  # fmt: skip
    rows = [
        {"id": f"idp-{n}", "position": word(), "years": ["2567"], "skills": [{"text": word()}]}
        for n in range(extent.MOST_POSITIONS)
    ]
    files = {
        "lao.yml": (BLAMELESS / "lao.yml").read_text("utf-8"),
        f"{PLAN}/plan.yml": (BLAMELESS / PLAN / "plan.yml").read_text("utf-8"),
        f"{PLAN}/projects.yml": as_yaml({"projects": projects}),
        f"{PLAN}/idp.yml": as_yaml({"rows": rows}),
    }
    found, _ = checked(tmp_path, CODE, write_files(tmp_path, files))
    shown(found, FindingFiles(tmp_path))


def checking(text: str) -> Callable[[], object]:
    return lambda: check_text("draft.txt", text)


@pytest.mark.parametrize(
    "trap", ["ก", "9", "๙", " ", ".", "(", "่", "เ", "ๆ", "-", "นาย ", "๑ ", "o๑", "ก ำ", "<a", "ครั้งที่", "\n"]
)
def test_repeated_text_is_checked_in_linear_time(trap: str) -> None:
    assert grows_with_its_size(lambda size: checking(trap * (size // len(trap))), 50_000)


@pytest.mark.parametrize("joint", some_in_soak(("", " ", "\n"), ("",)), ids=ascii)
@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.fires])
def test_repeated_rule_example_is_checked_in_linear_time(code: str, joint: str) -> None:
    unit = RULES[code].fires + joint
    assert grows_with_its_size(lambda size: checking(unit * (size // len(unit))), 30_000)


# Damaged and padded files.


def originals(folder: Path) -> dict[str, str]:
    """Return the files of a folder by name."""
    names = sorted(file for file in folder.rglob("*") if file.suffix in (".yml", ".md"))
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in names}


def one_of_each_category() -> list[str]:
    """Return three characters per Unicode category: the first, a middle one and the last."""
    by_category: dict[str, list[str]] = {}
    for number in range(sys.maxunicode + 1):
        by_category.setdefault(unicodedata.category(chr(number)), []).append(chr(number))
    del by_category["Cs"]  # no file can contain lone surrogates
    return [one for found in by_category.values() for one in (found[0], found[len(found) // 2], found[-1])]


CHARACTERS = one_of_each_category()


def test_files_cut_anywhere_are_checked(tmp_path: Path) -> None:
    chance = random.Random(2568)  # noqa: S311  # the same cuts in every run
    for folder, code in ((REAL, "5440502"), (BLAMELESS, CODE)):
        whole = originals(folder)
        target = tmp_path / "plans" / f"{code}-cut"
        shutil.copytree(folder, target)
        for _ in range(12 * TIMES):
            name = chance.choice(sorted(whole))
            content = whole[name].encode()
            (target / name).write_bytes(content[: chance.randrange(len(content))])
            checked(tmp_path, code, target)
            (target / name).write_bytes(content)


def test_files_of_random_bytes_are_checked(tmp_path: Path) -> None:
    chance = random.Random(2569)  # noqa: S311  # the same bytes in every run
    whole = originals(BLAMELESS)
    target = write_files(tmp_path, whole)
    for name in sorted(whole):
        for size in (0, 1, 100, 100_000) * TIMES:
            (target / name).write_bytes(chance.randbytes(size))
            found, _ = checked(tmp_path, CODE, target)
            shown(found, FindingFiles(tmp_path))
        (target / name).write_text(whole[name], "utf-8")


def test_files_with_random_insertions_are_checked(tmp_path: Path) -> None:
    chance = random.Random(2570)  # noqa: S311  # the same places in every run
    whole = originals(BLAMELESS)
    target = write_files(tmp_path, whole)
    for _ in range(60 * TIMES):
        name = chance.choice(sorted(whole))
        text = whole[name]
        for _ in range(chance.randrange(1, 5)):
            place = chance.randrange(len(text))
            put_in = chance.choice([*CHARACTERS, *TRAPS, "\n", ": ", "- ", "[", "{", '"', "#"])
            text = text[:place] + put_in + text[place + chance.randrange(3) :]
        (target / name).write_bytes(text.encode("utf-8", "replace"))
        checked(tmp_path, CODE, target)
        (target / name).write_text(whole[name], "utf-8")


@pytest.mark.parametrize("character", CHARACTERS, ids=lambda one: f"U+{ord(one):04X}")
def test_any_character_in_thai_value_is_checked(character: str, tmp_path: Path) -> None:
    target = write_files(tmp_path, originals(BLAMELESS), lambda text: text.replace("าร", f"า{character}ร"))
    found, _ = checked(tmp_path, CODE, target)
    shown(found, FindingFiles(tmp_path))


@pytest.mark.parametrize("digits", [20, 400, 5_000])
@pytest.mark.parametrize("digit", ["9", "๙"])
def test_enormous_numbers_are_checked(digits: int, digit: str, tmp_path: Path) -> None:
    whole = originals(BLAMELESS)
    target = write_files(tmp_path, whole)
    for name, text in whole.items():
        for pattern in ("[๐-๙]+", r"(?<=: )[0-9][0-9,]*", r"(?<=[ก-๙] )[0-9๐-๙]+"):
            (target / name).write_text(re.sub(pattern, digit * digits, text), "utf-8")
            checked(tmp_path, CODE, target)
        (target / name).write_text(text, "utf-8")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "(", "> ", "“"])
def test_deep_nesting_is_checked(opening: str, tmp_path: Path) -> None:
    whole = originals(BLAMELESS)
    target = write_files(tmp_path, whole)
    for name, text in whole.items():
        for deep in (f"{text}\nnote: {opening * 2_000}", opening * 20_000, f"{text}\nnote: '{opening * 2_000}'"):
            (target / name).write_text(deep, "utf-8")
            checked(tmp_path, CODE, target)
        (target / name).write_text(text, "utf-8")


# File names, and the command as a whole.


def test_any_character_in_file_name_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    folder = write_files(content, originals(BLAMELESS))
    (folder / PLAN / "documents").mkdir(exist_ok=True)
    made = 0
    for character in [*CHARACTERS, "\udc80"]:
        for place in (content / "plans", folder, folder / PLAN, folder / PLAN / "results", folder / PLAN / "documents"):
            try:
                (place / f"ก{character}ข.yml").write_text("a: b\n", "utf-8")
                made += 1
            except (OSError, ValueError):  # not every system accepts every name
                continue
    assert made
    monkeypatch.chdir(tmp_path)
    for output in ("text", "json", "github", "sarif"):
        results: list[Result] = []
        command = ["check", "--format", output, "--all", "--strict"]
        cost = processor_seconds(lambda command=command, to=results: to.append(CliRunner().invoke(main, command)))
        assert cost < affordable(0)
        assert results[0].exit_code == 1
        assert results[0].stderr == ""


def test_folder_of_random_bytes_fails_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(2571)  # noqa: S311  # the same noise in every run
    folder = tmp_path / "content" / "plans" / FOLDER
    for name in originals(BLAMELESS):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(chance.randbytes(5_000))
    frameworks = tmp_path / "content" / "frameworks" / "noise"
    frameworks.mkdir(parents=True)
    (frameworks / "document.yml").write_bytes(chance.randbytes(5_000))
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.stderr) == (1, "")
