"""The tile map: every province once, no overlaps, north up and east right."""

from __future__ import annotations

from generator.thai.province_tiles import COLUMNS, ROWS, TILES
from generator.thai.provinces import PROVINCES

AT = {tile.province.name: (tile.column, tile.row) for tile in TILES}


def test_every_province_has_its_own_tile() -> None:
    assert sorted(AT) == sorted(province.name for province in PROVINCES.values())
    assert len(set(AT.values())) == len({tile.abbreviation for tile in TILES}) == len(TILES) == 77
    assert (COLUMNS, ROWS) == (10, 17)


def test_north_is_up_and_east_is_right() -> None:
    assert AT["เชียงราย"][1] < AT["นครสวรรค์"][1] < AT["กรุงเทพมหานคร"][1] < AT["สุราษฎร์ธานี"][1] < AT["ยะลา"][1]
    assert AT["แม่ฮ่องสอน"][0] < AT["พิษณุโลก"][0] < AT["ขอนแก่น"][0] < AT["อุบลราชธานี"][0]
