"""The full text is written into a finished site file by file, and former files are deleted."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

import pytest

from generator.building.indexing import full_text_files, index_content, write_full_text
from generator.building.site_folder import keep_full_text
from generator.search.full_text_index import SMALL_SITE, WHOLE_SITE, bundles
from generator.search.sections import section_texts
from generator.settings import Settings
from generator.thai.searching import text_key
from tests.building_blocks import CODE, make_lao, make_site

OTHER = "5999902"
TODAY = datetime.date(2025, 1, 31)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    content = make_site(tmp_path)
    make_lao(content)
    return Settings(content=content, today=TODAY)


def test_the_bundle_has_every_text_once_at_one_byte_per_letter(settings: Settings) -> None:
    head, _, body = dict(full_text_files(settings))["text/all.txt"].partition(b"\n")
    (lao,) = index_content(settings).laos
    texts = body.decode("tis-620").split("\n")
    assert len(set(texts)) == len(texts)
    rows = json.loads(head)["laos"][0][-1]
    fresh = iter(texts)
    found = [[next(fresh) if place == 0 else texts[place - 1] for place in texts_of] for _, _, texts_of, *_ in rows]
    assert found == [[text_key(text) for text in section_texts(section)] for section in lao.sections]


def test_drafts_and_unreadable_plans_are_left_out(settings: Settings) -> None:
    make_lao(settings.content, OTHER, "other", plan=("state: announced", "state: draft"))
    broken = settings.content / "plans" / "5999903-phang"
    broken.mkdir()
    (broken / "lao.yml").write_text("code: ผิด\n", "utf-8")
    files = dict(full_text_files(settings))
    assert f"text/lao/{CODE}.json" in files
    assert "2567-2569" not in files[f"text/lao/{OTHER}.json"].decode()
    assert "text/lao/5999903.json" not in files


def test_files_of_former_laos_are_deleted(settings: Settings, tmp_path: Path) -> None:
    other = make_lao(settings.content, OTHER, "other")
    site = tmp_path / "site"
    write_full_text(settings, site)
    assert (site / f"text/lao/{OTHER}.json").is_file()
    (other / "lao.yml").rename(tmp_path / "lao.yml")
    (site / "text" / "all.txt.part").touch()
    (site / "text" / "index.html").touch()  # a hand-written page
    write_full_text(settings, site)
    assert sorted(file.name for file in site.rglob("*.*")) == [f"{CODE}.json", "all.txt", "index.html", "index.json"]


def test_a_new_site_serves_the_old_full_text_until_its_own_is_written(settings: Settings, tmp_path: Path) -> None:
    write_full_text(settings, tmp_path / "old")
    keep_full_text(tmp_path / "old", tmp_path / "new")
    kept = (tmp_path / "old/text/all.txt").read_bytes()
    assert (tmp_path / "new/text/all.txt").read_bytes() == kept
    make_lao(settings.content, OTHER, "other")
    write_full_text(settings, tmp_path / "new")
    assert (tmp_path / "new/text/all.txt").read_bytes() != kept
    assert (tmp_path / "old/text/all.txt").read_bytes() == kept, "the site that is being replaced stays as it was"
    keep_full_text(tmp_path / "nowhere", tmp_path / "fresh")
    assert not (tmp_path / "fresh").exists()


def test_without_hard_links_files_are_copied(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    write_full_text(settings, tmp_path / "old")
    monkeypatch.setattr(os, "link", refuse)
    keep_full_text(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new/text/all.txt").read_bytes() == (tmp_path / "old/text/all.txt").read_bytes()


def test_a_large_site_has_one_bundle_per_province() -> None:
    few = [f"5{number:06d}" for number in range(440_000, 440_000 + SMALL_SITE)]
    assert [(bundle.name, len(bundle.codes)) for bundle in bundles(few)] == [(WHOLE_SITE, SMALL_SITE)]
    many = bundles([*few, "3340102", "5000001"])
    assert [(bundle.name, bundle.title, len(bundle.codes)) for bundle in many] == [
        ("maha-sarakham", "มหาสารคาม", SMALL_SITE),
        ("other", "", 1),
        ("ubon-ratchathani", "อุบลราชธานี", 1),
    ]
