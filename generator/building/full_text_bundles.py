"""Writes the full text of a site, bundle by bundle, from the cached sections of its LAOs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.building.fingerprint import digest_of
from generator.building.kept_results import KeptResults
from generator.building.outputs.sections import SECTIONS
from generator.building.site_folder import put_file
from generator.building.unit import Unit
from generator.building.work_progress import Watch, unwatched
from generator.history.manifests import TEXT, sha256_of, text_manifest
from generator.search.full_text_index import FOLDER, INDEX, Bundle, bundle_files, bundles, index_file
from generator.search.sections import SearchedLao, searched_from_json

_OF_ALL = ("index.json", "manifest.json")


def write_bundles(
    site: Path, units: Mapping[str, Unit], results: KeptResults, before: Mapping[str, Any], watch: Watch = unwatched
) -> dict[str, Any]:
    """Write the bundles that changed and return the new record; `before` is the record of the files in place.

    A record has the key and the file hashes of each bundle, and the hash of the manifest.
    """
    found = bundles(units)
    keys = {bundle.name: _key(bundle, units) for bundle in found}
    old: Mapping[str, Any] = before.get("bundles", {})
    now = {name: old[name] for name in keys if name in old and old[name]["key"] == keys[name]}
    changed = [bundle for bundle in found if bundle.name not in now]
    laos = [units[code] for bundle in changed for code in bundle.codes]
    searched = iter(watch((_searched(unit, results) for unit in laos), len(laos)))
    for bundle in changed:
        here = (lao for lao in (next(searched) for _ in bundle.codes) if lao)
        files = now[bundle.name] = {"key": keys[bundle.name], "files": {}}
        for path, content in bundle_files(bundle.name, here):
            put_file(site / path, content)
            files["files"][path] = sha256_of(content)
    index = index_file(found)
    put_file(site / INDEX, index)
    hashes = {path: mark for bundle in now.values() for path, mark in bundle["files"].items()}
    manifest = text_manifest({**hashes, INDEX: sha256_of(index)})
    put_file(site / TEXT, manifest)
    _take_out_others(site / FOLDER, {f"{bundle.name}.txt" for bundle in found}, set(units))
    return {"bundles": now, "manifest": sha256_of(manifest)}


def _key(bundle: Bundle, units: Mapping[str, Unit]) -> str:
    return digest_of([(code, units[code].objects.get("sections", "")) for code in bundle.codes])


def _searched(unit: Unit, results: KeptResults) -> SearchedLao | None:
    files = results.files(unit, "sections")
    return searched_from_json(files[SECTIONS]) if files else None


def _take_out_others(folder: Path, texts: set[str], codes: set[str]) -> None:
    """Delete files of former LAOs and provinces, and leftovers of killed builds."""
    for file in _files(folder):
        own = file.stem in codes if file.parent.name == "lao" else file.name in texts
        if file.suffix == ".part" or (file.suffix in (".txt", ".json") and file.name not in _OF_ALL and not own):
            file.unlink()


def _files(folder: Path) -> Iterator[Path]:
    yield from (*folder.glob("*.*"), *folder.glob("lao/*.*"))
