"""The benchmark's own parts: memory of a process tree, limits, verdicts, table and README rows. No time is asserted."""

from __future__ import annotations

import copy
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from tests.scale.bench_others import portions, too_slow
from tests.scale.bench_phaen import AFTER_LIVE, changed_plan, stages, until_live
from tests.scale.bench_report import Bar, bars, readme_rows, report
from tests.scale.measuring import Run, figures, process_tree, repeated, run_measured, tree_rss, weigh
from tests.scale.other_engines import hugo_file, lay_out_hugo, lay_out_mkdocs

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, which only Linux has")
HELD = 40_000_000
HOLDER = f"""
import subprocess, sys
held = bytearray(b"x" * {HELD})
if sys.argv[1] == "0":
    print("ready", flush=True)
    sys.stdin.readline()
else:
    subprocess.run([sys.executable, "-c", sys.argv[2], str(int(sys.argv[1]) - 1), sys.argv[2]], check=True)
"""
"""Allocates memory and starts this number of nested child processes; the last one waits for a line."""


def _run(command: str, *arguments: str, limit: float = 60.0) -> Run:
    return run_measured((sys.executable, "-c", command, *arguments), Path.cwd(), limit)


@LINUX
def test_memory_is_summed_over_a_process_and_its_descendants() -> None:
    command = [sys.executable, "-c", HOLDER, "2", HOLDER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        assert len(list(process_tree(process.pid))) == 3
        assert tree_rss(process.pid) > 3 * HELD
        process.communicate(b"\n")
    assert tree_rss(process.pid) == 0


@LINUX
def test_a_run_has_the_peak_of_memory_and_the_output() -> None:
    run = _run(f"held = bytearray(b'x' * {HELD}); import time; time.sleep(0.3); print('สวัสดี')")
    assert (run.code, run.stopped) == (0, "")
    assert run.memory_mb is not None
    assert run.memory_mb > HELD / 1_000_000
    assert "สวัสดี" in run.output


def test_a_command_that_takes_too_long_is_stopped_with_all_its_processes() -> None:
    sleeper = "import time; time.sleep(60)"
    run = _run(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {sleeper!r}])", limit=0.2)
    assert run.stopped == "time"
    assert run.code != 0


def test_a_command_is_ended_once_it_has_done_enough(tmp_path: Path) -> None:
    done = tmp_path / "done"
    command = f"import pathlib, time; pathlib.Path({str(done)!r}).touch(); time.sleep(60)"
    run = run_measured((sys.executable, "-c", command), Path.cwd(), 60.0, done.exists)
    assert (run.stopped, done.exists()) == ("", True)
    assert run.code != 0


def test_short_runs_are_repeated_and_a_stopped_one_is_not() -> None:
    def took(seconds: float, stopped: str = "") -> Run:
        return Run(seconds, seconds, None, 0, "", stopped)

    assert len(repeated(lambda: took(1), most=3, within=60)) == 3
    assert len(repeated(lambda: took(50), most=3, within=60)) == 1
    assert len(repeated(lambda: took(1, "time"), most=3, within=60)) == 1
    measured = figures([took(3), took(1), took(2)])
    assert (measured["seconds"], measured["seconds_of_each_run"], measured["memory_mb"]) == (2, [3, 1, 2], None)


def test_bytes_of_pages_and_of_all_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_bytes(b"x" * 10)
    (tmp_path / "a" / "index.html").write_bytes(b"x" * 20)
    (tmp_path / "style.css").write_bytes(b"x" * 5)
    assert weigh(tmp_path) == {"pages": 2, "bytes_a_page": 15, "page_bytes": 30, "files": 3, "bytes": 35}


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("index.md", "content/_index.md"),
        ("lao/5440502/index.md", "content/lao/5440502.md"),
        ("lao/5440502/2567-2569/index.md", "content/lao/5440502/2567-2569.md"),
        ("about/reading.md", "content/about/reading.md"),
    ],
)
def test_every_page_is_a_separate_page_for_hugo(page: str, file: str) -> None:
    assert hugo_file(page) == file


def test_projects_of_other_engines_have_only_the_pages(tmp_path: Path) -> None:
    (tmp_path / "pages" / "lao").mkdir(parents=True)
    (tmp_path / "pages" / "index.md").write_text("# หน้าแรก\n", "utf-8")
    (tmp_path / "pages" / "lao" / "index.md").write_text("# อปท.\n", "utf-8")
    lay_out_mkdocs(tmp_path / "pages", tmp_path / "mkdocs")
    lay_out_hugo(tmp_path / "pages", tmp_path / "hugo")
    assert _files(tmp_path / "mkdocs") == ["docs/index.md", "docs/lao/index.md", "mkdocs.yml"]
    assert _files(tmp_path / "hugo" / "content") == ["_index.md", "lao.md"]


