"""`phaen build`: reuse cached results, make the missing ones, write only what changed.

1 inputs        frameworks, registry, the list of LAOs
2 fixed part    hand-written pages and the frame, by an engine
3 units         the work for each LAO, in workers
4 national      home, provinces, quality, finder, from the units' summaries
5 change over   into the folder of the site
6 full text     and background outputs, once the pages are live; then the root manifest again
7 data          national data files, from the units' rows, and their catalogue
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cache as cache_of
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.building.build_report import BuildReport
from generator.building.cache import Cache
from generator.building.collector import collecting_rarely, return_freed_memory
from generator.building.fingerprint import digest_of
from generator.building.fixed_part import kept_fixed_part
from generator.building.framework_findings import framework_findings
from generator.building.inputs import Inputs, blocking, counted
from generator.building.kept_results import KeptResults
from generator.building.manifest_files import put_root
from generator.building.outputs.kinds import ALL, Output
from generator.building.site_engine import Engine, FixedPart
from generator.building.site_folder import (
    SiteChange,
    SiteFolder,
    SiteRecord,
    changed_files,
    file_hash,
    keep_data_files,
    keep_full_text,
    replace_site,
    staging,
)
from generator.building.tasks import do_all, is_in_place, kept_tasks
from generator.building.tracked_day import TrackedDay
from generator.building.unit import Unit, data_digest
from generator.building.work_progress import Watch, unwatched
from generator.building.workers import Crew, Job, Task, is_parallel, processors
from generator.findings import Finding
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.building.lao_job import Shared
    from generator.building.national import NationalFiles

_IN_PLACE = 0.25
"""Largest share of LAOs to update in place; above it, the whole site is made in a new folder and swapped in."""


def build(
    settings: Settings,
    config_file: Path,
    out: Path,
    *,
    engine: Engine,
    cache: Cache,
    jobs: int | None = None,
    outputs: tuple[Output, ...] = ALL,
    crew: Callable[[int], Crew] | None = None,
    watch: Watch = unwatched,
    watch_text: Watch = unwatched,
    when_live: Callable[[Mapping[str, Unit]], None] | None = None,
    when_placed: Callable[[], None] | None = None,
) -> BuildReport:
    """Build the site into `out` and return the report; a failed or killed build leaves the previous site in place.

    `when_live` is called with the units of all LAOs once everything but the new national data files is in place: until
    then the site keeps the old ones, and the root manifest lists them. Not called when the whole site is replaced.
    `when_placed` is called once the pages of changed LAOs are in a site that has all of them, before everything that is
    made from all LAOs.
    `jobs` is the most worker processes to start, by default one per processor; `crew` replaces the local workers.
    Raises PhaenError when the content or configuration cannot be used, or when `out` holds files that no build wrote.
    """
    report = BuildReport()
    with collecting_rarely(), cache.opened() as store:
        with report.timed("ข้อมูลร่วม"):
            inputs = Inputs(settings, cache.records)
            of_frameworks = framework_findings(inputs, store, own_process=is_parallel(jobs, len(inputs.laos)))
        with report.timed("หน้าที่เขียนเอง"):
            fixed, fixed_key = kept_fixed_part(engine, config_file, inputs, store)
            writer = engine.writer(fixed.frame)
            keys = inputs.keys(fixed.frame.digest(), outputs)

        @cache_of
        def shared() -> Shared:
            from generator.building.lao_job import shared_by_all  # late: imports everything that makes pages

            return shared_by_all(inputs, keys, writer, outputs)

        def written(banner: str | None) -> FixedPart:
            return kept_fixed_part(engine, config_file, inputs, store, banner)[0] if banner else fixed

        def national(day: TrackedDay, made_from: str, provinces: Mapping[str, str]) -> NationalFiles:
            from generator.building.national import national_files  # late: imports everything that makes pages

            made = tuple(units.values())
            return national_files(inputs, written, of_frameworks(), made, results, writer, day, made_from, provinces)

        site = SiteFolder(out, cache.records)
        before = site.record()
        with staging(site, settings.content) as change:
            with report.timed("ดูว่าอะไรเปลี่ยน"):
                seen: dict[str, tuple[str, str]] = {}
                tasks = kept_tasks(inputs, keys, store, before, seen, report)
                todo = [task for task in tasks if not is_in_place(task, before)]
                if before and len(todo) > max(1, _IN_PLACE * len(tasks)):
                    before, todo = None, tasks
            with report.timed("ทำหน้าของ อปท."):
                new = do_all(todo, jobs or processors(), crew, lambda: Job(shared(), store, change.stage), watch)
                known = {task.lao.code: task.known for task in tasks if task.known}
                units = {code: unit for code in (lao.code for lao in inputs.laos) if (unit := (known | new).get(code))}
                report.made = sum(unit != known.get(code) for code, unit in new.items())
            if when_placed and before and new and new.keys() <= before.units.keys():
                site.forget()
                change.apply(site.target, new, (), ())
                new = {}
                when_placed()
            results = KeptResults(shared, store, inputs.laos)
            text_key = digest_of(sorted((code, unit.objects.get("sections")) for code, unit in units.items()))
            text = _in_place(before, "text", text_key)
            data_key = data_digest(units, [fixed_key, settings.publisher])
            data = _in_place(before, "data", data_key)
            now = SiteRecord(units, seen=seen, stages={"text": text, "data": data})
            with report.timed("หน้าระดับชาติ"):
                files = _national(settings.today, [fixed_key, *of_frameworks(), inputs.gone], before, now, national)
            with report.timed("วางลงโฟลเดอร์เว็บไซต์"):
                _change_over(site, change, before, now, files, new)
                del files
                root = partial(put_root, site.target, fixed.frame.site_url, inputs.history.head, now)
                root()
        with report.timed("ข้อมูลสำหรับค้นหา"):
            if not text:
                from generator.building.full_text_bundles import write_bundles  # late: imports the search

                made = write_bundles(site.target, units, results, before.stages["text"] if before else {}, watch_text)
                now.stages["text"] = {"key": text_key, **made}
        with report.timed("งานที่ตามหลัง"):
            later = [one.name for one in outputs if one.background]
            lacking = _lacking(units, later)
            tasks = [Task(lao, units[lao.code]) for lao in inputs.laos if lao.code in lacking]
            if tasks:
                return_freed_memory()
            job = cache_of(lambda: Job(shared(), store, site.target, background=True))
            units |= do_all(tasks, jobs or processors(), crew, job, watch_text)
            report.lacking = sorted(_lacking(units, later))
        if when_live and before and not data:
            now.units, now.stages["data"] = units, before.stages["data"]
            root()
            when_live(units)
        with report.timed("ข้อมูลเปิดระดับชาติ"):
            if not data:
                from generator.building.data_stage import write_data  # late: imports the exports

                made = write_data(site.target, units, results, settings, writer, now.files, watch_text)
                now.stages["data"] = {"key": data_key, **made}
            root()
        site.keep(now)
        report.spoilt += len(results.made_again)
        report.not_kept = cache.failure(store)
    _tell(report, inputs, of_frameworks(), now, fixed)
    return report


def _lacking(units: Mapping[str, Unit], outputs: list[str]) -> set[str]:
    """Return the codes of LAOs that lack one of the outputs, without those whose job failed (reported separately)."""
    return {code for code, unit in units.items() if unit.key and not unit.objects.keys() >= {*outputs}}


def _tell(
    report: BuildReport, inputs: Inputs, of_frameworks: tuple[Finding, ...], now: SiteRecord, fixed: FixedPart
) -> None:
    outside = (*of_frameworks, *inputs.elsewhere)
    report.findings = blocking(outside)
    report.found = counted(outside)
    for unit in now.units.values():
        report.add(unit)
    report.pages += now.stages["data"]["pages"]
    report.pages += int(now.stages["national"]["pages"]) - sum(path.endswith("index.html") for path in fixed.files)
    report.warnings = fixed.warnings


def _national(
    day: datetime.date,
    made_from: list[object],
    before: SiteRecord | None,
    now: SiteRecord,
    make: Callable[[TrackedDay, str, Mapping[str, str]], NationalFiles],
) -> dict[str, bytes] | None:
    """Return the national files, or None if those in place are current; record in `now` what they depend on.

    They depend on `made_from`, on the summaries of all LAOs, and on comparisons with the day.
    """
    base = digest_of(made_from)
    key = digest_of([base, sorted((code, unit.objects.get("summary")) for code, unit in now.units.items())])
    old: dict[str, Any] = before.stages.get("national", {}) if before else {}
    if old.get("key") == key and old["since"] <= day.isoformat() <= old["until"]:
        now.stages["national"], now.files = old, before.files if before else {}
        return None
    today = TrackedDay.of(day)
    files, provinces = make(today, base, old.get("provinces", {}))
    now.files = {path: file_hash(content) for path, content in files.items()}
    now.files |= {path: before.files[path] for path in provinces.in_place} if before else {}
    now.stages["national"] = {
        "key": key,
        "since": today.since.isoformat(),
        "until": today.until.isoformat(),
        "pages": sum(path.endswith("index.html") for path in now.files),
        "provinces": provinces.keys,
    }
    return files


def _in_place(before: SiteRecord | None, stage: str, key: str) -> dict[str, Any]:
    """Return the record of a later stage if its files in place are current, else an empty dict."""
    old: dict[str, Any] = before.stages.get(stage, {}) if before else {}
    return old if old.get("key") == key else {}


def _change_over(
    site: SiteFolder,
    change: SiteChange,
    before: SiteRecord | None,
    now: SiteRecord,
    files: dict[str, bytes] | None,
    new: dict[str, Unit],
) -> None:
    """Move new files into the site; replace the whole folder if there is no record of it."""
    fresh = changed_files(before.files if before else {}, files or {})
    for path, content in fresh.items():
        file = change.stage / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if before is None:
        keep_full_text(site.target, change.stage)
        keep_data_files(site.target, change.stage)
        site.forget()
        replace_site(site, change)
        return
    gone = [f"lao/{code}" for code in before.units.keys() - now.units.keys()]
    gone += before.files.keys() - now.files.keys()
    if new or fresh or gone:
        site.forget()
        change.apply(site.target, new, gone, fresh)
