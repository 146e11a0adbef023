"""The 77 provinces: official two-digit code, Thai name, and the address slug (RTGS romanisation).

The codes are those of the Ministry of Interior, also the second and third digit of an LAO's seven-digit code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Province:
    """จังหวัด: one province."""

    code: str
    """Two digits."""
    name: str
    """Thai name without จังหวัด."""
    slug: str
    """Part of the province's address; never changed once published."""


_TABLE = """
10 กรุงเทพมหานคร bangkok
11 สมุทรปราการ samut-prakan
12 นนทบุรี nonthaburi
13 ปทุมธานี pathum-thani
14 พระนครศรีอยุธยา phra-nakhon-si-ayutthaya
15 อ่างทอง ang-thong
16 ลพบุรี lop-buri
17 สิงห์บุรี sing-buri
18 ชัยนาท chai-nat
19 สระบุรี saraburi
20 ชลบุรี chon-buri
21 ระยอง rayong
22 จันทบุรี chanthaburi
23 ตราด trat
24 ฉะเชิงเทรา chachoengsao
25 ปราจีนบุรี prachin-buri
26 นครนายก nakhon-nayok
27 สระแก้ว sa-kaeo
30 นครราชสีมา nakhon-ratchasima
31 บุรีรัมย์ buri-ram
32 สุรินทร์ surin
33 ศรีสะเกษ si-sa-ket
34 อุบลราชธานี ubon-ratchathani
35 ยโสธร yasothon
36 ชัยภูมิ chaiyaphum
37 อำนาจเจริญ amnat-charoen
38 บึงกาฬ bueng-kan
39 หนองบัวลำภู nong-bua-lam-phu
40 ขอนแก่น khon-kaen
41 อุดรธานี udon-thani
42 เลย loei
43 หนองคาย nong-khai
44 มหาสารคาม maha-sarakham
45 ร้อยเอ็ด roi-et
46 กาฬสินธุ์ kalasin
47 สกลนคร sakon-nakhon
48 นครพนม nakhon-phanom
49 มุกดาหาร mukdahan
50 เชียงใหม่ chiang-mai
51 ลำพูน lamphun
52 ลำปาง lampang
53 อุตรดิตถ์ uttaradit
54 แพร่ phrae
55 น่าน nan
56 พะเยา phayao
57 เชียงราย chiang-rai
58 แม่ฮ่องสอน mae-hong-son
60 นครสวรรค์ nakhon-sawan
61 อุทัยธานี uthai-thani
62 กำแพงเพชร kamphaeng-phet
63 ตาก tak
64 สุโขทัย sukhothai
65 พิษณุโลก phitsanulok
66 พิจิตร phichit
67 เพชรบูรณ์ phetchabun
70 ราชบุรี ratchaburi
71 กาญจนบุรี kanchanaburi
72 สุพรรณบุรี suphan-buri
73 นครปฐม nakhon-pathom
74 สมุทรสาคร samut-sakhon
75 สมุทรสงคราม samut-songkhram
76 เพชรบุรี phetchaburi
77 ประจวบคีรีขันธ์ prachuap-khiri-khan
80 นครศรีธรรมราช nakhon-si-thammarat
81 กระบี่ krabi
82 พังงา phang-nga
83 ภูเก็ต phuket
84 สุราษฎร์ธานี surat-thani
85 ระนอง ranong
86 ชุมพร chumphon
90 สงขลา songkhla
91 สตูล satun
92 ตรัง trang
93 พัทลุง phatthalung
94 ปัตตานี pattani
95 ยะลา yala
96 นราธิวาส narathiwat
"""

PROVINCES: dict[str, Province] = {
    code: Province(code, name, slug) for code, name, slug in map(str.split, _TABLE.split("\n")[1:-1])
}
"""Provinces by code."""


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Province]:
    return {province.name: province for province in PROVINCES.values()}


def province_named(name: str) -> Province | None:
    """Return the province with a Thai name, or None if there is none."""
    return _by_name().get(name.strip())
