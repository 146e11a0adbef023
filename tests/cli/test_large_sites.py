"""Commands for large sites: parts built separately, the cache, the number of workers, a missing scheduler."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.building.nation import difference, files_of
from tests.building_blocks import CODE, make_lao, make_site

DAY = ("--today", "2567-06-01")
OTHER = "5340199"


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    content = make_site(tmp_path)
    make_lao(content)
    make_lao(content, OTHER, "other", lao=("province: มหาสารคาม", "province: อุบลราชธานี"))
    monkeypatch.chdir(tmp_path)
    return content


def phaen(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_separately_built_parts_give_the_same_site_as_one_build(content: Path) -> None:
    assert phaen("build", *DAY, "--no-cache").exit_code == 0
    for some, part in (("อุบลราชธานี", "parts/34"), (CODE, "parts/one")):
        made = phaen("build", *DAY, "--only", some, "--partial", part)
        assert made.exit_code == 0, made.output
        assert sorted(folder.name for folder in Path(part).iterdir()) == ["objects", "units"]
    assembled = phaen("assemble", "parts/34", "parts/one", *DAY, "--out", "assembled", "--no-cache")
    assert assembled.exit_code == 0, assembled.output
    assert "ทำใหม่ 0 อปท." in assembled.stderr
    assert difference(files_of(Path("site")), files_of(Path("assembled"))) == []


def test_a_province_is_selected_by_name_or_slug() -> None:
    for word in ("อุบลราชธานี", "จ.อุบลราชธานี", "ubon-ratchathani"):
        built = phaen("build", *DAY, "--only", word, "--out", word)
        assert built.exit_code == 0, built.output
        assert [folder.name for folder in Path(word, "lao").iterdir()] == [OTHER]
    nobody = phaen("build", *DAY, "--only", "ภูเก็ต")
    assert nobody.exit_code == 2
    assert "ไม่มี อปท. ของจังหวัดภูเก็ต" in nobody.stderr


def test_assembling_a_folder_that_is_no_part_fails() -> None:
    result = phaen("assemble", "content", *DAY)
    assert result.exit_code == 2
    assert "ไม่ใช่โฟลเดอร์ที่ phaen build --partial เขียนไว้" in result.stderr


def test_the_cache_is_shown_limited_and_cleared() -> None:
    assert "ยังไม่มีผลที่เก็บไว้" in phaen("cache").stdout
    assert phaen("build", *DAY).exit_code == 0
    assert "รายการ" in phaen("cache").stdout
    assert "ลบแล้ว" in phaen("cache", "--limit", "๑๐MB").stdout
    assert "ลบแล้ว" in phaen("cache", "--clear").stdout
    assert not Path(".phaen-cache").exists()
    assert phaen("build", *DAY).exit_code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("build", "--jobs", "0"), "ต้องเป็น 1 ขึ้นไป"),
        (("build", "--scheduler", "tcp://127.0.0.1:9"), "--scheduler"),
        (("build", "--scheduler", "tcp://127.0.0.1:9", "--no-cache"), "ใช้กับ --no-cache ไม่ได้"),
        (("build", "--partial", "x", "--out", "y"), "--partial"),
        (("build", "--partial", "content/x"), "อยู่ในโฟลเดอร์ข้อมูล"),
        (("build", "--only", "ที่ไหน"), "ใช้ไม่ได้"),
        (("cache", "--limit", "มาก"), "เขียนเป็นขนาด"),
        (("cache", "--limit", "1GB", "--clear"), "ใช้พร้อมกันไม่ได้"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_wrong_use_prints_a_thai_sentence_and_writes_nothing(
    words: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.building.cluster._PATIENCE", 1)
    result = phaen(*words)
    assert result.exit_code == 2, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert not Path("site").exists()
