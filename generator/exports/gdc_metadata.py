"""The 14 mandatory fields of a data set in the government data catalogue (data.go.th), one record per table.

Names and controlled values are those of the catalogue's CKAN extension (ckanext-thai_gdc, `ckan_dataset.json`). Fields
that only the site's operator knows come from mkdocs.yml; if not stated they are null.
"""

from __future__ import annotations

import json
from typing import Any

from generator.exports.data_files import CSV, CSV_GZ, JSONL_GZ, PARQUET, Catalogue, DataSet
from generator.words import open_data

FORMATS = {CSV_GZ: "CSV", CSV: "CSV", JSONL_GZ: "JSON", PARQUET: "Parquet"}
"""Extension -> format."""


def gdc_metadata(catalogue: Catalogue) -> bytes:
    """Return the records as JSON."""
    return (
        json.dumps([gdc_record(one, catalogue) for one in catalogue.sets], ensure_ascii=False, indent=1) + "\n"
    ).encode()


def gdc_record(one: DataSet, catalogue: Catalogue) -> dict[str, Any]:
    """Return the record of one data set."""
    publisher, figures = catalogue.publisher, catalogue.counts
    fields: dict[str, Any] = {
        "name": f"phaen-{one.table.key}",
        **mandatory_fields(one, catalogue),
        "resources": [
            {
                "name": file.name,
                "url": catalogue.folder_url + file.name,
                "format": FORMATS[file.kind],
                "size": file.size,
            }
            for file in one.files
        ],
    }
    if figures.first_year_be is not None:
        fields |= {"first_year_of_data": figures.first_year_be, "last_year_of_data": figures.last_year_be}
    return fields | ({"url": publisher.licence_url} if publisher.licence_url else {})


def mandatory_fields(one: DataSet, catalogue: Catalogue) -> dict[str, Any]:
    """Return the 14 fields in the catalogue's order; None if only the operator could fill them."""
    publisher = catalogue.publisher
    return {
        "data_type": "ข้อมูลระเบียน",
        "title": f"{one.table.name} ({catalogue.title})",
        "owner_org": publisher.name or None,
        "maintainer": publisher.contact or None,
        "maintainer_email": publisher.email or None,
        "tag_string": list(open_data.KEYWORDS),
        "notes": f"{one.table.description} {catalogue.description}",
        "objective": "กฎหมายที่เกี่ยวข้อง",
        # The catalogue's list has no value for irregular updates; plans change at least once a year.
        "update_frequency_unit": "ปี",
        "update_frequency_interval": 1,
        "geo_coverage": "เทศบาล/อบต.",
        "data_source": open_data.SOURCE,
        "data_format": sorted({FORMATS[file.kind] for file in one.files}),
        "data_category": "ข้อมูลสาธารณะ",
        "license_id": publisher.licence or None,
    }
