"""Measures pushes: the answer, the time until the pages are live, and pushes per minute of one server.

Everything is real: content of `phaen demo` in a bare repository, OpenSSH's server and a web server on loopback, clones
as in the handbook, and `phaen publish --follow` as a process of its own, with the priority that
`deploy/phaen-publish.service` gives it. Writes build/bench_publishing.json. Figures mean something only while nothing
else is running.

    python -m tests.scale.bench_publishing               3 and 1,000 LAOs
    python -m tests.scale.bench_publishing --laos 30     this size only
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from generator.publishing.loopback_web import serving
from generator.publishing.trial_server import TrialOffice, TrialServer
from tests.scale.bench_phaen import NAME, PHAEN, phaen
from tests.scale.copies import ROOT
from tests.scale.machine import machine, versions
from tests.scale.measuring import environment

RESULT = ROOT / "build" / "bench_publishing.json"
SIZES = (3, 1_000)
OFFICES = 4
"""Offices that push at once."""
ALONE = 5
"""Pushes that are measured one by one."""
BURST_SECONDS = 60.0
LONGEST_SECONDS = 3_600.0
"""Seconds until a page that does not appear ends the benchmark."""


@dataclass(frozen=True)
class Pushed:
    """One push of an office."""

    seconds: float
    is_accepted: bool
    answer: str


@dataclass(frozen=True)
class Desk:
    """An office, one of its plans, and the page that shows the plan's projects."""

    office: TrialOffice
    projects: Path
    page: str

    def push(self, mark: str) -> Pushed:
        """Add a mark to the name of the first project, commit and push."""
        text = re.sub(r" ครั้งที่ \S+$", "", self.projects.read_text("utf-8"), flags=re.MULTILINE)
        self.projects.write_text(NAME.sub(rf"\1 ครั้งที่ {mark}", text, count=1), "utf-8")
        self._git("commit", "--quiet", "--all", "--message", f"แก้ชื่อโครงการ ครั้งที่ {mark}")
        started = time.perf_counter()
        done = self._git("push", "origin", check=False)
        return Pushed(time.perf_counter() - started, done.returncode == 0, done.stderr)

    def _git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        command = ["git", *arguments]
        return subprocess.run(command, cwd=self.office.clone, capture_output=True, text=True, check=check)


def measure(laos: int, folder: Path) -> dict[str, Any]:
    """Set up a site with this number of LAOs, and measure single and simultaneous pushes."""
    content = folder / "content"
    phaen("demo", "--laos", str(laos), "--out", str(content))
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    users = {f"office-{number}": code for number, code in enumerate(sound_laos(content, min(OFFICES, laos)))}
    server = TrialServer(folder / "server")
    server.set_up(content, users, ROOT / "mkdocs.yml")
    with server.ssh() as port, serving(server.site) as address, _builder(server) as log:
        started = time.perf_counter()
        wait_for(address, "")
        first = time.perf_counter() - started
        _wait_until_built(server)
        desks = [_desk(server.clone(user, code, port)) for user, code in users.items()]
        alone = [_alone(desks[number % len(desks)], f"{number}a", address) for number in range(ALONE)]
        burst = _burst(desks, server, address)
        return {
            "offices": len(desks),
            "first_release_live": round(first, 2),
            "answer": _spread([pushed for pushed, _ in alone]),
            "push_to_live": _spread([live for _, live in alone]),
            **burst,
            "builder": log.read_text("utf-8").splitlines()[-3:],
        }


def sound_laos(content: Path, count: int) -> list[str]:
    """Return the codes of the first LAOs whose plans have no error and a project to rename."""
    found: list[str] = []
    for file in sorted(content.glob("plans/*/*/projects.yml")):
        code = file.parts[-3][:7]
        if code in found or not NAME.search(file.read_text("utf-8", errors="ignore")):
            continue
        command = [*PHAEN, "check", code, "--content", str(content)]
        if subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False).returncode == 0:
            found.append(code)
        if len(found) == count:
            break
    return found


def _desk(office: TrialOffice) -> Desk:
    plans = sorted(office.clone.glob("content/plans/*/*/projects.yml"))
    projects = next(plan for plan in plans if NAME.search(plan.read_text("utf-8")))
    return Desk(office, projects, f"lao/{office.code}/{projects.parts[-2]}/projects/")


