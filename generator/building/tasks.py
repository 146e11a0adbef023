"""Finds the LAOs whose cached results are out of date, and runs their jobs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from generator.building.build_report import BuildReport
from generator.building.inputs import Inputs
from generator.building.site_folder import SiteRecord
from generator.building.store import Layers, get_record, is_spoilt
from generator.building.unit import Keys, ListedLao, Unit, unit_from_record
from generator.building.work_progress import Watch
from generator.building.workers import Crew, Job, Task, in_batches, local_crew, processors


def kept_tasks(
    inputs: Inputs,
    keys: Keys,
    store: Layers,
    before: SiteRecord | None,
    seen: dict[str, tuple[str, str]],
    report: BuildReport,
) -> list[Task]:
    """Return a task per LAO, with its cached unit if its files have not changed.

    Fills `seen` with the folder signatures for the next build.
    """
    known = before.units if before else {}

    def task(lao: ListedLao) -> tuple[Task, bool]:
        digest, again = keys.digest_of(lao, before.seen.get(lao.code) if before else None)
        if again:
            seen[lao.code] = again
        key = keys.key(lao, digest)
        unit = known.get(lao.code)
        spoilt = False
        if unit is None or unit.key != key:
            record = get_record(store, key)
            spoilt = record is None and is_spoilt(store, key)
            unit = unit_from_record(key, record) if record else None
        return Task(lao, unit if unit and unit.holds_on(inputs.settings.today) else None), spoilt

    if before:  # few folders change, and checking one is faster than a thread hand-over
        found = list(map(task, inputs.laos))
    else:  # file reading and hashing release the GIL
        with ThreadPoolExecutor(processors()) as pool:
            found = list(pool.map(task, inputs.laos))
    report.spoilt = sum(spoilt for _, spoilt in found)
    return [task for task, _ in found]


def is_in_place(task: Task, before: SiteRecord | None) -> bool:
    """Return whether the site's folder already has the results of an LAO."""
    old = before.units.get(task.lao.code) if before else None
    return bool(task.known and old and old.objects == task.known.objects)


def do_all(
    todo: list[Task], jobs: int, crew: Callable[[int], Crew] | None, job: Callable[[], Job], watch: Watch
) -> dict[str, Unit]:
    """Run the jobs of LAOs and return their units by code."""
    if not todo:
        return {}
    made = job()
    workers = crew(len(todo)) if crew else local_crew(jobs, len(todo), background=made.background)
    done = workers.do(made, in_batches(todo, jobs))
    return {unit.code: unit for unit in watch((unit for batch in done for unit in batch), len(todo))}
