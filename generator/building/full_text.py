"""The full text of a site from the kept sections of its LAOs, written after the pages, bundle by bundle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.building.fingerprint import digest_of
from generator.building.kept_results import KeptResults
from generator.building.outputs.sections import SECTIONS
from generator.building.site_files import put_file
from generator.building.unit import Unit
from generator.building.watching import Watch, unwatched
from generator.search.full_text_index import FOLDER, INDEX, Bundle, bundle_files, bundles, index_file
from generator.search.sections import SearchedLao, searched_from_json


def write_bundles(
    site: Path, units: Mapping[str, Unit], results: KeptResults, before: Mapping[str, str], watch: Watch = unwatched
) -> dict[str, str]:
    """Write what has changed since `before`, the keys of the bundles that are there; return the keys of all now."""
    found = bundles(units)
    keys = {bundle.name: _key(bundle, units) for bundle in found}
    changed = [bundle for bundle in found if before.get(bundle.name) != keys[bundle.name]]
    laos = [units[code] for bundle in changed for code in bundle.codes]
    searched = iter(watch((_searched(unit, results) for unit in laos), len(laos)))
    for bundle in changed:
        here = (lao for lao in (next(searched) for _ in bundle.codes) if lao)
        for path, content in bundle_files(bundle.name, here):
            put_file(site / path, content)
    put_file(site / INDEX, index_file(found))
    _take_out_others(site / FOLDER, {f"{bundle.name}.txt" for bundle in found}, set(units))
    return keys


def _key(bundle: Bundle, units: Mapping[str, Unit]) -> str:
    return digest_of([(code, units[code].objects.get("sections", "")) for code in bundle.codes])


def _searched(unit: Unit, results: KeptResults) -> SearchedLao | None:
    files = results.files(unit, "sections")
    return searched_from_json(files[SECTIONS]) if files else None


def _take_out_others(folder: Path, texts: set[str], codes: set[str]) -> None:
    """Remove what belongs to no LAO or province any more, and what a killed build left unfinished."""
    for file in _files(folder):
        own = file.stem in codes if file.parent.name == "lao" else file.name in texts
        if file.suffix == ".part" or (file.suffix in (".txt", ".json") and file.name != "index.json" and not own):
            file.unlink()


def _files(folder: Path) -> Iterator[Path]:
    yield from (*folder.glob("*.*"), *folder.glob("lao/*.*"))
