"""What a page is about in the words of schema.org, as JSON-LD: the way down to it, the LAO, the plan as a data set.

Comes in: plain values of a page. Goes out: the text of a `<script type="application/ld+json">`. Such an element is a
data block, which no browser runs and which a Content-Security-Policy lets stand. Links are absolute where the address
of the site is known, else relative to the page, as JSON-LD in HTML allows (JSON-LD 1.1, 7.1).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urljoin

from generator import addresses
from generator.views.page_subject import Organisation, PlanDocument, Subject

_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
"""By the end of a file's name, as IANA registers them."""
# Inside of a script element only the letters of a tag could end it; the two separators end a line of JavaScript.
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def linked_data(
    address: str, title: str, crumbs: Iterable[tuple[str, str]], subject: Subject | None, site_url: str
) -> str:
    """Return what is known of a page as one line of JSON-LD; empty where that is nothing.

    `address` is the page's own, `crumbs` are title and address of the pages above it, the home page first, `site_url`
    is the address of the site, empty where it is not known. Texts are plain; they cannot end the element.
    """
    link = _Links(address, site_url)
    things = [_breadcrumbs([*crumbs, (title, address)], link)] if (crumbs := tuple(crumbs)) else []
    if isinstance(subject, Organisation):
        things.append(_organisation(subject, link))
    elif subject:
        things.append(_data_set(subject, link))
    if not things:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    # Half characters of damaged texts become what they are replaced by on pages.
    return text.encode("utf-8", "replace").decode().translate(_ESCAPED)


class _Links:
    """Makes links from one page."""

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
    """Return an LAO. Its `url` is its own website alone: this site is not the LAO's."""
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
    """Return a plan: the data that this site has of it, with the LAO whose document it is."""
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
        "keywords": ["แผนพัฒนาบุคลากร", "องค์กรปกครองส่วนท้องถิ่น", lao.type],
        "temporalCoverage": f"{cycle.first_day.isoformat()}/{cycle.last_day.isoformat()}",
        "spatialCoverage": where,
        "creator": _organisation(lao, link),
        "license": link(f"{addresses.ABOUT}#licence"),
        **(
            {
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "name": file.rpartition("/")[2],
                        "encodingFormat": _MEDIA_TYPES[file.rpartition(".")[2]],
                        "contentUrl": link(file),
                    }
                    for file in plan.files
                ]
            }
            if plan.files
            else {}
        ),
    }
