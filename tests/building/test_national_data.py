"""National data files have the rows of every LAO in order, and are rebuilt only when rows have changed."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.building.national_data import write_data_files
from generator.building.outputs.rows import rows_of
from generator.checks.runner import check_lao
from generator.exports.csv_file import read_csv
from generator.exports.national_rows import NATIONAL_TABLES, columns_of
from generator.exports.parquet import can_write_parquet
from generator.settings import Publisher
from tests.building.nation import CODES, Nation, difference
from tests.building_blocks import make_lao, make_site
from tests.checks.case import TODAY, reference
from tests.on_disk import read_on_disk

NOBODY = Publisher()


def records(site: dict[str, bytes], table: str) -> list[dict[str, Any]]:
    """Return the rows of a table from its JSON Lines file."""
    return [json.loads(line) for line in gzip.decompress(site[f"data/{table}.jsonl.gz"]).decode().splitlines()]


def test_every_plan_has_a_row_in_order_of_code_and_cycle(untouched: Nation) -> None:
    plans = records(untouched.site(), "plans")
    assert [plan["plan_id"] for plan in plans] == [
        "5440502/2567-2569",
        "5999901/2567-2569",
        "5999902/2567-2569",
        "5999903/2567-2569",
        "5999904/2567-2569",
        "5999905/2564-2566",
        "5999905/2567-2569",
    ]


def test_a_draft_an_unreadable_plan_and_a_fictional_lao_say_so(untouched: Nation) -> None:
    plans = {plan["plan_id"]: plan for plan in records(untouched.site(), "plans")}
    draft, unread, real = (plans[f"{code}/2567-2569"] for code in (CODES[2], CODES[3], "5440502"))
    assert draft["is_draft"] and draft["document_state"] == "draft" and draft["is_readable"]
    assert not unread["is_readable"] and unread["document_state"] == "unread" and unread["lao_name"] is None
    assert not real["is_draft"] and real["fictional"] == "no"
    assert CODES[3] not in {row["lao_code"] for row in records(untouched.site(), "projects")}


@pytest.mark.parametrize("table", NATIONAL_TABLES, ids=lambda table: table.key)
def test_all_formats_of_a_table_have_the_same_rows(untouched: Nation, table: Any) -> None:
    site = untouched.site()
    columns = columns_of(table)
    packed = gzip.decompress(site[f"data/{table.key}.csv.gz"])
    assert packed == site[f"data/{table.key}.csv"]
    from_csv = [
        {column.key: value for column, value in zip(columns, row, strict=True)} for row in read_csv(packed, columns)
    ]
    from_jsonl = records(site, table.key)
    assert [_plain(row) for row in from_csv] == [_plain(row) for row in from_jsonl]


def _plain(row: dict[str, Any]) -> dict[str, str | None]:
    return {key: None if value is None else str(value) for key, value in row.items()}


@pytest.mark.skipif(not can_write_parquet(), reason="DuckDB is not installed: pip install phaen[data]")
def test_parquet_has_typed_columns(untouched: Nation) -> None:
    import duckdb

    file = untouched.folder / "site" / "data" / "projects.parquet"
    with duckdb.connect() as connection:
        ours = f"FROM '{file}' WHERE lao_code = '5440502'"
        assert connection.execute(f"SELECT count(*), sum(budget_baht) {ours}").fetchone() == (22, 664_000)
        kinds = {name: str(kind) for name, kind, *_ in connection.execute(f"DESCRIBE FROM '{file}'").fetchall()}
    assert (kinds["budget_baht"], kinds["year_1_be"], kinds["is_draft"]) == ("DECIMAL(38,2)", "SMALLINT", "BOOLEAN")


VALIDATE = "import sys, frictionless as f; r = f.validate(sys.argv[1]); print(r.valid, r.flatten(['name', 'message']))"


def test_the_data_package_is_valid(untouched: Nation) -> None:
    """Runs in its own process, because frictionless leaves files open."""
    package = untouched.folder / "site" / "data" / "datapackage.json"
    done = subprocess.run([sys.executable, "-c", VALIDATE, str(package)], capture_output=True, text=True, check=True)
    assert done.stdout == "True []\n"


def test_each_data_set_has_the_14_mandatory_fields(untouched: Nation) -> None:
    mandatory = {
        *("data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "objective"),
        *("update_frequency_unit", "geo_coverage", "data_source", "data_format", "data_category", "license_id"),
    }
    assert len(mandatory) == 14
    for record in json.loads(untouched.site()["data/data-go-th.json"]):
        assert mandatory <= record.keys()
        stated = {key for key in mandatory if record[key] is not None}
        assert mandatory - stated == {"owner_org", "maintainer", "maintainer_email", "license_id"}


def test_every_distribution_of_the_catalogue_is_a_file(untouched: Nation) -> None:
    site = untouched.site()
    catalogue = json.loads(site["data/catalogue.jsonld"])
    files = [one for dataset in catalogue["dcat:dataset"] for one in dataset["dcat:distribution"]]
    assert len(files) > 20
    for one in files:
        assert len(site[f"data/{one['@id']}"]) == int(one["dcat:byteSize"]["@value"])


@pytest.mark.soak
def test_the_stated_publisher_is_in_all_catalogues(nation: Nation) -> None:
    publisher = Publisher(
        "หน่วยงานตัวอย่าง", "กองการเจ้าหน้าที่", "office@example.go.th", "CC BY 4.0", "https://example.org/by"
    )
    nation.settings = replace(nation.settings, publisher=publisher)
    nation.build()
    site = nation.site()
    for path in ("data/index.html", "data/datapackage.json", "data/catalogue.jsonld", "data/data-go-th.json"):
        text = site[path].decode()
        assert "หน่วยงานตัวอย่าง" in text and "office@example.go.th" in text, path
        assert "CC BY 4.0" in text or "https://example.org/by" in text, path


def made_again(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return a list that grows each time the data files are made."""
    nation.build()  # a copied site is built again
    times: list[bool] = []
    monkeypatch.setattr(
        "generator.building.data_stage.write_data_files",
        lambda *given: times.append(True) or write_data_files(*given),  # type: ignore[func-returns-value]
    )
    return times


