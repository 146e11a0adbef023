"""Replaces each value of the real plan and counts the lines that pages lose: `python -m tests.scale.mutation_run`.

Every scalar of lao.yml, plan.yml, projects.yml and idp.yml is replaced by nonsense, by a list and by nothing. The pages
are then compared line by line with those of the unspoilt plan. A line that is gone is one of its own when it holds the
value, or another text of the record that the value stands in; figures that are computed (sums, counts, charts) follow
from it. Whatever else is gone is damage. Findings are left out: they name every place that they are about.

`--every 10`, the default, tries one value in ten; `--every 1` takes the better part of an hour.
"""

from __future__ import annotations

import argparse
import copy
import json
import re
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.checks.items import CheckBasis
from generator.checks.runner import COULD_NOT_CHECK, check_lao
from generator.model.content import UnreadablePlan
from generator.pages.lao_pages import LaoPages
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from tests.building_blocks import PUBLISHED
from tests.checks.case import TODAY
from tests.checks.random_plans import as_yaml
from tests.on_disk import read_on_disk
from tests.shown import html_of
from tests.views.test_nothing_is_lost import written

CODE, CYCLE = "5440502", "2567-2569"
FOLDER = f"{CODE}-phon-thong"
FILES = ("lao.yml", f"{CYCLE}/plan.yml", f"{CYCLE}/projects.yml", f"{CYCLE}/idp.yml")
SPOILT: dict[str, Any] = {"nonsense": "ฮฮฮฮ ฮฮฮ", "list": ["ฮฮ", "ฮฮฮ"], "nothing": None}
MAY_BE_UNREADABLE = {
    ("lao.yml", ("code",)), ("lao.yml", ("type",)), ("lao.yml", ("name",)), ("lao.yml", ("province",)),
    (f"{CYCLE}/plan.yml", ("cycle",)),
}  # fmt: skip
"""Identity and cycle: without them the plan belongs to no LAO."""

Path_ = tuple[str | int, ...]
_LINE_NUMBER = re.compile(r"(?:บรรทัด|ตัวอักษรที่) [0-9๐-๙]+|\?line=\d+")
_COMPUTED = re.compile(
    r'class="(?:[^"]* )?(?:total|subtotal|lead|num|key-figures__\w+|quiet|chart\w*|share\w*|bar\w*|state\w*|notice)[ "]'
    r"|<caption|<svg|<text|<rect|<path|</?g|<title|class=\"source|รายการ|โครงการ|ข้อสังเกต"
)


@dataclass
class Damage:
    """Effects of the values of one file, replaced in one way."""

    tried: int = 0
    unreadable: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    """Values that made a rule raise."""
    pages: Counter[int] = field(default_factory=Counter)
    """How many pages changed -> how many values did that."""
    wide: list[tuple[int, str, str]] = field(default_factory=list)
    """Lines lost that are neither its own nor computed, the value, the first of them."""


