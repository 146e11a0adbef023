"""The registry as records: types in our form, Pattaya under its own, provinces by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model.lao import RegisteredLao
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
def test_a_row_becomes_a_record(row: str, lao: RegisteredLao, tmp_path: Path) -> None:
    assert list(read_registry(registry(tmp_path, row)).values()) == [lao]


HEAD = ",".join(COLUMNS)
ROW = "5999901,เทศบาลตำบล,ตัวอย่าง,44,ตัวอย่าง"
LAO = {"5999901": RegisteredLao("เทศบาลตำบล", "ตัวอย่าง", "ตัวอย่าง", "มหาสารคาม")}


def read(folder: Path, content: str | bytes) -> dict[str, RegisteredLao]:
    file = folder / "laos.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_registry(file)


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n{ROW}\n",
        f"\ufeff{HEAD}\r\n{ROW}\r\n",
        f"{HEAD}\n{ROW}\n".encode("cp874"),
        f"{HEAD}\n{ROW}\n".encode("utf-16"),
        f"{HEAD}\n{ROW}\n".replace(",", ";"),
        f"{HEAD}\n{ROW}\n".replace(",", "\t"),
        f"sep=;\n{HEAD}\n{ROW}\n".replace(",", ";"),
        f"บัญชีรายชื่อ อปท.,,,,\n\n{HEAD}\n{ROW}\n",
        f"{HEAD.upper()}\n{ROW}\n",
        f'"{HEAD.replace(",", chr(34) + "," + chr(34))}"\n"{ROW.replace(",", chr(34) + "," + chr(34))}"\n',
        f"{HEAD},remark\n{ROW}\n,,,,\nรวม 1 แห่ง\n",
        f"{HEAD}\n{ROW}\n{ROW}\n",
        f"{HEAD}\n{ROW.replace(',44,', ',44.0,')}\n",
        f"{HEAD}\n{ROW.replace(',44,', ',44,อ.')}\n",
    ],
)
def test_every_spreadsheet_form_of_a_table_is_read(content: str | bytes, tmp_path: Path) -> None:
    assert read(tmp_path, content) == LAO


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{HEAD}\n", "ไม่มีแถวของ อปท."),
        (f"{HEAD}\n,,,,\n", "ไม่มีแถวของ อปท."),
        (f"{HEAD}\n{ROW}\n\n{ROW.replace('44', '40')}\n", "รหัส 5999901 ที่บรรทัด 2 และ 4"),
        (f"{HEAD}\n{ROW}\n5.44E+06,เทศบาลตำบล,ก,44,ข\n", "บรรทัด 3 “5.44E+06”"),
        (HEAD.replace("name_th,", ""), "ไม่มีคอลัมน์ name_th (พบ dla_code"),
        (b"PK\x03\x04", "ตารางคำนวณ"),
    ],
)
def test_errors_of_the_table_are_reported_once(content: str | bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"laos\.csv") as refused:
        read(tmp_path, content)
    assert said in str(refused.value)


def test_a_file_that_is_no_registry_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "laos.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(UsageError, match="dla_code"):
        read_registry(tmp_path / "laos.csv")
