"""Runs batches of LAOs in this process or in workers: makes missing results and puts the files in place.

A dying worker loses only the results of its batch, which is redone in ever smaller halves until the LAO that kills the
worker is found.
"""

from __future__ import annotations

import math
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from generator.building.collector import collect_rarely, return_freed_memory
from generator.building.manifest_files import MANIFEST
from generator.building.own_process import SPAWN, follow_parent
from generator.building.site_folder import put_file
from generator.building.store import Layers, get_object, unpack
from generator.building.unit import ListedLao, Unit

if TYPE_CHECKING:
    from generator.building.lao_job import Shared

LARGEST = 16
"""LAOs per batch: small enough that all workers end together and that little is redone when one dies."""
_KILLED = "โปรแกรมช่วยถูกระบบปฏิบัติการปิด อาจเพราะหน่วยความจำไม่พอ"
FEW_PAGES = 30
"""Fewest LAOs per worker: importing the page makers takes a worker as long as making a dozen LAOs."""
FEW_BACKGROUND = 4
"""The same for background outputs: typesetting the PDFs of two LAOs takes as long as starting a worker."""

MOST_BACKGROUND = 32
"""Batches of background outputs per worker, before a new one takes over: typesetting keeps 25 KB of each LAO."""


class Task(NamedTuple):
    """An LAO to put into the site."""

    lao: ListedLao
    known: Unit | None = None
    """Its cached unit; None if it has to be made."""


Batch = tuple[Task, ...]


@dataclass(frozen=True)
class Job:
    """What a worker needs for all its batches."""

    shared: Shared
    store: Layers
    stage: Path | None
    """Folder for published files; None if results are only cached."""
    background: bool = False
    """Whether to make background outputs; the folder is then the site itself."""

    def do(self, batch: Batch) -> list[Unit]:
        """Run a batch; return the units of its LAOs, in order."""
        return [self._do(task) for task in batch]

    def fail(self, lao: ListedLao) -> Unit:
        """Return the unit of an LAO that kills its worker, with a page that says so."""
        from generator.building.lao_job import failed_lao

        unit, made = failed_lao(self.shared, self.store, lao, _KILLED)
        self._put(made)
        return unit

    def _do(self, task: Task) -> Unit:
        from generator.building.lao_job import do_background, do_lao  # late: imports all page makers

        if task.known and self.background:
            unit, made = do_background(self.shared, self.store, task.lao, task.known)
            self._put(made)
            return_freed_memory(collect=False)  # typesetting leaves 25 MB in pieces within 20 LAOs
            return unit
        if task.known:
            results = self._kept(task.known)
            if results is not None:
                self._write(results)
                return task.known
        unit, made = do_lao(self.shared, self.store, task.lao)
        self._put(made)
        return unit

    def _put(self, made: dict[str, dict[str, bytes]]) -> None:
        for files in made.values():
            self._write(files)

    def _kept(self, unit: Unit) -> dict[str, bytes] | None:
        """Return the published files of a unit, None if a result is missing or corrupt."""
        needed = {output.name for output in self.shared.outputs if not output.background} | {MANIFEST}
        if not unit.objects.keys() >= needed:
            return None
        files: dict[str, bytes] = {}
        for name, is_published in [*((one.name, one.published) for one in self.shared.outputs), (MANIFEST, True)]:
            if name in unit.objects:
                content = get_object(self.store, unit.objects[name])
                if content is None:
                    return None
                files |= unpack(content) if is_published else {}
        return files

    def _write(self, files: dict[str, bytes]) -> None:
        if self.stage is None:
            return
        for path, content in files.items():
            put_file(self.stage / path, content)


class Crew(Protocol):
    """Runs batches."""

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Run all batches; yield the units of each as it ends, in any order."""


def in_batches(tasks: list[Task], workers: int) -> list[Batch]:
    """Split tasks so that each worker gets several batches."""
    size = max(1, min(LARGEST, math.ceil(len(tasks) / (4 * workers))))
    return [tuple(tasks[start : start + size]) for start in range(0, len(tasks), size)]


def processors() -> int:
    """Return the number of processors available to this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Alone:
    """Runs batches in this process."""

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Run the batches in order."""
        return (job.do(batch) for batch in batches)


class Processes:
    """Runs batches in worker processes on this machine."""

    def __init__(self, workers: int) -> None:
        """Take the number of workers."""
        self.workers = workers

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Run all batches in parallel; redo those of dead workers one by one."""
        suspects: deque[Batch] = deque()
        waiting = list(batches)
        at_once = self.workers * MOST_BACKGROUND if job.background else max(1, len(waiting))
        for start in range(0, len(waiting), at_once):
            yield from self._do(job, waiting[start : start + at_once], self.workers, suspects)
        while suspects:
            batch = suspects.popleft()
            died: deque[Batch] = deque()
            yield from self._do(job, [batch], 1, died)
            if died and len(batch) == 1:
                yield [job.fail(batch[0].lao)]
            elif died:
                half = len(batch) // 2
                suspects += [batch[:half], batch[half:]]

    def _do(self, job: Job, batches: list[Batch], workers: int, left: deque[Batch]) -> Iterator[list[Unit]]:
        """Run batches in a process pool; add those not done when a worker died to `left`."""
        others = set(active_children())
        pool = ProcessPoolExecutor(workers, SPAWN, _begin, (job,))
        try:
            waiting: dict[Future[list[Unit]], Batch] = {pool.submit(_work, batch): batch for batch in batches}
            for future in as_completed(waiting):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    left.append(waiting[future])
        except BrokenProcessPool:  # while submitting batches
            left += batches
        finally:
            if left:
                # A pool waits for ever for a worker that was starting when another died.
                for worker in set(active_children()) - others:
                    worker.kill()
            pool.shutdown(cancel_futures=True)


def worker_count(jobs: int, tasks: int, *, background: bool = False) -> int:
    """Return how many workers are worth starting for a number of tasks; for one or none, this process works."""
    return min(jobs, tasks // (FEW_BACKGROUND if background else FEW_PAGES))


def is_parallel(jobs: int | None, laos: int) -> bool:
    """Return whether a build of so many LAOs starts workers; `jobs` of None are one for each processor."""
    return worker_count(jobs or processors(), laos) > 1


def local_crew(jobs: int, tasks: int, *, background: bool = False) -> Crew:
    """Return the crew for a number of workers and tasks, which may be those of background outputs."""
    workers = worker_count(jobs, tasks, background=background)
    return Processes(workers) if workers > 1 else Alone()


_job: list[Job] = []
"""In a worker: the job it was started with."""


def _begin(job: Job) -> None:
    follow_parent()
    _job[:] = [job]
    collect_rarely()


def _work(batch: Batch) -> list[Unit]:
    (job,) = _job
    return job.do(batch)
