"""Batches of LAOs, done in this process or in several: what is not kept is made, and the files are put in their place.

A worker that dies takes no result with it but those of its batch: that batch is done again by itself, in halves, until
it is known which LAO it was.
"""

from __future__ import annotations

import math
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from generator.building.collector import collect_rarely
from generator.building.manifest_files import MANIFEST
from generator.building.packing import unpack
from generator.building.site_files import put_file
from generator.building.store import Layers, get_object
from generator.building.unit import Lao, Unit

if TYPE_CHECKING:
    from generator.building.lao_job import Shared

LARGEST = 16
"""LAOs in a batch: few enough that all workers end at the same time, and that little is done again when one dies."""
_KILLED = "โปรแกรมช่วยถูกระบบปฏิบัติการปิด อาจเพราะหน่วยความจำไม่พอ"
FEW = 30
"""LAOs that a worker is worth starting for: loading all that makes pages takes it as long as making a dozen LAOs."""


class Task(NamedTuple):
    """An LAO to be put into the site."""

    lao: Lao
    known: Unit | None = None
    """What is kept of it; None where it has to be made."""


Batch = tuple[Task, ...]


@dataclass(frozen=True)
class Job:
    """What a worker needs for all of its batches."""

    shared: Shared
    store: Layers
    stage: Path | None
    """Folder into which published files are written; None where results are only kept."""
    background: bool = False
    """Whether it is about what may follow when the pages are live; the folder is then the site itself."""

    def do(self, batch: Batch) -> list[Unit]:
        """Do a batch; return what is known of its LAOs, in their order."""
        return [self._do(task) for task in batch]

    def fail(self, lao: Lao) -> Unit:
        """Put a page in the place of an LAO that no worker survives."""
        from generator.building.lao_job import failed_lao

        unit, made = failed_lao(self.shared, self.store, lao, _KILLED)
        self._put(made)
        return unit

    def _do(self, task: Task) -> Unit:
        from generator.building.lao_job import do_background, do_lao  # late: they load all that makes pages

        if task.known and self.background:
            unit, made = do_background(self.shared, self.store, task.lao, task.known)
            self._put(made)
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
        """Return the published files of a unit; None where one of its results is not there, or not as it was made."""
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
    """Whoever does the batches."""

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Do all batches; yield what is known of each as it is done, in any order."""


def in_batches(tasks: list[Task], workers: int) -> list[Batch]:
    """Share tasks out, so that each worker has several batches."""
    size = max(1, min(LARGEST, math.ceil(len(tasks) / (4 * workers))))
    return [tuple(tasks[start : start + size]) for start in range(0, len(tasks), size)]


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Alone:
    """This process."""

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Do one batch after the other."""
        return (job.do(batch) for batch in batches)


class Processes:
    """Worker processes on this machine."""

    def __init__(self, workers: int) -> None:
        """Take how many."""
        self.workers = workers

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Do all batches at once; those that a dead worker left are done again one by one."""
        suspects: deque[Batch] = deque()
        yield from self._do(job, list(batches), self.workers, suspects)
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
        """Do batches in a pool of workers; add to `left` what was not done when one of them died."""
        # Spawned, not forked: Windows knows nothing else, and elsewhere it is the same everywhere.
        others = set(active_children())
        pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (job,))
        try:
            waiting: dict[Future[list[Unit]], Batch] = {pool.submit(_work, batch): batch for batch in batches}
            for future in as_completed(waiting):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    left.append(waiting[future])
        except BrokenProcessPool:  # while batches were still handed out
            left += batches
        finally:
            if left:
                # A pool waits for ever for a worker that was being started while another one died.
                for worker in set(active_children()) - others:
                    worker.kill()
            pool.shutdown(cancel_futures=True)


def local_crew(jobs: int, tasks: int) -> Crew:
    """Return who does so many tasks with so many workers."""
    workers = min(jobs, tasks // FEW)
    return Processes(workers) if workers > 1 else Alone()


_job: list[Job] = []
"""Of a worker process: what it was started with."""


def _begin(job: Job) -> None:
    # Ctrl+C reaches all processes of a terminal; the first one ends the others, which have nothing to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _job[:] = [job]
    collect_rarely()


def _end_with_parent() -> None:
    # A worker whose parent was killed would wait for its next batch for ever.
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _work(batch: Batch) -> list[Unit]:
    (job,) = _job
    return job.do(batch)