def scalars(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the place of every scalar."""
    for key, one in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(one, dict | list):
            yield from scalars(one, (*path, key))
        else:
            yield (*path, key)


def own_texts(data: Any, path: Path_) -> set[str]:
    """Return every text of the record that contains a value."""
    around = [data]
    for part in path[:-1]:
        around.append(around[-1][part])
    records = [one for one, part in zip(around[1:], path, strict=False) if isinstance(part, int)]
    record = records[0] if records else around[min(1, len(around) - 1)]
    texts = (
        [one for place in scalars(record) for one in [_at(record, place)]] if isinstance(record, dict | list) else []
    )
    return {text for text in [*texts, _at(data, path)] if isinstance(text, str) and len(text) > 1}


def _at(data: Any, path: Path_) -> Any:
    for part in path:
        data = data[part]
    return data


class Bench:
    """The real plan on a disk, and its pages."""

    def __init__(self, content: Path) -> None:
        """Write the unspoilt plan below `content`."""
        self.content = content
        self.folder = content / "plans" / FOLDER
        original = PUBLISHED / "plans" / FOLDER
        self.data = {name: written((original / name).read_text("utf-8")) for name in FILES}
        frameworks = read_frameworks(DiskTree(PUBLISHED))
        self.entries = frameworks.entry_ids()
        self.reference = CheckBasis(frameworks.documents, TODAY, {})
        self.maker = LaoPages("arabic", TODAY)
        for name, data in self.data.items():
            self.write(name, data)
        narrative = f"{CYCLE}/narrative.md"
        (self.folder / narrative).write_text((original / narrative).read_text("utf-8"), "utf-8")
        self.plain = self.pages()[0]

    def write(self, name: str, data: Any) -> None:
        """Write one file."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_yaml(data), "utf-8")

    def pages(self) -> tuple[dict[str, list[str]], bool, bool]:
        """Return the lines of every page, whether the plan is unreadable, and whether a rule fell."""
        read = read_on_disk(CODE, self.folder, self.content, self.entries)
        found = (*read.lao_folder.findings, *check_lao(read, self.reference))
        pages = {page.address: _LINE_NUMBER.sub("", html_of(page)).split("\n") for page in self.maker.pages(read, ())}
        unreadable = read.lao_folder.lao is None or any(
            isinstance(plan, UnreadablePlan) for plan in read.lao_folder.plans
        )
        fell = any(one.message.startswith(COULD_NOT_CHECK.partition("(")[0]) for one in found)
        return pages, unreadable, fell

    def spoil(self, name: str, path: Path_, value: Any, damage: Damage) -> None:
        """Replace one value, compare the pages, and restore it."""
        data = copy.deepcopy(self.data[name])
        _at(data, path[:-1])[path[-1]] = value
        self.write(name, data)
        where = f"{name} {'.'.join(map(str, path))}"
        damage.tried += 1
        try:
            pages, unreadable, fell = self.pages()
        except Exception:  # noqa: BLE001  # counts every exception
            damage.crashed.append(f"{where}: {traceback.format_exc(limit=-1).strip()}")
            return
        finally:
            self.write(name, self.data[name])
        if fell:
            damage.unchecked.append(where)
        if unreadable:
            if (name, path) not in MAY_BE_UNREADABLE:
                damage.unreadable.append(where)
            return
        own = own_texts(self.data[name], path)
        changed, lost = 0, []
        for address, lines in self.plain.items():
            now = pages.get(address, [])
            changed += now != lines
            if now != lines:
                left = Counter(lines) - Counter(now)
                lost += [f"{address} {line}" for line in left if not _COMPUTED.search(line) and not _is_own(line, own)]
        damage.pages[changed] += 1
        if lost:
            damage.wide.append((len(lost), where, lost[0]))


def _is_own(line: str, own: set[str]) -> bool:
    return not line.strip() or any(text in line for text in own)


def main() -> int:
    """Print the effects of each kind of replacement; return 1 if a rule raised or the plan became unreadable."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=10, help="try one value in so many")
    parser.add_argument("--show", type=int, default=10, help="how many of the widest to name")
    options = parser.parse_args()
    table: dict[tuple[str, str], Damage] = defaultdict(Damage)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for name in FILES:
            for path in [*scalars(bench.data[name])][:: options.every]:
                for kind, value in SPOILT.items():
                    bench.spoil(name, path, value, table[name, kind])
    sys.stdout.write(
        f"{len(bench.plain)} pages; pages changed by one value: mean and most\n"
        f"{'file':<26}{'spoilt by':<12}{'values':>7}{'crashed':>9}{'rule fell':>10}{'unreadable':>12}"
        f"{'pages':>7}{'most':>6}{'damage':>8}\n"
    )
    for (name, kind), one in table.items():
        pages = [*one.pages.elements()]
        sys.stdout.write(
            f"{name:<26}{kind:<12}{one.tried:>7}{len(one.crashed):>9}{len(one.unchecked):>10}{len(one.unreadable):>12}"
            f"{sum(pages) / max(1, len(pages)):>7.1f}{max(pages, default=0):>6}{len(one.wide):>8}\n"
        )
    for (_, kind), one in table.items():
        for where in (*one.crashed, *one.unchecked, *one.unreadable):
            sys.stdout.write(f"{kind}: {where}\n")
    wide = sorted(((*each, kind) for (_, kind), one in table.items() for each in one.wide), reverse=True)
    for lines, where, first, kind in wide[: options.show]:
        sys.stdout.write(json.dumps([kind, where, lines, first[:200]], ensure_ascii=False) + "\n")
    sys.stdout.write(f"{sum(one.tried for one in table.values())} trials in {time.monotonic() - started:.0f} s\n")
    return int(any(one.crashed or one.unchecked or one.unreadable for one in table.values()))


if __name__ == "__main__":
    sys.exit(main())
