"""Former codes claimed by several LAOs are found without reading a plan."""

from __future__ import annotations

from pathlib import Path

from generator.reading.content_tree import DiskTree
from generator.reading.former_codes import former_code_claims, stated_former_codes


def lao(content: Path, folder: str, text: str) -> None:
    (content / "plans" / folder).mkdir(parents=True)
    (content / "plans" / folder / "lao.yml").write_text(text, "utf-8")


def test_only_codes_claimed_by_several_laos_are_returned(tmp_path: Path) -> None:
    lao(tmp_path, "5999901-a", "former_codes:\n  - {code: 6999901}\n  - {code: 6999902}\n")
    lao(tmp_path, "5999902-b", "former_codes:\n  - {code: ๖๙๙๙๙๐๑, until: 30 ก.ย. 2566}\n")
    lao(tmp_path, "5999903-c", "former_codes: [\n")
    lao(tmp_path, "5999904-d", "former_codes: x\n")
    lao(tmp_path, "not-a-code", "former_codes:\n  - {code: 6999902}\n")
    assert former_code_claims(stated_former_codes(DiskTree(tmp_path))) == {"6999901": ("5999901-a", "5999902-b")}


def test_without_content_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert former_code_claims(stated_former_codes(DiskTree(tmp_path))) == {}
