"""All ways of building give the same bytes: workers, cache, changes in place, MkDocs in one process."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.demo.nation import write_nation
from generator.demo.offices import offices
from generator.engine.batch import build_site
from generator.reading.content_tree import DiskTree
from generator.reading.framework_reader import read_frameworks
from generator.search.plan_sections import entry_names
from generator.thai.provinces import Province
from generator.views.province import province_view
from tests.building.nation import CODES, TODAY, Nation, difference, files_of
from tests.soak_marks import some_in_soak


def clean(nation: Nation, today: datetime.date = TODAY) -> dict[str, bytes]:
    """Return the site of a build without cache."""
    nation.build("clean", cache=None, today=today)
    return nation.site("clean")


# The same bytes.


@pytest.mark.soak
def test_as_mkdocs_makes_it_in_one_process(untouched: Nation, tmp_path: Path) -> None:
    build_site(untouched.folder / "mkdocs.yml", untouched.settings, tmp_path / "site")
    different = difference(untouched.site(), files_of(tmp_path / "site"))
    assert different == [], "an output without in_one_process, or a national file missing in generator/building/site.py"


@pytest.mark.soak
def test_page_count_equals_that_of_mkdocs(untouched: Nation, tmp_path: Path) -> None:
    made = build_site(untouched.folder / "mkdocs.yml", untouched.settings, tmp_path / "site")
    assert untouched.build("counted").pages == made.pages


def test_two_workers_give_the_same_bytes(untouched: Nation) -> None:
    untouched.build("two", cache=None, jobs=2)
    assert difference(untouched.site(), untouched.site("two")) == []


@pytest.mark.soak
def test_a_fictional_nation_has_the_same_bytes_with_two_workers_and_with_mkdocs(tmp_path: Path) -> None:
    nation = Nation(tmp_path / "nation")
    shutil.rmtree(nation.content / "plans")
    write_nation(nation.content, offices(12), 7, entry_names(read_frameworks(DiskTree(nation.content))))
    nation.build("one", cache=None)
    nation.build("two", cache=None, jobs=2)
    build_site(nation.folder / "mkdocs.yml", nation.settings, tmp_path / "mkdocs")
    assert difference(nation.site("one"), nation.site("two")) == []
    assert difference(nation.site("one"), files_of(tmp_path / "mkdocs")) == []


def test_a_full_cache_gives_the_same_bytes(untouched: Nation) -> None:
    report = untouched.build("again")
    assert report.made == 0
    assert difference(untouched.site(), untouched.site("again")) == []


@pytest.mark.soak
def test_half_a_cache_gives_the_same_bytes(nation: Nation) -> None:
    units = sorted((nation.folder / "cache" / "units").rglob("*/*"))
    for file in units[::2]:
        file.unlink()
    assert 0 < nation.build("half").made < 8
    assert difference(clean(nation), nation.site("half")) == []


def test_an_unchanged_build_writes_no_file(nation: Nation) -> None:
    def times() -> dict[str, int]:
        return {str(file): file.stat().st_mtime_ns for file in (nation.folder / "site").rglob("*/*.html")}

    nation.build("site")
    before = times()
    report = nation.build("site")
    assert report.made == 0
    assert times() == before


# Every kind of input.

Edit = Callable[[Nation], None]


def in_file(path: str, old: str, new: str) -> Edit:
    def edit(nation: Nation) -> None:
        file = nation.lao() / path if not path.startswith("/") else nation.folder / path[1:]
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def new_file(path: str, text: str) -> Edit:
    def edit(nation: Nation) -> None:
        file = nation.lao() / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")

    return edit


def without(path: str) -> Edit:
    return lambda nation: (nation.lao() / path).unlink()


def without_cycle(nation: Nation) -> None:
    shutil.rmtree(nation.lao(CODES[4]) / "2564-2566")


def without_lao(nation: Nation) -> None:
    shutil.rmtree(nation.lao(CODES[1]))


def without_province(nation: Nation) -> None:
    shutil.rmtree(nation.lao("3340102"))


def renamed_folder(nation: Nation) -> None:
    nation.lao().rename(nation.content / "plans" / f"{CODES[0]}-chue-mai")


def former_code_of_both(nation: Nation) -> None:
    for code in CODES[:2]:
        file = nation.lao(code) / "lao.yml"
        text = file.read_text("utf-8") + 'former_codes:\n  - {code: "5440599", until: 30 ก.ย. 2560}\n'
        file.write_text(text, "utf-8")


INPUTS: dict[str, Edit] = {
    "lao.yml": in_file("lao.yml", "name: ตัวอย่าง", "name: แบบอย่าง"),
    "plan.yml": in_file("2567-2569/plan.yml", "title: แผน", "title: ร่างแผน"),
    "projects.yml": in_file("2567-2569/projects.yml", "โครงการฝึกอบรม", "โครงการอบรม"),
    "idp.yml": in_file("2567-2569/idp.yml", "นิติกร", "นักวิชาการ"),
    "narrative.md": in_file("2567-2569/narrative.md", "แผนราย", "ผังราย"),
    "results": in_file("2567-2569/results/2567.yml", "๓๐", "๒๐"),
    "a new results file": new_file("2567-2569/results/2568.yml", "fiscal_year: 2568\nround: 6\nas_of: 31 มี.ค. 2568\n"),
    "a file is gone": without("2567-2569/idp.yml"),
    "a document": new_file("2567-2569/documents/x.pdf", "%PDF-1.4"),
    "an unknown file": new_file("2567-2569/notes.txt", "x"),
    "a new cycle": new_file("2570-2572/plan.yml", "cycle: 2570-2572\ntitle: แผน\nstate: draft\n"),
    "a cycle is gone": without_cycle,
    "an LAO is gone": without_lao,
    "the last LAO of a province is gone": without_province,
    "a folder has another name": renamed_folder,
    "another LAO claims the same code": former_code_of_both,
    "a framework": in_file("/content/frameworks/master-plan-2567-2569/document.yml", "title: ", "title: ก"),
    "a hand-written page": in_file("/content/pages/about/index.md", "# ", "# ก"),
    "a stylesheet": in_file("/theme_overrides/assets/css/tables.css", "{", "{color:red;"),
    "a script": in_file("/theme_overrides/assets/js/lists.js", "\n", "\n;"),
    "a part of the frame": in_file("/theme_overrides/partials/footer.html", "<footer", "<footer id=foot"),
    "the site's name": in_file("/mkdocs.yml", "site_name: แผน", "site_name: ผัง"),
    "the site's address": in_file("/mkdocs.yml", "site_dir: site", "site_url: https://example.go.th/"),
    "digits": in_file("/mkdocs.yml", "  - phaen", "  - phaen:\n      digits: thai"),
}


ALWAYS = ("projects.yml", "results", "a framework", "a part of the frame", "the last LAO of a province is gone")


@pytest.mark.parametrize("name", some_in_soak(INPUTS, ALWAYS))
def test_after_a_change_of_any_input_the_site_equals_a_clean_build(name: str, nation: Nation) -> None:
    before = nation.site()
    INPUTS[name](nation)
    if name == "digits":
        nation.settings = type(nation.settings)(content=nation.content, today=TODAY, digits="thai")
    nation.build()
    assert difference(clean(nation), nation.site()) == []
    assert difference(before, nation.site()) != [] or name == "a document"


@pytest.mark.soak
@pytest.mark.parametrize("day", some_in_soak(("2026-09-30", "2026-10-01", "2030-01-01", "2020-01-01"), ("2026-10-01",)))
def test_on_another_day_the_site_equals_a_clean_build(day: str, nation: Nation) -> None:
    today = datetime.date.fromisoformat(day)
    nation.build(today=today)
    assert difference(clean(nation, today), nation.site()) == []


def test_on_a_day_without_expiry_nothing_is_rebuilt(nation: Nation) -> None:
    assert nation.build(today=TODAY + datetime.timedelta(days=1)).made == 0


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse names that are no text")
def test_file_names_that_are_not_utf8_do_not_stop_a_build(nation: Nation) -> None:
    (nation.lao() / os.fsdecode(b"x\xff\xfe.yml")).touch()
    (nation.content / "plans" / os.fsdecode(b"5999906-\xff")).mkdir()
    assert nation.build().failed == []
    assert nation.build().made == 0
    assert difference(clean(nation), nation.site()) == []


@pytest.mark.soak
def test_a_symlink_in_a_framework_is_reported_with_cached_findings(nation: Nation) -> None:
    before = len(nation.build().findings)
    (nation.content / "frameworks" / "link.yml").symlink_to(nation.content / "pages")
    assert len(nation.build().findings) == before + 1


def test_only_a_changed_lao_is_rebuilt(nation: Nation) -> None:
    INPUTS["projects.yml"](nation)
    report = nation.build()
    assert report.made == 1
    assert report.laos == 8


@pytest.mark.soak
def test_a_changed_lao_changes_the_page_of_its_province_only(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(province: Province, *arguments: Any, **options: Any) -> Any:
        made.append(province.slug)
        return province_view(province, *arguments, **options)

    monkeypatch.setattr("generator.pages.national_pages.province_view", counted)
    nation.build()  # there is no record of a copied site
    made.clear()
    lao = nation.lao() / "lao.yml"
    lao.write_text(lao.read_text("utf-8").replace("name: ตัวอย่าง", "name: ตัวอย่างใหม่"), "utf-8")
    nation.build()
    assert len(made) == 1
    nation.build("clean", cache=None)
    assert len(made) > 2
    assert difference(nation.site(), nation.site("clean")) == []


@pytest.mark.soak
def test_pages_of_a_changed_lao_are_in_place_before_those_made_from_all_laos(nation: Nation) -> None:
    nation.build()  # there is no record of a copied site
    lao = nation.lao() / "lao.yml"
    lao.write_text(lao.read_text("utf-8").replace("name: ตัวอย่าง", "name: ตัวอย่างใหม่"), "utf-8")
    seen: list[set[str]] = []

    def folders_with_the_name() -> set[str]:
        return {path.split("/")[0] for path, content in nation.site().items() if "ตัวอย่างใหม่".encode() in content}

    nation.build(when_placed=lambda: seen.append(folders_with_the_name()))
    assert seen == [{"lao"}]
    assert {"lao", "province"} <= folders_with_the_name()
    nation.build("clean", cache=None)
    assert difference(nation.site(), nation.site("clean")) == []


def test_a_new_site_has_no_pages_before_it_is_whole(nation: Nation) -> None:
    nation.build("new", when_placed=lambda: pytest.fail("there is no site yet"))
