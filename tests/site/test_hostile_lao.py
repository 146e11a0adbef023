"""Text written by an LAO stays text in a real browser: no script, no request, no additional element.

Every field of every model holds the same tricks. A harmless twin has the same files with plain words. Every text is
also the message, the suggestion and the answer of a finding, so that both have the same findings.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from generator.building.indexing import write_full_text
from generator.building.site import SiteContent, gather_pages
from generator.checks.items import CheckBasis
from generator.engine.batch import build_site
from generator.findings import Finding, Severity
from generator.history.revisions import PlanHistory, slug_of
from generator.model.plan import PlanFolder
from generator.pages.as_markdown import as_markdown
from generator.pages.sanitiser import TAGS
from generator.reading.lao_reader import ReadLao
from generator.settings import Settings
from tests.building_blocks import make_site
from tests.shown import html_of
from tests.site.browser import served
from tests.site.hostile_lao import hostile_lao
from tests.soak_marks import some_in_soak
from tests.views.some_history import before_it, history_of

STARTS = (
    "# ก",
    "1. ก",
    "๑) ก",
    "- ก",
    "> ก",
    "| ก | ข |",
    ": ก",
    "---",
    "=== ก",
    "!!! note",
    "```ก",
    "~~~",
    "[ก]: /x",
    "    ก",
)
"""Markup only at the start of a line: a heading, a list, a table ..."""

TRICKS = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)></title></textarea></p></div>"
    "<!-- \" onmouseover=alert(1) x='' autofocus onfocus=alert(1) <a href=javascript:alert(1)>ก</a> --> <base href=//x>"
    "**ก** [ก](javascript:alert(1)) ![ก](https://evil.example/x.png) <https://evil.example> www.evil.example "
    "https://evil.example/x {: #content .x onclick=alert(1) } {#content} [^1] *[ก]: ข `ก` ~~ก~~ ==ก== ^ก^ @ก :ก:",
    "forgery": "⟦b1⟧ <p>⟦b2⟧</p> klzzwxh:0001 wzxhzdk:0 {{ 7*7 }} {% include 'main.html' %} {# ก #} ${7*7} %s {0} "
    "&lt;script&gt; &amp;lt;b&amp;gt; &#60;b&#62; &#x3c;b&#x3e; %3Cb%3E \\u003cb\\u003e \\x3cb\\x3e &quot; &nbsp; "
    "\u202eก\u2066ข\u200b\u200dค\u00ad\ufe0f\u00a0 \u0e48\u0e48\u0e48 ＜script＞alert(1)＜/script＞ 𝕏 ﷽ ‹img› İ ß",
    "lines": "\n\n# ก\n\n<script>alert(1)</script>\n\n- ข\n\n⟦b1⟧\n\n</div>\n\n---\ntitle: ค\n---\n\n    ง\n\n{{ 7 }}",
}

NARRATIVE = """
<script>alert(1)</script><img src=https://evil.example/x.png onerror=alert(1)>