def _alone(desk: Desk, mark: str, address: str) -> tuple[float, float]:
    """Return the seconds until the answer, and until the page is live, of one push."""
    started = time.perf_counter()
    pushed = desk.push(mark)
    if not pushed.is_accepted:
        sys.exit(pushed.answer)
    wait_for(address + desk.page, f"ครั้งที่ {mark}")
    return pushed.seconds, time.perf_counter() - started


def _burst(desks: Sequence[Desk], server: TrialServer, address: str) -> dict[str, Any]:
    """Let all offices push as often as they can for a minute; every accepted push must be live in the end."""
    before = _releases(server)
    started = time.perf_counter()

    def work(desk: Desk) -> list[Pushed]:
        answers: list[Pushed] = []
        while time.perf_counter() - started < BURST_SECONDS:
            answers.append(desk.push(f"{len(answers)}b"))
        return answers

    with ThreadPoolExecutor(len(desks)) as pool:
        results = list(pool.map(work, desks))
    seconds = time.perf_counter() - started
    for desk, answers in zip(desks, results, strict=True):
        wait_for(address + desk.page, f"ครั้งที่ {len(answers) - 1}b")
    pushes = [pushed for answers in results for pushed in answers]
    refused = [pushed.answer for pushed in pushes if not pushed.is_accepted]
    if refused:
        sys.exit(refused[0])
    return {
        "burst_pushes": len(pushes),
        "pushes_per_minute": round(60 * len(pushes) / seconds, 1),
        "burst_answer": _spread([pushed.seconds for pushed in pushes]),
        "burst_releases": len(_releases(server) - before),
        "last_push_to_all_live": round(time.perf_counter() - started - seconds, 2),
    }


def _releases(server: TrialServer) -> set[str]:
    return {folder.name for folder in server.site.releases.iterdir()}


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    return {"least": round(min(seconds), 2), "median": round(median(seconds), 2), "most": round(max(seconds), 2)}


def wait_for(address: str, text: str) -> None:
    """Wait until a page contains a text; exit if it does not appear."""
    until = time.perf_counter() + LONGEST_SECONDS
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own address
                if text in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # no release is live yet
        time.sleep(0.1)
    sys.exit(f"{address} does not show {text}")


def _wait_until_built(server: TrialServer) -> None:
    """Wait for the end of the first build, whose PDFs follow the live pages."""
    built = server.site.state / "built.json"
    until = time.perf_counter() + LONGEST_SECONDS
    while not built.is_file():
        if time.perf_counter() > until:
            sys.exit("the first build does not end")
        time.sleep(0.5)


@contextmanager
def _builder(server: TrialServer) -> Iterator[Path]:
    """Run `phaen publish --follow` during the block; yield the file of what it prints."""
    log = server.folder / "builder.log"
    command = ["nice", "-n", "5", *PHAEN, "publish", "--follow", "--site", str(server.site.root)]
    with log.open("w") as output, subprocess.Popen(command, stderr=output, env=environment()) as process:
        try:
            yield log
        finally:
            process.terminate()


def report(data: dict[str, Any]) -> str:
    """Return the table as text."""
    lines = [
        f"{'LAOs':>6}  {'answer s':>9}  {'live s':>7}  {'pushes/min':>10}  {'releases':>8}  {'all live after s':>16}"
    ]
    for laos, row in data["sizes"].items():
        lines.append(
            f"{int(laos):>6,}  {row['answer']['median']:>9.2f}  {row['push_to_live']['median']:>7.2f}"
            f"  {row['pushes_per_minute']:>10.1f}  {row['burst_releases']:>8}  {row['last_push_to_all_live']:>16.2f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale.bench_publishing")
    parser.add_argument("--laos", type=int, nargs="+", metavar="N", help="these numbers of LAOs")
    options = parser.parse_args()
    data: dict[str, Any] = {"machine": machine(), "versions": versions(), "sizes": {}}
    place = None if "TMPDIR" in os.environ or not Path("/dev/shm").is_dir() else "/dev/shm"  # noqa: S108  # as bench.py
    for laos in options.laos or SIZES:
        with tempfile.TemporaryDirectory(prefix="phaen-bench-", dir=place) as name:
            data["sizes"][str(laos)] = measure(laos, Path(name))
        RESULT.parent.mkdir(parents=True, exist_ok=True)
        RESULT.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(report(data))  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
