"""Previews of drafts: each at an unguessable address, deleted after some days, never part of the public site.

A later draft of the same LAO replaces the earlier one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.build import build
from generator.building.cache import Cache
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.errors import PhaenError
from generator.publishing.content_checkout import ContentCheckout
from generator.publishing.kept_json import read_json, write_json
from generator.publishing.preview_addresses import preview_address, preview_name
from generator.publishing.queue import AcceptedPush
from generator.publishing.site_dir import SiteDir

if TYPE_CHECKING:
    from generator.publishing.release_making import ReleaseMaker

_DAY = 86_400


def previews(site: SiteDir) -> dict[str, str]:
    """Return the addresses of all current previews, by code of the LAO."""
    return {code: preview_address(site, code, str(one["commit"])) for code, one in sorted(_known(site).items())}


def make_previews(site: SiteDir, maker: ReleaseMaker, drafts: Iterable[AcceptedPush], now: float) -> list[str]:
    """Make the preview of each LAO's last draft; return why some cannot be made. Raises OSError if the disk is full.

    A draft that cannot be built must not keep those of other LAOs from being built.
    """
    last = {code: draft for draft in drafts for code in draft.codes}
    failed: list[str] = []
    for code, draft in last.items():
        try:
            _make(site, maker, code, draft.commit, now)
        except PhaenError as error:
            failed.append(f"ทำตัวอย่างของ {code} ไม่ได้: {error}")
    return failed


def take_out_expired(site: SiteDir, checkout: ContentCheckout, days: int, now: float) -> None:
    """Delete previews older than `days`, those of deleted drafts, and unknown folders."""
    known = _known(site)
    kept = {
        code: one
        for code, one in known.items()
        if now - float(one["made"]) < days * _DAY and checkout.tip(f"refs/heads/draft/{code}")
    }
    if kept != known:
        write_json(_index(site), kept)
    names = {one["name"] for one in kept.values()}
    for folder in site.previews.glob("*"):
        if folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)


def _make(site: SiteDir, maker: ReleaseMaker, code: str, commit: str, now: float) -> None:
    checkout = ContentCheckout(Path(maker.settings.repository), site.work / "draft-checkout")
    out = site.work / "draft" / code
    shutil.rmtree(out, ignore_errors=True)
    try:
        checkout.place(commit)
        cache = Cache(str(site.cache))
        settings = replace(maker.build_settings(checkout.content, cache), only=(code,), is_preview=True, site_url="")
        build(settings, Path(maker.settings.config), out, engine=MkDocsEngine(), cache=cache, outputs=maker.outputs)
        place = site.previews / preview_name(site, code, commit)
        shutil.rmtree(place, ignore_errors=True)
        site.previews.mkdir(exist_ok=True)
        out.rename(place)
    finally:
        shutil.rmtree(out, ignore_errors=True)
    known = _known(site)
    write_json(_index(site), {**known, code: {"name": place.name, "commit": commit, "made": now}})


def _index(site: SiteDir) -> Path:
    return site.state / "previews.json"


def _known(site: SiteDir) -> dict[str, dict[str, float | str]]:
    found = read_json(_index(site))
    return found if isinstance(found, dict) else {}
