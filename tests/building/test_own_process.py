"""Work in a process of its own gives what it gives in this one."""

from __future__ import annotations

import datetime
import os
import signal
from pathlib import Path

import pytest

from generator.building.framework_findings import framework_findings
from generator.building.inputs import Inputs
from generator.building.own_process import begin
from generator.building.store import FolderStore
from generator.settings import Settings
from tests.building_blocks import PUBLISHED


def die_elsewhere(home: int) -> str:
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done here"


def test_work_runs_elsewhere() -> None:
    assert begin(os.getpid)() != os.getpid()


def test_a_mistake_is_raised_where_the_result_is_asked_for() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        begin(int, "ก")()


def test_work_whose_process_is_killed_is_done_here() -> None:
    assert begin(die_elsewhere, os.getpid())() == "done here"


def test_findings_on_frameworks_are_the_same_wherever_they_are_made(tmp_path: Path) -> None:
    settings = Settings(content=PUBLISHED, today=datetime.date(2026, 1, 1))
    inputs = Inputs(settings)
    here = framework_findings(inputs, FolderStore(tmp_path / "here"), own_process=False)()
    elsewhere = framework_findings(inputs, FolderStore(tmp_path / "elsewhere"), own_process=True)()
    again = framework_findings(Inputs(settings), FolderStore(tmp_path / "elsewhere"), own_process=False)()
    assert here and here == elsewhere == again
