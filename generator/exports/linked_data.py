"""Metadata of a page as schema.org JSON-LD: breadcrumbs, the LAO, the plan or the national tables as data sets.

Comes in: plain values of a page. Goes out: the text of a `<script type="application/ld+json">`. This element is a data
block, which browsers do not run and a Content-Security-Policy allows. Links are absolute if the site's address is
known, else relative to the page, as JSON-LD in HTML allows (JSON-LD 1.1, 7.1).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urljoin

from generator import addresses
from generator.views.page_subject import OpenData, Organisation, PlanDocument, Subject
from generator.words import open_data

_MEDIA_TYPES = {
    "csv": "text/csv",
    "gz": "application/gzip",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
"""Media type by file extension, as registered by IANA."""
# Inside a script element only the characters of a tag could end it; the two separators end a line in JavaScript.
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def linked_data(
    address: str, title: str, crumbs: Iterable[tuple[str, str]], subject: Subject | None, site_url: str
) -> str:
    """Return the metadata of a page as one line of JSON-LD; empty if there is none.

    `address` is the page's own, `crumbs` are title and address of the pages above it, home page first, `site_url` is
    the address of the site, empty if unknown. Texts are plain and escaped, so that they cannot end the element.
    """
    link = _Links(address, site_url)
    things = [_breadcrumbs([*crumbs, (title, address)], link)] if (crumbs := tuple(crumbs)) else []
    if isinstance(subject, Organisation):
        things.append(_organisation(subject, link))
    elif isinstance(subject, OpenData):
        things.append(_catalogue(subject, link))
    elif subject:
        things.append(_data_set(subject, link))
    if not things:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    # Lone surrogates in damaged texts become their replacement on pages.
    return text.encode("utf-8", "replace").decode().translate(_ESCAPED)


class _Links:
    """Makes links relative to one page."""

    def __init__(self, page: str, site_url: str) -> None:
        self._page = page
        self._site_url = site_url

    def __call__(self, address: str) -> str:
        if self._site_url:
            return urljoin(self._site_url, quote(address.removeprefix("/"), safe="/#"))
        return quote(addresses.relative(address, self._page), safe="/#")


def _breadcrumbs(steps: list[tuple[str, str]], link: _Links) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": title, "item": link(address)}
            for place, (title, address) in enumerate(steps, 1)
        ],
    }


def _organisation(lao: Organisation, link: _Links) -> dict[str, Any]:
    """Return an LAO. Its `url` is its own website only, as this site is not the LAO's."""
    place: dict[str, Any] = {"@type": "AdministrativeArea", "name": f"จังหวัด{lao.province}"}
    if lao.district:
        within = place
        place = {"@type": "AdministrativeArea", "name": f"อำเภอ{lao.district}", "containedInPlace": within}
    return {
        "@type": "GovernmentOrganization",
        "@id": link(f"{addresses.lao(lao.code)}#identity"),
        "name": lao.name,
        "identifier": {"@type": "PropertyValue", "propertyID": "DLA", "value": lao.code},
        "location": place,
        **({"url": lao.website} if lao.website else {}),
        "mainEntityOfPage": link(addresses.lao(lao.code)),
    }


def _data_set(plan: PlanDocument, link: _Links) -> dict[str, Any]:
    """Return a plan as a data set: this site's data of it, with the LAO whose document it is."""
    lao, cycle = plan.organisation, plan.cycle
    address = addresses.plan(lao.code, cycle)
    where = f"อำเภอ{lao.district} จังหวัด{lao.province}" if lao.district else f"จังหวัด{lao.province}"
    return {
        "@type": "Dataset",
        "@id": link(f"{address}#sources"),
        "name": f"{plan.title} {lao.name}",
        "description": f"ข้อมูลแผนพัฒนาบุคลากร ๓ ปี ปีงบประมาณ พ.ศ. {cycle.slug} ของ{lao.name} {where} "
        "ตามที่เอกสารระบุ: โครงการ งบประมาณ แผนพัฒนารายบุคคลตามตำแหน่ง และผลที่รายงาน",
        "url": link(address),
        "identifier": f"{lao.code}/{cycle.slug}",
        "inLanguage": "th",
        "isAccessibleForFree": True,
        "keywords": [*open_data.KEYWORDS[:2], lao.type],
        "temporalCoverage": f"{cycle.first_day.isoformat()}/{cycle.last_day.isoformat()}",
        "spatialCoverage": where,
        "creator": _organisation(lao, link),
        "license": link(f"{addresses.ABOUT}#licence"),
        **_distribution(plan.files, link),
    }


def _catalogue(data: OpenData, link: _Links) -> dict[str, Any]:
    """Return the national tables: data sets of this site, made from the documents of many LAOs."""
    publisher = data.publisher
    terms = {
        **({"publisher": {"@type": "Organization", "name": publisher.name}} if publisher.name else {}),
        "license": publisher.licence_url or link(f"{addresses.DATA}#licence"),
        "isAccessibleForFree": True,
        "inLanguage": "th",
    }
    return {
        "@type": "DataCatalog",
        "@id": link(f"{addresses.DATA}#files"),
        "name": data.title,
        "description": data.description,
        "url": link(addresses.DATA),
        **terms,
        "dataset": [
            {
                "@type": "Dataset",
                "@id": link(f"{addresses.DATA_DICTIONARY}#{table.key}"),
                "name": f"{table.name} ({data.title})",
                "description": f"{table.description} {data.description}",
                "url": link(addresses.DATA),
                "keywords": list(open_data.KEYWORDS),
                "spatialCoverage": "ประเทศไทย",
                **terms,
                **_distribution(table.files, link),
            }
            for table in data.tables
        ],
    }


def _distribution(files: tuple[str, ...], link: _Links) -> dict[str, Any]:
    """Return the files of a data set; empty without files."""
    listed = [
        {
            "@type": "DataDownload",
            "name": file.rpartition("/")[2],
            "encodingFormat": _MEDIA_TYPES[file.rpartition(".")[2]],
            "contentUrl": link(file),
        }
        for file in files
    ]
    return {"distribution": listed} if listed else {}
