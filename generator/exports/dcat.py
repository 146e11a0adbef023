"""The national files as a DCAT catalogue in JSON-LD: `/data/catalogue.jsonld` (W3C, Data Catalog Vocabulary 3).

Identifiers are relative to the folder of the files. If the site's address is known, it is the base, so that a harvester
can resolve them without knowing where the text came from. No official Thai profile
of DCAT is known; terms follow the W3C recommendation.
"""

from __future__ import annotations

import json
from typing import Any

from generator.exports.data_files import CSV, CSV_GZ, JSONL_GZ, PARQUET, Catalogue, DataFile, DataSet
from generator.words import open_data

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = {
    CSV: "text/csv",
    CSV_GZ: "text/csv",
    JSONL_GZ: "application/x-ndjson",
    PARQUET: "application/vnd.apache.parquet",
}
_IANA = "https://www.iana.org/assignments/media-types/"


def dcat(catalogue: Catalogue) -> bytes:
    """Return the catalogue."""
    document = {
        "@context": {"@base": catalogue.folder_url, **_CONTEXT} if catalogue.folder_url else _CONTEXT,
        "@id": "./",
        "@type": "dcat:Catalog",
        "dcterms:title": _thai(catalogue.title),
        "dcterms:description": _thai(catalogue.description),
        "dcterms:language": {"@id": "http://publications.europa.eu/resource/authority/language/THA"},
        "foaf:homepage": {"@id": "./"},
        **_about(catalogue),
        "dcat:dataset": [_dataset(one, catalogue) for one in catalogue.sets],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _about(catalogue: Catalogue) -> dict[str, Any]:
    publisher = catalogue.publisher
    found: dict[str, Any] = {}
    if publisher.name:
        found["dcterms:publisher"] = {"@type": "foaf:Organization", "foaf:name": _thai(publisher.name)}
    if publisher.licence_url:
        found["dcterms:license"] = {"@id": publisher.licence_url}
    elif publisher.licence:
        found["dcterms:license"] = {"@type": "dcterms:LicenseDocument", "dcterms:title": publisher.licence}
    return found


def _dataset(one: DataSet, catalogue: Catalogue) -> dict[str, Any]:
    publisher, figures = catalogue.publisher, catalogue.counts
    found = {
        "@id": f"#{one.table.key}",
        "@type": "dcat:Dataset",
        "dcterms:identifier": one.table.key,
        "dcterms:title": _thai(one.table.name),
        "dcterms:description": _thai(one.table.description),
        "dcat:keyword": [_thai(word) for word in open_data.KEYWORDS],
        "dcterms:spatial": {"@id": "https://www.geonames.org/1605651"},
        "dcterms:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/IRREG"},
        "dcat:landingPage": {"@id": "./"},
        "dcterms:conformsTo": {"@id": f"dictionary/#{one.table.key}"},
        **_about(catalogue),
        "dcat:distribution": [_distribution(file) for file in one.files],
    }
    if publisher.contact or publisher.email:
        contact = {"@type": "vcard:Organization", "vcard:fn": publisher.contact or publisher.name}
        found["dcat:contactPoint"] = contact | (
            {"vcard:hasEmail": {"@id": f"mailto:{publisher.email}"}} if publisher.email else {}
        )
    if figures.first_year_be is not None and figures.last_year_be is not None:
        found["dcterms:temporal"] = {
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": _day(f"{figures.first_year_be - 544}-10-01"),
            "dcat:endDate": _day(f"{figures.last_year_be - 543}-09-30"),
        }
    return found


def _distribution(file: DataFile) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@id": file.name,
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": file.name},  # mandatory in DCAT-AP
        "dcat:downloadURL": {"@id": file.name},
        "dcat:mediaType": {"@id": f"{_IANA}{MEDIA_TYPES[file.kind]}"},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    if file.kind.endswith(".gz"):
        found["dcat:compressFormat"] = {"@id": f"{_IANA}application/gzip"}
    return found


def _thai(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "th"}


def _day(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:date"}