[ก](javascript:alert(1)) [ก](&#106;avascript:alert(1)) ![ก](https://evil.example/x.png) <javascript:alert(1)>

<div id="content" class="banner" style="position:fixed">
<form action=https://evil.example><input autofocus onfocus=alert(1)>
<iframe src=https://evil.example></iframe><object data=https://evil.example></object>
<link rel=stylesheet href=//evil.example><meta http-equiv=refresh content="0;url=https://evil.example">
<base href=https://evil.example/><style>*{display:none}</style>

<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg><math><mi xlink:href="javascript:alert(1)">ก</mi></math>

</div></div></article></body></html> ⟦b1⟧

⟦b1⟧

| <b onclick=alert(1)>ก</b> | ข |
|---|---|
| <td colspan=99999 onmouseover=alert(1)> | `<img src=x onerror=alert(1)>` |
"""

STRUCTURE = """() => {
  const counts = {}, inside = new Set();
  for (const element of document.querySelectorAll("*")) {
    const kind = element.localName + " " + element.getAttributeNames().sort().join(" ");
    if (element.closest(".narrative") && !element.matches(".narrative")) inside.add(kind);
    else counts[kind] = (counts[kind] || 0) + 1;
  }
  const link = one => one.getAttribute("href") && one.href.baseVal || one.href || one.src;
  const links = [...document.querySelectorAll("[href], [src]")].map(link);
  for (const prose of document.querySelectorAll(".narrative")) prose.textContent = "";
  const description = document.querySelector("meta[name=description]");
  return {
    counts, inside: [...inside], title: document.title, description: description ? description.content : "",
    text: document.body.textContent,
    links,
  };
}"""

WITHIN = frozenset({"href", "rel", "title", "colspan", "rowspan", "scope", "start"})
"""Attributes allowed in prose."""
CODES = ("DATE-001", "NAME-001", "X-001")
"""Two existing rules and an unknown one."""
Gather = Callable[[Settings], SiteContent]
LISTS = ("/", "/province/maha-sarakham/", "/frameworks/master-plan-2567-2569/competencies-core/")
"""Pages that list the LAO among others."""


@dataclass(frozen=True)
class Site:
    """One of the twins, built."""

    folder: Path
    content: SiteContent
    texts: dict[str, str]


def bare(text: str) -> str:
    """Return the text without blanks and control characters, as pages may drop some of them."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text)


def harmless(text: str) -> str:
    """Return plain words on the same number of lines."""
    return re.sub(r"[^\n]+", "ก", text)


def check_everything(read: ReadLao, _reference: CheckBasis, _histories: object) -> tuple[Finding, ...]:
    """Replace the rules: one finding per text, with the whole text in every part of the finding."""

    def walk(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, (dict, list)):
            for key, below in value.items() if isinstance(value, dict) else enumerate(value):
                yield from walk(below, (*path, key))

    return tuple(
        Finding(
            CODES[len(path) % len(CODES)],
            Severity.WARNING,
            text,
            source.location(path),
            text,
            suggestion=text,
            also=(source.location(()),),
            subjects=(text,),
            answer=text,
        )
        for source in read.sources.values()
        for path, text in walk(source.data, ())
        if "จบ" in text
    )


def versions(read: ReadLao, say_text: Callable[[str, int], str]) -> dict[str, PlanHistory]:
    """Replace git: another version before each plan, with a message and an author of the same kind."""
    return {
        slug_of(plan): history_of(
            before_it(plan), plan, message=say_text("message", 991), author=f"กองคลัง {say_text('author', 992)}"
        )
        for plan in read.lao_folder.plans
        if isinstance(plan, PlanFolder)
    }


def make(
    folder: Path, say_text: Callable[[str, int], str], address: str, narrative: str, broken: str, gather: Gather
) -> Site:
    folder.mkdir()
    content = make_site(folder)
    prose = f"## rationale\nที่มา: {say_text('narrative', 990)}\n{narrative}\n## idp\nที่มา: ก (สรุป)\n{narrative}"
    texts = hostile_lao(content, say_text, lambda _name, number: f"{address}{number}", prose)
    unreadable = content / "plans" / "5999902-phang"
    unreadable.mkdir()
    (unreadable / "lao.yml").write_text(
        f"code: 5999902\ntype: '{broken}'\nname: ก\nprovince: ก\n'{broken}': ก\n", encoding="utf-8"
    )
    settings = Settings(content=content, today=datetime.date(2025, 1, 31))
    gathered = gather(settings)
    out = folder / "site"
    build_site(folder / "mkdocs.yml", settings, out, gather=lambda _: gathered)
    write_full_text(settings, out)
    return Site(out, gathered, texts)


@pytest.fixture(scope="module", params=some_in_soak(TRICKS, ["markup"]))
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The hostile site and its harmless twin."""
    folder = tmp_path_factory.mktemp("hostile")
    trick = TRICKS[request.param]

    def hostile_text(_name: str, number: int) -> str:
        return f"{STARTS[number % len(STARTS)]}{trick} ที่ {number} จบ"

    def harmless_text(_name: str, number: int) -> str:
        return f"{harmless('ก' + trick)} ที่ {number} จบ"

    def gather(say_text: Callable[[str, int], str]) -> Gather:
        def gather_with_history(settings: Settings) -> SiteContent:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("generator.building.site.check_lao", check_everything)
                patch.setattr("generator.building.site.plan_histories", lambda read, *_: versions(read, say_text))
                return gather_pages(settings)

        return gather_with_history

    one_line = " ".join(trick.split())[:50].replace("'", "''")
    evil = make(
        folder / "evil",
        lambda name, number: hostile_text(name, number) if name != "narrative" else bare(hostile_text(name, number)),
        "https://x.example/?a=&quot;onmouseover=alert(1)&b=`{{7*7}}`javascript:alert(1)#",
        NARRATIVE,
        one_line,
        gather(hostile_text),
    )
    good = make(
        folder / "good",
        lambda name, number: harmless_text(name, number) if name != "narrative" else "ก",
        "https://x.example/",
        "\nก\n",
        "ก",
        gather(harmless_text),
    )
    assert {one.location.file for one in evil.content.findings if one.severity == "error"} == {
        "plans/5999902-phang/lao.yml"
    }
    return evil, good


def watched(browser: Browser, origin: str) -> tuple[Page, list[str]]:
    """Open a tab that records everything that our pages never do."""
    page = browser.new_page()
    seen: list[str] = []

    def on_dialog(dialog: Any) -> None:
        seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(request: Any) -> None:
        if not request.url.startswith((origin, "data:")):
            seen.append(f"request: {request.url}")

    page.on("dialog", on_dialog)
    page.on("request", on_request)
    page.on("pageerror", lambda error: seen.append(f"script: {error}"))
    page.on("console", lambda message: seen.append(f"console: {message.text}") if message.type == "error" else None)
    return page, seen


def check_structure(evil: dict[str, Any], good: dict[str, Any], address: str) -> None:
    more = Counter(evil["counts"])
    more.subtract(good["counts"])
    assert {kind: number for kind, number in more.items() if number} == {}, address
    for kind in evil["inside"]:
        tag, *attributes = kind.split()
        assert tag in TAGS, (address, kind)
        assert set(attributes) <= WITHIN, (address, kind)
    for link in evil["links"]:
        assert re.match(r"https?:|mailto:|about:blank#|(?!\s*[a-z][a-z0-9+.-]*:)", link, re.IGNORECASE), (address, link)


def check_texts(evil: dict[str, Any], good: dict[str, Any], twins: tuple[Site, Site], address: str) -> set[str]:
    """Compare the texts of the twins; return the fields shown on this page."""
    shown = set()
    for part in ("text", "title", "description"):
        evil_text, good_text = bare(evil[part]), bare(good[part])
        for name, text in twins[1].texts.items():
            if bare(text) in good_text:
                shown.add(name)
                assert bare(twins[0].texts[name]) in evil_text, (address, part, name)
    return shown


def test_every_page_shows_only_text(browser: Browser, twins: tuple[Site, Site]) -> None:
    evil, good = twins
    addresses = [page.address for page in evil.content.pages if page.address.startswith("/lao/")] + [*LISTS]
    shown: set[str] = set()
    with served(evil.folder) as evil_site, served(good.folder) as good_site:
        tab, seen = watched(browser, evil_site)
        other, _ = watched(browser, good_site)
        for address in addresses:
            tab.goto(evil_site + address)
            other.goto(good_site + address, wait_until="domcontentloaded")
            if address.endswith("/history/"):  # a script inserts the comparison once it has the versions
                tab.wait_for_load_state("networkidle")
                other.wait_for_load_state("networkidle")
            evil_page, good_page = tab.evaluate(STRUCTURE), other.evaluate(STRUCTURE)
            check_structure(evil_page, good_page, address)
            if "/history/" not in address:  # their sentences quote the start of a text
                shown |= check_texts(evil_page, good_page, twins, address)
            tab.mouse.move(200, 200)
            assert seen == [], address
        tab.close()
        other.close()
    assert sum(html_of(page).count(' id="findings"') for page in evil.content.pages) > 5
    assert len(shown) > 0.9 * len(evil.texts), sorted(evil.texts.keys() - shown)


def test_other_engines_show_only_text(browser: Browser, twins: tuple[Site, Site]) -> None:
    """The same pages as written by `phaen pages`, through a CommonMark engine that passes HTML through."""
    engine = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tab, seen = watched(browser, "about:")
    for evil, good in zip(twins[0].content.pages, twins[1].content.pages, strict=True):
        if not evil.address.startswith("/lao/"):
            continue
        looked = []
        for page in (evil, good):
            tab.set_content(engine.render(as_markdown(page.parts)))
            looked.append(tab.evaluate(STRUCTURE))
        check_structure(*looked, evil.address)
        if "/history/" not in evil.address:
            check_texts(*looked, twins, evil.address)
        assert seen == [], evil.address
    tab.close()


@pytest.mark.parametrize("trick", some_in_soak(TRICKS, ["forgery"]))
def test_quotes_in_findings_stay_text(browser: Browser, trick: str, tmp_path: Path) -> None:
    """The hostile LAO under the real rules: all findings and their texts."""
    site = make(
        tmp_path / "site",
        lambda name, number: f"{STARTS[number % len(STARTS)]}{TRICKS[trick]}" if name != "narrative" else "ก",
        "https://x.example/?a=&quot;onmouseover=alert(1)#",
        NARRATIVE,
        "ก",
        gather_pages,
    )
    with served(site.folder) as address:
        tab, seen = watched(browser, address)
        for page in site.content.pages:
            if page.address.startswith("/lao/"):
                tab.goto(address + page.address)
                for link in tab.evaluate(STRUCTURE)["links"]:
                    assert not link.lower().startswith("javascript:"), page.address
                assert seen == [], page.address
        tab.close()


def test_search_results_stay_text(browser: Browser, twins: tuple[Site, Site]) -> None:
    with served(twins[0].folder) as origin:
        page, seen = watched(browser, origin)
        for asked in ("q=จบ", "q=alert", "sort=most", "year=2567"):
            page.goto(f"{origin}/search/?{asked}")
            page.wait_for_selector(".results li")
            while page.get_by_role("button", name="แสดงเพิ่ม").is_visible():
                page.get_by_role("button", name="แสดงเพิ่ม").click()
            kinds = page.evaluate("[...document.querySelectorAll('.search-page > div *')].map(one => one.localName)")
            assert set(kinds) <= {"h2", "ul", "li", "a", "small", "p", "mark", "button"}
            links = page.evaluate("[...document.querySelectorAll('.results a')].map(one => one.href)")
            assert links and all(link.startswith(f"{origin}/") for link in links)
        assert seen == []
        page.close()


def test_compared_laos_stay_text(browser: Browser, twins: tuple[Site, Site]) -> None:
    asked = "?lao=5999901&lao=5999902"
    with served(twins[0].folder) as evil_site, served(twins[1].folder) as good_site:
        tab, seen = watched(browser, evil_site)
        other, _ = watched(browser, good_site)
        for one, site in ((tab, evil_site), (other, good_site)):
            one.goto(f"{site}/compare/{asked}")
            one.wait_for_selector(".table--laos")
        looked = tab.evaluate(STRUCTURE), other.evaluate(STRUCTURE)
        check_structure(*looked, "/compare/")
        assert check_texts(*looked, twins, "/compare/")
        assert seen == []
        tab.close()
        other.close()
