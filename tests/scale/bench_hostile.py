"""Measures hostile texts in processor seconds, beside the bars, and the time of `phaen --help`.

Tests compare one size with four times that size (tests/steps.py); how much one of them takes is measured here, where
nothing else runs. Run by `make bench`; 1 where a bar is missed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable

from generator.checks.all_rules import RULES
from generator.checks.items import Passage
from generator.checks.runner import check_text
from generator.reading.yaml_text import parse_yaml
from generator.thai.misspelling import misspellings
from tests.checks.test_text import HOSTILE, HOSTILE_WITH_BLANKS, LONG, TYPING
from tests.reading.test_yaml_fuzz import HUGE
from tests.scale.copies import ROOT
from tests.steps import processor_seconds

Case = tuple[str, Callable[[], object]]
HELP = (sys.executable, "-c", "from generator.cli import main; main()", "--help")
STARTS = 5
BAR_HELP = 0.3
"""Wall-clock seconds, the best of several starts."""
BAR_YAML, BAR_RULE, BAR_MISSPELT, BAR_TEXT = 5.0, 2.0, 3.0, 10.0
"""Seconds of the processor: a huge YAML file, one rule over a long text, the word costs, all rules over a text."""


def yaml_files() -> Iterable[Case]:
    """Huge files."""
    for name, text in HUGE.items():
        yield name, lambda text=text: parse_yaml(text, "x.yml")


def single_rules() -> Iterable[Case]:
    """Each rule over typing, over each hostile text."""
    for rule in TYPING:
        for unit in (*HOSTILE, *HOSTILE_WITH_BLANKS):
            text = ("ก" * (LONG // 2) + unit * (LONG // len(unit)))[:LONG]
            passage = Passage(text, "name", ("projects", 0, "name"))

            def looking(rule=rule, text=text, passage=passage) -> object:
                assert rule.pattern is not None
                return [hit for match in rule.pattern.finditer(text) for hit in rule.find(passage, match)]

            yield f"{rule.code} {unit!a}", looking


def word_costs() -> Iterable[Case]:
    """Runs of letters that are no words."""
    for letters in ("ก", "การ", "คักยภาพ", "คัก", "ประ", "มุ่", "าา", "แลแ"):
        text = letters * (LONG // len(letters))
        yield ascii(letters), lambda text=text: list(misspellings(text))


def whole_texts() -> Iterable[Case]:
    """The matches of each text rule, repeated, for all rules together."""
    for code, rule in RULES.items():
        if rule.fires:
            text = rule.fires * (60_000 // len(rule.fires))
            yield code, lambda text=text: check_text("draft.txt", text)


def help_seconds() -> float:
    """Return the shortest wall-clock time of `phaen --help`."""
    best = float("inf")
    for _ in range(STARTS):
        started = time.perf_counter()
        subprocess.run(HELP, cwd=ROOT, check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> int:
    """Print the slowest of each kind; return the exit code."""
    check_text("draft.txt", "ก")  # loads the dictionaries
    rows = [("phaen --help", "", help_seconds(), BAR_HELP)]
    for title, cases, bar in (
        ("a huge YAML file", yaml_files(), BAR_YAML),
        ("one rule over a long text", single_rules(), BAR_RULE),
        ("word costs of a long text", word_costs(), BAR_MISSPELT),
        ("all rules over a text", whole_texts(), BAR_TEXT),
    ):
        seconds, name = max((processor_seconds(work), name) for name, work in cases)
        rows.append((title, name, seconds, bar))
    missed = [row for row in rows if row[2] > row[3]]
    for title, name, seconds, bar in rows:
        kept = "missed" if seconds > bar else "kept"
        print(f"{title:26}  {seconds:6.2f} s  (bar {bar:4.1f} s)  {kept}  {name}")  # noqa: T201  # its purpose
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
