"""The job of one LAO depends on its declared inputs only, and a new kind of output is one record."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building.fixed_part import kept_fixed_part
from generator.building.inputs import Inputs
from generator.building.lao_job import do_lao, shared_by_all
from generator.building.outputs.kinds import ALL, Output
from generator.building.outputs.work import LaoWork
from generator.building.store import FolderStore
from generator.building.tracked_day import TrackedDay
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.settings import Settings
from tests.building.nation import CODES, OUTPUTS, TODAY, Nation, difference
from tests.building_blocks import CYCLE


def unit_of(untouched: Nation, content: Path, store: Path) -> dict[str, str]:
    """Return the names of an LAO's results made from a content folder."""
    inputs = Inputs(Settings(content=content, today=TODAY))
    engine = MkDocsEngine()
    fixed, _ = kept_fixed_part(engine, untouched.folder / "mkdocs.yml", Inputs(untouched.settings), FolderStore(store))
    keys = inputs.keys(fixed.frame.digest())
    lao = next(one for one in inputs.laos if one.code == CODES[0])
    unit, _ = do_lao(shared_by_all(inputs, keys, engine.writer(fixed.frame), OUTPUTS), FolderStore(store), lao)
    assert not unit.failure
    return {**unit.objects, "key": unit.key}


def test_a_folder_with_only_the_declared_inputs_gives_the_same_bytes(untouched: Nation, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    shutil.copytree(untouched.lao(), alone / "plans" / untouched.lao().name)
    shutil.copytree(untouched.content / "frameworks", alone / "frameworks")
    assert unit_of(untouched, alone, tmp_path / "a") == unit_of(untouched, untouched.content, tmp_path / "b")


def test_comparisons_with_the_day_are_recorded_and_reading_it_raises() -> None:
    day = TrackedDay.of(TODAY)
    assert day < TODAY.replace(month=9)
    assert TODAY.replace(month=2) < day
    assert (day.since, day.until) == (TODAY.replace(month=2, day=2), TODAY.replace(month=8, day=31))
    for show in (str, lambda one: f"{one}", lambda one: one.year, lambda one: one.isoformat(), hash):
        if show is not hash:
            with pytest.raises(TypeError):
                show(day)


def count_of_projects(work: LaoWork) -> dict[str, bytes]:
    return {f"lao/{work.code}/count.txt": str(len(work.read.sources)).encode()}


NEW = Output("count", function=count_of_projects)
LATER = Output("count-later", background=True, function=count_of_projects)


@pytest.mark.parametrize("output", [NEW, LATER])
def test_a_new_kind_of_output_is_one_record(output: Output, untouched: Nation) -> None:
    cache = f"cache-{output.name}"
    untouched.build("more", cache=cache, outputs=(*OUTPUTS, output))
    new = difference(untouched.site(), untouched.site("more"))
    # The file of each LAO, the manifest that lists it, and the root.
    assert len(new) == 8 + 8 + 1
    assert sum(path.endswith("/count.txt") for path in new) == 8
    untouched.build("more", cache=cache, outputs=(*OUTPUTS, output))
    assert difference(untouched.site(), untouched.site("more")) == new
    untouched.build("elsewhere", cache=cache, outputs=(*OUTPUTS, output))
    assert difference(untouched.site("more"), untouched.site("elsewhere")) == []


@pytest.mark.parametrize("outputs", [OUTPUTS, pytest.param(ALL, marks=pytest.mark.soak)], ids=["workbooks", "PDFs"])
def test_outputs_are_the_same_whether_made_with_the_pages_or_later(
    outputs: tuple[Output, ...], untouched: Nation, tmp_path: Path
) -> None:
    copied = untouched.copied_to(tmp_path / "copied")
    projects = copied.lao(CODES[0]) / CYCLE / "projects.yml"
    note = "    note: ติดต่อ 08-1234-5678\n"
    projects.write_text(f"{projects.read_text('utf-8').rstrip()}\n{note}", "utf-8")
    copied.build("later", cache="later-cache", outputs=outputs)
    copied.build("together", cache="other-cache", outputs=tuple(replace(one, background=False) for one in outputs))
    assert difference(copied.site("later"), copied.site("together")) == []


def raises(work: LaoWork) -> dict[str, bytes]:
    raise RuntimeError(work.code)


def test_a_failing_background_output_is_reported_and_stops_no_other(untouched: Nation) -> None:
    broken = Output("broken", background=True, function=raises)
    report = untouched.build("broken", cache="cache-broken", outputs=(*OUTPUTS, broken, LATER))
    assert len(report.lacking) == 8
    assert sum(path.endswith("/count.txt") for path in untouched.site("broken")) == 8
    mended = Output("broken", background=True, function=lambda _: {})
    assert untouched.build("broken", cache="cache-broken", outputs=(*OUTPUTS, mended, LATER)).lacking == []
