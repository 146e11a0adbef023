"""A failure in the job of one LAO affects that LAO only, and is reported."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from generator.building import lao_job
from generator.building.cluster import Cluster
from generator.building.outputs.kinds import Output
from generator.building.outputs.work import LaoWork
from generator.building.unit import ListedLao, Unit
from generator.building.workers import Alone, Batch, Job, Processes, Task, local_crew
from generator.errors import UsageError
from generator.findings import Finding
from tests.building.nation import CODES, OUTPUTS, Nation, difference

ROOT = Path(__file__).parents[2]
BAD = CODES[1]


def pages_of_others(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: text for path, text in site.items() if path.startswith("lao/") and BAD not in path}


def test_a_bug_gives_a_page_and_a_report_line(untouched: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    check = lao_job.check_lao

    def raises(read: Any, reference: Any, *others: Any) -> tuple[Finding, ...]:
        if read.lao_folder.code == BAD:
            raise ZeroDivisionError("division by zero")
        return check(read, reference, *others)

    monkeypatch.setattr(lao_job, "check_lao", raises)
    report = untouched.build("failed", cache=None)
    assert report.failed == [(BAD, "ZeroDivisionError: division by zero")]
    page = untouched.site("failed")[f"lao/{BAD}/index.html"].decode()
    assert "ทำหน้านี้ไม่สำเร็จ" in page
    assert "ZeroDivision" not in page
    assert 'content="noindex"' in page
    assert pages_of_others(untouched.site("failed")) == pages_of_others(untouched.site())


@pytest.mark.soak
def test_a_failed_lao_is_tried_again_by_the_next_build(untouched: Nation) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lao_job, "check_lao", lambda *_: 1 / 0)
        assert len(untouched.build("again", cache="other").failed) == 8
    report = untouched.build("again", cache="other")
    assert report.made == 8
    assert difference(untouched.site(), untouched.site("again")) == []


def kill(work: LaoWork) -> dict[str, bytes]:
    if work.code == BAD:
        os._exit(9)
    return {}


KILLER = Output("killer", published=False, function=kill)


@pytest.mark.soak
def test_an_lao_that_kills_workers_is_found_and_reported(untouched: Nation) -> None:
    report = untouched.build("killed", cache=None, outputs=(*OUTPUTS, KILLER), crew=lambda _: Processes(2))
    assert [code for code, _ in report.failed] == [BAD]
    assert "หน่วยความจำ" in report.failed[0][1]
    assert pages_of_others(untouched.site("killed")) == pages_of_others(untouched.site())


# A cluster.


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Yield the address of a scheduler with two local workers, and the workers."""
    distributed = pytest.importorskip("distributed")
    assert distributed
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}

    def start(*words: str) -> subprocess.Popen[bytes]:
        log = (tmp_path / f"{words[0]}.log").open("ab")
        code = f"from distributed.cli.dask_{words[0]} import main; main()"
        return subprocess.Popen(
            [sys.executable, "-c", code, *words[1:]], cwd=tmp_path, env=environment, stdout=log, stderr=log
        )

    file = tmp_path / "scheduler.json"
    scheduler = start(
        "scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)
    )
    workers = [
        start("worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard", "--no-nanny") for _ in "12"
    ]
    for _ in range(200):
        if file.exists() and file.read_text():
            break
        time.sleep(0.1)
    address = file.read_text().split('"address": "')[1].split('"')[0]
    time.sleep(2)
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_the_same_bytes_after_a_worker_is_killed(
    untouched: Nation, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    untouched.build("clustered", cache="shared", crew=lambda _: Cluster(address))
    assert difference(untouched.site(), untouched.site("clustered")) == []
    shutil.rmtree(untouched.folder / "shared")
    workers[0].kill()
    untouched.build("clustered2", cache="shared", crew=lambda _: Cluster(address))
    assert difference(untouched.site(), untouched.site("clustered2")) == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "tcp://", "http://127.0.0.1:9"])
def test_an_unreachable_scheduler_gives_a_thai_sentence(
    address: str, untouched: Nation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.building.cluster._PATIENCE", 1)
    with pytest.raises(UsageError, match="scheduler"):
        untouched.build("nowhere", cache="empty", crew=lambda _: Cluster(address))
    assert not (untouched.folder / "nowhere").exists()


def test_few_laos_share_workers_only_for_background_outputs() -> None:
    assert isinstance(local_crew(2, 8), Alone)
    assert isinstance(local_crew(2, 8, background=True), Processes)
    assert isinstance(local_crew(1, 8, background=True), Alone)


@dataclass(frozen=True)
class Whoami:
    """A job that answers the process it ran in, as the key of a unit."""

    background: bool

    def do(self, batch: Batch) -> list[Unit]:
        return [Unit(task.lao.code, str(os.getpid())) for task in batch]


@pytest.mark.parametrize(("background", "processes"), [(True, 4), (False, 1)])
def test_workers_of_background_outputs_are_replaced_after_some_batches(
    background: bool, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.building.workers.MOST_BACKGROUND", 2)
    tasks = [Task(ListedLao(f"599990{number}", ())) for number in range(7)]
    done = Processes(1).do(cast("Job", Whoami(background)), [(task,) for task in tasks])
    units = [unit for batch in done for unit in batch]
    assert sorted(unit.code for unit in units) == [task.lao.code for task in tasks]
    assert len({unit.key for unit in units}) == processes
