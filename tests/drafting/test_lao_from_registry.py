"""A registry is read with any column order and line ends, saved by a spreadsheet or a program."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.drafting.lao_identity import Stated, look_up, read_registry
from generator.errors import UsageError

HEADER = "dla_code,type_th,name_th,province_code,district_name_th"
ROW = "5449901,เทศบาลตำบล,ตัวอย่าง,44,เชียงตัวอย่าง"
STATED = Stated("เทศบาลตำบล", "ตัวอย่าง", "เชียงตัวอย่าง", "มหาสารคาม")


def registry(folder: Path, text: str | bytes) -> Path:
    file = folder / "laos.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\n{ROW}\n".encode(),
        f"{HEADER}\r\n{ROW}\r\n".encode(),
        f"\ufeff{HEADER}\r\n{ROW}\r\n".encode(),
        f"{HEADER}\r\n{ROW}\r\n".encode("cp874"),
        f"{HEADER},extra\n{ROW},\n".encode(),
        f'{HEADER}\n"5449901","เทศบาลตำบล"," ตัวอย่าง ","44","เชียงตัวอย่าง"\n'.encode(),
        f"{HEADER}\n{ROW.translate(str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙'))}\n".encode(),
        "name_th,dla_code,district_name_th,type_th,province_code\nตัวอย่าง,5449901,เชียงตัวอย่าง,เทศบาลตำบล,44\n".encode(),
    ],
    ids=["LF", "CRLF", "BOM and CRLF", "Windows code page", "more columns", "quotes", "Thai digits", "other order"],
)
def test_a_registry_in_any_form_is_read(tmp_path: Path, content: bytes) -> None:
    assert read_registry(registry(tmp_path, content)) == {"5449901": STATED}


def test_a_province_that_is_none_is_not_stated(tmp_path: Path) -> None:
    rows = read_registry(registry(tmp_path, f"{HEADER}\n{ROW.replace(',44,', ',99,')}\n"))
    assert rows["5449901"].province == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "dla_code, type_th"),
        (b"a;b\n1;2\n", "dla_code, type_th"),
        (f"{HEADER.replace('name_th', 'name')}\n{ROW}".encode(), "name_th"),
        (b"\xff\xfe" + f"{HEADER}\n".encode("utf-16-le"), "ไม่มีแถว"),
        (f"{HEADER}\n{ROW[:20]}\x00\n".encode(), None),
        (f"{HEADER}\n5449901\n".encode(), None),
    ],
    ids=["empty", "not commas", "a column missing", "UTF-16", "null byte", "short row"],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, said: str | None) -> None:
    file = registry(tmp_path, content)
    if said is None:
        assert set(read_registry(file)) <= {"5449901"}
        return
    with pytest.raises(UsageError, match=said):
        read_registry(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.csv"):
        read_registry(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("code", "name", "near"),
    [
        ("4449901", "", "5449901"),  # the same place, another type
        ("5449902", "", "5449901"),  # typed alike, in the same province
        ("5449951", "อีกแห่ง", "6509903"),  # the name says more than the code
    ],
)
def test_an_unknown_code_gets_similar_codes_as_suggestions(tmp_path: Path, code: str, name: str, near: str) -> None:
    rows = {"5449901": STATED, "6509903": Stated("อบต.", "อีกแห่ง", "เมือง", "เชียงใหม่")}
    with pytest.raises(UsageError, match=rf"อาจหมายถึง {near} \("):
        look_up(code, name, rows, Path("laos.csv"))
    with pytest.raises(UsageError, match=r"ไม่มีรหัส อปท\. 5449901 ใน laos\.csv"):
        look_up("5449901", "", {}, Path("laos.csv"))


def test_a_known_code_gives_its_row() -> None:
    assert look_up("5449901", "", {"5449901": STATED}, Path("laos.csv")) == STATED
