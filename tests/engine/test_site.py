"""Pages from MkDocs with our theme have escaped metadata and a small nav, and load nothing from other servers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.engine.batch import build_site
from generator.pages.page import Crumb, Heading, NavItem, PageMeta, Paragraph, VersionMark
from tests.engine.conftest import CONFIG_FILE, REPOSITORY, Build, Content, page, settings, with_fixed_pages

HOSTILE = "</title><script>alert('1')</script>\"><img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} &lt;b&gt;"
ESCAPED = "&lt;/title&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#34;&gt;&lt;img src=x onerror=alert(2)&gt;"


def hostile_meta() -> PageMeta:
    return PageMeta(
        title=HOSTILE,
        description=HOSTILE,
        breadcrumbs=(Crumb("หน้าแรก", "/"), Crumb(HOSTILE, "/lao/1/")),
        nav=(NavItem(HOSTILE, "/lao/2/", children=(NavItem(HOSTILE, "/lao/3/"),)),),
        source_file=HOSTILE,
        banner=HOSTILE,
        version=VersionMark(HOSTILE, HOSTILE, HOSTILE),
    )


def test_hostile_text_stays_text_everywhere(build: Build) -> None:
    headings = (Heading(1, HOSTILE, "top"), *(Heading(2, HOSTILE, f"s{number}") for number in range(4)))
    html = build(page("/lao/2/", *headings, Paragraph(HOSTILE), meta=hostile_meta())).html("/lao/2/")
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<b>" not in html
    for place in (
        rf"<title>{re.escape(ESCAPED)}",
        rf'<meta name="description" content="{re.escape(ESCAPED)}',
        rf'class="crumbs__item"><a href="[^"]*">{re.escape(ESCAPED)}',
        rf'class="page-nav__link" href="[^"]*">{re.escape(ESCAPED)}',
        rf'class="banner" role="note">{re.escape(ESCAPED)}',
        rf"<code>{re.escape(ESCAPED)}",
    ):
        assert re.search(place, html), place
    start = html.index('class="toc__list"')
    toc = html[start : html.index("</details>", start)]
    assert toc.count("&lt;/title&gt;") == 4
    assert "{{ 7*7 }}" in html


def test_a_hand_written_page_has_the_title_of_its_nav_entry(build: Build) -> None:
    html = build().html("/about/")
    assert "<title>เกี่ยวกับเว็บไซต์ | แผน" in html
    assert 'aria-current="page">เกี่ยวกับเว็บไซต์</a>' in html


def test_front_matter_cannot_come_from_content(build: Build) -> None:
    written = Paragraph("---\ntemplate: 404.html\ntitle: อื่น\n---\n\n# หน้า {: #top }\n")
    site = build(page("/lao/1/", written, meta=PageMeta(title="ชื่อจริง", description="")))
    assert "<title>ชื่อจริง |" in site.html("/lao/1/")
    assert "ไม่พบหน้านี้" not in site.html("/lao/1/")


def test_the_nav_has_the_pages_of_one_lao_only(build: Build) -> None:
    pages = [
        page(f"/lao/{code}/", meta=PageMeta("แผน", "", nav=(NavItem("ภาพรวม", f"/lao/{code}/", current=True),)))
        for code in range(5440501, 5440521)
    ]
    site = build(*pages)
    for one in pages:
        addresses = set(re.findall(r'href="([^"]*lao/\d+/)"', site.html(one.address)))
        assert addresses == {f"../..{one.address}"}
        assert 'aria-current="page">ภาพรวม' in site.html(one.address)
    assert "/lao/" not in site.html("/about/")


def test_addresses_are_relative_on_pages_and_absolute_on_the_error_page(build: Build) -> None:
    site = build(
        page("/a/b/", meta=PageMeta("ก", "", (Crumb("หน้าแรก", "/"),))),
        site_url="https://example.go.th/plans/",
    )
    assert '<a href="../../">หน้าแรก</a>' in site.html("/a/b/")
    assert '<link rel="canonical" href="https://example.go.th/plans/a/b/">' in site.html("/a/b/")
    lost = (site.folder / "404.html").read_text(encoding="utf-8")
    assert '<a href="/plans/">หน้าแรก</a>' in lost
    assert "ไม่พบหน้านี้" in lost
    assert 'name="robots" content="noindex"' in lost


def test_drafts_stay_out_of_search_engines(build: Build) -> None:
    site = build(
        page("/draft/", meta=PageMeta("ร่าง", "", noindex=True, banner="แผนนี้เป็นร่าง")),
        page("/plan/"),
        site_url="https://example.go.th/",
    )
    assert '<meta name="robots" content="noindex">' in site.html("/draft/")
    assert "noindex" not in site.html("/plan/")
    sitemap = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.startswith("<?xml")
    assert "<loc>https://example.go.th/plan/</loc>" in sitemap
    assert "/draft/" not in sitemap
    assert "lastmod" not in sitemap


def test_pages_load_nothing_from_other_servers(build: Build) -> None:
    html = build(page("/lao/1/")).html("/lao/1/")
    assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', html)
    assert "fonts.googleapis" not in html
    assert " style=" not in html


def test_our_templates_have_no_inline_script_and_no_style() -> None:
    for template in sorted((REPOSITORY / "theme_overrides").rglob("*.html")):
        # A data block: browsers do not run it (tests/site/test_linked_data.py).
        text = template.read_text(encoding="utf-8").replace('<script type="application/ld+json">', "", 1)
        assert not re.search(r"<script(?! src=\"[^\"]+\"[^>]*></script>)|<style|\sstyle=|\son\w+=", text), template


def test_hand_written_thai_headings_have_thai_ids(build: Build) -> None:
    from generator.engine.headings import heading_id

    assert heading_id("วิธีอ่าน แผน ๓ ปี (ย่อ)", "-") == "วิธีอ่าน-แผน-๓-ปี-ย่อ"
    assert heading_id("เก็บไม้เอกและสระอำ: ที่นี่", "-") == "เก็บไม้เอกและสระอำ-ที่นี่"
    assert 'id="budget-basis"' in build().html("/about/reading/")


COLOUR = re.compile(r":[^;]*(?:#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()", re.IGNORECASE)


def dark_sets() -> list[str]:
    css = (REPOSITORY / "theme_overrides/assets/css/tokens.css").read_text(encoding="utf-8")
    return [re.sub(r"\s+", " ", match).strip() for match in re.findall(r"{([^{}]*--paper: #12161c[^{}]*)}", css)]


def test_the_two_dark_sets_are_alike() -> None:
    message = "tokens.css has the dark colours twice: for the choice of the reader and for that of the system"
    assert len(dark_sets()) == 2, message
    assert len(set(dark_sets())) == 1, message


def test_only_tokens_define_colours() -> None:
    """Print colours are in print.css; a colour elsewhere would lack a dark variant."""
    sheets = (REPOSITORY / "theme_overrides/assets/css").glob("*.css")
    others = {sheet.name: sheet.read_text("utf-8") for sheet in sheets if sheet.name not in ("tokens.css", "print.css")}
    found = [
        f"{name}: {line.strip()}" for name, css in others.items() for line in css.splitlines() if COLOUR.search(line)
    ]
    assert found == [], "name it in tokens.css, for both schemes, and use var()"


@pytest.mark.parametrize(
    "copy",
    ["theme_overrides/assets/css/print.css", "theme_overrides/assets/favicon.svg", "generator/frame/share_image.py"],
)
def test_copies_of_the_main_colour_equal_its_token(copy: str) -> None:
    css = (REPOSITORY / "theme_overrides/assets/css/tokens.css").read_text("utf-8")
    main = re.search("--primary: (#[0-9a-f]{6});", css)
    assert main and main[1] in (REPOSITORY / copy).read_text("utf-8"), "paper, icon and picture cannot use tokens"


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [":root", ':root[data-scheme="dark"]'])
@pytest.mark.parametrize(
    ("text", "paper"),
    [
        *((text, paper) for text in ("ink", "ink-quiet", "primary", "accent") for paper in ("paper", "paper-2")),
        *((tone, "paper") for tone in ("good", "warn", "problem")),
        *((tone, f"{tone}-wash") for tone in ("good", "warn", "problem")),
        *(("ink", f"{tone}-wash") for tone in ("good", "warn", "problem")),
        *(("ink-quiet", f"{tone}-wash") for tone in ("good", "warn", "problem")),
    ],
)
def test_every_text_pair_is_aa(scheme: str, text: str, paper: str) -> None:
    css = (REPOSITORY / "theme_overrides/assets/css/tokens.css").read_text(encoding="utf-8")
    rules = re.search(rf"^{re.escape(scheme)} {{([^}}]*--paper:[^}}]*)}}", css, re.MULTILINE)
    assert rules
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", rules[1]))
    light, dark = sorted((luminance(colours[text]), luminance(colours[paper])), reverse=True)
    contrast = (light + 0.05) / (dark + 0.05)
    assert contrast >= 4.5, f"--{text} on --{paper} in {scheme} of tokens.css has {contrast:.2f}"


def test_a_hand_written_page_gets_the_tables_of_its_placeholders(tmp_path: Path) -> None:
    tables = {"framework-ids": "<table><tr><td>core-1 & ⟦x⟧</td></tr></table>", "other": "<p>ไม่ใช้</p>"}
    content = Content(with_fixed_pages([]), handbook=tables)
    build_site(CONFIG_FILE, settings(tmp_path), tmp_path / "site", gather=lambda _: content)
    html = (tmp_path / "site/about/publishing/framework-ids/index.html").read_text("utf-8")
    assert "<td>core-1 & ⟦x⟧</td>" in html and "generated:" not in html
    assert "ไม่ใช้</p>" not in html


def test_a_banner_of_the_home_page_is_on_hand_written_pages_too(build: Build) -> None:
    site = build(page("/", meta=PageMeta("หน้าแรก", "", noindex=True, banner="ทั้งหมดแต่งขึ้น")))
    about = site.html("/about/")
    assert '<p class="banner" role="note">ทั้งหมดแต่งขึ้น</p>' in about
    assert '<meta name="robots" content="noindex">' in about
    assert "ทั้งหมดแต่งขึ้น" in (site.folder / "404.html").read_text("utf-8")
    assert 'class="banner"' not in build().html("/about/")