def _files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_provinces_stay_together_when_pages_are_written_in_portions() -> None:
    few = [f"3{province}70{number:02}" for province in (11, 12) for number in range(3)]
    assert portions(few) == [[]]
    codes = [f"3{province}{number:04}" for province in (11, 12, 13) for number in range(600)]
    shares = portions(codes)
    assert [len(share) for share in shares] == [1_200, 600]
    assert sorted(code for share in shares for code in share) == sorted(codes)


def test_the_changed_plan_has_a_page_and_is_in_the_largest_province(tmp_path: Path) -> None:
    for code, text in (("3117001", "    name: ก\n"), ("3127001", "    name: ก\n"), ("3127002", "    name: 'ก'\n")):
        _write(
            tmp_path / "content" / "plans" / f"{code}-x" / "2567-2569" / "projects.yml", f"projects:\n  - id: a\n{text}"
        )
        _write(tmp_path / "site" / "lao" / code / "2567-2569" / "projects" / "index.html", "")
    _write(tmp_path / "content" / "plans" / "3127003-x" / "2567-2569" / "projects.yml", "    name: ก\n")
    _write(tmp_path / "content" / "plans" / "3117002-x" / "2567-2569" / "projects.yml", "    name: ก\n")
    _write(tmp_path / "site" / "lao" / "3117002" / "2567-2569" / "projects" / "index.html", "")
    plan, page = changed_plan(tmp_path / "content", tmp_path / "site")
    assert plan.parts[-3] == "3117002-x"
    assert page.is_file()


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_stages_are_read_from_the_output_of_a_build() -> None:
    printed = "ทำใหม่ 6 อปท.\nเวลาแต่ละขั้น (วินาที): ข้อมูลร่วม 1.2  ทำหน้าของ อปท. 4.1\nดูเว็บไซต์\n"
    assert stages(printed) == {"ข้อมูลร่วม": 1.2, "ทำหน้าของ อปท.": 4.1}
    assert stages("") == {}


def test_an_engine_that_cannot_end_in_time_is_not_run() -> None:
    known: dict[str, Any] = {
        "100": {"mkdocs": {"cold": {"seconds": 190, "stopped": ""}}, "hugo": {"cold": {"seconds": 5, "stopped": ""}}}
    }
    assert "1,900 s" in too_slow("mkdocs", 1_000, known)
    assert not too_slow("hugo", 1_000, known)
    known["1000"] = {"mkdocs": {"not_run": "too slow"}, "hugo": {"cold": {"seconds": 400, "stopped": "memory"}}}
    assert too_slow("mkdocs", 7_850, known) == "too slow"
    assert "out of memory" in too_slow("hugo", 7_850, known)


def test_seconds_to_live_pages_leave_out_what_follows_them() -> None:
    output = "เวลาแต่ละขั้น: ทำหน้าของ อปท. 5.8  งานที่ตามหลัง 47.2  ข้อมูลเปิดระดับชาติ 0.3\n"
    assert until_live(Run(60.0, 100.0, None, 0, output)).seconds == pytest.approx(12.5)


def test_the_stages_that_follow_live_pages_have_the_names_that_a_build_prints() -> None:
    source = Path(inspect.getfile(build)).read_text("utf-8")
    assert [stage for stage in AFTER_LIVE if f'timed("{stage}")' not in source] == []


def _measured(seconds: float, memory: float = 100.0, stopped: str = "") -> dict[str, Any]:
    return {"seconds": seconds, "memory_mb": memory, "stopped": stopped}


def _size(laos: int, phaen: float) -> dict[str, Any]:
    site = {"pages": 10 * laos, "bytes_a_page": 20_000, "bytes": 200_000 * laos}
    mine = {
        "cold_1": _measured(1.8 * phaen),
        "cold_2": _measured(phaen, 500),
        "one_changed": _measured(2),
        "nothing_changed": _measured(1),
        "site": site,
    }
    hugo = {
        "cold": _measured(laos / 100),
        "one_changed": _measured(laos / 100),
        "site": {**site, "bytes_a_page": 10_000},
    }
    return {"phaen": mine, "hugo": hugo}


DATA: dict[str, Any] = {
    "machine": {"processors": 2, "processor": "x", "memory_mb": 24_000, "python": "3.11"},
    "versions": {"phaen": "0.1.0", "commit": "abc", "hugo": "Hugo 0.111"},
    "memory_is": "RSS",
    "skipped": {"zensical": "not to be had"},
    "sizes": {
        "100": {
            **_size(100, 10),
            "mkdocs": {"cold": _measured(200, 2_500), "site": {"pages": 1_000, "bytes_a_page": 500_000, "bytes": 1}},
        },
        "1000": {**_size(1_000, 100), "mkdocs": {"not_run": "not run: too slow"}},
    },
}


