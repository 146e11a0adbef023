"""Previews of drafts: each at an address nobody can guess, gone after some days, never part of the public site.

The address follows from a secret of the site, the LAO and the commit, so that whoever accepts a push can tell it at
once, before the preview is made. A later draft of the same LAO takes the place of the earlier one.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.build import build
from generator.building.cache import Cache
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.errors import PhaenError
from generator.publishing.content_checkout import ContentCheckout
from generator.publishing.kept_json import read_json, write_json
from generator.publishing.queue import AcceptedPush
from generator.publishing.site_dir import SiteDir

if TYPE_CHECKING:
    from generator.publishing.release_making import ReleaseMaker

_KEY_BYTES = 32
_DAY = 86_400


def preview_name(site: SiteDir, code: str, commit: str) -> str:
    """Return the name of the folder in which the preview of a draft will lie: 128 bits that nobody can guess."""
    told = f"{code} {commit}".encode("ascii")
    return hmac.new(_key(site), told, hashlib.sha256).hexdigest()[:32]


def preview_address(site: SiteDir, code: str, commit: str) -> str:
    """Return the address of a preview; only its path where the site does not know where it is."""
    below = site.settings().preview_url or "/preview/"
    return f"{below}{preview_name(site, code, commit)}/lao/{code}/"


def previews(site: SiteDir) -> dict[str, str]:
    """Return the addresses of all previews that are there, by code of the LAO."""
    return {code: preview_address(site, code, str(one["commit"])) for code, one in sorted(_known(site).items())}


def make_previews(site: SiteDir, maker: ReleaseMaker, drafts: Iterable[AcceptedPush], now: float) -> None:
    """Make the preview of the last draft of each LAO. Raises PhaenError or OSError where one cannot be made."""
    last = {code: draft for draft in drafts for code in draft.codes}
    for code, draft in last.items():
        _make(site, maker, code, draft.commit, now)


def take_out_expired(site: SiteDir, days: int, now: float) -> None:
    """Remove previews that are older than so many days, and folders of which nothing is known."""
    known = _known(site)
    kept = {code: one for code, one in known.items() if now - float(one["made"]) < days * _DAY}
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
    except PhaenError as error:
        raise PhaenError(f"ทำตัวอย่างของ {code} ไม่ได้: {error}") from error
    finally:
        shutil.rmtree(out, ignore_errors=True)
    known = _known(site)
    write_json(_index(site), {**known, code: {"name": place.name, "commit": commit, "made": now}})


def _index(site: SiteDir) -> Path:
    return site.state / "previews.json"


def _known(site: SiteDir) -> dict[str, dict[str, float | str]]:
    found = read_json(_index(site))
    return found if isinstance(found, dict) else {}


def _key(site: SiteDir) -> bytes:
    file = site.state / "preview.key"
    with suppress(FileNotFoundError):
        found = file.read_bytes()
        if len(found) == _KEY_BYTES:
            return found
    site.state.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".preview.key.{os.getpid()}")
    part.write_bytes(secrets.token_bytes(_KEY_BYTES))
    part.chmod(0o600)
    with suppress(FileExistsError):
        os.link(part, file)  # whoever is first; not replaced, so that an address that was told stays
    part.unlink()
    return file.read_bytes()
