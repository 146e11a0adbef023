"""Run a command and measure it: seconds, processor seconds, and the peak memory of all its processes.

Memory is RSS, summed over the process tree every 50 ms, read from Linux's /proc; elsewhere it is not measured. RSS
counts memory that two processes share twice, so the sum is an upper bound. PSS would be exact, but to read it the
kernel walks the page tables of the measured process, which would slow down what is being timed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

MEMORY_IS = "RSS, summed over the process tree every 50 ms; the peak, in millions of bytes"
SAMPLE_SECONDS = 0.05
LIMIT_SECONDS = 600.0
LEAST_AVAILABLE = 0.06
"""Share of the machine's memory; a command is stopped before the system kills processes."""
PROC = Path("/proc")
_MB = 1_000_000


@dataclass(frozen=True)
class Run:
    """Measurements of one run of a command."""

    seconds: float
    processor_seconds: float
    """User and system time of the command and its children."""
    memory_mb: float | None
    """None if it cannot be measured."""
    code: int
    output: str
    """The end of its output, both streams together."""
    stopped: str = ""
    """Why it was stopped: "time" or "memory"; empty where it ended by itself or was to be ended."""


def process_tree(root: int) -> Iterator[int]:
    """Yield the ids of a process and of all its living descendants."""
    waiting = [root]
    while waiting:
        process = waiting.pop()
        yield process
        try:
            threads = os.listdir(PROC / str(process) / "task")  # noqa: PTH208  # names are all that is needed
        except OSError:  # it has ended
            continue
        for thread in threads:
            try:
                waiting += map(int, (PROC / str(process) / "task" / thread / "children").read_text().split())
            except OSError:
                continue


def tree_rss(root: int) -> int:
    """Return the bytes that a process and its descendants hold in memory (RSS)."""
    page = os.sysconf("SC_PAGE_SIZE")
    return page * sum(_resident_pages(process) for process in process_tree(root))


def _resident_pages(process: int) -> int:
    try:
        return int((PROC / str(process) / "statm").read_text().split()[1])
    except (OSError, IndexError):  # it has ended
        return 0


def memory_info() -> dict[str, int]:
    """Return Linux's figures of the machine's memory in bytes; empty on other systems."""
    try:
        lines = (PROC / "meminfo").read_text().splitlines()
    except OSError:
        return {}
    return {name: int(rest.split()[0]) * 1024 for name, rest in (line.split(":") for line in lines)}


class _Watch(threading.Thread):
    """Samples the memory of a command, and ends it at its limit of time or memory, or when it has done enough."""

    def __init__(self, process: subprocess.Popen[bytes], limit: float, until: Callable[[], bool]) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.stopped = ""
        self._process = process
        self._until = until
        self._ends = time.monotonic() + limit
        self._done = threading.Event()

    def run(self) -> None:
        while True:
            self.peak = max(self.peak, tree_rss(self._process.pid))
            memory = memory_info()
            if memory and memory["MemAvailable"] < LEAST_AVAILABLE * memory["MemTotal"]:
                self.stopped = "memory"
            elif time.monotonic() > self._ends:
                self.stopped = "time"
            if self.stopped or self._until():
                kill_group(self._process)
                return
            if self._done.wait(SAMPLE_SECONDS):
                return

    def end(self) -> None:
        self._done.set()
        self.join()


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill a command that has its own session, with all its processes."""
    if process.returncode is None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


def environment() -> dict[str, str]:
    """Return the environment of measured commands: Python keeps its bytecode, as it does wherever it is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run_measured(
    command: tuple[str, ...], folder: Path, limit: float = LIMIT_SECONDS, until: Callable[[], bool] = lambda: False
) -> Run:
    """Run a command in a folder until it ends or `until` is true, and measure it."""
    with tempfile.TemporaryFile() as printed:
        before = os.times()
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=printed,
            start_new_session=True,
        )
        watch = _Watch(process, limit, until)
        watch.start()
        try:
            code = process.wait()
            seconds = time.perf_counter() - started
        finally:
            kill_group(process)
            process.wait()
            watch.end()
        after = os.times()
        printed.seek(max(0, printed.seek(0, os.SEEK_END) - 20_000))
        output = printed.read().decode("utf-8", "replace")
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return Run(seconds, used, watch.peak / _MB if watch.peak else None, code, output, watch.stopped)


def repeated(run: Callable[[], Run], most: int = 3, within: float = 60.0) -> list[Run]:
    """Run at least once, and up to `most` times as long as the seconds of all runs stay within a bound."""
    runs = [run()]
    while len(runs) < most and not runs[-1].stopped and sum(one.seconds for one in runs) + runs[-1].seconds < within:
        runs.append(run())
    return runs


def figures(runs: list[Run]) -> dict[str, Any]:
    """Return the figures of several runs of the same command: medians, and the highest peak of memory."""
    peaks = [run.memory_mb for run in runs if run.memory_mb is not None]
    return {
        "seconds": round(median(run.seconds for run in runs), 3),
        "seconds_of_each_run": [round(run.seconds, 3) for run in runs],
        "processor_seconds": round(median(run.processor_seconds for run in runs), 3),
        "memory_mb": round(max(peaks), 1) if peaks else None,
        "stopped": next((run.stopped for run in runs if run.stopped), ""),
    }


def weigh(site: Path) -> dict[str, int]:
    """Return how many pages and files a site has, and their bytes."""
    pages = page_bytes = files = file_bytes = 0
    for folder, _, names in os.walk(site):
        for name in names:
            size = Path(folder, name).stat().st_size
            files, file_bytes = files + 1, file_bytes + size
            if name.endswith(".html"):
                pages, page_bytes = pages + 1, page_bytes + size
    each = round(page_bytes / pages) if pages else 0
    return {"pages": pages, "bytes_a_page": each, "page_bytes": page_bytes, "files": files, "bytes": file_bytes}
