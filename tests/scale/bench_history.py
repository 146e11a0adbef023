"""Measures history: one LAO with about fifty revisions, one pass over all commits, a later pass, and `phaen verify`.

Repositories come from `phaen demo --revisions`; each figure is a run of the real command as a process of its own, start
included. Prints a table and the bars, and writes them to build/bench_history.json. Figures mean something only while
nothing else is running.

    python -m tests.scale.bench_history                          1,000 LAOs, some 10,000 commits
    python -m tests.scale.bench_history --nation                 7,850 LAOs, some 20,000 commits as well
    python -m tests.scale.bench_history --laos 20 --revisions 3  to try the script
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from generator.cli import main as phaen
from tests.building_blocks import PUBLISHED
from tests.scale.copies import ROOT
from tests.scale.machine import machine, versions
from tests.scale.measuring import MEMORY_IS, Run, run_measured

RESULT = ROOT / "build" / "bench_history.json"
SIZES = {"1,000 LAOs": (1_000, 8), "the nation": (7_850, 2)}
"""LAOs, and revisions of a plan on average; an LAO has 1.3 plans on average."""
FIFTY = 50
"""Revisions of the LAO whose history is printed."""
_PYTHON = (sys.executable, "-c")
_PHAEN = (*_PYTHON, "from generator.cli import main; main()")
_LONGEST = 1_800.0
"""Seconds after which a run is stopped."""

# Everything that is called and not made here. `{content}` is the folder of the repository, `{code}` an LAO, `{kept}` a
# file for what one pass keeps for the next.
CALLS: Mapping[str, tuple[str, ...]] = {
    "one LAO": (*_PHAEN, "history", "{code}", "--content", "{content}", "--format", "json"),
    "one pass": (
        *_PYTHON,
        "import sys; from pathlib import Path\n"
        "from generator.history.history_index import read_history\n"
        "Path(sys.argv[2]).write_bytes(read_history(Path(sys.argv[1])).to_json())",
        "{content}",
        "{kept}",
    ),
    "a later pass, one commit new": (
        *_PYTHON,
        "import sys; from pathlib import Path\n"
        "from generator.history.history_index import index_from_json, read_history\n"
        "kept = index_from_json(Path(sys.argv[2]).read_bytes())\n"
        "assert read_history(Path(sys.argv[1]), kept).head != kept.head",
        "{content}",
        "{kept}",
    ),
    "verify": (*_PHAEN, "verify", "{content}"),
}
NEEDS = {
    "one LAO": "phaen history",
    "one pass": "generator.history.history_index",
    "a later pass, one commit new": "generator.history.history_index",
    "verify": "phaen verify",
}
"""The command or the module that each call needs."""


@dataclass(frozen=True)
class Bar:
    """What a figure must not exceed."""

    size: str
    row: str
    seconds: float
    memory_mb: float | None = None


BARS = (
    Bar("one LAO", "one LAO", 1),
    Bar("1,000 LAOs", "one LAO", 1),
    Bar("1,000 LAOs", "one pass", 30, 500),
    Bar("the nation", "one pass", 90, 1_000),
    Bar("1,000 LAOs", "verify", 60),
    Bar("the nation", "verify", 60),
)


def missing() -> dict[str, str]:
    """Return the impossible calls, and what each lacks."""
    return {call: need for call, need in NEEDS.items() if not _is_there(need)}


def _is_there(need: str) -> bool:
    command, _, name = need.partition(" ")
    if command == "phaen":
        return name in phaen.list_commands(click.Context(phaen))
    return importlib.util.find_spec(need) is not None


def measure(
    folder: Path, laos: int, revisions: int, calls: Sequence[str], say: Callable[[str], None]
) -> dict[str, Run]:
    """Make a repository in a folder and measure the calls; the LAO is the one whose revisions are nearest to fifty."""
    content, kept = folder / "nation", folder / "kept.json"
    frameworks = str(PUBLISHED / "frameworks")
    command = (*_PHAEN, "demo", "--laos", str(laos), "--revisions", str(revisions), "--frameworks", frameworks)
    found = {"make": run_measured((*command, "--out", str(content)), ROOT, _LONGEST)}
    if found["make"].code:
        sys.exit(found["make"].output)
    steps = revisions_by_code(content)
    code = min(sorted(steps), key=lambda one: abs(steps[one] - FIFTY))
    say(f"{laos:,} LAOs, {_count(content):,} commits; {code} has {steps[code]} revisions")
    for call in calls:
        if call.startswith("a later pass"):
            commit_once_more(content)
        values = {"content": str(content), "code": code, "kept": str(kept)}
        found[call] = run_measured(tuple(_filled(part, values) for part in CALLS[call]), ROOT, _LONGEST)
        say(f"  {call}: {found[call].seconds:.2f} s")
    return found


def revisions_by_code(content: Path) -> Counter[str]:
    """Return how many commits touched the folder of each LAO, from git itself."""
    counted: Counter[str] = Counter()
    for commit in _git(content, "log", "--format=%x01", "--name-only", "--", "plans").split("\x01"):
        counted.update({line.split("/")[1][:7] for line in commit.split("\n") if line.startswith("plans/")})
    return counted


def commit_once_more(content: Path) -> None:
    """Add one commit, as a push does."""
    file = sorted(content.glob("plans/*/lao.yml"))[0]
    file.write_bytes(file.read_bytes() + b"# ...\n")
    who = ("-c", "user.name=demo", "-c", "user.email=demo@example.invalid", "-c", "commit.gpgSign=false")
    _git(content, *who, "commit", "--quiet", "-m", "x", "--", str(file.relative_to(content)))


def _filled(part: str, values: Mapping[str, str]) -> str:
    return values.get(part[1:-1], part) if part.startswith("{") else part


def _count(content: Path) -> int:
    return int(_git(content, "rev-list", "--first-parent", "--count", "HEAD"))


def _git(content: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=content, capture_output=True, text=True, check=True)
    return done.stdout


def judged(bar: Bar, found: Mapping[str, Mapping[str, Run]]) -> str:
    """Return a line that says whether a bar was kept."""
    run = found.get(bar.size, {}).get(bar.row)
    limit = f"{bar.seconds:.0f} s" + (f" and {bar.memory_mb:,.0f} MB" if bar.memory_mb else "")
    if run is None:
        return f"{bar.size}, {bar.row}: not measured (bar {limit})"
    too_large = bar.memory_mb is not None and run.memory_mb is not None and run.memory_mb > bar.memory_mb
    is_missed = run.stopped or run.seconds > bar.seconds or too_large or run.code not in (0, 1)
    memory = f", {run.memory_mb:,.0f} MB" if run.memory_mb else ""
    return f"{bar.size}, {bar.row}: {'missed' if is_missed else 'kept'}, {run.seconds:.2f} s{memory} (bar {limit})"


def table(found: Mapping[str, Mapping[str, Run]]) -> list[str]:
    """Return the lines of the table."""
    lines = [f"{'size':12}  {'what':30}  {'seconds':>8}  {'processors':>10}  {'memory':>9}  exit"]
    for size, runs in found.items():
        for row, run in runs.items():
            memory = f"{run.memory_mb:,.0f} MB" if run.memory_mb else "?"
            code = run.stopped or str(run.code)
            lines.append(f"{size:12}  {row:30}  {run.seconds:8.2f}  {run.processor_seconds:10.2f}  {memory:>9}  {code}")
    return lines


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nation", action="store_true", help="7,850 LAOs as well")
    options.add_argument("--laos", type=int, metavar="N", help="this size only")
    options.add_argument("--revisions", type=int, default=8, metavar="K", help="of a plan on average, with --laos")
    options.add_argument("--result", type=Path, default=RESULT, metavar="FILE")
    asked = options.parse_args()
    if asked.laos:
        sizes = {f"{asked.laos:,} LAOs": (asked.laos, asked.revisions)}
    else:
        sizes = {name: size for name, size in SIZES.items() if asked.nation or name != "the nation"}
    # SIGTERM also stops the measured command and deletes the folder.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    lacking = missing()
    for call, need in lacking.items():
        _say(f"not there yet, left out: {need} ({call})")
    calls = [call for call in CALLS if call not in lacking]
    found: dict[str, dict[str, Run]] = {}
    with tempfile.TemporaryDirectory(prefix="phaen-bench-") as name:
        if "one LAO" in calls:
            (Path(name) / "one").mkdir()
            found["one LAO"] = measure(Path(name) / "one", 30, FIFTY, ["one LAO"], _say)
        for size, (laos, revisions) in sizes.items():
            (Path(name) / str(laos)).mkdir()
            found[size] = measure(Path(name) / str(laos), laos, revisions, calls, _say)
    lines = [judged(bar, found) for bar in BARS]
    _say("\n".join(["", *table(found), "", *lines, f"memory is {MEMORY_IS}"]))
    record = {
        "machine": machine(),
        "versions": versions(),
        "memory_is": MEMORY_IS,
        "missing": lacking,
        "figures": {size: {row: asdict(run) for row, run in runs.items()} for size, runs in found.items()},
        "bars": lines,
    }
    asked.result.parent.mkdir(parents=True, exist_ok=True)
    asked.result.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
