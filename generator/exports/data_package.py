"""The national files as a Frictionless data package: `/data/datapackage.json` (specs.frictionlessdata.io, version 1).

Paths are relative to the file, so that it is valid at any address and on disk.
"""

from __future__ import annotations

import json
from typing import Any

from generator.exports.data_files import CSV_GZ, Catalogue, DataSet
from generator.exports.data_tables.data_table import DataColumn, DataType
from generator.exports.national_rows import columns_of
from generator.words import open_data

_TYPES: dict[DataType, dict[str, Any]] = {
    DataType.TEXT: {"type": "string"},
    DataType.WORD: {"type": "string"},
    DataType.INTEGER: {"type": "integer"},
    DataType.YEAR: {"type": "integer"},
    DataType.BAHT: {"type": "number"},
    DataType.DATE: {"type": "date", "format": "default"},
    DataType.TRUTH: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}


def data_package(catalogue: Catalogue) -> bytes:
    """Return the descriptor."""
    publisher = catalogue.publisher
    who = {"title": publisher.name or open_data.NOT_SET, "role": "publisher"}
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "phaen-national",
        "title": catalogue.title,
        "description": "\n\n".join((catalogue.description, *(f"- {one}" for one in open_data.WHAT_TO_KNOW))),
        "keywords": list(open_data.KEYWORDS),
        "contributors": [{**who, **({"email": publisher.email} if publisher.email else {})}],
        "sources": [{"title": open_data.SOURCE}],
        "citation": open_data.citation(publisher),
        "resources": [_resource(one) for one in catalogue.sets],
    }
    if publisher.licence:
        licence = {"title": publisher.licence, "path": publisher.licence_url}
        package["licenses"] = [{key: value for key, value in licence.items() if value}]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(one: DataSet) -> dict[str, Any]:
    file = one.file(CSV_GZ)
    if file is None:
        raise ValueError(f"{one.table.key} has no CSV file")
    return {
        "profile": "tabular-data-resource",
        "name": one.table.key,
        "title": one.table.name,
        "description": one.table.description,
        "path": file.name,
        "format": "csv",
        "compression": "gz",
        "mediatype": "application/gzip",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": one.rows,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {"fields": [_field(column) for column in columns_of(one.table)], "missingValues": [""]},
    }


def _field(column: DataColumn[Any]) -> dict[str, Any]:
    field = {"name": column.key, "title": _title(column), "description": column.description, **_TYPES[column.type]}
    if column.unit:
        field["unit"] = column.unit
    if column.choices:
        field["constraints"] = {"enum": [value for value, _ in column.choices]}
    return field


def _title(column: DataColumn[Any]) -> str:
    return heading(column.name)


def heading(name: str) -> str:
    """Return the Thai heading of a column without a concrete fiscal year: `ปีที่ 1` in place of the year."""
    for number in (1, 2, 3):
        name = name.replace(f"{{year_{number}}}", f"ปีที่ {number}")
    return name.replace("ปีงบประมาณ ปีที่", "ปีงบประมาณของปีที่").replace("ปี ปีที่", "ปีที่")
