"""A tile map of Thailand: every province a square of one size, near its real position, with its abbreviation.

Real shapes would make Nakhon Ratchasima large and Samut Songkhram invisible; here each must be easy to find and touch.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.thai.provinces import PROVINCES, Province


@dataclass(frozen=True, slots=True)
class Tile:
    """One province's square."""

    province: Province
    abbreviation: str
    """Two letters; three for Bangkok."""
    column: int
    """From 0, west to east."""
    row: int
    """From 0, north to south."""


_TABLE = """
57 ชร 2 0
58 มส 0 1
50 ชม 1 1
56 พย 2 1
55 นน 3 1
51 ลพ 1 2
52 ลป 2 2
54 พร 3 2
53 อต 4 2
43 นค 7 2
38 บก 8 2
63 ตก 1 3
64 สท 2 3
65 พล 3 3
42 ลย 5 3
39 นภ 6 3
41 อด 7 3
47 สน 8 3
48 นพ 9 3
62 กพ 1 4
66 พจ 2 4
67 พช 3 4
36 ชย 5 4
40 ขก 6 4
46 กส 7 4
49 มห 9 4
61 อน 1 5
60 นว 2 5
16 ลบ 3 5
30 นม 5 5
44 มค 6 5
45 รอ 7 5
35 ยส 8 5
37 อจ 9 5
18 ชน 1 6
17 สห 2 6
19 สบ 3 6
31 บร 6 6
32 สร 7 6
33 ศก 8 6
34 อบ 9 6
71 กจ 0 7
72 สพ 1 7
15 อท 2 7
14 อย 3 7
13 ปท 4 7
26 นย 5 7
25 ปจ 6 7
27 สก 7 7
70 รบ 0 8
73 นฐ 1 8
12 นบ 2 8
10 กทม 3 8
24 ฉช 5 8
76 พบ 0 9
75 สส 1 9
74 สค 2 9
11 สป 3 9
20 ชบ 5 9
77 ปข 0 10
21 รย 5 10
22 จบ 6 10
23 ตร 7 10
86 ชพ 0 11
85 รน 0 12
84 สฎ 1 12
82 พง 0 13
81 กบ 1 13
80 นศ 2 13
83 ภก 0 14
92 ตง 1 14
93 พท 2 14
91 สต 1 15
90 สข 2 15
94 ปน 3 15
95 ยล 2 16
96 นธ 3 16
"""

TILES: tuple[Tile, ...] = tuple(
    Tile(PROVINCES[code], abbreviation, int(column), int(row))
    for code, abbreviation, column, row in (line.split() for line in _TABLE.strip().splitlines())
)
"""Every province once, row by row."""

COLUMNS = 1 + max(tile.column for tile in TILES)
ROWS = 1 + max(tile.row for tile in TILES)
