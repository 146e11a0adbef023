"""The registry as records: types in our form, Pattaya under its own, provinces by their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model.registered import RegisteredLao
from generator.reading.registry import COLUMNS, read_registry


def registry(folder: Path, *rows: str) -> Path:
    file = folder / "laos.csv"
    file.write_text("\n".join([",".join(COLUMNS), *rows]), "utf-8")
    return file


@pytest.mark.parametrize(
    ("row", "lao"),
    [
        ("5449901,เทศบาลตำบล,ตัวอย่าง,44,เชียงตัวอย่าง", RegisteredLao("เทศบาลตำบล", "ตัวอย่าง", "เชียงตัวอย่าง", "มหาสารคาม")),
        ("6449901,องค์การบริหารส่วนตำบล,ก,๔๔,ข", RegisteredLao("อบต.", "ก", "ข", "มหาสารคาม")),
        ("3200408,ท้องถิ่นรูปแบบพิเศษ,เมืองพัทยา,20,บางละมุง", RegisteredLao("เมืองพัทยา", "พัทยา", "บางละมุง", "ชลบุรี")),
        ("8449901,ประเภทใหม่,ก,99,", RegisteredLao("ประเภทใหม่", "ก", "", "")),
    ],
)
def test_a_row_is_a_record(row: str, lao: RegisteredLao, tmp_path: Path) -> None:
    assert list(read_registry(registry(tmp_path, row)).values()) == [lao]


def test_what_is_no_registry_says_so(tmp_path: Path) -> None:
    (tmp_path / "laos.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UsageError, match="dla_code"):
        read_registry(tmp_path / "laos.csv")