@pytest.mark.soak
def test_unchanged_rows_leave_the_files_alone(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    times = made_again(nation, monkeypatch)
    nation.build()
    assert times == []


@pytest.mark.soak
def test_a_change_outside_the_rows_leaves_the_files_alone(nation: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    times = made_again(nation, monkeypatch)
    lao = nation.lao() / "lao.yml"
    lao.write_text(f"{lao.read_text('utf-8')}website: https://example.go.th/\n", "utf-8")
    assert nation.build().made == 1
    assert times == []


def test_after_a_change_the_files_equal_a_clean_build(nation: Nation) -> None:
    file = nation.lao() / "2567-2569" / "projects.yml"
    file.write_text(file.read_text("utf-8").replace("โครงการฝึกอบรม", "โครงการอบรม"), "utf-8")
    shutil.rmtree(nation.lao(CODES[1]))
    nation.build()
    nation.build("clean", cache=None)
    assert difference(nation.site(), nation.site("clean")) == []
    assert CODES[1] not in {plan["lao_code"] for plan in records(nation.site(), "plans")}


@pytest.mark.soak
def test_a_new_site_serves_the_old_files_until_its_own_are_written(
    nation: Nation, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = nation.site()["data/plans.csv.gz"]
    for code in CODES:
        lao = nation.lao(code) / "2567-2569" / "plan.yml"
        lao.write_text(lao.read_text("utf-8").replace("แผนพัฒนา", "แผน พัฒนา"), "utf-8")
    seen: list[bytes] = []

    def looking(*given: Any) -> Any:
        seen.append((nation.folder / "site" / "data" / "plans.csv.gz").read_bytes())
        return write_data_files(*given)

    monkeypatch.setattr("generator.building.data_stage.write_data_files", looking)
    nation.build()
    assert seen == [old]


def rows_of_lao(folder: Path, **texts: Any) -> dict[str, bytes]:
    content = make_site(folder)
    lao = make_lao(content, **texts)
    read = read_on_disk(CODES[0], lao, content, frozenset())
    return dict(rows_of(read.lao_folder, (*read.lao_folder.findings, *check_lao(read, reference(TODAY)))))


HOSTILE = ["=1+1", "+66", "-2", "@SUM(A1)", "\t=1", "a\x00b", "ก" * 32_768, "<script>", 'a"b,c\nd']


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_format(tmp_path: Path, text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    files = rows_of_lao(tmp_path, projects=("name: โครงการฝึกอบรม", f"name: {written}"))
    folder = tmp_path / "data"
    catalogue = write_data_files(folder, [files], NOBODY, "")
    assert catalogue.counts.plans == 1
    columns = columns_of(NATIONAL_TABLES[1])
    assert NATIONAL_TABLES[1].key == "projects"
    rows = read_csv(gzip.decompress((folder / "projects.csv.gz").read_bytes()), columns)
    lines = gzip.decompress((folder / "projects.jsonl.gz").read_bytes()).decode().splitlines()
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert [_text(value) for value in row] == [_text(value) for value in json.loads(line).values()]
    for line in gzip.decompress((folder / "projects.csv.gz").read_bytes()).decode().splitlines():
        assert not line.startswith(("=", "+", "@", "\t"))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def test_possible_personal_data_is_withheld_and_counted(tmp_path: Path) -> None:
    files = rows_of_lao(tmp_path, projects=("name: โครงการฝึกอบรม", "name: ติดต่อ นายสมชาย ใจดี โทร 081-234-5678"))
    whole = b"".join(gzip.decompress(content) for name, content in files.items() if name.endswith(".gz")).decode()
    assert "081-234-5678" not in whole and "สมชาย" not in whole
    plan = json.loads(gzip.decompress(files["plans.jsonl.gz"]))
    assert plan["texts_withheld"] > 0


def test_only_one_lao_is_in_memory_at_a_time(tmp_path: Path) -> None:
    files = rows_of_lao(tmp_path)
    held: list[int] = []
    alive = 0

    class Counted(dict[str, bytes]):
        def __init__(self, given: dict[str, bytes]) -> None:
            nonlocal alive
            super().__init__(given)
            alive += 1

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def laos() -> Iterator[dict[str, bytes]]:
        for _ in range(50):
            yield Counted(files)
            held.append(alive)

    write_data_files(tmp_path / "data", laos(), NOBODY, "")
    assert max(held) <= 2


def test_a_nation_without_rows_has_valid_empty_files(tmp_path: Path) -> None:
    catalogue = write_data_files(tmp_path, [], NOBODY, "")
    assert [one.rows for one in catalogue.sets] == [0] * len(NATIONAL_TABLES)
    assert gzip.decompress((tmp_path / "plans.jsonl.gz").read_bytes()) == b""
