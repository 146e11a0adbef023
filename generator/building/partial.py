"""Makes the results of some LAOs in a folder, for `phaen assemble` to combine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.building.build_report import BuildReport
from generator.building.collector import collecting_rarely
from generator.building.fixed_part import kept_fixed_part
from generator.building.framework_findings import framework_findings
from generator.building.inputs import Inputs, blocking, counted
from generator.building.outputs.kinds import ALL
from generator.building.site_engine import Engine
from generator.building.store import FolderStore, Layers
from generator.building.tasks import do_all, kept_tasks
from generator.building.work_progress import Watch, unwatched
from generator.building.workers import Crew, Job, is_parallel, processors
from generator.errors import UsageError
from generator.settings import Settings


def build_partial(
    settings: Settings,
    config_file: Path,
    folder: Path,
    *,
    engine: Engine,
    jobs: int | None = None,
    crew: Callable[[int], Crew] | None = None,
    watch: Watch = unwatched,
) -> BuildReport:
    """Make the results of the LAOs of `settings.only` in a folder, without a site; return the report.

    Raises UsageError if the folder is inside the content or not writable.
    """
    if folder.resolve().is_relative_to(settings.content.resolve()):
        raise UsageError(f"{folder} อยู่ในโฟลเดอร์ข้อมูล ซึ่งเก็บเฉพาะข้อมูลที่กรอก ให้เลือกโฟลเดอร์ผลลัพธ์อื่น")
    from generator.building.lao_job import shared_by_all  # late: imports everything that makes pages

    report = BuildReport()
    store = Layers(FolderStore(folder), FolderStore(folder))
    with collecting_rarely():
        inputs = Inputs(settings, folder / "history")
        framework_found = framework_findings(inputs, store, own_process=is_parallel(jobs, len(inputs.laos)))
        fixed, _ = kept_fixed_part(engine, config_file, inputs, store)
        keys = inputs.keys(fixed.frame.digest())
        shared = shared_by_all(inputs, keys, engine.writer(fixed.frame), ALL)
        tasks = kept_tasks(inputs, keys, store, None, {}, report)
        todo = [task for task in tasks if not task.known]
        new = do_all(todo, jobs or processors(), crew, lambda: Job(shared, store, None), watch)
        of_frameworks = framework_found()
    report.made = len(new)
    report.findings = blocking((*of_frameworks, *inputs.elsewhere))
    report.found = counted((*of_frameworks, *inputs.elsewhere))
    for task in tasks:
        if unit := new.get(task.lao.code) or task.known:
            report.add(unit)
    return report