def _verdict(data: dict[str, Any], words: str) -> str:
    (bar,) = [bar for bar in bars(data) if words in bar.text]
    return bar.verdict


def test_a_bar_is_kept_on_its_limit_and_missed_beyond_it() -> None:
    assert [Bar("", 2, figure, True).verdict for figure in (1.9, 2, None)] == ["missed", "kept", "not measured"]
    assert [Bar("", 2, figure, False).verdict for figure in (2, 2.1, None)] == ["kept", "missed", "not measured"]


def test_bars_of_sizes_that_were_measured_are_judged_and_others_are_not() -> None:
    assert _verdict(DATA, "two jobs, times") == "kept"
    assert _verdict(DATA, "ten times stock MkDocs") == "kept"
    assert _verdict(DATA, "one changed among 1,000") == "kept"
    assert _verdict(DATA, "nothing changed, 1,000") == "kept"
    assert _verdict(DATA, "memory of all processes") == "kept"
    assert _verdict(DATA, "milliseconds per LAO") == "not measured"
    assert _verdict(DATA, "nothing changed, 7,850") == "not measured"


def test_bars_are_missed_by_slower_builds() -> None:
    data = copy.deepcopy(DATA)
    phaen = data["sizes"]["1000"]["phaen"]
    phaen["cold_1"]["seconds"] = 150
    phaen["one_changed"]["seconds"] = 3.5
    phaen["cold_2"]["memory_mb"] = 601
    assert _verdict(data, "two jobs, times") == "missed"
    assert _verdict(data, "one changed among 1,000") == "missed"
    assert _verdict(data, "one changed, 1,000") == "missed"
    assert _verdict(data, "memory of all processes") == "missed"
    data["sizes"]["7850"] = _size(7_850, 1_000)
    assert _verdict(data, "milliseconds per LAO") == "missed"


def test_two_jobs_are_not_judged_on_one_processor() -> None:
    data = copy.deepcopy(DATA)
    data["machine"]["processors"] = 1
    assert _verdict(data, "two jobs, times") == "not measured"


def test_an_engine_that_was_stopped_counts_with_its_pace_at_a_smaller_size_and_says_so() -> None:
    data = copy.deepcopy(DATA)
    data["sizes"]["7850"] = {**_size(7_850, 785), "hugo": {"cold": _measured(600, 20_000, "time")}}
    (bar,) = [bar for bar in bars(data) if "one changed among 7,850" in bar.text]
    assert bar.verdict == "kept"
    assert bar.figure == pytest.approx(39.25)
    assert "10.0 s at 1,000 LAOs" in bar.note


def test_stopped_stock_mkdocs_counts_only_the_time_that_it_ran() -> None:
    data = copy.deepcopy(DATA)
    data["sizes"]["100"]["mkdocs"] = {"cold": _measured(600, 4_000, "time")}
    assert _verdict(data, "ten times stock MkDocs") == "kept"
    data["sizes"]["1000"]["phaen"]["cold_2"]["seconds"] = 501
    assert _verdict(data, "ten times stock MkDocs") == "not measured"
    assert "measured more than 11.98 (stock MkDocs + Material: stopped after 600 s at 100 LAOs)" in report(data)
    assert readme_rows(data).splitlines()[0] == "| stock MkDocs + Material, 100 LAOs | > 60 × | > 300 × | > 8.0 × | – |"


def test_the_table_shows_every_figure_and_names_what_is_missing() -> None:
    text = report(DATA)
    assert "100  phaen build                  cold, 2 jobs, to live pages     10.00      100.0        500" in text
    assert "skipped: Zensical: not to be had" in text
    assert "stock MkDocs + Material      not run: too slow" in text
    assert "kept: two jobs, times as fast as one, cold, 1,000 LAOs: at least 1.7, measured 1.80" in text
    data = copy.deepcopy(DATA)
    data["sizes"]["1000"]["hugo"] = {"cold": _measured(600, 20_000, "memory")}
    assert "stopped: out of memory" in report(data)


def test_rows_of_the_readme_are_ratios_at_the_largest_size_that_an_engine_finished() -> None:
    assert readme_rows(DATA).splitlines() == [
        "| stock MkDocs + Material, 100 LAOs | 20 × | 100 × | 5.0 × | 25 × |",
        "| Hugo, bare layout, no theme, 1,000 LAOs | 0.10 × | 5.0 × | 0.20 × | 0.50 × |",
    ]
