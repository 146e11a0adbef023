"""Runs batches on a Dask cluster whose machines share the content and the store.

Needs the extra `phaen[cluster]`. When a worker dies, Dask gives its batch to another; a batch that kills several is
redone in local processes, LAO by LAO.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.building.unit import Unit
from generator.building.workers import Batch, Job, Processes, Task
from generator.errors import UsageError

_PATIENCE = 8
"""Timeout for connecting to the scheduler, in seconds."""


class Cluster:
    """The workers of a Dask scheduler."""

    def __init__(self, address: str) -> None:
        """Take the scheduler's address, such as `tcp://10.0.0.1:8786`."""
        self.address = address

    def do(self, job: Job, batches: Iterable[Batch]) -> Iterator[list[Unit]]:
        """Run all batches and yield their units; raise UsageError if Dask or the scheduler is missing."""
        with _client(self.address) as client:
            from distributed import as_completed

            # The site's folder is local: workers return results through the shared store.
            sent = client.scatter(replace(job, stage=None), broadcast=True)
            here = replace(job, background=False)
            batches = list(batches)
            # pure=False: a batch of another build may have equal arguments but is different work.
            waiting = {client.submit(_work, sent, batch, pure=False, retries=2): batch for batch in batches}
            left: deque[Batch] = deque()
            for future in as_completed(waiting, loop=client.loop):  # type: ignore[no-untyped-call]  # Dask has few types
                if future.status == "finished":
                    units = {unit.code: unit for unit in future.result()}
                    yield here.do(tuple(Task(task.lao, units[task.lao.code]) for task in waiting[future]))
                else:
                    left.append(waiting[future])
        if left:
            yield from Processes(1).do(job, left)


def _work(job: Job, batch: Batch) -> list[Unit]:
    return job.do(batch)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("--scheduler ต้องติดตั้งส่วนเสริมก่อน ด้วยคำสั่ง pip install 'phaen[cluster]'") from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(
            f"ติดต่อ --scheduler {address[:80]} ไม่ได้ภายใน {_PATIENCE} วินาที ตรวจว่าเขียนเป็น tcp://ชื่อเครื่อง:พอร์ต "
            "และ dask scheduler กำลังทำงานอยู่"
        ) from error
    if not client.scheduler_info().get("workers"):
        client.close()  # type: ignore[no-untyped-call]
        raise UsageError(f"--scheduler {address[:80]} ยังไม่มีเครื่องช่วยทำงาน ให้เริ่ม dask worker อย่างน้อยหนึ่งเครื่องก่อน")
    return client
