"""The LAO of a new folder: stated values have priority; others are guessed or reported as missing."""

from __future__ import annotations

import pytest

from generator.drafting.lao_identity import Stated, identify
from generator.drafting.slugs import FALLBACK, checked_slug, slug_of
from generator.errors import UsageError
from generator.model.lao import LAO_TYPES, Lao
from generator.model.to_fill_in import NO_NAME, NO_PROVINCE


def test_the_first_nonempty_statement_has_priority() -> None:
    registry = Stated("เทศบาลตำบล", "ตัวอย่าง", "เมือง", "มหาสารคาม")
    identity = identify("5449901", Stated(name="ชื่อใหม่"), registry)
    assert (identity.type, identity.name, identity.district, identity.province) == (
        "เทศบาลตำบล",
        "ชื่อใหม่",
        "เมือง",
        "มหาสารคาม",
    )
    assert identity.to_fill_in == ()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("2449901", "อบจ."),
        ("3449901", "เทศบาลนคร"),
        ("4449901", "เทศบาลเมือง"),
        ("5449901", "เทศบาลตำบล"),
        ("6449901", "อบต."),
    ],
)
def test_type_and_province_are_guessed_from_the_code(code: str, kind: str) -> None:
    identity = identify(code)
    assert (identity.type, identity.province, identity.name, identity.district) == (kind, "มหาสารคาม", NO_NAME, "")
    assert len(identity.to_fill_in) == 3


def test_without_a_province_in_the_code_it_is_missing() -> None:
    identity = identify("5999901")
    assert identity.province == NO_PROVINCE
    assert "จังหวัด" in identity.to_fill_in


@pytest.mark.parametrize(
    ("stated", "kind", "name"),
    [
        (Stated("อบต.", "อบต.ตัวอย่าง"), "อบต.", "ตัวอย่าง"),
        (Stated("องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบลตัวอย่าง"), "อบต.", "ตัวอย่าง"),
        (Stated("ทต.", "เทศบาลตำบลตัวอย่าง"), "เทศบาลตำบล", "ตัวอย่าง"),
        (Stated("ทต", "ตัวอย่าง"), "เทศบาลตำบล", "ตัวอย่าง"),
        (Stated("อ.บ.ต.", "ตัวอย่าง"), "อบต.", "ตัวอย่าง"),
        (Stated("เทศบาลเมือง", "เมืองตัวอย่าง"), "เทศบาลเมือง", "เมืองตัวอย่าง"),
        (Stated("ท้องถิ่นรูปแบบพิเศษ", "เมืองพัทยา"), "เมืองพัทยา", "พัทยา"),
    ],
)
def test_the_type_is_removed_from_the_name(stated: Stated, kind: str, name: str) -> None:
    identity = identify("5449901", stated)
    assert (identity.type, identity.name) == (kind, name)
    assert Lao(code=identity.code, type=kind, name=name, province="x").full_name.endswith(name)


@pytest.mark.parametrize("province", ["ลำปาง", "จังหวัดลำปาง", "จ.ลำปาง", "จ. ลำปาง", "จังหวัด ลำปาง", " ลํา\u200bปาง "])
@pytest.mark.parametrize("district", ["เมืองลำปาง", "อำเภอเมืองลำปาง", "อ.เมืองลำปาง", "อ. เมืองลำปาง"])
def test_prefixes_of_places_are_removed(province: str, district: str) -> None:
    identity = identify("6529901", Stated("อบต.", "ก", district, province))
    assert (identity.district, identity.province) == ("เมืองลำปาง", "ลำปาง")


def test_a_province_that_contradicts_the_code_is_refused() -> None:
    with pytest.raises(UsageError, match=r"รหัสของจังหวัดมหาสารคาม \(หลักที่สองและสามคือ 44\) ไม่ใช่จังหวัดลำปาง ซึ่งใช้ 52"):
        identify("5449901", Stated(province="ลำปาง"))
    assert identify("5999901", Stated(province="ลำปาง")).province == "ลำปาง"  # no province has the code 99


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (Stated(type="เทศบาล"), f"ไม่มีประเภท อปท. “เทศบาล” ใช้ {', '.join(dict.fromkeys(LAO_TYPES.values()))}"),
        (Stated(province="มหาสารคำ"), "ไม่มีจังหวัด “มหาสารคำ” หมายถึง “มหาสารคาม” หรือไม่"),
        (Stated(province="zzz"), "ไม่มีจังหวัด “zzz”"),
    ],
)
def test_an_unknown_type_or_province_is_refused(stated: Stated, said: str) -> None:
    with pytest.raises(UsageError) as error:
        identify("5449901", stated)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("โพนทอง", "phon-thong"),
        ("บางแค", "bang-khae"),
        ("หนองสองห้อง", "nong-song-ong"),
        ("ท่า-น้ำ", "tha-nam"),
        ("กม.5", "kam-5"),
    ],
)
def test_a_slug_sounds_like_the_name(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["", "...", "../../etc", "中文", "ก" * 500, "-"])
def test_every_name_has_a_slug_that_is_safe(name: str) -> None:
    assert checked_slug(slug_of(name))


def test_a_name_that_cannot_be_romanised_gets_a_default_slug() -> None:
    assert slug_of("...") == FALLBACK


@pytest.mark.parametrize(
    "slug", ["", "A", "a_b", "-a", "a-", "a--b", "../x", "a/b", "a\\b", "a b", "ก", "a\n", "a" * 41]
)
def test_an_unsafe_slug_is_refused(slug: str) -> None:
    with pytest.raises(UsageError, match="--slug"):
        checked_slug(slug)
