"""Linked data has the page's content and links, and no text can end its element."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from generator.building.site import gather_pages
from generator.engine.batch import build_site
from generator.exports.linked_data import linked_data
from generator.pages.page import Crumb, PageMeta
from generator.settings import Settings
from generator.thai.dates import Cycle
from generator.views.page_subject import Organisation, PlanDocument
from tests.building_blocks import make_lao, make_site
from tests.engine.conftest import CONFIG_FILE, Build, page
from tests.engine.conftest import build as build

SITE = "https://example.go.th/plans/"
LAO = Organisation("5440599", "เทศบาลตำบลตัวอย่าง", "เทศบาลตำบล", "เชียงยืน", "มหาสารคาม", None)
PLAN = PlanDocument(LAO, Cycle.parse("2567-2569"), "แผนพัฒนาบุคลากร ๓ ปี", ("/lao/5440599/2567-2569/data/plan.json",))
ADDRESS = "/lao/5440599/2567-2569/"
HOSTILE = '</script><script>alert(1)</script><!-- \u2028 \ud800 " \\ &lt;'
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def things(subject: Organisation | PlanDocument | None, site_url: str = SITE) -> list[dict[str, Any]]:
    text = linked_data(ADDRESS, "แผน 2567-2569", (("หน้าแรก", "/"),), subject, site_url)
    graph: list[dict[str, Any]] = json.loads(text)["@graph"]
    return graph


def test_breadcrumbs_end_with_the_page_itself() -> None:
    (crumbs,) = things(None)
    assert crumbs["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"], one["item"]) for one in crumbs["itemListElement"]] == [
        (1, "หน้าแรก", SITE),
        (2, "แผน 2567-2569", "https://example.go.th/plans/lao/5440599/2567-2569/"),
    ]


def test_an_organisation_has_its_name_and_place() -> None:
    lao = things(LAO._replace(website="https://www.example.go.th/"))[1]
    assert (lao["@type"], lao["name"], lao["identifier"]["value"]) == ("GovernmentOrganization", LAO.name, LAO.code)
    assert lao["url"] == "https://www.example.go.th/"
    assert lao["location"]["containedInPlace"]["name"] == "จังหวัดมหาสารคาม"


def test_an_unknown_website_is_not_replaced_by_this_site() -> None:
    assert "url" not in things(LAO)[1]


def test_a_plan_is_a_data_set_of_its_years_with_its_files() -> None:
    plan = things(PLAN)[1]
    assert (plan["@type"], plan["temporalCoverage"]) == ("Dataset", "2023-10-01/2026-09-30")
    assert 50 <= len(plan["description"]) <= 5000
    assert plan["creator"]["name"] == LAO.name
    (file,) = plan["distribution"]
    assert file["contentUrl"] == "https://example.go.th/plans/lao/5440599/2567-2569/data/plan.json"


def test_a_plan_without_files_lists_none() -> None:
    assert "distribution" not in things(PLAN._replace(files=()))[1]


def test_without_a_site_address_links_are_relative_to_the_page() -> None:
    crumbs, plan = things(PLAN, "")
    assert crumbs["itemListElement"][0]["item"] == "../../../"
    assert urljoin(f"https://any.example/x{ADDRESS}", plan["url"]) == f"https://any.example/x{ADDRESS}"


def test_a_page_without_subject_has_no_linked_data() -> None:
    assert linked_data("/", "หน้าแรก", (), None, SITE) == ""


def test_no_text_ends_the_element() -> None:
    lao = LAO._replace(name=HOSTILE, district=HOSTILE, province=HOSTILE)
    text = linked_data(ADDRESS, HOSTILE, ((HOSTILE, "/"),), PLAN._replace(organisation=lao, title=HOSTILE), SITE)
    assert not re.search("[<>&\u2028\u2029\ud800]", text)
    said = json.loads(text)["@graph"][1]
    assert said["creator"]["name"] == HOSTILE.replace("\ud800", "?")


def test_pages_have_linked_data_and_drafts_have_none(build: Build) -> None:
    crumbs = (Crumb("หน้าแรก", "/"),)
    site = build(
        page(ADDRESS, meta=PageMeta(HOSTILE, "", crumbs, subject=PLAN)),
        page("/draft/", meta=PageMeta("ร่าง", "", crumbs, noindex=True, subject=PLAN)),
        site_url=SITE,
    )
    (block,) = BLOCK.findall(site.html(ADDRESS))
    assert [one["@type"] for one in json.loads(block)["@graph"]] == ["BreadcrumbList", "Dataset"]
    draft = site.html("/draft/")
    assert "ld+json" not in draft and "og:" not in draft and "canonical" not in draft


def test_linked_data_of_a_site_links_to_existing_pages_and_files(tmp_path: Path) -> None:
    make_lao(make_site(tmp_path))
    settings = Settings(content=tmp_path / "content", today=datetime.date(2024, 6, 1))
    out = tmp_path / "site"
    build_site(CONFIG_FILE, settings, out, site_url=SITE, gather=gather_pages)
    seen = 0
    for file in sorted((out / "lao").rglob("index.html")) + sorted((out / "province").rglob("index.html")):
        for block in BLOCK.findall(file.read_text("utf-8")):
            for link in re.findall(rf'"{re.escape(SITE)}([^"#]*)', block):
                seen += 1
                assert (out / link / "index.html" if link.endswith("/") or not link else out / link).is_file(), link
    assert seen > 30
