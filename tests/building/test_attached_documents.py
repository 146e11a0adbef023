"""A reviewed scan is published byte for byte, linked, listed with its hash, and included in the manifest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.building.nation import CODES, SCAN, Nation, difference
from tests.building_blocks import CYCLE

PLACE = f"lao/{CODES[1]}/{CYCLE}"
PUBLISHED_AT = f"{PLACE}/documents/signed.pdf"


@pytest.fixture
def nation(built_nation: Nation, tmp_path: Path) -> Nation:
    nation = built_nation.copied_to(tmp_path / "nation")
    (nation.lao(CODES[1]) / CYCLE / "documents" / "other.pdf").write_bytes(b"%PDF-1.7 named nowhere")
    nation.build()
    return nation


def test_a_reviewed_scan_is_published_with_link_and_hash(nation: Nation) -> None:
    site, digest = nation.site(), hashlib.sha256(SCAN).hexdigest()
    assert [path for path in site if path.startswith(f"{PLACE}/documents/")] == [PUBLISHED_AT]
    assert site[PUBLISHED_AT] == SCAN
    page = site[f"{PLACE}/document/index.html"].decode()
    assert 'href="../documents/signed.pdf" download="ทต.ตัวอย่าง-แผน-2567-2569-แผน-5999902.pdf"' in page
    assert digest in page
    assert digest in site[f"{PLACE}/evidence/2568/index.html"].decode()
    assert digest in site[f"lao/{CODES[1]}/manifest.json"].decode()


def test_only_a_changed_scan_is_published_again(nation: Nation) -> None:
    assert nation.build().made == 0
    (nation.lao(CODES[1]) / CYCLE / "documents" / "แผน ลงนาม.pdf").write_bytes(b"%PDF-1.7 another one")
    nation.build()
    nation.build("clean", cache=None)
    assert difference(nation.site(), nation.site("clean")) == []
    assert nation.site()[PUBLISHED_AT] == b"%PDF-1.7 another one"
