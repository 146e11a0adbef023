"""Metadata, catalogue page and data dictionary for the national data files.

Catalogue in, files and pages out. The only module that passes exports to views.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import addresses
from generator.exports.data_files import CSV, CSV_GZ, JSONL_GZ, PARQUET, Catalogue, DataFile, DataSet
from generator.exports.data_package import data_package, heading
from generator.exports.data_tables.data_table import DataColumn, DataTable
from generator.exports.data_tables.identity_columns import IDENTITY
from generator.exports.dcat import dcat
from generator.exports.gdc_metadata import gdc_metadata, mandatory_fields
from generator.exports.national_rows import NATIONAL_TABLES, Counts
from generator.exports.yaml_schema import SCHEMA_NAMES
from generator.model.description import FILES, keys_of
from generator.pages.data_pages import data_pages
from generator.pages.page import Page
from generator.settings import Digits, Publisher
from generator.views.data_catalogue import DataCatalogueView, DataFileLine, DataSetLine, data_catalogue_view
from generator.views.data_dictionary import (
    ColumnLine,
    DataDictionaryView,
    DictionaryRecord,
    DictionaryTable,
    KeyLine,
    data_dictionary_view,
)
from generator.words import interface, open_data

_OF_PLANS = ("lao.yml", "plan.yml", "projects.yml", "idp.yml", "results/<ปีงบประมาณ>.yml")
"""Files whose records are parts of `plan.json`."""

EMPTY = Catalogue((), Counts(), 0, Publisher())
"""Catalogue without files, for hand-written pages that link to the catalogue's page."""


def metadata_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the metadata files by path below the site."""
    folder = addresses.DATA.removeprefix("/")
    return {
        f"{folder}datapackage.json": data_package(catalogue),
        f"{folder}catalogue.jsonld": dcat(catalogue),
        f"{folder}data-go-th.json": gdc_metadata(catalogue),
    }


def catalogue_pages(catalogue: Catalogue, digits: Digits) -> Iterator[Page]:
    """Yield the catalogue page and the data dictionary."""
    return data_pages(_catalogue_view(catalogue), _dictionary_view(), digits, catalogue.fiction)


def _catalogue_view(catalogue: Catalogue) -> DataCatalogueView:
    counts = catalogue.counts
    return data_catalogue_view(
        [_set(one, catalogue) for one in catalogue.sets],
        {
            "laos": catalogue.laos,
            "plans": counts.plans,
            "drafts": counts.drafts,
            "unread": counts.unread,
            "fictional": counts.fictional,
        },
        catalogue.publisher,
        [(file, addresses.yaml_schema(name)) for file, name in SCHEMA_NAMES.items()],
    )


def _set(one: DataSet, catalogue: Catalogue) -> DataSetLine:
    files = tuple(DataFileLine(file.name, file.size) for file in sorted(one.files, key=_order))
    table = one.table
    return DataSetLine(table.key, table.name, table.description, one.rows, files, mandatory_fields(one, catalogue))


def _order(file: DataFile) -> int:
    """Return the sort key of a file: formats that spreadsheets open directly come first."""
    return (CSV, CSV_GZ, JSONL_GZ, PARQUET).index(file.kind)


def _dictionary_view() -> DataDictionaryView:
    common = DictionaryTable("identity", "คอลัมน์ที่มีในทุกตาราง", open_data.IDENTITY, _columns(IDENTITY))
    records = [_record(file) for file in _OF_PLANS]
    return data_dictionary_view([_table(table) for table in NATIONAL_TABLES], common, records)


def _table(table: DataTable[Any]) -> DictionaryTable:
    return DictionaryTable(table.key, table.name, table.description, _columns(table.columns))


def _columns(columns: tuple[DataColumn[Any], ...]) -> tuple[ColumnLine, ...]:
    return tuple(
        ColumnLine(one.key, heading(one.name), one.description, open_data.TYPES[one.type], one.unit, one.choices)
        for one in columns
    )


def _record(file: str) -> DictionaryRecord:
    keys = tuple(KeyLine(key.path, key.term, interface.ROLE[key.field.role]) for key in keys_of(FILES[file]))
    title = (FILES[file].__doc__ or "").partition(":")[0]
    return DictionaryRecord(SCHEMA_NAMES[file], title, file, keys)
