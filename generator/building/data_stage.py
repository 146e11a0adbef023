"""Last stage of a build: the national data files, their metadata and their pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.building.data_catalogue_files import catalogue_pages, metadata_files
from generator.building.kept_results import KeptResults
from generator.building.national_data import write_data_files
from generator.building.site_engine import WritePage
from generator.building.site_folder import DATA_FOLDER, put_file
from generator.building.unit import Unit
from generator.building.work_progress import Watch, unwatched
from generator.exports.data_files import Catalogue
from generator.history.manifests import sha256_of
from generator.settings import Settings


def write_data(
    site: Path,
    units: Mapping[str, Unit],
    results: KeptResults,
    settings: Settings,
    writer: WritePage,
    others: Mapping[str, str],
    watch: Watch = unwatched,
) -> dict[str, Any]:
    """Write them into a site that may be in use; return the hashes of the files and the number of pages.

    `others` are the paths of national files of other stages. Any other file in the folder is deleted.
    """
    in_order = [units[code] for code in sorted(units)]
    laos = (rows for unit in watch(in_order, len(in_order)) if (rows := results.files(unit, "rows")))
    catalogue = write_data_files(site / DATA_FOLDER, laos, settings.publisher, writer.frame.site_url)
    files = {f"{DATA_FOLDER}/{file.name}": file.sha256 for one in catalogue.sets for file in one.files}
    pages = list(catalogue_pages(catalogue, settings.digits))
    for path, content in {**metadata_files(catalogue), **{page.file: writer.html(page) for page in pages}}.items():
        put_file(site / path, content)
        files[path] = sha256_of(content)
    for file in (site / DATA_FOLDER).rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.is_file() and path not in files and path not in others:
            file.unlink()
    return {"files": dict(sorted(files.items())), "pages": len(pages)}


def gathered_data(laos: list[Mapping[str, bytes]], settings: Settings) -> tuple[Catalogue, dict[str, bytes]]:
    """Return the catalogue and all data files by path, in memory, for builds in one process."""
    with TemporaryDirectory(prefix="phaen-") as folder:
        catalogue = write_data_files(Path(folder), laos, settings.publisher, settings.site_url)
        names = [file.name for one in catalogue.sets for file in one.files]
        files = {f"{DATA_FOLDER}/{name}": (Path(folder) / name).read_bytes() for name in names}
    return catalogue, {**files, **metadata_files(catalogue)}
