"""Options of commands that process all LAOs: number of workers, cache, Dask scheduler."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.building.cache import FOLDER, Cache
from generator.building.cluster import Cluster
from generator.building.workers import Crew
from generator.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


def jobs_option(command: F) -> F:
    """Add `--jobs`, the number of worker processes."""
    return click.option(
        "--jobs",
        type=int,
        callback=_jobs,
        metavar="N",
        help="จำนวนโปรแกรมช่วยที่ทำงานพร้อมกัน (ปกติเท่าจำนวนหน่วยประมวลผล)",
    )(command)


def cache_options(command: F) -> F:
    """Add `--cache` and `--no-cache`."""
    options = (
        click.option("--cache", metavar="DIR", help=f"ที่เก็บผลไว้ใช้ครั้งต่อไป (ปกติคือ {FOLDER} ข้าง mkdocs.yml)"),
        click.option("--no-cache", is_flag=True, help="ทำใหม่ทั้งหมด และไม่เก็บผลไว้"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def scheduler_option(command: F) -> F:
    """Add `--scheduler`, which runs jobs on a Dask cluster."""
    return click.option(
        "--scheduler", metavar="tcp://HOST:PORT", help="ให้กลุ่มเครื่องของ Dask ทำงาน (ทุกเครื่องต้องเห็นข้อมูลและที่เก็บผลเดียวกัน)"
    )(command)


def chosen_cache(config_file: Path, cache: str | None, no_cache: bool, others: tuple[Path, ...] = ()) -> Cache:
    """Return the cache chosen by the options."""
    return Cache(cache or str(config_file.parent / FOLDER), tuple(map(str, others)), is_kept=not no_cache)


def chosen_crew(scheduler: str | None, no_cache: bool) -> Callable[[int], Crew] | None:
    """Return the crew chosen by the options; None for local processes."""
    if scheduler is None:
        return None
    if no_cache:
        raise UsageError("--scheduler ใช้กับ --no-cache ไม่ได้ เพราะเครื่องช่วยส่งผลกลับมาทางที่เก็บผล")
    return lambda _: Cluster(scheduler)


def _jobs(ctx: click.Context, parameter: click.Parameter, value: int | None) -> int | None:  # noqa: ARG001  # click's signature
    if value is not None and value < 1:
        raise UsageError(f"--jobs {value} ใช้ไม่ได้ ต้องเป็น 1 ขึ้นไป")
    return value
